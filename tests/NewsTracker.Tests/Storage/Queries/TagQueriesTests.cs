using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Queries;

public sealed class TagQueriesTests : IAsyncLifetime
{
    readonly TestStore _store = new();

    public async ValueTask InitializeAsync()
    {
        await _store.InitializeAsync();
        await _store.AddAsync(
            new TestArticle(1)
            {
                Subjects = ["megvii"],
                Mentions = ["nec"],
                Topics = ["funding", "ai"],
                Provider = "axios.com",
                Published = PublishedDate.OnDay(new DateOnly(2018, 7, 31), DateSource.Text, null),
            },
            new TestArticle(2)
            {
                Subjects = ["nec"],
                Mentions = ["megvii"],
                Topics = ["funding"],
                Published = PublishedDate.InYear(2020, DateSource.Estimated, null),
            },
            new TestArticle(3) { Subjects = ["megvii"], Scope = ScopeValue.Other, Provider = "axios.com" });
        await using var context = _store.Database.Open();
        var definition = new CatalogueCompany { Name = "Idemia", Slug = "idemia", Aliases = ["OT-Morpho", "Emptied", "Megvii"], Former = ["sagem", "sagem"], Kind = ["vendor"], Country = "FR" };
        context.Add(new Company { Slug = "emptied", Name = "Emptied" });
        context.Add(new Company
        {
            Slug = "idemia",
            Name = "Idemia",
            InCatalogue = true,
            Definition = JsonSerializer.Serialize(definition, CatalogueJson.Default.CatalogueCompany),
        });
        await _store.CommitAsync(context);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Companies_are_listed_by_count_and_the_catalogue_is_kept_whole()
    {
        var companies = await _store.Tags.CompaniesAsync(TestContext.Current.CancellationToken);

        Assert.Equal([("megvii", 2, 1), ("nec", 2, 1), ("idemia", 0, 0)], companies.Select(company => (company.Slug, company.Count, company.SubjectCount)));
        Assert.Equal((true, "FR", "vendor"), (companies[2].InCatalogue, companies[2].Country, companies[2].Kind[0]));
        Assert.False(companies[0].InCatalogue);
    }

    [Fact]
    public async Task A_company_shows_whom_it_is_named_with_and_when()
    {
        var company = await _store.Tags.CompanyAsync("megvii", TestContext.Current.CancellationToken);

        Assert.NotNull(company);
        Assert.Equal((new DateOnly(2018, 7, 31), new DateOnly(2020, 1, 1)), (company.Summary.First, company.Summary.Last));
        Assert.Equal([new TagCount("nec", "NEC", 2)], company.CoMentions);
        Assert.Equal(("funding", 2), Assert.Single(company.Topics.Select(topic => (topic.Slug, topic.Count))));
        Assert.Equal([new YearCount(2018, 1), new YearCount(2020, 1)], company.Topics[0].Years);
        Assert.Equal([new MonthCount(2018, 7, 1)], company.Coverage.Months);
        Assert.Equal((0, 1), (company.Coverage.Undated, company.Coverage.Imprecise));
        Assert.Equal([new YearCount(2018, 1), new YearCount(2020, 1)], company.Coverage.Years);
    }

    [Fact]
    public async Task A_company_of_the_catalogue_tells_its_other_names()
    {
        var company = await _store.Tags.CompanyAsync("idemia", TestContext.Current.CancellationToken);

        Assert.Equal(["OT-Morpho", "Emptied", "Megvii"], company?.Summary.Aliases);
    }

    [Theory]
    [InlineData("sagem", "idemia")]
    [InlineData("ot-morpho", "idemia")]
    [InlineData("emptied", "idemia")]
    [InlineData("megvii", "megvii")]
    public async Task Another_name_leads_to_its_company_unless_one_that_is_there_goes_by_it(string slug, string company) =>
        Assert.Equal(company, (await _store.Tags.CompanyAsync(slug, TestContext.Current.CancellationToken))?.Summary.Slug);

    [Fact]
    public async Task A_slug_that_leads_to_a_company_with_articles_is_no_difference_between_index_and_database()
    {
        await using var context = _store.Database.Open();
        await context.Companies.Where(company => company.Slug == "nec")
            .ExecuteUpdateAsync(row => row.SetProperty(company => company.Definition, """{"name":"NEC","slug":"nec","aliases":["Emptied"]}"""), TestContext.Current.CancellationToken);
        await _store.CommitAsync(context);

        Assert.Equal("nec", (await _store.Tags.CompanyAsync("emptied", TestContext.Current.CancellationToken))?.Summary.Slug);
        Assert.Empty((await _store.Check.RunAsync(TestContext.Current.CancellationToken)).Problems);
    }

    [Theory]
    [InlineData("company:OT-Morpho")]
    [InlineData("company:\"ot morpho\"")]
    public async Task Another_name_of_a_company_is_known(string text)
    {
        Assert.Empty(_store.Articles.List(new ArticleFilter { Text = text }, TestContext.Current.CancellationToken).UnknownNames);
        Assert.Equal("idemia", (await _store.Tags.CompanyAsync("ot-morpho", TestContext.Current.CancellationToken))?.Summary.Slug);
    }

    [Fact]
    public async Task Counts_over_everything_are_there_for_the_asking()
    {
        var company = await _store.Tags.CompanyAsync("megvii", TestContext.Current.CancellationToken, scope: null);

        Assert.Equal(3, company?.Summary.Count);
    }

    [Fact]
    public async Task A_topic_and_a_publisher_have_profiles_too()
    {
        var topic = await _store.Tags.TopicAsync("funding", TestContext.Current.CancellationToken);
        var provider = await _store.Tags.ProviderAsync("axios.com", TestContext.Current.CancellationToken);

        Assert.Equal(["MEGVII", "NEC"], topic?.Companies.Select(company => company.Name));
        Assert.Empty(topic?.Topics ?? []);
        Assert.Equal((1, "axios.com"), (provider?.Summary.Count, provider?.Domains[0]));
        Assert.Equal("funding", Assert.Single(provider?.Topics ?? []).Slug);
    }

    [Fact]
    public async Task An_unknown_name_has_no_profile()
    {
        Assert.Null(await _store.Tags.CompanyAsync("nobody", TestContext.Current.CancellationToken));
        Assert.Null(await _store.Tags.TopicAsync("nothing", TestContext.Current.CancellationToken));
        Assert.Null(await _store.Tags.ProviderAsync("nowhere.example", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Topics_and_publishers_are_listed()
    {
        var topics = await _store.Tags.TopicsAsync(TestContext.Current.CancellationToken);
        var providers = await _store.Tags.ProvidersAsync(TestContext.Current.CancellationToken);

        Assert.Equal([("funding", 2, true), ("ai", 1, false)], topics.Select(topic => (topic.Slug, topic.Count, topic.InCatalogue)));
        Assert.Equal([("axios.com", 1)], providers.Select(provider => (provider.Slug, provider.Count)));
    }
}
