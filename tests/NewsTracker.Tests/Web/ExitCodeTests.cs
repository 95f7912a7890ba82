using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace NewsTracker.Tests.Web;

public sealed class ExitCodeTests : IDisposable
{
    readonly string _home = Directory.CreateTempSubdirectory("newstracker-").FullName;

    string Data => Path.Combine(_home, "data");

    public void Dispose() => Directory.Delete(_home, recursive: true);

    public static TheoryData<int, string> Lines => new()
    {
        { 0, "--help" },
        { 0, "help" },
        { 0, "help import" },
        { 0, "--version" },
        { 0, "inspect --help" },
        { 0, "admin add -h" },
        { 0, "inspect --json good.txt" },
        { 0, "import good.txt --data data" },
        { 1, "inspect good.txt empty.txt" },
        { 1, "import good.txt empty.txt --data data" },
        { 2, "improt" },
        { 2, "import --no-such-option" },
        { 2, "inspect" },
        { 2, "inspect " },
        { 2, "import  --data data" },
        { 2, "import --Import:Folders:0  --data data" },
        { 2, "export --data data --out " },
        { 2, "export --data data --from yesterday" },
        { 2, "export --data data --format xml" },
        { 2, "admin add x@example.org --role owner" },
        { 2, "serve --data" },
        { 2, "serve somewhere" },
        { 2, "import  --data data" },
        { 2, "serve --data data --urls nonsense" },
        { 2, "serve --data data --urls localhost:5123" },
        { 2, "serve --data data --urls http://localhost:99999" },
        { 2, "serve --data data --urls http://localhost:5124/x" },
        { 2, "serve --ulrs http://localhost:1" },
        { 2, "import --Import:OnStart perhaps" },
        { 2, "import --Import:NoSuchKey 1" },
        { 2, "serve --Log:Level loud" },
        { 3, "check --data nowhere" },
        { 3, "import --data good.txt" },
        { 3, "inspect good.txt --Catalogue:Folder nowhere" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task The_exit_code_tells_how_it_went(int code, string line)
    {
        File.Copy(Seeds.Files[0], Path.Combine(_home, "good.txt"));
        File.WriteAllText(Path.Combine(_home, "empty.txt"), "");

        var outcome = await Executable.RunAsync(_home, null, line.Split(' '));

        Assert.True(outcome.Code == code, $"{line} gave {outcome.Code}: {outcome.Output}{outcome.Error}");
        if (code != 0) Assert.NotEmpty(outcome.Error);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "improt", "There is no verb “improt”. Did you mean “import”? Verbs: serve, import, inspect, export, retag, undo, catalogue, admin, backup, restore, check. --help tells more.")]
    [InlineData(2, "imprt --dry-run x", "There is no verb “imprt”. Did you mean “import”?")]
    [InlineData(2, "admin lst --json", "There is no verb “admin lst”. Did you mean “admin list”?")]
    [InlineData(2, "und 3", "There is no verb “und”. Did you mean “undo”?")]
    [InlineData(2, "foo", "There is no verb “foo”. Verbs: serve,")]
    [InlineData(2, "admin lst --data data", "There is no verb “admin lst”. Did you mean “admin list”? Verbs: add, reset, list. admin --help tells more.")]
    [InlineData(2, "catalog export x", "There is no verb “catalog”. Did you mean “catalogue”? Verbs: serve,")]
    [InlineData(2, "catalouge import x --data data", "There is no verb “catalouge”. Did you mean “catalogue”? Verbs: serve,")]
    [InlineData(2, "admin lst add x", "There is no verb “admin lst”. Did you mean “admin list”? Verbs: add, reset, list.")]
    [InlineData(2, "backup --froce x", "There is no option “--froce” of backup. Did you mean “--force”? A file of that name is written ./--froce.")]
    [InlineData(2, "undo --dryrun 3", "There is no option “--dryrun” of undo. Did you mean “--dry-run”? undo --help tells more.")]
    [InlineData(2, "admin add --rol editor x@example.org", "There is no option “--rol” of admin add. Did you mean “--role”? admin add --help tells more.")]
    [InlineData(2, "undo abc --data data", "“abc” is no number of a run. The desk lists the runs with their numbers, and import --json prints its own.")]
    [InlineData(2, "export --formt csv --data data", "There is no option “--formt” of export. Did you mean “--format”? export --help tells more.")]
    [InlineData(2, "export --formt=csv --data data", "There is no option “--formt” of export. Did you mean “--format”?")]
    [InlineData(2, "export --hepl", "There is no option “--hepl” of export. Did you mean “--help”?")]
    [InlineData(2, "admin add x@example.org --rol editor", "There is no option “--rol” of admin add. Did you mean “--role”? admin add --help tells more.")]
    [InlineData(2, "check --dat data", "There is no option “--dat” of check. Did you mean “--data”?")]
    [InlineData(2, "import --no-such-option", "There is no option “--no-such-option” of import. A file of that name is written ./--no-such-option.")]
    [InlineData(2, "import --dryrun", "There is no option “--dryrun” of import. Did you mean “--dry-run”?")]
    [InlineData(2, "--hepl", "--hepl is no option of the server (did you mean --help?), which has --data,")]
    [InlineData(2, "admin", "“admin” needs a verb behind it: add, reset, list. admin --help tells more.")]
    [InlineData(2, "catalogue --data data", "“catalogue” needs a verb behind it: export, import.")]
    [InlineData(2, "export --q test --q sensetime --data data", "--q stands 2 times, and only one of them could count. Give all words in one:")]
    [InlineData(2, "export --from 2018 --from 2019 --data data", "--from stands 2 times, and only one of them could count. Give it once.")]
    [InlineData(3, "catalogue import nosuch.yaml --data data", "nosuch.yaml.")]
    [InlineData(3, "catalogue import data --data data", "is a folder. Name a file in it.")]
    [InlineData(3, "restore cut.zip --data other", "cut.zip is no backup that can be restored: it is no zip file, or was cut short. Copy it again from where it was written, or take another backup. Nothing was changed.")]
    [InlineData(3, "export --out nowhere/x --data data", "so nothing was written. Make it, or name another place.")]
    [InlineData(3, "export --out data --data data", "is a folder. Name a file in it.")]
    [InlineData(3, "catalogue export nowhere/x --data data", "so nothing was written. Make it, or name another place.")]
    public async Task What_was_meant_or_what_to_do_is_said_in_one_sentence(int code, string line, string sentence)
    {
        await File.WriteAllBytesAsync(Path.Combine(_home, "cut.zip"), [0x50, 0x4B, 3, 4, 20, 0, 0, 0], TestContext.Current.CancellationToken);
        if (code == 3) Assert.Equal(0, (await Executable.RunAsync(_home, null, "import", Seeds.Files[0], "--data", "data")).Code);

        var outcome = await Executable.RunAsync(_home, null, line.Split(' '));

        Assert.Equal(code, outcome.Code);
        Assert.Contains(sentence, outcome.Error, StringComparison.Ordinal);
        Assert.InRange(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 1, 2);
        Assert.DoesNotContain("Unrecognized", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("mistakes", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public async Task An_export_that_finds_nothing_says_so_beside_its_output()
    {
        Assert.Equal(0, (await Executable.RunAsync(_home, null, "import", Seeds.Files[0], "--data", "data")).Code);

        var outcome = await Executable.RunAsync(_home, null, "export", "--q", "zyzzyva", "--data", "data");
        var either = await Executable.RunAsync(_home, null, "export", "--company", "megvii", "--company", "sensetime", "--scope", "all", "--data", "data");

        Assert.Equal((0, ""), (outcome.Code, outcome.Output));
        Assert.StartsWith("No article matches. ", Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(0, either.Code);
    }

    [Fact]
    public async Task No_password_is_asked_for_an_account_that_is_not_there()
    {
        var outcome = await Executable.RunAsync(_home, null, "admin", "reset", "nobody@example.org", "--data", "data");

        Assert.Equal(2, outcome.Code);
        Assert.Contains("There is no account nobody@example.org.", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("terminal", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_turns_writing_round_in_the_name_of_a_file_is_written_out_on_the_terminal()
    {
        File.Copy(Seeds.Files[0], Path.Combine(_home, "good\u202etxt.txt"));
        File.WriteAllText(Path.Combine(_home, "inv\u202etxt.txt"), "");

        foreach (var line in (string[][])[
            ["import", "inv\u202etxt.txt", "--data", "data"], ["import", "inv\u202etxt.txt", "--json", "--data", "data"],
            ["inspect", "good\u202etxt.txt", "inv\u202etxt.txt"], ["inspect", "--json", "good\u202etxt.txt", "inv\u202etxt.txt"], ["export", "--out", "inv\u202etxt/x", "--data", "data"]])
        {
            var outcome = await Executable.RunAsync(_home, null, line);

            Assert.DoesNotContain('\u202e', outcome.Output + outcome.Error);
            Assert.Contains(@"inv\u202Etxt", outcome.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_fault_of_ours_is_logged_and_gives_4()
    {
        using var error = new StringWriter();
        var faults = new NewsTracker.Web.Hosting.FaultLog { Places = new(Data) };
        faults.Places.Create();

        var code = await NewsTracker.Web.Hosting.ExitCodes.OfAsync(() => throw new InvalidCastException("broken on purpose"), error, faults);

        Assert.Equal(4, code);
        Assert.Contains(faults.Places.Logs, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("broken on purpose", await File.ReadAllTextAsync(Directory.GetFiles(faults.Places.Logs).Single(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_address_is_one_sentence_and_gives_3()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();

        var outcome = await Executable.RunAsync(_home, null, "serve", "--data", "data", "--urls", $"http://127.0.0.1:{((IPEndPoint)holder.LocalEndpoint).Port}");

        Assert.Equal(3, outcome.Code);
        Assert.Contains("The address is taken", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("5 files, 14 more known only through them", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_gives_json_lines_in_a_stable_order_and_nothing_else()
    {
        var outcome = await Executable.RunAsync(_home, null, "inspect", "--json", Seeds.Folder);

        var files = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => (File: line.GetProperty("file").GetString(), Ok: line.GetProperty("ok").GetBoolean()));
        Assert.Equal(Seeds.Files.Select(file => ((string?)Path.GetFileName(file), true)), files);
        Assert.Empty(outcome.Error);
        Assert.DoesNotContain("secured", outcome.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Directory.GetFileSystemEntries(_home));
    }

    [Fact]
    public async Task What_was_imported_can_be_checked_exported_and_tagged_again()
    {
        var import = await Executable.RunAsync(_home, null, "import", "--json", Seeds.Folder, "--data", Data);
        var check = await Executable.RunAsync(_home, null, "check", "--data", Data);
        var export = await Executable.RunAsync(_home, null, "export", "--company", "sensetime,megvii", "--data", Data);
        var table = await Executable.RunAsync(_home, null, "export", "--format", "csv", "--out", "all.csv", "--data", Data);
        var retag = await Executable.RunAsync(_home, null, "retag", "--dry-run", "--data", Data);

        var nobody = await Executable.RunAsync(_home, null, "export", "--company", "sensetim", "--data", Data);

        Assert.Equal((0, ""), (nobody.Code, nobody.Output));
        Assert.Contains("sensetim is not in the catalogue, so no article carries it as a company. Did you mean sensetime?", nobody.Error, StringComparison.Ordinal);
        var doubtful = await Executable.RunAsync(_home, null, "export", "--q", "after:20-20", "--data", Data);
        Assert.Contains("“after:20-20” was left out", doubtful.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_home, "*.part"));
        Assert.All([import, check, export, table, retag], outcome => Assert.True(outcome.Code == 0, outcome.Error));
        Assert.Equal(5, JsonDocument.Parse(import.Output.TrimEnd().Split('\n')[^1]).RootElement.GetProperty("added").GetInt32());
        Assert.Contains("all agree", check.Output, StringComparison.Ordinal);
        Assert.Equal(2, export.Output.TrimEnd().Split('\n').Length);
        Assert.Equal(20, File.ReadLines(Path.Combine(_home, "all.csv")).Count(line => line.Length > 0 && (line.StartsWith("id,", StringComparison.Ordinal) || char.IsAsciiDigit(line[0]))));
        Assert.Equal(["19 articles read again, 0 would change", "Dry run, nothing written."], retag.Output.TrimEnd().Split(Environment.NewLine));
        var applied = JsonDocument.Parse((await Executable.RunAsync(_home, null, "retag", "--json", "--data", Data)).Output).RootElement;
        Assert.Equal(("completed", 19, 0), (applied.GetProperty("state").GetString(), applied.GetProperty("applied").GetInt32(), applied.GetProperty("changed").GetInt32()));
    }

    [Fact]
    public async Task Accounts_are_made_reset_and_listed_without_a_password_in_sight()
    {
        const string email = "me@example.org";
        var add = await Executable.RunAsync(_home, "a long enough password", "admin", "add", email, "--role", "editor", "--password-stdin", "--data", Data);
        var weak = await Executable.RunAsync(_home, "short", "admin", "reset", email, "--password-stdin", "--data", Data);
        var own = await Executable.RunAsync(_home, email, "admin", "reset", email, "--password-stdin", "--data", Data);
        var sentence = await Executable.RunAsync(_home, "an example of a long sentence", "admin", "reset", email, "--password-stdin", "--data", Data);
        var unknown = await Executable.RunAsync(_home, "a long enough password", "admin", "reset", "you@example.org", "--password-stdin", "--data", Data);
        var list = await Executable.RunAsync(_home, null, "admin", "list", "--data", Data);

        Assert.True(add.Code == 0, add.Error);
        Assert.Contains(Path.Combine(Data, "news.db"), add.Output, StringComparison.Ordinal);
        Assert.Contains("Without the words of the e-mail address", own.Error, StringComparison.Ordinal);
        Assert.Equal([2, 2, 0, 2, 0], [weak.Code, own.Code, sentence.Code, unknown.Code, list.Code]);
        Assert.Contains("me@example.org editor", list.Output, StringComparison.Ordinal);
    }
}
