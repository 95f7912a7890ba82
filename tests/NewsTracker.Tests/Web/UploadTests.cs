using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Tests.Web;

public sealed partial class UploadTests : IAsyncDisposable
{
    const string Page = "/admin/inbox";

    readonly NewsTrackerApp _app = new()
    {
        Settings = new() { ["Import:MaxUploadBytes"] = "1000000", ["Ingestion:MaxFileBytes"] = "300000" },
    };

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string Folder => Path.Combine(_app.Data, "inbox");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Three_files_come_one_broken_and_their_preview_is_shown_before_anything_is_imported()
    {
        using var admin = await AdminAsync();

        using var answer = await UploadAsync(admin, ("one.md", Article("one")), ("two.md", Article("two")), ("broken.md", "---\ntitle: \"never closed\n---\n"));

        Assert.Equal("/admin/preview", answer.Headers.Location?.OriginalString);
        Assert.Equal(["broken.md", "one.md", "two.md"], Kept());
        Assert.Equal(Article("one"), await File.ReadAllTextAsync(Path.Combine(Folder, "one.md"), Cancellation));
        var job = await EndedAsync();
        Assert.Equal([Folder], job.Request.Paths);
        var preview = await admin.GetStringAsync("/admin/preview", Cancellation);
        Assert.Contains("3 files came into the inbox.", preview, StringComparison.Ordinal);
        Assert.Contains("3 files: 2 added, 1 rejected", preview, StringComparison.Ordinal);
        Assert.Contains("It covers all that lies in the inbox, not only what was sent last.", preview, StringComparison.Ordinal);
        var inbox = WebUtility.HtmlDecode(await admin.GetStringAsync(Page, Cancellation));
        Assert.Matches(@"not imported\s*: yaml, line 2.*\(<a href=""/admin/preview\?show=rejected"">the preview</a>\)", inbox);
        await ApplyAsync(admin);
        Assert.Matches(@"not imported\s*: line 2.*\(<a href=""/admin/runs/2\?outcome=rejected"">run 2</a>\)", WebUtility.HtmlDecode(await admin.GetStringAsync(Page, Cancellation)));
        await File.AppendAllTextAsync(Path.Combine(Folder, "broken.md"), "more", Cancellation);
        Assert.DoesNotContain("outcome=rejected", await admin.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_was_changed_is_told_as_it_was_sent()
    {
        using var admin = await AdminAsync();

        (await UploadAsync(admin, ("../../etc/pass\u202Ewd.md", Article("a")), (@"C:\news\b?.md", Article("b")))).Dispose();

        var told = WebUtility.HtmlDecode(await admin.GetStringAsync("/admin/preview", Cancellation));
        Assert.Contains("“../../etc/passwd.md” is kept as “passwd.md”", told, StringComparison.Ordinal);
        Assert.Contains(@"“C:\news\b?.md” is kept as “b-.md”", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../escaped.md")]
    [InlineData("../../data/keys/escaped.md")]
    [InlineData("/tmp/newstracker-escaped/escaped.md")]
    [InlineData(@"..\..\escaped.md")]
    public async Task A_name_with_a_path_in_it_leads_nowhere_but_into_the_inbox(string name)
    {
        using var admin = await AdminAsync();
        var before = Directory.GetFiles(_app.Data, "*", SearchOption.AllDirectories).Where(IsNoLog).ToHashSet();

        (await UploadAsync(admin, (name, Article("x")))).Dispose();

        Assert.Equal(["escaped.md"], Kept());
        Assert.Equal([Path.Combine(Folder, "escaped.md")], Directory.GetFiles(_app.Data, "*", SearchOption.AllDirectories).Where(IsNoLog).Except(before));
        Assert.False(Directory.Exists("/tmp/newstracker-escaped"));

        static bool IsNoLog(string file) => Path.GetExtension(file) is not (".jsonl" or ".index" or ".tmp") && !file.Contains("news.db-", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_name_is_never_written_over_nor_through_a_link()
    {
        using var admin = await AdminAsync();
        Directory.CreateDirectory(Folder);
        var outside = Path.Combine(_app.Data, "outside.md");
        File.CreateSymbolicLink(Path.Combine(Folder, "link.md"), outside);
        await File.WriteAllTextAsync(Path.Combine(Folder, "a.md"), "first", Cancellation);

        (await UploadAsync(admin, ("a.md", "second"), ("a.md", "third"), ("link.md", "through"))).Dispose();

        Assert.Equal(["a-2.md", "a-3.md", "a.md", "link-2.md", "link.md"], Kept());
        Assert.Equal("first", await File.ReadAllTextAsync(Path.Combine(Folder, "a.md"), Cancellation));
        Assert.False(File.Exists(outside));
        await EndedAsync();
        var told = WebUtility.HtmlDecode(await admin.GetStringAsync("/admin/preview", Cancellation));
        Assert.Contains("“a.md” is kept as “a-2.md”, because another “a.md” lies there", told, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/admin/inbox?replace=a.md\">Send it again in the place of “a.md”</a>", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_a_sentence_and_the_others_are_kept()
    {
        using var admin = await AdminAsync();

        (await UploadAsync(admin, ("large.md", new string('a', 300_001)), ("\u202E", "x"), ("small.md", Article("small")))).Dispose();

        Assert.Equal(["small.md"], Kept());
        var told = WebUtility.HtmlDecode(await admin.GetStringAsync("/admin/preview", Cancellation));
        Assert.Contains("1 file came into the inbox. “large.md” was not kept: it has 300 kB, the limit is 300 kB. Split it, or raise Ingestion:MaxFileBytes.", told, StringComparison.Ordinal);
        Assert.Contains("“a file without a name” was not kept", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_files_than_two_hundred_are_refused_and_none_is_kept()
    {
        using var admin = await AdminAsync();

        using var answer = await UploadAsync(admin, [.. Enumerable.Range(0, 201).Select(number => ($"{number}.md", "x"))]);

        Assert.Equal(Page, answer.Headers.Location?.OriginalString);
        Assert.Contains("at most 200 are taken at once", await admin.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task An_upload_over_the_limit_is_refused_before_its_first_byte_is_read()
    {
        var site = _app.Listen();
        await _app.AddAccountAsync();
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var admin = new HttpClient(handler) { BaseAddress = site };
        await admin.SignInAsync();

        var (told, unsized) = (await SendHeadAsync("Content-Length: 5000000"), await SendHeadAsync("Transfer-Encoding: chunked"));

        Assert.StartsWith("HTTP/1.1 413", told, StringComparison.Ordinal);
        Assert.Contains("The files have 5 MB together; at most 1 MB are taken at once. Nothing was read or kept.", told, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 411", unsized, StringComparison.Ordinal);

        // Only the head is sent: an answer comes because nothing waits for the body.
        async Task<string> SendHeadAsync(string length)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(site.Host, site.Port, Cancellation);
            await using var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {Page} HTTP/1.1\r\nHost: {site.Authority}\r\nCookie: {cookies.GetCookieHeader(site)}\r\nContent-Type: multipart/form-data; boundary=x\r\n{length}\r\nConnection: close\r\n\r\n"), Cancellation);
            var answer = new StringBuilder();
            var buffer = new byte[8192];
            while (!answer.ToString().Contains("</html>", StringComparison.Ordinal) && await stream.ReadAsync(buffer, Cancellation) is > 0 and var read)
                answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
            return WebUtility.HtmlDecode(answer.ToString());
        }
    }

    [Fact]
    public async Task Only_an_administrator_sends_files_and_only_with_the_forms_token_and_not_too_often()
    {
        using var admin = await AdminAsync();
        await _app.AddAccountAsync("editor@example.org", AccountRole.Editor);
        using var editor = _app.Visitor();
        await editor.SignInAsync("editor@example.org");

        using var page = await editor.GetAsync(Page, Cancellation);
        using var byEditor = await editor.PostAsync(Page, Body(await editor.TokenAsync("/admin"), ("a.md", "x")), Cancellation);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (page.StatusCode, byEditor.StatusCode));
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 31; i++)
        {
            using var answer = await admin.PostAsync(Page, Body("", ("a.md", "x")), Cancellation);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests), (answers[0], answers[^1]));
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_whole_leaves_nothing_behind()
    {
        using var admin = await AdminAsync();
        var inbox = _app.Services.GetRequiredService<Inbox>();

        await Assert.ThrowsAsync<IOException>(() => inbox.KeepAsync("a.md", new BreakingStream(), Cancellation));

        Assert.Empty(Directory.GetFileSystemEntries(Folder));
        Assert.Equal("a.md", await inbox.KeepAsync("a.md", new MemoryStream([1]), Cancellation));
    }

    [Fact]
    public async Task Removing_asks_first_puts_the_file_aside_and_takes_only_names_of_the_list()
    {
        using var admin = await AdminAsync();
        (await UploadAsync(admin, ("a.md", Article("a")))).Dispose();
        await EndedAsync();
        await File.WriteAllTextAsync(Path.Combine(_app.Data, "precious.txt"), "x", Cancellation);

        Assert.Contains("Remove <code>a.md</code>", await admin.GetStringAsync($"{Page}?remove=a.md", Cancellation), StringComparison.Ordinal);
        (await admin.SubmitAsync(Page, $"{Page}?handler=remove", ("name", "../precious.txt"))).Dispose();
        Assert.Contains("no such file in the inbox", await admin.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
        (await admin.SubmitAsync(Page, $"{Page}?handler=remove", ("name", "a.md"))).Dispose();

        Assert.Empty(Kept());
        Assert.Equal(Article("a"), await File.ReadAllTextAsync(Path.Combine(Folder, ".removed", "a.md"), Cancellation));
        Assert.True(File.Exists(Path.Combine(_app.Data, "precious.txt")));
    }

    [Fact]
    public async Task A_mended_file_takes_the_place_of_one_that_was_refused_and_ends_its_entry_in_the_review()
    {
        using var admin = await AdminAsync();
        (await UploadAsync(admin, ("a.md", "---\ntitle: \"never closed\n---\n"))).Dispose();
        await ApplyAsync(admin);
        var review = await admin.GetStringAsync("/admin/review?files=true", Cancellation);
        Assert.Contains("href=\"/admin/inbox?replace=a.md\"", review, StringComparison.Ordinal);
        var page = await admin.GetStringAsync($"{Page}?replace=a.md", Cancellation);
        Assert.Contains("takes the place of <code>a.md</code>", page, StringComparison.Ordinal);

        using var body = Body(await admin.TokenAsync(Page), ("mended at home.md", Article("a")));
        body.Add(new StringContent("a.md"), "name");
        using var answer = await admin.PostAsync($"{Page}?handler=replace", body, Cancellation);
        Assert.Equal("/admin/preview", answer.Headers.Location?.OriginalString);

        Assert.Equal(["a.md"], Kept());
        Assert.Contains("never closed", await File.ReadAllTextAsync(Path.Combine(Folder, ".removed", "a.md"), Cancellation), StringComparison.Ordinal);
        await ApplyAsync(admin);
        Assert.DoesNotContain("a.md", await admin.GetStringAsync("/admin/review?files=true", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_takes_the_place_of_one_in_the_list_alone()
    {
        using var admin = await AdminAsync();
        var precious = Path.Combine(_app.Data, "precious.txt");
        await File.WriteAllTextAsync(precious, "x", Cancellation);

        using var body = Body(await admin.TokenAsync(Page), ("a.md", Article("a")));
        body.Add(new StringContent("../precious.txt"), "name");
        (await admin.PostAsync($"{Page}?handler=replace", body, Cancellation)).Dispose();

        Assert.Equal("x", await File.ReadAllTextAsync(precious, Cancellation));
        Assert.Empty(Kept());
        Assert.Contains("no longer in the inbox", await admin.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_stays_in_its_place_where_the_one_that_was_to_take_it_cannot_be_moved_there()
    {
        var inbox = _app.Services.GetRequiredService<Inbox>();
        await inbox.KeepAsync("a.md", new MemoryStream([1]), Cancellation);

        await Assert.ThrowsAnyAsync<IOException>(() => inbox.ReplaceAsync("a.md", new VanishingStream(Folder), Cancellation));

        Assert.Equal(["a.md"], Kept());
        Assert.Equal([1], await File.ReadAllBytesAsync(Path.Combine(Folder, "a.md"), Cancellation));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Folder, ".removed")));
    }

    [Theory]
    [InlineData("---\ntitle: \"Megvii opens lab b\"\nwebUrl: \"https://example.com/b\"\n---\n")]
    [InlineData("---\ntitle: \"never closed\n---\n")]
    public async Task A_file_that_holds_other_bytes_than_were_imported_from_its_place_does_not_say_that_it_is_imported(string other)
    {
        using var admin = await AdminAsync();
        (await UploadAsync(admin, ("a.md", Article("a")))).Dispose();
        Assert.Contains(">not imported</td>", await admin.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
        await ApplyAsync(admin);
        Assert.Contains(">imported</td>", await admin.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(Folder, "a.md"), other, Cancellation);

        Assert.Contains(">not imported as it is now</td>", await admin.GetStringAsync(Page, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_back_says_so_and_stays_out_of_the_next_upload_unless_it_is_ticked_or_sent_again()
    {
        using var admin = await AdminAsync();
        (await UploadAsync(admin, ("a.md", Article("a")), ("b.md", Article("b")))).Dispose();
        await ApplyAsync(admin);
        await UndoAsync(admin, 2);
        var page = await admin.GetStringAsync(Page, Cancellation);
        Assert.Equal(2, page.Split("taken back by <a href=\"/admin/runs/3\">run 3</a>").Length - 1);

        (await UploadAsync(admin, ("c.md", Article("c")))).Dispose();
        Assert.Equal((1, 2), Counts(await EndedAsync()));
        var preview = await admin.GetStringAsync("/admin/preview?show=unchanged", Cancellation);
        Assert.Contains("Left out: a person undid the run", preview, StringComparison.Ordinal);
        Assert.Contains("<strong>left out</strong>", preview, StringComparison.Ordinal);
        Assert.Contains("Tick it beside the next upload in <a href=\"/admin/inbox\">the inbox</a>", preview, StringComparison.Ordinal);
        await ApplyAsync(admin);
        Assert.DoesNotContain("lab a<", await admin.GetStringAsync("/?scope=all", Cancellation), StringComparison.Ordinal);

        using var ticked = Body(await admin.TokenAsync(Page), ("d.md", Article("d")));
        ticked.Add(new StringContent("a.md"), "again");
        (await admin.PostAsync(Page, ticked, Cancellation)).Dispose();
        Assert.Equal((2, 2), Counts(await EndedAsync()));

        (await UploadAsync(admin, ("b sent again.md", Article("b")))).Dispose();
        Assert.Contains("b sent again.md", Kept());
        Assert.Equal(FileOutcome.Added, (await EndedAsync()).Report!.Files.Single(file => file.Path == "b sent again.md").Outcome);

        static (int Added, int Unchanged) Counts(ImportJob job) => (job.Report!.Totals.Added, job.Report.Totals.Unchanged);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("")]
    [InlineData("data/keys")]
    [InlineData("data/backups/inbox")]
    public void An_inbox_where_the_tracker_keeps_its_own_files_is_refused_at_the_start(string inbox)
    {
        var home = Path.Combine(Path.GetTempPath(), "newstracker-home");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = Path.Combine(home, "data"),
            ["Import:Inbox"] = Path.Combine(home, inbox),
        }).Build();

        var refusal = Assert.Throws<SettingsException>(() => TrackerSettings.Read(configuration));

        Assert.StartsWith("Import:Inbox is “", refusal.Message, StringComparison.Ordinal);
    }

    static string Article(string name) => $"---\ntitle: \"Megvii opens lab {name}\"\nwebUrl: \"https://example.com/{name}\"\n---\n";

    async Task<HttpClient> AdminAsync()
    {
        await _app.AddAccountAsync();
        var admin = _app.Visitor();
        await admin.SignInAsync();
        return admin;
    }

    static async Task<HttpResponseMessage> UploadAsync(HttpClient client, params (string Name, string Text)[] files) =>
        await client.PostAsync(Page, Body(await client.TokenAsync(Page), files), Cancellation);

    internal static MultipartFormDataContent Body(string token, params (string Name, string Text)[] files)
    {
        var body = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, text) in files) body.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", name);
        return body;
    }

    string[] Kept() => !Directory.Exists(Folder) ? [] : [.. new DirectoryInfo(Folder).GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    static async Task UndoAsync(HttpClient admin, long run)
    {
        var page = $"/admin/runs/{run}/undo";
        var version = VersionField().Match(await admin.GetStringAsync(page, Cancellation)).Groups[1].Value;
        using var done = await admin.SubmitAsync(page, page, ("version", version));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    [GeneratedRegex("name=\"version\" value=\"([^\"]+)\"")]
    private static partial Regex VersionField();

    async Task ApplyAsync(HttpClient admin)
    {
        var preview = await EndedAsync();
        (await admin.SubmitAsync("/admin/preview", "/admin/preview?handler=apply", ("made", preview.StartedAt.Ticks.ToString(CultureInfo.InvariantCulture)))).Dispose();
        await EndedAsync();
    }

    async Task<ImportJob> EndedAsync()
    {
        var jobs = _app.Services.GetRequiredService<ImportJobs>();
        while (jobs.Latest is null or { IsRunning: true }) await Task.Delay(20, Cancellation);
        return jobs.Latest;
    }

    /// <summary>Takes away the file that it is written into, once it is read.</summary>
    sealed class VanishingStream(string folder) : MemoryStream([2])
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await base.CopyToAsync(destination, bufferSize, cancellationToken);
            foreach (var coming in Directory.GetFiles(folder, ".coming-*")) File.Delete(coming);
        }
    }

    sealed class BreakingStream : MemoryStream
    {
        int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (++_reads > 3) throw new IOException("No space left on device");
            buffer.Span.Fill((byte)'a');
            return ValueTask.FromResult(buffer.Length);
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => CopyAsync(destination, cancellationToken);

        async Task CopyAsync(Stream destination, CancellationToken cancellationToken)
        {
            var buffer = new byte[1024];
            while (await ReadAsync(buffer, cancellationToken) is > 0 and var read) await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
