using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Index;

namespace NewsTracker.Storage.Queries;

/// <summary>Companies, topics and publishers: lists and profiles.</summary>
/// <param name="database">Where their definitions are.</param>
/// <param name="indexes">Where articles are counted.</param>
public sealed class TagQueries(NewsDatabase database, ArticleIndexes indexes)
{
    const int CoMentions = 12;
    const int ReadForMoney = 400;

    /// <summary>Every company, by count, then name; the catalogue's without an article included.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="scope">Which articles count; null: all.</param>
    public async Task<IReadOnlyList<TagSummary>> CompaniesAsync(
        CancellationToken cancellation, ScopeValue? scope = ScopeValue.FacialRecognition)
    {
        var counter = Counter(scope);
        var definitions = await Definitions.OfCompaniesAsync(cancellation);
        return Ordered(Known(counter.Index.Companies, definitions).Select(tag => Company(counter, tag, definitions.GetValueOrDefault(tag.Slug))));
    }

    /// <summary>Every topic, by count, then name; the catalogue's without an article included.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="scope">Which articles count; null: all.</param>
    public async Task<IReadOnlyList<TagSummary>> TopicsAsync(
        CancellationToken cancellation, ScopeValue? scope = ScopeValue.FacialRecognition)
    {
        var counter = Counter(scope);
        var definitions = await Definitions.OfTopicsAsync(cancellation);
        return Ordered(Known(counter.Index.Topics, definitions).Select(tag => Topic(counter, tag, definitions.GetValueOrDefault(tag.Slug))));
    }

    /// <summary>Every publisher, by count, then name; the catalogue's without an article included.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="scope">Which articles count; null: all.</param>
    public async Task<IReadOnlyList<TagSummary>> ProvidersAsync(
        CancellationToken cancellation, ScopeValue? scope = ScopeValue.FacialRecognition)
    {
        var counter = Counter(scope);
        var definitions = await Definitions.OfProvidersAsync(cancellation);
        return Ordered(Known(counter.Index.Providers, definitions).Select(tag => counter.Summary(tag, definitions.ContainsKey(tag.Slug))));
    }

    /// <summary>A company's page, or that of the one that it was merged into or is another name of; null where it is unknown.</summary>
    /// <param name="slug">The company.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="scope">Which articles count; null: all.</param>
    public async Task<CompanyProfile?> CompanyAsync(
        string slug, CancellationToken cancellation, ScopeValue? scope = ScopeValue.FacialRecognition)
    {
        var counter = Counter(scope);
        if (counter.Index.Companies.Find(slug) is not { } tag) return null;
        slug = tag.Slug;
        var definition = (await Definitions.OfCompaniesAsync(cancellation)).GetValueOrDefault(slug);
        if (definition is null && tag.Articles.Count == 0) return null;
        var articles = counter.Of(tag);
        await using var context = database.Open();
        return new CompanyProfile(
            Company(counter, tag, definition),
            TagCounter.Most(Catalogued(counter).Where(other => other.Slug != slug), articles, CoMentions),
            counter.Trends(counter.Index.Topics, OwnTopics(counter, articles), articles),
            await StoredMoney.OfCompanyAsync(context, slug, scope, cancellation),
            counter.CoverageOf(articles));
    }

    /// <summary>A topic's page; null where it is unknown.</summary>
    /// <param name="slug">The topic.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="scope">Which articles count; null: all.</param>
    public async Task<TopicProfile?> TopicAsync(
        string slug, CancellationToken cancellation, ScopeValue? scope = ScopeValue.FacialRecognition)
    {
        var counter = Counter(scope);
        if (counter.Index.Topics.Find(slug) is not { } tag) return null;
        var definition = (await Definitions.OfTopicsAsync(cancellation)).GetValueOrDefault(slug);
        if (definition is null && tag.Articles.Count == 0) return null;
        var articles = counter.Of(tag);
        await using var context = database.Open();
        return new TopicProfile(
            Topic(counter, tag, definition),
            [.. from rule in TagDefinitions.Read(definition, CatalogueJson.Default.CatalogueTopic)?.Rules ?? [] orderby rule.Weight descending from phrase in rule.Phrases select phrase],
            TagCounter.Most(Catalogued(counter), articles, CoMentions),
            counter.Trends(counter.Index.Topics, [.. OwnTopics(counter, articles).Where(topic => topic.Slug != slug)], articles),
            await StoredMoney.OfArticlesWithDatesAsync(context, Latest(counter, articles), cancellation),
            counter.CoverageOf(articles));
    }

    /// <summary>A publisher's page; null where it is unknown.</summary>
    /// <param name="domain">The publisher.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <param name="scope">Which articles count; null: all.</param>
    public async Task<ProviderProfile?> ProviderAsync(
        string domain, CancellationToken cancellation, ScopeValue? scope = ScopeValue.FacialRecognition)
    {
        var counter = Counter(scope);
        if (counter.Index.Providers.Find(domain) is not { } tag) return null;
        var definition = (await Definitions.OfProvidersAsync(cancellation)).GetValueOrDefault(domain);
        if (definition is null && tag.Articles.Count == 0) return null;
        var articles = counter.Of(tag);
        return new ProviderProfile(
            counter.Summary(tag, definition is not null),
            TagDefinitions.Read(definition, CatalogueJson.Default.CatalogueProvider)?.Domains ?? [domain],
            TagCounter.Most(Catalogued(counter), articles, CoMentions),
            OwnTopics(counter, articles),
            counter.CoverageOf(articles));
    }

    // A topic can have tens of thousands of articles; the sums of its latest ones are what a page has room for.
    static IReadOnlyList<long> Latest(TagCounter counter, PositionSet articles)
    {
        List<long> ids = [];
        foreach (var position in articles)
        {
            if (ids.Count == ReadForMoney) break;
            ids.Add(counter.Index.IdAt(position));
        }

        return ids;
    }

    // A name that the catalogue lacks goes when no article that may be shown carries it any more.
    static IEnumerable<IndexedTag> Known(TagIndex tags, IReadOnlyDictionary<string, string> definitions) =>
        tags.All.Where(tag => tag.Articles.Count > 0 || definitions.ContainsKey(tag.Slug));

    /// <summary>Names that were only found in texts are no company to send a reader to.</summary>
    static IEnumerable<IndexedTag> Catalogued(TagCounter counter) => counter.Index.Companies.All.Where(company => company.Own);

    static IReadOnlyList<TagCount> OwnTopics(TagCounter counter, PositionSet articles) =>
        TagCounter.Most(counter.Index.Topics.All.Where(topic => topic.Own), articles, int.MaxValue);

    static TagSummary Company(TagCounter counter, IndexedTag tag, string? definition)
    {
        var company = TagDefinitions.Read(definition, CatalogueJson.Default.CatalogueCompany);
        return counter.Summary(tag, company is not null) with
        {
            Aliases = company?.Aliases ?? [],
            Kind = company?.Kind ?? [],
            Country = company?.Country,
            Ticker = company?.Ticker,
        };
    }

    static TagSummary Topic(TagCounter counter, IndexedTag tag, string? definition) =>
        counter.Summary(tag, tag.Own) with { Description = TagDefinitions.Read(definition, CatalogueJson.Default.CatalogueTopic)?.Description };

    static IReadOnlyList<TagSummary> Ordered(IEnumerable<TagSummary> tags) =>
        [.. tags.OrderByDescending(tag => tag.Count).ThenBy(tag => tag.Name, StringComparer.OrdinalIgnoreCase)];

    TagDefinitions Definitions => new(database);

    TagCounter Counter(ScopeValue? scope) => new(indexes.Current, scope);
}
