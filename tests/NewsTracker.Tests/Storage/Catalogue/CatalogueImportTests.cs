using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Catalogue;

namespace NewsTracker.Tests.Storage.Catalogue;

/// <summary>A file's entries come into the catalogue as a plan, and what the file lacks stays.</summary>
public sealed class CatalogueImportTests : IAsyncLifetime
{
    readonly Tracker _tracker = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _tracker.InitializeAsync();

    public ValueTask DisposeAsync() => _tracker.DisposeAsync();

    [Fact]
    public async Task What_is_exported_is_the_same_when_it_is_read_again()
    {
        var plan = await PlanAsync(CatalogueWriter.Text(await _tracker.Catalogues.LoadAsync(Cancellation)));

        Assert.Empty(plan.Errors);
        Assert.Empty(plan.Changes);
        Assert.Equal((plan.Before.Companies.Count + plan.Before.Topics.Count + plan.Before.Providers.Count, 0), (plan.Same, plan.NotInFile));
    }

    [Fact]
    public async Task A_part_adds_and_changes_its_entries_and_old_articles_follow_with_a_retag()
    {
        _tracker.Put("a.md", "---\ntitle: Quillmark Vision opens an office\nwebUrl: https://example.com/a\n---\n");
        await _tracker.ImportAsync();

        var plan = await PlanAsync("""
            companies:
              - name: Quillmark
                slug: quillmark
                aliases: [Quillmark Vision]
                kind: [face]
            """);
        Assert.Equal("quillmark", Assert.Single(plan.Changes).Key);
        await new CatalogueImport(_tracker.Catalogues).ApplyAsync(plan, "test", Cancellation);
        Assert.Equal(1, await _tracker.Retagger.NeededAsync(Cancellation));
        await _tracker.RetagAsync();

        Assert.Equal("Quillmark", await _tracker.ReadAsync(context => context.ArticleCompanies.Join(context.Companies, tag => tag.CompanyId, company => company.Id, (_, company) => company.Name).SingleAsync(Cancellation)));
        Assert.Equal(plan.Before.Companies.Count + 1, (await _tracker.Catalogues.LoadAsync(Cancellation)).Companies.Count);
    }

    [Theory]
    [InlineData("companies:\n  - name: Quillmark\n    slug: quillmark\n    aliases: [SenseTime]\n    kind: [face]\n", "SenseTime")]
    [InlineData("companies:\n  - name: Quillmark\n    slug: quillmark\n    aliases: [\"Sense\\u00ADTime\"]\n    kind: [face]\n", "The name “SenseTime” belongs to “SenseTime”")]
    [InlineData("companies:\n  - name: Quillmark\n    slug: Quill Mark\n    kind: [face]\n", "is no slug")]
    [InlineData("firms: []\n", "must hold")]
    public async Task A_mistake_is_told_and_nothing_is_applied(string text, string told)
    {
        var plan = await PlanAsync(text);

        Assert.Null(plan.After);
        Assert.Contains(plan.Errors, error => error.Message.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_seen_does_not_come_in_with_a_file()
    {
        var plan = await PlanAsync("companies:\n  - name: \"Quill\\u00ADmark\"\n    slug: quillmark\n    aliases: [\"Evil \u202Ecroc\", Quillmark Vision\u200B]\n    kind: [face]\n");

        var company = plan.After!.Companies.Single(company => company.Slug == "quillmark");
        Assert.Equal(("Quillmark", "Evil croc|Quillmark Vision"), (company.Name, string.Join('|', company.Aliases)));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_no_mistake_in_a_catalogue()
    {
        var nowhere = Path.Combine(_tracker.Inbox, "nosuch.yaml");

        var refusal = await Assert.ThrowsAsync<NewsTracker.Storage.StoreException>(() => new CatalogueImport(_tracker.Catalogues).PlanAsync(nowhere, Cancellation));

        Assert.Equal($"There is no file {nowhere}.", refusal.Message);
    }

    [Fact]
    public async Task A_plan_on_a_catalogue_that_moved_on_is_refused()
    {
        var first = await PlanAsync("providers:\n  - {name: Example Daily, domains: [daily.example]}\n");
        var second = await PlanAsync("providers:\n  - {name: Example Weekly, domains: [weekly.example]}\n");
        var import = new CatalogueImport(_tracker.Catalogues);
        await import.ApplyAsync(first, "test", Cancellation);

        await Assert.ThrowsAsync<NewsTracker.Storage.StoreException>(() => import.ApplyAsync(second, "test", Cancellation));
    }

    async Task<CataloguePlan> PlanAsync(string text)
    {
        var path = Path.Combine(_tracker.Inbox, "..", "part.yaml");
        await File.WriteAllTextAsync(path, text, Cancellation);
        return await new CatalogueImport(_tracker.Catalogues).PlanAsync(path, Cancellation);
    }
}
