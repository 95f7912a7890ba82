using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Tests.Web;

/// <summary>The catalogue is worked on at the desk: edited, tried, applied, merged, imported and restored, and old articles follow.</summary>
public sealed partial class CataloguePageTests : IAsyncLifetime
{
    const string Second = "second@example.org";
    const string New = "/admin/catalogue/companies/new";

    readonly NewsTrackerApp _app = new();
    HttpClient _admin = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    CatalogueJobs Jobs => _app.Services.GetRequiredService<CatalogueJobs>();

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_app.Inbox, "a.md"), "---\ntitle: \"Quillmark Vision opens a facial recognition lab\"\nwebUrl: https://example.com/a\n---\n", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(_app.Inbox, "b.md"), "---\ntitle: \"Facial recognition for doors\"\nwebUrl: https://example.com/b\n---\nPenrose Optics Inc. sells facial recognition.\n", Cancellation);
        await _app.AddAccountAsync();
        _admin = _app.Visitor();
        await _admin.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        // A test's server is stopped and taken apart at once, which leaves no time to write the index.
        await _app.Services.GetRequiredService<ArticleIndexes>().SaveAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_new_company_is_tried_then_applied_and_old_articles_carry_it()
    {
        var tried = await TryAsync(New, New, Company("Quillmark", "face", aliases: "Quillmark Vision", reason: "it was missing"));
        Assert.Matches("<dt>aliases</dt>\\s*<dd>\\s*<ins>Quillmark Vision</ins>", tried);
        Assert.Contains("add 1", tried, StringComparison.Ordinal);
        Assert.Contains("Quillmark Vision opens a facial recognition lab", tried, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/companies/quillmark"));

        var applied = await ApplyAsync(_admin);

        Assert.Matches("Saved as a new version of the catalogue. [0-9]+ articles looked at and tagged again; 1 changed\\.", applied);
        Assert.Contains("<h1>A change that was applied</h1>", applied, StringComparison.Ordinal);
        Assert.True(tried.IndexOf("cannot be undone any more", StringComparison.Ordinal) < tried.IndexOf(">Apply</button>", StringComparison.Ordinal));
        Assert.Contains("opens a facial recognition lab", await _admin.GetStringAsync("/?company=quillmark", Cancellation), StringComparison.Ordinal);
        var entry = Assert.Single((await _app.Services.GetRequiredService<AuditQueries>().PageAsync(new AuditFilter(null, AuditKind.CatalogueEdited), null, 10, Cancellation)).Entries);
        Assert.Equal((NewsTrackerApp.Email, "Quillmark", "it was missing"), (entry.Who, entry.Subject, entry.Reason));
        Assert.Contains("it was missing", await _admin.GetStringAsync("/admin/catalogue/versions", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_seen_is_not_saved_and_the_company_is_found_in_old_articles()
    {
        Assert.Contains("Quillmark Vision opens", await TryAsync(New, New, Company("Evil\u200B \u202ECroc", "face", aliases: "Quill\u00ADmark\u200B Vision")), StringComparison.Ordinal);
        await ApplyAsync(_admin);

        var saved = (await CatalogueAsync()).Companies.Single(company => company.Slug == "evil-croc");
        Assert.Equal(("Evil Croc", "Quillmark Vision"), (saved.Name, Assert.Single(saved.Aliases)));
        Assert.Contains("Evil Croc", await _admin.GetStringAsync("/companies", Cancellation), StringComparison.Ordinal);
        using var taken = await _admin.SubmitAsync(New, New, Company("Quillmark", "face", aliases: "Sense\u00ADTime"));
        Assert.Contains("“SenseTime” belongs to “SenseTime” already", await taken.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        using var answer = await _admin.SubmitAsync(New, New, Company("Quillmark", kind: null, aliases: "SenseTime\nQuillmark Vision", reason: "why not"));
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Say what kind of company it is", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Quillmark\"", page, StringComparison.Ordinal);
        Assert.Contains("Quillmark Vision", page, StringComparison.Ordinal);
        Assert.Contains("value=\"why not\"", page, StringComparison.Ordinal);

        using var taken = await _admin.SubmitAsync(New, New, Company("Quillmark", "face", aliases: "SenseTime"));
        Assert.Contains("belongs to “SenseTime” already", await taken.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var slug = await _admin.SubmitAsync(New, New, [.. Company("Quillmark", "face"), ("Form.Slug", "sensetime")]);
        Assert.Contains("is the slug of SenseTime already", await slug.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Null(Jobs.Of(NewsTrackerApp.Email));
    }

    [Fact]
    public async Task A_found_name_is_adopted_where_it_stands()
    {
        var found = await _admin.GetStringAsync("/admin/catalogue?list=found", Cancellation);
        Assert.Contains("Penrose Optics Inc. sells facial recognition.", found, StringComparison.Ordinal);
        var form = await _admin.GetStringAsync($"{New}?adopt=penrose-optics", Cancellation);
        Assert.Contains("value=\"Penrose Optics\"", form, StringComparison.Ordinal);

        await TryAsync(New, New, [.. Company("Penrose Optics", "vendor"), ("Form.Slug", "penrose-optics")]);
        await ApplyAsync(_admin);

        Assert.DoesNotContain("Penrose", await _admin.GetStringAsync("/admin/catalogue?list=found", Cancellation), StringComparison.Ordinal);
        Assert.Contains("Penrose", await _admin.GetStringAsync("/admin/catalogue?q=penrose", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_change_the_catalogue_hear_of_each_other_and_lose_nothing()
    {
        await _app.AddAccountAsync(Second);
        using var second = _app.Visitor();
        await second.SignInAsync(Second);
        const string page = "/admin/catalogue/companies/sensetime";
        var version = Version().Match(await second.GetStringAsync(page, Cancellation)).Groups[1].Value;
        await TryAsync(New, New, Company("Penrose", "vendor"), second);

        var now = CompanyForm.Of(await SenseTimeAsync(), version);
        await TryAsync(page, page, Filled(now with { Ticker = "1.HK" }));
        await ApplyAsync(_admin);

        // What the second had tried rests on the earlier catalogue.
        Assert.Contains($"changed meanwhile by {NewsTrackerApp.Email}", await ApplyAsync(second), StringComparison.Ordinal);
        Assert.Contains("value=\"Penrose\"", await second.GetStringAsync($"{New}?held=penrose", Cancellation), StringComparison.Ordinal);

        // The second's form of the entry itself was filled before.
        using var conflict = await second.SubmitAsync(page, page, Filled(now with { Country = "SG" }));
        var told = await conflict.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Somebody changed this entry while you were editing", told, StringComparison.Ordinal);
        Assert.Contains("value=\"SG\"", told, StringComparison.Ordinal);
        await TryAsync(page, page, Filled(now with { Country = "SG", Version = Version().Match(told).Groups[1].Value }), second);
        await ApplyAsync(second);
        Assert.Equal("SG", (await SenseTimeAsync()).Country);
    }

    [Fact]
    public async Task A_merged_company_leads_to_the_other_until_the_earlier_catalogue_is_restored()
    {
        await TryAsync(New, New, Company("Quillmark Vision", "face"));
        await ApplyAsync(_admin);
        const string page = "/admin/catalogue/companies/quillmark-vision";

        using var unknown = await _admin.SubmitAsync(page, $"{page}?handler=merge", ("Into", "Nobody & Sons"));
        Assert.Contains("is no other company of the catalogue", await unknown.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await TryAsync(page, $"{page}?handler=merge", [("Into", "SenseTime"), ("Form.Reason", "they are one")]);
        await ApplyAsync(_admin);

        using var visitor = _app.Visitor();
        using var moved = await visitor.GetAsync("/companies/quillmark-vision", Cancellation);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/companies/sensetime"), (moved.StatusCode, moved.Headers.Location?.OriginalString));
        Assert.True(moved.Headers.CacheControl!.NoCache);
        var list = await visitor.GetStringAsync("/?company=quillmark-vision", Cancellation);
        Assert.Contains("opens a facial recognition lab", list, StringComparison.Ordinal);
        Assert.DoesNotContain("is not in the catalogue", list, StringComparison.Ordinal);
        Assert.Contains("Quillmark Vision opens", await visitor.GetStringAsync("/api/v1/articles?company=quillmark-vision", Cancellation), StringComparison.Ordinal);

        var versions = await _app.Services.GetRequiredService<CatalogueVersions>().ListAsync(10, Cancellation);
        await TryAsync("/admin/catalogue/versions", "/admin/catalogue/versions", [("id", versions[1].Id.ToString(CultureInfo.InvariantCulture)), ("reason", "they are two")]);
        await ApplyAsync(_admin);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/companies/quillmark-vision"));
    }

    [Fact]
    public async Task A_topics_rules_are_edited_and_its_articles_follow()
    {
        const string page = "/admin/catalogue/topics/funding";
        (string, string)[] form =
        [
            ("Form.Name", "Funding"), ("Form.Description", "Money for companies."),
            ("Form.Rules[0].Weight", "8"), ("Form.Rules[0].Phrases", "opens a facial*"), ("Form.Rules[1].Weight", "2"), ("Form.Rules[1].Phrases", ""),
        ];
        using var wrong = await _admin.SubmitAsync(page, page, [.. form, ("Form.Except", "a*b")]);
        Assert.Contains("may only end the last word", await wrong.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        Assert.Contains("Quillmark Vision opens", await TryAsync(page, page, form), StringComparison.Ordinal);
        await ApplyAsync(_admin);

        Assert.Contains("Quillmark Vision opens", await _admin.GetStringAsync("/?topic=funding", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_changes_what_nobody_edited_here_and_the_export_is_such_a_file()
    {
        const string import = "/admin/catalogue/import";
        await TryAsync("/admin/catalogue/companies/sensetime", "/admin/catalogue/companies/sensetime", Filled(CompanyForm.Of(await SenseTimeAsync(), "") with { Country = "SG" }));
        await ApplyAsync(_admin);
        var megvii = (await CatalogueAsync()).Companies.Single(company => company.Slug == "megvii");
        var file = CatalogueWriter.Text(new CatalogueData([await SenseTimeAsync() with { Country = "CN" }, megvii with { Country = "SG" }], [], []));

        var tried = await SendAsync(import, file);
        Assert.Contains("would replace what was edited here", tried, StringComparison.Ordinal);
        await ApplyAsync(_admin);
        Assert.Equal(("SG", "SG"), ((await SenseTimeAsync()).Country, (await CatalogueAsync()).Companies.Single(company => company.Slug == "megvii").Country));

        await SendAsync(import, file, ("fileWins", "true"));
        await ApplyAsync(_admin);
        Assert.Equal("CN", (await SenseTimeAsync()).Country);

        Assert.Contains("must hold", await SendAsync(import, "firms: []\n"), StringComparison.Ordinal);
        Assert.Contains("That changes nothing", await SendAsync(import, await _admin.GetStringAsync("/admin/catalogue.yaml", Cancellation)), StringComparison.Ordinal);
    }

    async Task<string> TryAsync(string page, string action, (string, string)[] form, HttpClient? person = null)
    {
        person ??= _admin;
        using var answer = await person.SubmitAsync(page, action, form);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancellation));
        return await EndedAsync(person);
    }

    async Task<string> ApplyAsync(HttpClient person)
    {
        var made = Made().Match(await person.GetStringAsync("/admin/catalogue/try", Cancellation)).Groups[1].Value;
        (await person.SubmitAsync("/admin/catalogue/try", "/admin/catalogue/try", ("made", made))).Dispose();
        return await EndedAsync(person);
    }

    async Task<string> EndedAsync(HttpClient person)
    {
        while (Jobs.Running is not null) await Task.Delay(20, Cancellation);
        await _app.Services.GetRequiredService<ArticleIndexes>().RefreshAsync(Cancellation);
        return WebUtility.HtmlDecode(await person.GetStringAsync("/admin/catalogue/try", Cancellation));
    }

    async Task<string> SendAsync(string page, string yaml, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(yaml)), "file", "part.yaml" }, { new StringContent(await _admin.TokenAsync(page)), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        using var answer = await _admin.PostAsync(page, form, Cancellation);
        return answer.StatusCode == HttpStatusCode.Redirect ? await EndedAsync(_admin) : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await _admin.GetAsync(address, Cancellation);
        return answer.StatusCode;
    }

    Task<CatalogueData> CatalogueAsync() => _app.Services.GetRequiredService<CatalogueStore>().LoadAsync(Cancellation);

    async Task<CatalogueCompany> SenseTimeAsync() => (await CatalogueAsync()).Companies.Single(company => company.Slug == "sensetime");

    static (string, string)[] Company(string name, string? kind, string aliases = "", string reason = "") =>
        [("Form.Name", name), ("Form.Aliases", aliases), ("Form.Reason", reason), .. kind is null ? Array.Empty<(string, string)>() : [("Form.Kind", kind)]];

    static (string, string)[] Filled(CompanyForm form) =>
    [
        ("Form.Name", form.Name ?? ""), ("Form.Aliases", form.Aliases ?? ""), .. form.Kind.Select(kind => ("Form.Kind", kind)), ("Form.Country", form.Country ?? ""),
        ("Form.Ticker", form.Ticker ?? ""), ("Form.Founded", form.Founded ?? ""), ("Form.Ambiguous", form.Ambiguous ?? ""), ("Form.Context", form.Context ?? ""),
        ("Form.Except", form.Except ?? ""), ("Form.Version", form.Version ?? ""),
    ];

    [GeneratedRegex("name=\"Form.Version\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("name=\"made\" value=\"([0-9]+)\"")]
    private static partial Regex Made();
}
