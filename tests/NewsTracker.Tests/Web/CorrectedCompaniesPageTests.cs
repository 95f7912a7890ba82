using System.Net;
using System.Text.RegularExpressions;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Web;

/// <summary>Companies are added to an article and taken off it in the page, known to the catalogue or not.</summary>
public sealed partial class CorrectedCompaniesPageTests : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_company_is_added_by_its_name_and_another_taken_away()
    {
        using var editor = await _app.PersonAsync(AccountRole.Editor);
        using var answer = await editor.SubmitAsync(
            "/admin/articles/1", "/admin/articles/1",
            ("Form.Field", "companies"), ("Form.Roles[sensetime]", "none"), ("Form.Added", "megvii"), ("Form.Roles[]", "subject"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var article = await editor.GetStringAsync("/api/v1/articles/1", Cancellation);

        Assert.Contains("\"slug\":\"megvii\",\"role\":\"subject\"", article, StringComparison.Ordinal);
        Assert.DoesNotContain("\"slug\":\"sensetime\",\"role\"", article, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_catalogue_lacks_is_asked_about_and_the_closest_one_is_taken_instead()
    {
        using var editor = await _app.PersonAsync(AccountRole.Editor);
        (string, string)[] typed = [("Form.Field", "companies"), ("Form.Roles[sensetime]", "mention"), ("Form.Added", "Megvi"), ("Form.Roles[]", "subject")];

        using var asked = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", typed);

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("The catalogue has no company “Megvi”.", page, StringComparison.Ordinal);
        Assert.Contains("I mean Megvii", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"mention\" selected=\"selected\">mention", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"subject\" selected=\"selected\">subject", page, StringComparison.Ordinal);
        Assert.Contains("An administrator can add it to the catalogue", page, StringComparison.Ordinal);

        using var meant = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", [.. typed, ("Form.Meant", "Megvii")]);
        Assert.Equal(HttpStatusCode.Redirect, meant.StatusCode);
        Assert.Contains("\"slug\":\"megvii\",\"role\":\"subject\",\"mentions\":0,\"catalogue\":true", await editor.GetStringAsync("/api/v1/articles/1", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_was_confirmed_is_shown_as_named_by_a_person_and_another_is_asked_about_anew()
    {
        using var editor = await _app.PersonAsync(AccountRole.Editor);
        using var other = await editor.SubmitAsync("/admin/articles/1", "/admin/articles/1", ("Form.Field", "companies"), ("Form.Roles[sensetime]", "subject"), ("Form.Added", "Acme Vision"), ("Form.Confirmed", "Acme"));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);

        using var confirmed = await editor.SubmitAsync(
            "/admin/articles/1", "/admin/articles/1", ("Form.Field", "companies"), ("Form.Roles[sensetime]", "subject"), ("Form.Added", "Acme Vision"), ("Form.Confirmed", "Acme Vision"));

        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        var article = await editor.ArticlePageAsync(1);
        Assert.Contains("named by a person, not in the catalogue", article, StringComparison.Ordinal);
        Assert.DoesNotContain("found in the text", article, StringComparison.Ordinal);
        Assert.Contains("subject, 1 mention", article, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_is_led_to_the_catalogue_with_the_name_filled_in()
    {
        using var admin = await _app.PersonAsync(AccountRole.Admin);
        Assert.Contains("<option value=\"SenseTime\">", await admin.GetStringAsync("/admin/articles/1", Cancellation), StringComparison.Ordinal);

        using var asked = await admin.SubmitAsync("/admin/articles/1", "/admin/articles/1", ("Form.Field", "companies"), ("Form.Added", "Acme & Söhne"));

        var link = AddLink().Match(await asked.Content.ReadAsStringAsync(Cancellation)).Value;
        Assert.Contains("value=\"Acme & Söhne\"", WebUtility.HtmlDecode(await admin.GetStringAsync(link, Cancellation)), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/admin/catalogue/companies/new\?name=[^""]+")]
    private static partial Regex AddLink();
}
