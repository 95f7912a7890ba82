using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Corrections;

/// <summary>A correction as people read it.</summary>
/// <param name="Id">Key.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Title">Its headline; empty where it has none.</param>
/// <param name="Field">What was corrected.</param>
/// <param name="Value">What it was corrected to; null for nothing.</param>
/// <param name="DeclaredThen">What files said then; null for nothing.</param>
/// <param name="DeclaredNow">What they say by now; null for nothing.</param>
/// <param name="Reason">Why; null where none was given.</param>
/// <param name="MadeBy">Who.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="RetiredAt">UTC; null while it is in force.</param>
/// <param name="RetiredBy">Who took it back or replaced it; null while it is in force.</param>
/// <param name="IsReplaced">Whether a newer correction of the same field took its place.</param>
public sealed record CorrectionSummary(
    long Id, long ArticleId, string Title, string Field, string? Value, string? DeclaredThen, string? DeclaredNow,
    string? Reason, string MadeBy, DateTime MadeAt, DateTime? RetiredAt, string? RetiredBy, bool IsReplaced)
{
    /// <summary>Whether files say something new, so that a person should decide.</summary>
    public bool IsWaiting => RetiredAt is null && DeclaredNow != DeclaredThen;
}

/// <summary>What is asked about corrections.</summary>
/// <param name="database">Where they are.</param>
public sealed class CorrectionQueries(NewsDatabase database)
{
    /// <summary>All corrections of an article, in force or not, latest first.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<IReadOnlyList<CorrectionSummary>> OfArticleAsync(long articleId, CancellationToken cancellation) =>
        ReadAsync(correction => correction.ArticleId == articleId, int.MaxValue, cancellation);

    /// <summary>Corrections whose files say something new by now, latest first.</summary>
    /// <param name="most">No more than these.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<IReadOnlyList<CorrectionSummary>> WaitingAsync(int most, CancellationToken cancellation) =>
        ReadAsync(correction => correction.RetiredAt == null && (correction.DeclaredNow ?? "") != (correction.DeclaredThen ?? ""), most, cancellation);

    /// <summary>The latest corrections that are not among <see cref="WaitingAsync"/>, in force or not.</summary>
    /// <param name="most">No more than these.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<IReadOnlyList<CorrectionSummary>> LatestAsync(int most, CancellationToken cancellation) =>
        ReadAsync(correction => correction.RetiredAt != null || (correction.DeclaredNow ?? "") == (correction.DeclaredThen ?? ""), most, cancellation);

    async Task<IReadOnlyList<CorrectionSummary>> ReadAsync(Expression<Func<Correction, bool>> which, int most, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await ReadAsync(context, which, most, cancellation);
    }

    /// <summary>The same within a unit of work.</summary>
    internal static async Task<IReadOnlyList<CorrectionSummary>> ReadAsync(NewsContext context, Expression<Func<Correction, bool>> which, int most, CancellationToken cancellation)
    {
        var rows = await context.Corrections.AsNoTracking().Where(which)
            .Join(context.Articles, correction => correction.ArticleId, article => article.Id, (correction, article) => new
            {
                Correction = correction,
                article.Title,
                // The two are written at one instant.
                IsReplaced = context.Corrections.Any(newer =>
                    newer.ArticleId == correction.ArticleId && newer.Field == correction.Field && newer.Id > correction.Id && newer.MadeAt == correction.RetiredAt),
            })
            .OrderByDescending(row => row.Correction.Id)
            .Take(most)
            .ToListAsync(cancellation);
        return [.. rows.Select(row => Summary(row.Correction, row.Title, row.IsReplaced))];
    }

    static CorrectionSummary Summary(Correction correction, string title, bool isReplaced) => new(
        correction.Id, correction.ArticleId, title, correction.Field,
        CorrectionDesk.Shown(correction),
        correction.DeclaredThen, correction.DeclaredNow, correction.Reason, correction.MadeBy, correction.MadeAt, correction.RetiredAt, correction.RetiredBy, isReplaced);
}
