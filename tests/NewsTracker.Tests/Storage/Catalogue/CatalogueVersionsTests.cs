using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Catalogue;

/// <summary>Every catalogue is kept and can come back; two companies become one and two again.</summary>
public sealed class CatalogueVersionsTests : IAsyncLifetime
{
    static readonly CatalogueCompany Quillmark = new() { Name = "Quillmark", Slug = "quillmark", Kind = ["face"] };
    static readonly CatalogueCompany Penrose = new() { Name = "Penrose Optics", Slug = "penrose-optics", Kind = ["vendor"] };

    readonly Tracker _tracker = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    CatalogueVersions Versions => new(_tracker.Database);

    public ValueTask InitializeAsync() => _tracker.InitializeAsync();

    public ValueTask DisposeAsync() => _tracker.DisposeAsync();

    [Fact]
    public async Task Each_catalogue_is_kept_with_who_when_and_why_and_comes_back_whole()
    {
        var loaded = await _tracker.Catalogues.LoadAsync(Cancellation);
        await ReplaceAsync(data => data.With(Quillmark), "it makes doorbells");
        var after = await _tracker.Catalogues.LoadAsync(Cancellation);

        var kept = await Versions.ListAsync(10, Cancellation);
        Assert.Equal([("test", "it makes doorbells"), ("first start", null)], kept.Select(version => (version.SavedBy, version.Reason)));
        Assert.Equal([CompiledCatalogue.VersionOf(after), CompiledCatalogue.VersionOf(loaded)], kept.Select(version => version.Version));

        var earlier = (await Versions.FindAsync(kept[1].Id, Cancellation))!.Value.Data;
        await ReplaceAsync(_ => earlier, null);
        Assert.Equal(CompiledCatalogue.VersionOf(loaded), await _tracker.ReadAsync(context => context.States.Select(state => state.CatalogueVersion).SingleAsync(Cancellation)));
        Assert.DoesNotContain((await _tracker.Catalogues.LoadAsync(Cancellation)).Companies, company => company.Slug == "quillmark");
    }

    [Fact]
    public async Task A_tracker_from_before_versions_keeps_the_catalogue_that_its_first_change_replaces()
    {
        await _tracker.ReadAsync(context => context.SavedCatalogues.ExecuteDeleteAsync(Cancellation));
        var before = await _tracker.Catalogues.LoadAsync(Cancellation);

        await ReplaceAsync(data => data.With(Quillmark), null);

        Assert.Equal(2, (await Versions.ListAsync(10, Cancellation)).Count);
        Assert.Empty(CatalogueComparison.Changes(before, (await Versions.FirstAsync(Cancellation))!.Value.Data));
    }

    [Fact]
    public async Task Found_names_are_adopted_in_any_order_and_the_catalogue_can_still_be_changed()
    {
        _tracker.Put("a.md", "---\ntitle: Doors\nwebUrl: https://example.com/a\n---\nPenrose Optics Inc. and Quillmark Inc. opened offices.\n");
        await _tracker.ImportAsync();
        Assert.Equal(2, await _tracker.ReadAsync(context => context.Companies.CountAsync(company => !company.InCatalogue, Cancellation)));
        var slugs = await _tracker.ReadAsync(context => context.Companies.Where(company => !company.InCatalogue).OrderByDescending(company => company.Id).Select(company => company.Slug).ToListAsync(Cancellation));

        foreach (var slug in slugs) await ReplaceAsync(data => data.With(new CatalogueCompany { Name = slug, Slug = slug, Kind = ["vendor"] }), null);
        await ReplaceAsync(data => data.With(Quillmark with { Slug = "another", Name = "Another" }), null);

        Assert.Empty(await _tracker.ReadAsync(context => context.Companies.Where(company => !company.InCatalogue).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task Who_changed_the_catalogue_meanwhile_is_told()
    {
        var before = await _tracker.Catalogues.LoadAsync(Cancellation);
        await ReplaceAsync(data => data.With(Quillmark), null);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => _tracker.Catalogues.ReplaceAsync(before, before.With(Penrose), Act("second", null), Cancellation));

        Assert.Contains("by test at", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Quillmark", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_companys_articles_addresses_and_corrections_follow_it_and_return_with_the_earlier_catalogue()
    {
        await ReplaceAsync(data => data.With(Quillmark).With(Penrose), null);
        _tracker.Put("a.md", "---\ntitle: Penrose Optics opens an office\nwebUrl: https://example.com/a\n---\n");
        _tracker.Put("b.md", "---\ntitle: Nobody opens an office\nwebUrl: https://example.com/b\n---\n");
        await _tracker.ImportAsync();
        await CorrectAsync("https://example.com/b", new CompanyTag("Penrose Optics", "penrose-optics", CompanyRole.Subject, 0, true, ValueSource.Correction, null));
        var separate = (await Versions.ListAsync(1, Cancellation))[0];

        await ReplaceAsync(data => data.WithMerged(Penrose, Quillmark), null);
        await _tracker.RetagAsync();

        Assert.Equal(["quillmark", "quillmark"], await SlugsAsync());
        var indexes = new ArticleIndexes(_tracker.Database, NullLogger<ArticleIndexes>.Instance);
        await indexes.RefreshAsync(Cancellation);
        var articles = new ArticleQueries(_tracker.Database, indexes);
        Assert.Equal(2, articles.Count(new ArticleFilter().WithCompany("penrose-optics"), Cancellation));
        Assert.Equal("quillmark", (await new TagQueries(_tracker.Database, indexes).CompanyAsync("penrose-optics", Cancellation, scope: null))!.Summary.Slug);
        Assert.Equal("company=quillmark", articles.AsCanonical(new ArticleFilter { Scope = ScopeValue.FacialRecognition }.WithCompany("penrose-optics")).ToQuery());

        var earlier = (await Versions.FindAsync(separate.Id, Cancellation))!.Value.Data;
        await ReplaceAsync(_ => earlier, null);
        await _tracker.RetagAsync();

        Assert.Equal(["penrose-optics", "penrose-optics"], await SlugsAsync());
        await indexes.RefreshAsync(Cancellation);
        Assert.Equal(2, articles.Count(new ArticleFilter().WithCompany("penrose-optics"), Cancellation));
        Assert.Equal(0, articles.Count(new ArticleFilter().WithCompany("quillmark"), Cancellation));
    }

    async Task ReplaceAsync(Func<CatalogueData, CatalogueData> change, string? why)
    {
        var before = await _tracker.Catalogues.LoadAsync(Cancellation);
        await _tracker.Catalogues.ReplaceAsync(before, change(before), Act("test", why), Cancellation);
    }

    static AuditAct Act(string who, string? why) => new(who, AuditKind.CatalogueEdited) { Subject = "Quillmark", Reason = why };

    Task<List<string>> SlugsAsync() => _tracker.ReadAsync(context => context.ArticleCompanies.OrderBy(tag => tag.ArticleId)
        .Join(context.Companies, tag => tag.CompanyId, company => company.Id, (_, company) => company.Slug).ToListAsync(Cancellation));

    async Task CorrectAsync(string url, CompanyTag tag)
    {
        var id = (await _tracker.ArticlesAsync()).Single(article => article.Url == url).Id;
        var stored = await _tracker.ReadAsync(async context => Assert.Single(await StoredArticles.ReadAsync(context, [id], Cancellation)));
        var desk = new CorrectionDesk(_tracker.Database, _tracker.Catalogues, Tracker.Limits, TimeProvider.System);
        Assert.True(await desk.CorrectAsync(id, CorrectableField.Find("companies")!, stored.Values with { Companies = [tag] }, "because", "editor", Cancellation));
    }
}
