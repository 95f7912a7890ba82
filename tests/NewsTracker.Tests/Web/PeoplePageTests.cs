using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Tests.Web;

/// <summary>People come in by a link that works once, change, and go; one administrator always stays.</summary>
public sealed partial class PeoplePageTests : IAsyncDisposable
{
    const string Editor = "editor@example.org";
    const string NewPassword = "another long password";

    readonly NewsTrackerApp _app = new() { LogLevel = "Debug" };
    readonly ManualClock _clock = new(TimeProvider.System.GetUtcNow());
    readonly WebApplicationFactory<Program> _site;

    public PeoplePageTests() => _site = _app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_clock)));

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    AccountDirectory Accounts => _site.Services.GetRequiredService<AccountDirectory>();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task An_invited_person_chooses_a_password_and_is_signed_in_once()
    {
        using var admin = await SignedInAsync(NewsTrackerApp.Email, AccountRole.Admin);
        var link = await LinkAsync(admin, "Invite", ("email", Editor), ("role", "Editor"));
        using var guest = Visitor();

        Assert.Contains(Editor, await guest.GetStringAsync(link, Cancellation), StringComparison.Ordinal);
        using var weak = await guest.SubmitAsync(link, link, ("Password", "short"));
        Assert.Contains("at least 12", await weak.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var taken = await guest.SubmitAsync(link, link, ("Password", NewPassword));
        Assert.Equal("/admin", taken.Headers.Location?.OriginalString);

        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync("/admin", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.GetAsync("/admin/people", Cancellation)).StatusCode);
        Assert.Equal(await RefusedAsync("/admin/invitation/wrong"), await RefusedAsync(link));
        var code = link[(link.LastIndexOf('/') + 1)..];
        Assert.DoesNotContain(code, _app.LogText(), StringComparison.Ordinal);
        Assert.Contains("/admin/invitation/…", Regex.Unescape(_app.LogText()), StringComparison.Ordinal);
        Assert.DoesNotContain(code, await admin.GetStringAsync("/admin/log.csv", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(code, await admin.GetStringAsync("/admin/people", Cancellation), StringComparison.Ordinal);
        Assert.Equal([AuditKind.SignedIn, AuditKind.AccountAdded, AuditKind.LinkMade], (await LogAsync()).Take(3).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task A_link_that_expired_was_revoked_or_replaced_tells_the_same_as_a_wrong_one()
    {
        using var admin = await SignedInAsync(NewsTrackerApp.Email, AccountRole.Admin);
        var replaced = await LinkAsync(admin, "Invite", ("email", Editor), ("role", "Editor"));
        var expired = await LinkAsync(admin, "Invite", ("email", Editor), ("role", "Editor"));
        var wrong = await RefusedAsync("/admin/invitation/wrong");
        Assert.Equal(wrong, await RefusedAsync(replaced));

        _clock.Move(InvitationDesk.Lifetime - TimeSpan.FromSeconds(1));
        using var guest = Visitor();
        Assert.Contains(Editor, await guest.GetStringAsync(expired, Cancellation), StringComparison.Ordinal);
        _clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(wrong, await RefusedAsync(expired));

        using var again = await SignedInAsync("second@example.org", AccountRole.Admin);
        var revoked = await LinkAsync(again, "Invite", ("email", Editor), ("role", "Editor"));
        var page = await again.GetStringAsync("/admin/people", Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(again, "Revoke", ("link", LinkKey().Match(page).Groups[1].Value)));
        Assert.Equal(wrong, await RefusedAsync(revoked));
        Assert.DoesNotContain(await Accounts.ListAsync(Cancellation), account => account.Email == Editor);
    }

    [Fact]
    public async Task An_account_made_in_another_way_ends_the_invitation_for_good()
    {
        using var admin = await SignedInAsync(NewsTrackerApp.Email, AccountRole.Admin);
        var link = await LinkAsync(admin, "Invite", ("email", Editor), ("role", "Editor"));
        using var guest = Visitor();
        using var shown = await guest.GetAsync(link, Cancellation);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);

        Assert.Empty(await Accounts.AddAsync("Editor@Example.org", NewsTrackerApp.Password, AccountRole.Editor, AuditLog.CommandLine));

        var refused = await RefusedAsync(link);
        Assert.Equal(await RefusedAsync("/admin/invitation/wrong"), refused);
        Assert.Contains("<a href=\"/admin/sign-in\">signs in</a>", refused, StringComparison.Ordinal);
        using var tried = await guest.SubmitAsync("/admin/sign-in", link, ("Password", NewPassword));
        Assert.Equal(HttpStatusCode.NotFound, tried.StatusCode);
        Assert.DoesNotContain("already taken", await tried.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("Take back the link", await admin.GetStringAsync("/admin/people", Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(admin, "Remove", ("id", await IdAsync("Editor@Example.org")), ("sure", "true")));
        await RefusedAsync(link);
    }

    [Fact]
    public async Task An_invitation_that_an_earlier_version_left_beside_an_account_is_good_for_nothing()
    {
        using var admin = await SignedInAsync(NewsTrackerApp.Email, AccountRole.Admin);
        var code = SecretKey.New();
        await using (var news = _site.Services.GetRequiredService<NewsDatabase>().Open())
        {
            news.Add(new Invitation
            {
                Email = NewsTrackerApp.Email.ToUpperInvariant(),
                Role = AccountRole.Editor,
                CodeHash = SecretKey.Hash(code),
                MadeBy = "somebody",
                MadeAt = _clock.GetUtcNow().UtcDateTime,
                ExpiresAt = _clock.GetUtcNow().UtcDateTime + InvitationDesk.Lifetime,
            });
            await news.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(await RefusedAsync("/admin/invitation/wrong"), await RefusedAsync($"/admin/invitation/{code}"));
        Assert.DoesNotContain("Take back the link", await admin.GetStringAsync("/admin/people", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_locked_out_is_told_with_no_space_before_the_comma()
    {
        using var admin = await SignedInAsync(NewsTrackerApp.Email, AccountRole.Admin);
        Assert.Empty(await Accounts.AddAsync(Editor, NewsTrackerApp.Password, AccountRole.Editor, "test"));
        using var guest = Visitor();
        for (var i = 0; i < 5; i++) (await guest.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("Email", Editor), ("Password", "wrong"))).Dispose();

        Assert.Contains("never signed in, <strong class=\"doubt\">locked after", await admin.GetStringAsync("/admin/people", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_used_twice_at_the_same_time_makes_one_account()
    {
        using var admin = await SignedInAsync(NewsTrackerApp.Email, AccountRole.Admin);
        var code = (await LinkAsync(admin, "Invite", ("email", Editor), ("role", "Editor"))).Split('/')[^1];
        var desk = _site.Services.GetRequiredService<InvitationDesk>();

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.TakeAsync(code, NewPassword), Cancellation)));

        Assert.Single(taken, one => one.Email == Editor);
        Assert.All(taken.Where(one => one.Email is null), one => Assert.Empty(one.Problems));
    }

    [Fact]
    public async Task A_link_for_a_new_password_ends_lockout_and_sessions_and_the_old_password()
    {
        using var admin = await SignedInAsync(NewsTrackerApp.Email, AccountRole.Admin);
        using var editor = await SignedInAsync(Editor, AccountRole.Editor);
        var link = await LinkAsync(admin, "Reset", ("id", await IdAsync(Editor)));
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/admin", Cancellation)).StatusCode);
        using var guest = Visitor();

        using var taken = await guest.SubmitAsync(link, link, ("Password", NewPassword));

        Assert.Equal("/admin", taken.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.GetAsync("/admin", Cancellation)).StatusCode);
        using var old = await editor.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("Email", Editor), ("Password", NewsTrackerApp.Password));
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_stays_and_an_editor_made_one_may_take_over()
    {
        using var admin = await SignedInAsync(NewsTrackerApp.Email, AccountRole.Admin);
        using var editor = await SignedInAsync(Editor, AccountRole.Editor);
        var (first, second) = (await IdAsync(NewsTrackerApp.Email), await IdAsync(Editor));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(admin, "Remove", ("id", first), ("sure", "true")));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(admin, "Role", ("id", first), ("role", "Editor")));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(admin, "Remove", ("id", second)));
        Assert.Equal(2, (await Accounts.ListAsync(Cancellation)).Count);

        var link = await LinkAsync(admin, "Invite", ("email", "third@example.org"), ("role", "Admin"));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(admin, "Role", ("id", second), ("role", "Admin")));
        using var promoted = await AgainAsync(Editor);
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(promoted, "Remove", ("id", first), ("sure", "true")));

        Assert.Equal(HttpStatusCode.Redirect, (await admin.GetAsync("/admin", Cancellation)).StatusCode);
        await RefusedAsync(link);
        var log = await promoted.GetStringAsync("/admin/log", Cancellation);
        Assert.Contains("removed the account", log, StringComparison.Ordinal);
        Assert.Contains(NewsTrackerApp.Email, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_has_an_account_or_no_address_is_not_invited_and_what_was_typed_stays()
    {
        using var admin = await SignedInAsync(NewsTrackerApp.Email, AccountRole.Admin);

        foreach (var (typed, problem) in ((string, string)[])[(NewsTrackerApp.Email, "has an account already"), ("no address", "is invalid")])
        {
            using var answer = await admin.SubmitAsync("/admin/people", "/admin/people?handler=Invite", ("email", typed), ("role", "Admin"));
            var page = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.Contains(problem, page, StringComparison.Ordinal);
            Assert.Contains($"value=\"{typed}\"", page, StringComparison.Ordinal);
            Assert.Contains("value=\"Admin\" selected", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ten_tries_a_minute_at_a_link_are_enough()
    {
        using var guest = Visitor();
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 11; i++)
        {
            using var answer = await guest.PostAsync("/admin/invitation/wrong", Forms.Body(("Password", NewPassword)), Cancellation);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.BadRequest, 10), HttpStatusCode.TooManyRequests], answers);
    }

    HttpClient Visitor() => _site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    async Task<HttpClient> SignedInAsync(string email, AccountRole role)
    {
        Assert.Empty(await Accounts.AddAsync(email, NewsTrackerApp.Password, role, "test"));
        return await AgainAsync(email);
    }

    async Task<HttpClient> AgainAsync(string email)
    {
        var person = Visitor();
        await person.SignInAsync(email);
        return person;
    }

    async Task<string> IdAsync(string email) => (await Accounts.ListAsync(Cancellation)).Single(account => account.Email == email).Id;

    async Task<IReadOnlyList<AuditEntry>> LogAsync() =>
        (await _site.Services.GetRequiredService<AuditQueries>().PageAsync(new AuditFilter(null, null), null, 100, Cancellation)).Entries;

    static async Task<HttpStatusCode> PostAsync(HttpClient client, string handler, params (string, string)[] fields)
    {
        using var answer = await client.SubmitAsync("/admin/people", $"/admin/people?handler={handler}", fields);
        return answer.StatusCode;
    }

    static async Task<string> LinkAsync(HttpClient admin, string handler, params (string, string)[] fields)
    {
        using var answer = await admin.SubmitAsync("/admin/people", $"/admin/people?handler={handler}", fields);
        return Link().Match(await answer.Content.ReadAsStringAsync(Cancellation)).Groups[1].Value;
    }

    // What a visitor of a link that is good for nothing sees, without the address that the page prints at its foot.
    async Task<string> RefusedAsync(string link)
    {
        using var guest = Visitor();
        using var answer = await guest.GetAsync(link, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        return Content().Match(page).Value;
    }

    [GeneratedRegex("value=\"http://localhost(/admin/invitation/[A-Za-z0-9_-]{43})\"")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"link\" value=\"([0-9]+)\"")]
    private static partial Regex LinkKey();

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex Content();
}
