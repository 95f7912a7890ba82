using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Tests.Web;

/// <summary>Sessions are seen by their owner, end one by one or together, and are over at the next request.</summary>
public sealed partial class SessionTests : IAsyncDisposable
{
    const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const string Editor = "editor@example.org";

    readonly NewsTrackerApp _app = new();
    readonly ManualClock _clock = new(TimeProvider.System.GetUtcNow());
    readonly WebApplicationFactory<Program> _site;

    public SessionTests() => _site = _app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_clock)));

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_person_sees_every_session_and_one_that_is_ended_goes_to_the_door_at_its_next_request()
    {
        await AddAsync(NewsTrackerApp.Email, AccountRole.Admin);
        using var here = await SignedInAsync(NewsTrackerApp.Email);
        using var there = await SignedInAsync(NewsTrackerApp.Email, Firefox);

        var page = await here.GetStringAsync("/admin/account", Cancellation);
        Assert.Contains("<strong>Firefox on Linux</strong>", page, StringComparison.Ordinal);
        Assert.Matches("<strong>a program</strong>, since [0-9: -]+ UTC: this one", page);
        var other = Assert.Single(Ends().Matches(page)).Groups[1].Value;
        using var ended = await here.SubmitAsync("/admin/account", "/admin/account?handler=End", ("session", other));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(here));
        using var next = await there.GetAsync("/admin/account", Cancellation);
        Assert.StartsWith("/admin/sign-in", next.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.DoesNotContain("End all other sessions", await here.GetStringAsync("/admin/account", Cancellation), StringComparison.Ordinal);
        Assert.Contains("Firefox on Linux", await here.GetStringAsync("/admin/log?kind=sessionsEnded", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else_by_its_number()
    {
        await AddAsync(NewsTrackerApp.Email, AccountRole.Admin);
        await AddAsync(Editor, AccountRole.Editor);
        using var admin = await SignedInAsync(NewsTrackerApp.Email);
        using var editor = await SignedInAsync(Editor);

        var others = Ends().Matches(await editor.GetStringAsync("/admin/account", Cancellation));
        (await editor.SubmitAsync("/admin/account", "/admin/account?handler=End", ("session", "1"))).Dispose();

        Assert.Empty(others);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(admin));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(editor));
    }

    [Fact]
    public async Task An_administrator_signs_a_person_out_everywhere_and_a_role_holds_from_the_next_request_on()
    {
        await AddAsync(NewsTrackerApp.Email, AccountRole.Admin);
        await AddAsync(Editor, AccountRole.Editor);
        using var admin = await SignedInAsync(NewsTrackerApp.Email);
        using var here = await SignedInAsync(Editor);
        using var there = await SignedInAsync(Editor, Firefox);
        var id = (await _site.Services.GetRequiredService<AccountDirectory>().ListAsync(Cancellation)).Single(account => account.Email == Editor).Id;

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(here, "/admin/log"));
        using var promoted = await admin.SubmitAsync("/admin/people", "/admin/people?handler=Role", ("id", id), ("role", "Admin"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(here, "/admin/log"));
        using var demoted = await admin.SubmitAsync("/admin/people", "/admin/people?handler=Role", ("id", id), ("role", "Editor"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(here, "/admin/log"));
        using var ended = await admin.SubmitAsync("/admin/people", "/admin/people?handler=SignOut", ("id", id));

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(here));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(there));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(admin));
    }

    [Fact]
    public async Task A_session_ends_twelve_hours_after_it_was_last_used_and_not_before()
    {
        await AddAsync(NewsTrackerApp.Email, AccountRole.Admin);
        using var person = await SignedInAsync(NewsTrackerApp.Email);

        for (var day = 0; day < 3; day++)
        {
            _clock.Move(SessionDesk.Lifetime - TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(person));
            await WrittenAsync();
        }

        _clock.Move(SessionDesk.Lifetime);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(person));
    }

    [Fact]
    public async Task Signing_in_takes_no_earlier_key_over_and_signing_out_ends_the_session_for_a_copied_cookie_too()
    {
        await AddAsync(NewsTrackerApp.Email, AccountRole.Admin);
        using var person = Visitor();
        var first = await CookieAsync(person);
        var second = await CookieAsync(person);
        Assert.Equal(HttpStatusCode.Redirect, await WithAsync(first));
        Assert.Equal(HttpStatusCode.OK, await WithAsync(second));

        using var left = await person.SubmitAsync("/admin/account", "/admin/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, await WithAsync(second));
    }

    [Theory]
    [InlineData("https")]
    [InlineData("http")]
    public async Task Every_cookie_is_for_this_site_and_no_script_and_behind_TLS_for_TLS_alone(string scheme)
    {
        await AddAsync(NewsTrackerApp.Email, AccountRole.Admin);
        using var person = _site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri($"{scheme}://localhost") });
        List<string> cookies = [];
        foreach (var address in (string[])["/admin/sign-in", "/admin/account"])
        {
            using var page = await person.GetAsync(address, Cancellation);
            cookies.AddRange(page.Headers.TryGetValues("Set-Cookie", out var formCookies) ? formCookies : []);
            using var answer = address == "/admin/sign-in"
                ? await person.SubmitAsync(address, address, ("Email", NewsTrackerApp.Email), ("Password", NewsTrackerApp.Password))
                : await person.SubmitAsync(address, $"{address}?handler=Others");
            cookies.AddRange(answer.Headers.GetValues("Set-Cookie"));
        }

        Assert.Equal(3, cookies.Select(cookie => cookie.Split('=')[0]).Distinct().Count());
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(scheme == "https", cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        });
    }

    [Theory]
    [InlineData(Firefox, "Firefox on Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on an iPhone")]
    [InlineData("curl/8.5.0", "a program")]
    [InlineData("<script>alert(1)</script>", "a program")]
    [InlineData(null, "a program")]
    public void A_browser_is_told_in_words(string? userAgent, string words) => Assert.Equal(words, BrowserWords.Of(userAgent));

    Task AddAsync(string email, AccountRole role) => _site.Services.GetRequiredService<AccountDirectory>().AddAsync(email, NewsTrackerApp.Password, role, "test");

    HttpClient Visitor() => _site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    async Task<HttpClient> SignedInAsync(string email, string? userAgent = null)
    {
        var person = Visitor();
        if (userAgent is not null) person.DefaultRequestHeaders.Add("User-Agent", userAgent);
        await person.SignInAsync(email);
        return person;
    }

    static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address = "/admin/account")
    {
        using var answer = await client.GetAsync(address, Cancellation);
        return answer.StatusCode;
    }

    static async Task<string> CookieAsync(HttpClient person)
    {
        using var answer = await person.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("Email", NewsTrackerApp.Email), ("Password", NewsTrackerApp.Password));
        return answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("newstracker.session", StringComparison.Ordinal)).Split(';')[0];
    }

    async Task<HttpStatusCode> WithAsync(string cookie)
    {
        using var copy = _site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        copy.DefaultRequestHeaders.Add("Cookie", cookie);
        return await StatusAsync(copy);
    }

    // Until the last request is noted in the database: it is written beside the requests, a minute later.
    async Task WrittenAsync()
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        while (true)
        {
            _clock.Move(LastSeen.Between / 6);
            await using (var news = _site.Services.GetRequiredService<NewsDatabase>().Open())
                if (news.Sessions.All(session => session.LastSeenAt >= now)) return;
            await Task.Delay(20, Cancellation);
        }
    }

    [GeneratedRegex("name=\"session\" value=\"([0-9]+)\"")]
    private static partial Regex Ends();
}
