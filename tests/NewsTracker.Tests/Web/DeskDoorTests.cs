using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Tests.Web;

public sealed class DeskDoorTests : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new() { LogLevel = "Debug" };

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Every_address_of_the_desk_sends_a_stranger_to_the_door()
    {
        await _app.AddAccountAsync();
        using var stranger = _app.Visitor();
        var addresses = _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(pattern => pattern.StartsWith("admin", StringComparison.OrdinalIgnoreCase))
            .Select(pattern => "/" + pattern.Replace("{id:long}", "1", StringComparison.Ordinal).Replace("{sha256}", "1", StringComparison.Ordinal).Replace("{name}", "1", StringComparison.Ordinal).Replace("{**unknown}", "no/such/page", StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(address => address is not ("/admin/sign-in" or "/admin/setup" or "/admin/invitation/{code}"))
            .ToList();

        Assert.True(addresses.Count >= 7, string.Join(' ', addresses));
        foreach (var address in addresses)
        {
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
            {
                using var answer = await stranger.SendAsync(new HttpRequestMessage(method, address), Cancellation);
                Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.MethodNotAllowed, $"{method} {address} answered {answer.StatusCode}");
                if (answer.StatusCode == HttpStatusCode.Redirect) Assert.StartsWith("/admin/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Setup_takes_the_printed_code_once_and_is_gone_afterwards()
    {
        using var visitor = _app.Visitor();
        var code = _app.Services.GetRequiredService<SetupCode>();
        (string, string)[] person = [("Email", NewsTrackerApp.Email), ("Password", NewsTrackerApp.Password)];

        Assert.Contains("href=\"/admin/setup\"", await visitor.GetStringAsync("/admin/sign-in", Cancellation), StringComparison.Ordinal);
        using var wrong = await visitor.SubmitAsync("/admin/setup", "/admin/setup", [("Code", "AAAA-BBBB-CCCC"), .. person]);
        Assert.Contains("This is not the code", await wrong.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var weak = await visitor.SubmitAsync("/admin/setup", "/admin/setup", ("Code", code.Code), ("Email", NewsTrackerApp.Email), ("Password", "short"));
        Assert.Equal(HttpStatusCode.OK, weak.StatusCode);
        using var right = await visitor.SubmitAsync("/admin/setup", "/admin/setup", [("Code", code.Code.ToLowerInvariant()), .. person]);
        Assert.Equal("/admin", right.Headers.Location?.OriginalString);

        using var desk = await visitor.GetAsync("/admin", Cancellation);
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
        Assert.True(desk.Headers.CacheControl!.NoStore);
        using var again = await visitor.GetAsync("/admin/setup", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.DoesNotContain("/admin/setup", await visitor.GetStringAsync("/admin/sign-in", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(code.Code, _app.LogText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(NewsTrackerApp.Email, _app.LogText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_setup_code_closes_after_ten_wrong_ones()
    {
        var code = new SetupCode();

        Assert.All(Enumerable.Repeat("wrong", 10), wrong => Assert.False(code.TryTake(wrong)));

        Assert.False(code.Open);
        Assert.False(code.TryTake(code.Code));
    }

    [Fact]
    public void The_right_code_never_closes_the_setup()
    {
        var code = new SetupCode();

        for (var weakPasswords = 0; weakPasswords < 11; weakPasswords++)
        {
            Assert.True(code.TryTake(code.Code));
            code.GiveBack();
        }

        Assert.True(code.Open);
    }

    [Theory]
    [InlineData(NewsTrackerApp.Email, "not the password")]
    [InlineData("nobody@example.org", NewsTrackerApp.Password)]
    public async Task A_refused_sign_in_tells_the_same_whoever_it_is(string email, string password)
    {
        await _app.AddAccountAsync();
        using var visitor = _app.Visitor();

        using var answer = await visitor.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("Email", email), ("Password", password));

        Assert.Contains("E-mail or password is wrong, or the account is locked", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_ten_tries_a_minute_are_enough()
    {
        await _app.AddAccountAsync();
        using var visitor = _app.Visitor();
        for (var i = 0; i < 5; i++) (await visitor.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("Email", NewsTrackerApp.Email), ("Password", "wrong"))).Dispose();

        using var locked = await visitor.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("Email", NewsTrackerApp.Email), ("Password", NewsTrackerApp.Password));
        Assert.Equal(HttpStatusCode.OK, locked.StatusCode);

        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 6; i++)
        {
            using var answer = await visitor.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("Email", "x"), ("Password", "y"));
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Theory]
    [InlineData("/admin/runs/1", "/admin/runs/1")]
    [InlineData("https://evil.example/", "/admin")]
    [InlineData("//evil.example/", "/admin")]
    public async Task A_return_address_stays_on_this_site(string asked, string taken)
    {
        await _app.AddAccountAsync();
        using var visitor = _app.Visitor();

        using var answer = await visitor.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("Email", NewsTrackerApp.Email), ("Password", NewsTrackerApp.Password), ("ReturnUrl", asked));

        Assert.Equal(taken, answer.Headers.Location?.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("newstracker.session", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/admin?handler=import")]
    [InlineData("/admin?handler=cancel")]
    [InlineData("/admin/preview?handler=make")]
    [InlineData("/admin/preview?handler=apply")]
    [InlineData("/admin/merge?article=1&other=2")]
    [InlineData("/admin/merges")]
    [InlineData("/admin/inbox")]
    [InlineData("/admin/inbox?handler=remove")]
    [InlineData("/admin/catalogue?handler=retag")]
    [InlineData("/admin/catalogue?handler=cancel")]
    [InlineData("/admin/catalogue/companies/new")]
    [InlineData("/admin/catalogue/companies/sensetime?handler=merge")]
    [InlineData("/admin/catalogue/companies/sensetime?handler=remove")]
    [InlineData("/admin/catalogue/topics/funding")]
    [InlineData("/admin/catalogue/try")]
    [InlineData("/admin/catalogue/versions")]
    [InlineData("/admin/catalogue/import")]
    [InlineData("/admin/sign-in")]
    [InlineData("/admin/sign-out")]
    public async Task A_form_without_its_token_is_refused(string action)
    {
        await _app.AddAccountAsync();
        using var person = _app.Visitor();
        await person.SignInAsync();

        using var answer = await person.PostAsync(action, Forms.Body(("Email", "x"), ("Password", "y")), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Setup_refuses_a_form_without_its_token_and_more_than_ten_tries_a_minute()
    {
        using var stranger = _app.Visitor();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 11; i++)
        {
            using var answer = await stranger.PostAsync("/admin/setup", Forms.Body(("Code", "XXXX-XXXX-XXXX"), ("Email", "x@example.org"), ("Password", "y")), Cancellation);
            codes.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.BadRequest, 10), HttpStatusCode.TooManyRequests], codes);
    }

    [Fact]
    public async Task An_editor_sees_the_desk_but_starts_no_import_and_takes_no_original()
    {
        await _app.AddAccountAsync("editor@example.org", AccountRole.Editor);
        using var editor = _app.Visitor();
        await editor.SignInAsync("editor@example.org");

        Assert.DoesNotContain("Re-import", await editor.GetStringAsync("/admin", Cancellation), StringComparison.Ordinal);
        using var start = await editor.SubmitAsync("/admin", "/admin?handler=import");
        Assert.Equal(HttpStatusCode.Forbidden, start.StatusCode);
        using var original = await editor.GetAsync("/admin/originals/1", Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, original.StatusCode);
    }

    [Fact]
    public async Task An_original_comes_as_plain_text_to_keep()
    {
        await _app.AddAccountAsync();
        using var person = _app.Visitor();
        await person.SignInAsync();

        var bytes = await File.ReadAllBytesAsync(Seeds.Files[0], Cancellation);
        using var original = await person.GetAsync($"/admin/originals/{Convert.ToHexStringLower(SHA256.HashData(bytes))}", Cancellation);

        Assert.Equal("text/plain", original.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", Assert.Single(original.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(bytes, await original.Content.ReadAsByteArrayAsync(Cancellation));
    }
}
