using System.Data;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Hiding;

/// <summary>An article that is hidden, as the desk lists it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Title">Its headline; null where only an address is known.</param>
/// <param name="HiddenBy">Who, by e-mail.</param>
/// <param name="HiddenAt">UTC.</param>
/// <param name="Reason">Why; null where nothing was said.</param>
public sealed record HiddenRow(long Id, string? Title, string HiddenBy, DateTime HiddenAt, string? Reason);

/// <summary>An article that may be hidden, as the desk lists it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Title">Its headline; null where only an address is known.</param>
public sealed record ShownRow(long Id, string? Title);

/// <summary>
/// Takes articles out of everything people see, and puts them back. The rows stay, so imports and retags go on as before; they only never enter the
/// article index.
/// </summary>
/// <param name="database">Where it is noted.</param>
/// <param name="indexes">Refreshed at once, so that the next page of this process is without them; other processes follow within a second or two.</param>
/// <param name="clock">When.</param>
public sealed class ArticleHider(NewsDatabase database, ArticleIndexes indexes, TimeProvider clock)
{
    /// <summary>Longest reason that is kept.</summary>
    public const int LongestReason = 1000;

    /// <summary>Hides articles; those that are hidden already, or unknown, are passed over.</summary>
    /// <param name="ids">Their keys.</param>
    /// <param name="hiddenBy">Who, by e-mail.</param>
    /// <param name="reason">Why; null where nothing is said.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>How many are hidden now that were not before.</returns>
    public Task<int> HideAsync(IReadOnlyList<long> ids, string hiddenBy, string? reason, CancellationToken cancellation) => ChangeAsync(
        new AuditAct(hiddenBy, AuditKind.Hidden) { Reason = reason },
        context => context.ShownArticles.Where(article => ids.Contains(article.Id)).Select(article => article.Id),
        (context, keys, now) => context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO HiddenArticles (ArticleId, HiddenBy, HiddenAt, Reason)
            SELECT value, {hiddenBy}, {now}, {reason} FROM json_each({keys})
            """,
            cancellation),
        cancellation);

    /// <summary>Shows articles again.</summary>
    /// <param name="ids">Their keys.</param>
    /// <param name="shownBy">Who, by e-mail.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>How many are shown now that were not before.</returns>
    public Task<int> ShowAsync(IReadOnlyList<long> ids, string shownBy, CancellationToken cancellation) => ChangeAsync(
        new AuditAct(shownBy, AuditKind.Shown),
        context => context.HiddenArticles.Where(hidden => ids.Contains(hidden.ArticleId)).Select(hidden => hidden.ArticleId),
        (context, keys, _) => context.Database.ExecuteSqlAsync($"DELETE FROM HiddenArticles WHERE ArticleId IN (SELECT value FROM json_each({keys}))", cancellation),
        cancellation);

    /// <summary>What is hidden, the latest first. What an undo removed meanwhile is hidden again only if it returns.</summary>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<IReadOnlyList<HiddenRow>> ListAsync(int count, CancellationToken cancellation) => RowsAsync(_ => true, count, cancellation);

    /// <summary>Who hid an article, when and why; null where it is not hidden.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<HiddenRow?> FindAsync(long id, CancellationToken cancellation) =>
        await RowsAsync(hidden => hidden.ArticleId == id, 1, cancellation) is [var row] ? row : null;

    async Task<IReadOnlyList<HiddenRow>> RowsAsync(Expression<Func<HiddenArticle, bool>> which, int count, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var rows = await (
            from hidden in context.HiddenArticles.Where(which)
            join article in context.Articles on hidden.ArticleId equals article.Id
            orderby hidden.HiddenAt descending, hidden.ArticleId
            select new { Hidden = hidden, article.Title }).AsNoTracking().Take(count).ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new HiddenRow(
                row.Hidden.ArticleId, StoredArticles.TitleOf(row.Title), row.Hidden.HiddenBy, row.Hidden.HiddenAt, row.Hidden.Reason)),
        ];
    }

    /// <summary>The keys of the articles that a run brought: no earlier run saw them.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<long>> BroughtByAsync(long runId, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.BroughtBy(runId).OrderBy(id => id).ToListAsync(cancellation);
    }

    /// <summary>Articles that may be hidden.</summary>
    /// <param name="ids">Their keys.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>How many of them are shown now, and the first, newest article first.</returns>
    public async Task<(int Count, IReadOnlyList<ShownRow> First)> PreviewAsync(IReadOnlyList<long> ids, int count, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var shown = context.ShownArticles.Where(article => ids.Contains(article.Id));
        var first = await shown.OrderByDescending(article => article.Id).Take(count).Select(article => new { article.Id, article.Title }).ToListAsync(cancellation);
        return (await shown.CountAsync(cancellation), [.. first.Select(article => new ShownRow(article.Id, StoredArticles.TitleOf(article.Title)))]);
    }

    async Task<int> ChangeAsync(
        AuditAct act, Func<NewsContext, IQueryable<long>> which, Func<NewsContext, string, DateTime, Task<int>> change, CancellationToken cancellation)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var changed = await which(context).OrderBy(id => id).ToListAsync(cancellation);
        if (changed.Count == 0) return 0;
        var now = clock.GetUtcNow().UtcDateTime;
        await change(context, KeyList.Of(changed), now);
        AuditLog.Add(context, changed is [var only] ? act with { ArticleId = only } : act with { Subject = $"{changed.Count} articles", After = KeyList.Of(changed) }, now);
        await context.SaveChangesAsync(cancellation);
        await context.TakeAwayAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await indexes.RefreshAsync(CancellationToken.None);
        return changed.Count;
    }
}
