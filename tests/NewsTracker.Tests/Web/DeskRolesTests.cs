using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Model;
using NewsTracker.Tests.Docs;

namespace NewsTracker.Tests.Web;

/// <summary>Every address of the desk opens for whom the operations guide says, and no form is taken without its token.</summary>
public sealed partial class DeskRolesTests : IAsyncDisposable
{
    const string Editor = "editor@example.org";

    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Every_address_opens_for_whom_the_guide_says()
    {
        using var stranger = _app.Visitor();
        using var editor = await SignedInAsync(Editor, AccountRole.Editor);
        using var admin = await SignedInAsync(NewsTrackerApp.Email, AccountRole.Admin);
        var documented = Documented();
        Assert.Equal(Addresses().Order(StringComparer.Ordinal), documented.Keys.Order(StringComparer.Ordinal));

        foreach (var (address, who) in documented)
        {
            Assert.Equal((address, who == "everybody" ? "opens" : "to the door"), (address, await MeetsAsync(stranger, address)));
            Assert.Equal((address, who == "administrators" ? "forbidden" : "opens"), (address, await MeetsAsync(editor, address)));
            Assert.Equal((address, "opens"), (address, await MeetsAsync(admin, address)));
        }
    }

    [Fact]
    public async Task No_page_takes_a_form_without_its_token()
    {
        using var admin = await SignedInAsync(NewsTrackerApp.Email, AccountRole.Admin);
        var pages = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(Address).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(pages.Count >= 15, string.Join(' ', pages));
        foreach (var page in pages.Where(page => page is not ("/admin/sign-in" or "/admin/setup" or "/admin/account" or "/admin/invitation/{code}")).Append("/admin/account"))
        {
            using var answer = await admin.PostAsync(Concrete(page), Forms.Body(("x", "y")), Cancellation);
            Assert.Equal((page, HttpStatusCode.BadRequest), (page, answer.StatusCode));
        }
    }

    [Theory]
    [InlineData("/admin?handler=Import")]
    [InlineData("/admin/preview?handler=Make")]
    [InlineData("/admin/preview?handler=Apply")]
    [InlineData("/admin/inbox")]
    [InlineData("/admin/inbox?handler=Remove")]
    [InlineData("/admin?handler=Cancel")]
    [InlineData("/admin/backups")]
    [InlineData("/admin/runs/1/undo")]
    [InlineData("/admin/people?handler=Invite")]
    [InlineData("/admin/people?handler=Reset")]
    [InlineData("/admin/people?handler=Revoke")]
    [InlineData("/admin/people?handler=Role")]
    [InlineData("/admin/people?handler=Remove")]
    [InlineData("/admin/people?handler=SignOut")]
    [InlineData("/admin/catalogue?handler=Retag")]
    [InlineData("/admin/catalogue?handler=Cancel")]
    [InlineData("/admin/catalogue/companies/sensetime")]
    [InlineData("/admin/catalogue/companies/sensetime?handler=Merge")]
    [InlineData("/admin/catalogue/companies/sensetime?handler=Remove")]
    [InlineData("/admin/catalogue/topics/funding")]
    [InlineData("/admin/catalogue/try")]
    [InlineData("/admin/catalogue/versions")]
    [InlineData("/admin/catalogue/import")]
    public async Task An_editor_does_nothing_that_is_an_administrators(string action)
    {
        using var editor = await SignedInAsync(Editor, AccountRole.Editor);

        using var answer = await editor.SubmitAsync("/admin", action, ("id", "1"), ("role", "Admin"), ("email", "x@example.org"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(" · <a href=\"/admin\">Desk</a>", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    async Task<HttpClient> SignedInAsync(string email, AccountRole role)
    {
        await _app.AddAccountAsync(email, role);
        var person = _app.Visitor();
        await person.SignInAsync(email);
        return person;
    }

    static async Task<string> MeetsAsync(HttpClient person, string address)
    {
        using var answer = await person.GetAsync(Concrete(address), Cancellation);
        return answer.StatusCode switch
        {
            HttpStatusCode.Forbidden => "forbidden",
            HttpStatusCode.Redirect when answer.Headers.Location!.OriginalString.Contains("/admin/sign-in", StringComparison.Ordinal) => "to the door",
            < HttpStatusCode.InternalServerError => "opens",
            var status => status.ToString(),
        };
    }

    static Dictionary<string, string> Documented() => Rows().Matches(Repository.Read("docs/operations.md")).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value, StringComparer.Ordinal);

    IEnumerable<string> Addresses() => Endpoints().Select(Address).Where(address => !address.Contains("{**", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    IEnumerable<RouteEndpoint> Endpoints() => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => Address(endpoint).StartsWith("/admin", StringComparison.Ordinal));

    static string Address(RouteEndpoint endpoint) =>
        $"/{endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":long", "", StringComparison.Ordinal)}".ToLowerInvariant();

    static string Concrete(string address) => Parameter().Replace(address, "1");

    [GeneratedRegex(@"^\| `(/admin[^`]*)` \| (everybody|editors|administrators) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
