using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;
using NewsTracker.Storage.Search;

namespace NewsTracker.Storage.Queries;

/// <summary>Everything that is asked about articles.</summary>
/// <param name="database">Where rows and texts are.</param>
/// <param name="indexes">Where filters run.</param>
public sealed class ArticleQueries(NewsDatabase database, ArticleIndexes indexes)
{
    const string HiddenSql = "SELECT hidden.ArticleId FROM json_each($0) AS named CROSS JOIN HiddenArticles AS hidden ON hidden.ArticleId = named.value";

    const int ExportBatch = 200;

    /// <summary>One page of rows with everything a list shows beside them.</summary>
    /// <param name="filter">What to show.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public ArticlePage List(ArticleFilter filter, CancellationToken cancellation)
    {
        filter = AsCanonical(filter);
        using var reader = database.Rent();
        var selection = Selection.Of(indexes.Current, filter, reader, cancellation);
        var slice = selection.Page();
        var ids = Ids(selection, slice.Positions);
        var snippets = selection.Search.Words.Count > 0
            ? new TextSearch(reader, selection.Index, cancellation).Snippets(SearchQuery.Match(selection.Search.Words), ids)
            : [];
        return new ArticlePage(
            ArticleRows.Read(reader, ids, snippets),
            selection.Matches.All.Count,
            slice.Next?.ToString(),
            slice.Previous?.ToString(),
            selection.Sort,
            selection.Matches.LeftOut(),
            selection.Matches.OtherScope(),
            selection.UnknownNames(),
            FacetCounter.Count(selection.Index, filter, selection.Matches),
            selection.Search.Echo,
            selection.Index.DataVersion);
    }

    /// <summary>The same filter with each company that was merged into another, or is another name of one, in that one's name.</summary>
    /// <param name="filter">What is asked.</param>
    public ArticleFilter AsCanonical(ArticleFilter filter)
    {
        var companies = indexes.Current.Companies;
        return filter.Companies.Count == 0 ? filter : filter with
        {
            Companies = [.. filter.Companies.Select(names => new NameFilter([.. names.Terms.Select(term => term with { Slug = companies.Find(term.Slug)?.Slug ?? term.Slug })]))],
        };
    }

    /// <summary>One page of whole articles, for the API.</summary>
    /// <param name="filter">What to show.</param>
    /// <param name="withBody">False leaves the bodies in the database.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public StoredPage Page(ArticleFilter filter, bool withBody, CancellationToken cancellation)
    {
        using var reader = database.Rent();
        var selection = Selection.Of(indexes.Current, filter, reader, cancellation);
        var slice = selection.Page();
        return new StoredPage(
            Shown(reader, Ids(selection, slice.Positions), withBody),
            selection.Matches.All.Count,
            slice.Next?.ToString(),
            selection.Matches.LeftOut(),
            selection.Index.DataVersion);
    }

    /// <summary>One article with everything known of it; null where there is none that may be shown.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="evenHidden">True for people of the desk, who may see what is hidden from readers.</param>
    public StoredArticle? Find(long id, bool evenHidden = false)
    {
        using var reader = database.Rent();
        var found = evenHidden ? StoredArticles.Read(reader, [id], withBody: true) : Shown(reader, [id], withBody: true);
        return found is [var article] ? new Neighbours(reader, indexes.Current).Around(article) : null;
    }

    /// <summary>Every article that matches, in order, bodies included; rows are read as they are asked for.</summary>
    /// <param name="filter">What to export; its page is ignored.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<StoredArticle> ExportAsync(ArticleFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = database.Rent();
        var selection = Selection.Of(indexes.Current, filter, reader, cancellation);
        foreach (var batch in selection.Order.Walk(selection.Matches.All).Chunk(ExportBatch))
            foreach (var article in Shown(reader, Ids(selection, batch), withBody: true))
                yield return article;
    }

    /// <summary>Counts for the filters.</summary>
    /// <param name="filter">What is shown.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public FacetCounts Facets(ArticleFilter filter, CancellationToken cancellation)
    {
        filter = AsCanonical(filter);
        using var reader = database.Rent();
        // Counts need no order, and scores for one cost more than everything else here.
        var selection = Selection.Of(indexes.Current, filter with { Sort = ArticleSort.Newest }, reader, cancellation);
        return FacetCounter.Count(selection.Index, filter, selection.Matches);
    }

    /// <summary>How many articles match.</summary>
    /// <param name="filter">Its order and page are ignored.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public int Count(ArticleFilter filter, CancellationToken cancellation)
    {
        using var reader = database.Rent();
        return Selection.Of(indexes.Current, filter with { Sort = ArticleSort.Newest }, reader, cancellation).Matches.All.Count;
    }

    /// <summary>The article that another one was merged into; null where it was not, or where that one may not be shown.</summary>
    /// <param name="id">The key of the one that was merged.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<MergedInto?> MergedIntoAsync(long id, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Merges.Where(merge => merge.GoneId == id)
            .Join(context.ShownArticles, merge => merge.KeptId, article => article.Id, (_, article) => new MergedInto(article.Id, article.Slug))
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Whether there was an article of this key that a person hid or merged, or an undo removed.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<bool> IsGoneAsync(long id, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.RemovedArticles.AnyAsync(removed => removed.Id == id, cancellation)
            || await context.HiddenArticles.AnyAsync(hidden => hidden.ArticleId == id, cancellation)
            || await context.Merges.AnyAsync(merge => merge.GoneId == id, cancellation);
    }

    /// <summary>The keys of all articles that match.</summary>
    /// <param name="filter">Its page is ignored.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public IReadOnlyList<long> Keys(ArticleFilter filter, CancellationToken cancellation)
    {
        using var reader = database.Rent();
        var selection = Selection.Of(indexes.Current, filter with { Sort = ArticleSort.Newest }, reader, cancellation);
        return Ids(selection, selection.Order.Walk(selection.Matches.All));
    }

    /// <summary>An original file that was taken; null where there is none.</summary>
    /// <param name="sha256">Lower-case hex of its bytes.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidDataException">The stored bytes are damaged.</exception>
    public async Task<SourceBytes?> OriginalAsync(string sha256, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var source = await (
            from document in context.Documents
            join sighting in context.Sightings on document.Id equals sighting.DocumentId
            join file in context.Files on sighting.FileId equals file.Id
            where document.Sha256 == sha256
            orderby sighting.Id descending
            select new { file.Path, document.Content }).FirstOrDefaultAsync(cancellation);
        return source is null ? null : new SourceBytes(source.Path, OriginalBytes.Unpack(source.Content));
    }

    // What was hidden a moment ago stands in the index until it is refreshed, and in other articles' lists for good.
    static IReadOnlyList<StoredArticle> Shown(SqliteReader reader, IReadOnlyList<long> ids, bool withBody)
    {
        var articles = StoredArticles.Read(reader, ids, withBody);
        var named = ids.Concat(articles.SelectMany(article => article.RelatedIds)).Distinct();
        var hidden = reader.All(HiddenSql, (ref RowCursor row) => row.Long(), KeyList.Of(named)).ToHashSet();
        return hidden.Count == 0
            ? articles
            : [.. articles.Where(article => !hidden.Contains(article.Id)).Select(article => article with { RelatedIds = [.. article.RelatedIds.Where(id => !hidden.Contains(id))] })];
    }

    static IReadOnlyList<long> Ids(Selection selection, IEnumerable<int> positions) =>
        [.. positions.Select(position => selection.Index.IdAt(position))];
}
