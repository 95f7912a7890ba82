using System.Diagnostics;
using System.Net;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Tests.Web;

/// <summary>Uploads to a server that may write no file over eight megabytes, which is as a full disk to it and needs no root.</summary>
public sealed class FullDiskUploadTests : IDisposable
{
    readonly string _home = Directory.CreateTempSubdirectory("newstracker-").FullName;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string Data => Path.Combine(_home, "data");

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task A_full_disk_is_told_nothing_half_is_left_and_the_next_upload_works()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no ulimit.");
        var account = await Executable.RunAsync(_home, NewsTrackerApp.Password, "admin", "add", NewsTrackerApp.Email, "--password-stdin", "--data", Data);
        Assert.Equal(0, account.Code);
        using var server = Start();
        try
        {
            using var handler = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
            using var admin = new HttpClient(handler) { BaseAddress = await AddressAsync(server) };
            await admin.SignInAsync();

            using var full = await UploadAsync(admin, new string('a', 12_000_000));
            Assert.Equal(HttpStatusCode.InsufficientStorage, full.StatusCode);
            Assert.Contains("Nothing was kept.", await full.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            Assert.False(Directory.Exists(Path.Combine(Data, "inbox")));

            using var small = await UploadAsync(admin, "---\ntitle: \"Megvii opens a lab\"\nwebUrl: \"https://example.com/a\"\n---\n");
            Assert.Equal("/admin/preview", small.Headers.Location?.OriginalString);
            Assert.Equal("a.md", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(Path.Combine(Data, "inbox")))));
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(Cancellation);
        }
    }

    static async Task<HttpResponseMessage> UploadAsync(HttpClient admin, string text) =>
        await admin.PostAsync("/admin/inbox", InboxTestBase.Body(await admin.TokenAsync("/admin/inbox"), ("a.md", text)), Cancellation);

    Process Start()
    {
        var line = $"trap '' XFSZ; ulimit -f 8192; exec dotnet '{typeof(DataPlaces).Assembly.Location}' serve --data '{Data}' --urls http://127.0.0.1:0";
        var start = new ProcessStartInfo("bash", ["-c", line]) { WorkingDirectory = _home, RedirectStandardOutput = true };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start)!;
    }

    static async Task<Uri> AddressAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync(Cancellation) is { } line)
            if (line.StartsWith("Open ", StringComparison.Ordinal)) return new Uri(line["Open ".Length..]);
        throw new InvalidOperationException("The server ended before it served.");
    }
}
