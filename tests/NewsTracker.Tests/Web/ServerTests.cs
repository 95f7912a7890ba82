using System.Net;
using System.Text.Json;

namespace NewsTracker.Tests.Web;

public sealed class ServerTests : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new() { LogLevel = "Debug" };

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told(string address)
    {
        using var visitor = _app.Visitor();

        Assert.Equal("Healthy", await visitor.GetStringAsync(address, Cancellation));
    }

    [Fact]
    public async Task An_empty_database_imports_the_configured_folders_by_itself()
    {
        using var visitor = _app.Visitor();

        using var list = JsonDocument.Parse(await visitor.GetStringAsync("/api/v1/articles", Cancellation));

        Assert.Equal(19, list.RootElement.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_api_describes_itself_and_leaves_the_desk_out()
    {
        using var visitor = _app.Visitor();

        var description = await visitor.GetStringAsync("/openapi/v1.json", Cancellation);

        Assert.Contains("/api/v1/articles", description, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin", description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/admin/sign-in")]
    [InlineData("/api/v1/articles")]
    [InlineData("/css/site.css")]
    [InlineData("/no/such/page")]
    public async Task Every_answer_tells_browsers_what_to_refuse(string address)
    {
        using var visitor = _app.Visitor();

        using var answer = await visitor.GetAsync(address, Cancellation);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        var refused = Assert.Single(answer.Headers.GetValues("Permissions-Policy"));
        Assert.Contains("camera=()", refused, StringComparison.Ordinal);
        // Chromium reports a name that it does not know as an error on every page.
        Assert.DoesNotContain("web-share", refused, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/no/such/page", "text/html")]
    [InlineData("/api/v1/no-such-thing", "application/problem+json")]
    [InlineData("/api/v1/articles/999999", "application/problem+json")]
    public async Task What_is_not_there_is_told_to_people_and_to_programs(string address, string type)
    {
        using var visitor = _app.Visitor();

        using var answer = await visitor.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_api_says_which_requests_an_address_takes()
    {
        using var visitor = _app.Visitor();

        using var answer = await visitor.PostAsync("/api/v1/articles", null, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/export.jsonl")]
    [InlineData("/export.csv")]
    [InlineData("/api/v1/articles")]
    [InlineData("/")]
    public async Task What_is_sent_is_compressed_for_those_who_ask(string address)
    {
        using var visitor = _app.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br" } } };

        using var answer = await visitor.SendAsync(request, Cancellation);

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_page_for_everybody_sets_no_cookie()
    {
        using var visitor = _app.Visitor();

        using var answer = await visitor.GetAsync("/", Cancellation);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_log_holds_the_request_without_what_was_searched()
    {
        using var visitor = _app.Visitor();

        (await visitor.GetAsync("/?q=zebracrossing", Cancellation)).Dispose();

        Assert.Contains("\"RequestPath\":\"/\"", _app.LogText(), StringComparison.Ordinal);
        Assert.DoesNotContain("zebracrossing", _app.LogText(), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", _app.LogText(), StringComparison.Ordinal);
    }
}
