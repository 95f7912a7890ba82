using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Tests.Web;

/// <summary>What lies in the inbox: put in, replaced, removed, imported, taken back.</summary>
public sealed class InboxTests : InboxTestBase
{
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
        foreach (var place in (string[])["/admin", "/admin/preview"])
            Assert.Contains("2 added; undone by run 3.", await admin.GetStringAsync(place, Cancellation), StringComparison.Ordinal);
        var page = await admin.GetStringAsync(Page, Cancellation);
        Assert.Equal(2, page.Split("taken back by <a href=\"/admin/runs/3\">run 3</a>").Length - 1);

        (await UploadAsync(admin, ("c.md", Article("c")))).Dispose();
        Assert.Equal((1, 2), Counts(await EndedAsync()));
        var preview = await admin.GetStringAsync("/admin/preview?show=leftout", Cancellation);
        Assert.Contains("2 left out", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("unchanged,", preview, StringComparison.Ordinal);
        Assert.Contains(">unchanged (0)</a>", preview, StringComparison.Ordinal);
        Assert.Contains(">left out (2)</a>", preview, StringComparison.Ordinal);
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
