using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Index;

/// <summary>Reads the article index from the database in a few streaming queries, without a body.</summary>
sealed class IndexBuilder(NewsContext context)
{
    readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public async Task<ArticleIndex> BuildAsync(long dataVersion, CancellationToken cancellation)
    {
        var providerOf = new Dictionary<long, long>();
        var articles = ArticleIndex.InOrder(await ArticlesAsync(providerOf, cancellation));
        var links = new LinkPositions(articles);
        return new ArticleIndex(
            dataVersion,
            articles,
            await CompaniesAsync(links, cancellation),
            await TopicsAsync(links, cancellation),
            await ProvidersAsync(links, providerOf, cancellation));
    }

    async Task<List<IndexedArticle>> ArticlesAsync(Dictionary<long, long> providerOf, CancellationToken cancellation)
    {
        var rows =
            from article in context.Articles
            join sighting in context.Sightings on article.SightingId equals sighting.Id into sightings
            from sighting in sightings.DefaultIfEmpty()
            join document in context.Documents on sighting.DocumentId equals document.Id into documents
            from document in documents.DefaultIfEmpty()
            select new
            {
                article.Id,
                article.ProviderId,
                article.PublishedAt,
                article.PublishedDay,
                article.PublishedPrecision,
                article.PublishedSource,
                article.Scope,
                article.Type,
                article.Origin,
                article.Language,
                Format = (SourceFormat?)document.Format,
                article.Promoted,
                article.Quality,
                article.Heat,
                article.AddedAt,
            };
        var articles = new List<IndexedArticle>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (row.ProviderId is { } provider) providerOf[row.Id] = provider;
            var published = new PublishedDate(row.PublishedAt, row.PublishedDay, row.PublishedPrecision, row.PublishedSource, Evidence: null);
            articles.Add(new IndexedArticle(
                row.Id, published, row.Scope, Shared(row.Type), row.Origin, row.Language is { } language ? Shared(language) : null,
                row.Format, row.Promoted, row.Quality, row.Heat, row.AddedAt));
        }

        return articles;
    }

    async Task<TagIndex> CompaniesAsync(LinkPositions links, CancellationToken cancellation)
    {
        var named = await context.ArticleCompanies
            .Select(tag => new TagLink(tag.CompanyId, tag.ArticleId, tag.Role == CompanyRole.Subject))
            .ToListAsync(cancellation);
        var positions = links.ByTag(named);
        var subjects = links.ByTag(named.Where(link => link.Subject));
        var companies = await context.Companies.Select(company => new { company.Id, company.Slug, company.Name, company.InCatalogue }).ToListAsync(cancellation);
        return new TagIndex([.. companies.Select(company =>
            new IndexedTag(company.Slug, company.Name, company.InCatalogue, At(positions, company.Id), At(subjects, company.Id)))]);
    }

    async Task<TagIndex> TopicsAsync(LinkPositions links, CancellationToken cancellation)
    {
        var tagged = await context.ArticleTopics.Select(tag => new TagLink(tag.TopicId, tag.ArticleId, false)).ToListAsync(cancellation);
        var positions = links.ByTag(tagged);
        var topics = await context.Topics.Select(topic => new { topic.Id, topic.Slug, topic.Name, topic.Position }).ToListAsync(cancellation);
        return new TagIndex([.. topics.Select(topic =>
            new IndexedTag(topic.Slug, topic.Name, topic.Position is not null, At(positions, topic.Id), []))]);
    }

    async Task<TagIndex> ProvidersAsync(LinkPositions links, Dictionary<long, long> providerOf, CancellationToken cancellation)
    {
        var positions = links.ByTag(providerOf.Select(pair => new TagLink(pair.Value, pair.Key, false)));
        var providers = await context.Providers.Select(provider => new { provider.Id, provider.Domain, provider.Name }).ToListAsync(cancellation);
        return new TagIndex([.. providers.Select(provider =>
            new IndexedTag(provider.Domain, provider.Name, Own: false, At(positions, provider.Id), []))]);
    }

    static int[] At(Dictionary<long, int[]> positions, long tag) => positions.GetValueOrDefault(tag, []);

    // Many articles share a handful of types and languages.
    string Shared(string word)
    {
        if (_words.TryGetValue(word, out var known)) return known;
        _words.Add(word);
        return word;
    }
}

/// <summary>A tag on an article.</summary>
readonly record struct TagLink(long TagId, long ArticleId, bool Subject);

/// <summary>From links between keys to positions in the index.</summary>
sealed class LinkPositions(IndexedArticle[] articles)
{
    readonly Dictionary<long, int> _positions = Enumerable.Range(0, articles.Length).ToDictionary(position => articles[position].Id);

    /// <summary>The ascending positions of each tag; links of articles that came after the articles were read are left out.</summary>
    public Dictionary<long, int[]> ByTag(IEnumerable<TagLink> links) => links
        .Where(link => _positions.ContainsKey(link.ArticleId))
        .GroupBy(link => link.TagId, link => _positions[link.ArticleId])
        .ToDictionary(tag => tag.Key, tag => tag.Order().ToArray());
}
