using System.Net;

namespace NewsTracker.Tests.Web;

/// <summary>A password changes and sessions end; proxies are believed only where they are known.</summary>
public sealed class AccountPageTests : IAsyncDisposable
{
    const string NewPassword = "another long password";

    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_changed_password_ends_every_other_session_at_once_and_keeps_this_one()
    {
        await _app.AddAccountAsync();
        using var here = _app.Visitor();
        using var there = _app.Visitor();
        await here.SignInAsync();
        await there.SignInAsync();

        using var changed = await here.SubmitAsync("/admin/account", "/admin/account?handler=Password", ("Password", NewsTrackerApp.Password), ("NewPassword", NewPassword));

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/admin", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/admin", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task All_other_sessions_end_when_a_person_asks_for_it()
    {
        await _app.AddAccountAsync();
        using var here = _app.Visitor();
        using var there = _app.Visitor();
        await here.SignInAsync();
        await there.SignInAsync();

        Assert.Matches("last seen [0-9: -]+ UTC<", await here.GetStringAsync("/admin/account", Cancellation));
        using var ended = await here.SubmitAsync("/admin/account", "/admin/account?handler=Others");

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/admin", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/admin", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("not the password", NewPassword)]
    [InlineData(NewsTrackerApp.Password, "short")]
    [InlineData(NewsTrackerApp.Password, "DESK@example.org")]
    [InlineData(NewsTrackerApp.Password, "@example.org")]
    [InlineData(NewsTrackerApp.Password, "Desk, example, 2026")]
    public async Task A_wrong_or_weak_password_changes_nothing(string now, string next)
    {
        await _app.AddAccountAsync();
        using var here = _app.Visitor();
        await here.SignInAsync();

        using var answer = await here.SubmitAsync("/admin/account", "/admin/account?handler=Password", ("Password", now), ("NewPassword", next));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var again = _app.Visitor();
        await again.SignInAsync();
    }

    [Fact]
    public async Task The_password_one_has_is_no_new_one_and_ends_no_session()
    {
        await _app.AddAccountAsync();
        using var here = _app.Visitor();
        await here.SignInAsync();
        using var there = _app.Visitor();
        await there.SignInAsync();

        using var answer = await here.SubmitAsync(
            "/admin/account", "/admin/account?handler=Password", ("Password", NewsTrackerApp.Password), ("NewPassword", NewsTrackerApp.Password));

        Assert.Contains("The new password is the one you have.", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/admin", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("192.0.2.1", false)]
    public async Task A_forwarded_scheme_is_taken_from_known_proxies_alone(string peer, bool isTaken)
    {
        using var app = _app.WithWebHostBuilder(builder => builder.UseSetting("Proxy:Known:0", "10.0.0.0/8"));

        var context = await app.Server.SendAsync(request =>
        {
            request.Connection.RemoteIpAddress = IPAddress.Parse(peer);
            request.Request.Path = "/health/live";
            request.Request.Headers["X-Forwarded-Proto"] = "https";
            request.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
        }, Cancellation);

        Assert.Equal(isTaken ? "https" : "http", context.Request.Scheme);
        Assert.Equal(isTaken ? "203.0.113.9" : peer, context.Connection.RemoteIpAddress!.ToString());
    }
}
