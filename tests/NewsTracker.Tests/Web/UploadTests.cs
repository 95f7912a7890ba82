using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Web;

/// <summary>Files that are sent: what is taken, under which name, and what is refused.</summary>
public sealed class UploadTests : InboxTestBase
{
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
        Assert.Contains("3 files came into the inbox: “one.md”, “two.md” and “broken.md”.", WebUtility.HtmlDecode(await admin.GetStringAsync("/admin/log?kind=filesSent", Cancellation)), StringComparison.Ordinal);
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
        Assert.Contains(@"“../../etc/pass\u202Ewd.md” is kept as “passwd.md”", told, StringComparison.Ordinal);
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
}
