using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Web.Admin;

namespace NewsTracker.Tests.Web;

/// <summary>An administrator at a served tracker's inbox, with low limits.</summary>
public abstract partial class InboxTestBase : IAsyncDisposable
{
    private protected const string Page = "/admin/inbox";

    private protected readonly NewsTrackerApp _app = new()
    {
        Settings = new() { ["Import:MaxUploadBytes"] = "1000000", ["Ingestion:MaxFileBytes"] = "300000" },
    };

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected string Folder => Path.Combine(_app.Data, "inbox");

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _app.DisposeAsync();
    }

    private protected static string Article(string name) => $"---\ntitle: \"Megvii opens lab {name}\"\nwebUrl: \"https://example.com/{name}\"\n---\n";

    private protected async Task<HttpClient> AdminAsync()
    {
        await _app.AddAccountAsync();
        var admin = _app.Visitor();
        await admin.SignInAsync();
        return admin;
    }

    private protected static async Task<HttpResponseMessage> UploadAsync(HttpClient client, params (string Name, string Text)[] files) =>
        await client.PostAsync(Page, Body(await client.TokenAsync(Page), files), Cancellation);

    internal static MultipartFormDataContent Body(string token, params (string Name, string Text)[] files)
    {
        var body = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, text) in files) body.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", name);
        return body;
    }

    private protected string[] Kept() => !Directory.Exists(Folder) ? [] : [.. new DirectoryInfo(Folder).GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    private protected static async Task UndoAsync(HttpClient admin, long run)
    {
        var page = $"/admin/runs/{run}/undo";
        var version = VersionField().Match(await admin.GetStringAsync(page, Cancellation)).Groups[1].Value;
        using var done = await admin.SubmitAsync(page, page, ("version", version));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    [GeneratedRegex("name=\"version\" value=\"([^\"]+)\"")]
    private static partial Regex VersionField();

    private protected async Task ApplyAsync(HttpClient admin)
    {
        var preview = await EndedAsync();
        (await admin.SubmitAsync("/admin/preview", "/admin/preview?handler=apply", ("made", preview.StartedAt.Ticks.ToString(CultureInfo.InvariantCulture)))).Dispose();
        await EndedAsync();
    }

    private protected async Task<ImportJob> EndedAsync()
    {
        var jobs = _app.Services.GetRequiredService<ImportJobs>();
        while (jobs.Latest is null or { IsRunning: true }) await Task.Delay(20, Cancellation);
        return jobs.Latest;
    }
}
