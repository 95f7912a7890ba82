using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Undoing;

/// <summary>
/// Knows a removed article again when it comes back under a new key: what people decided about the old one (corrections, hiding) is about the new one then.
/// </summary>
/// <param name="context">Writes within the batch's transaction.</param>
sealed class ReturningArticles(NewsContext context)
{
    // No undo can happen beside the run that writes here, so one look is enough.
    bool? _anyRemoved;

    /// <summary>Hands over what waits for a batch's new articles; before their corrections are read.</summary>
    public async Task WelcomeAsync(BatchPlan plan, CancellationToken cancellation)
    {
        var fresh = plan.Articles.Values.Where(planned => planned.IsNew).Select(planned => planned.Known).ToList();
        if (fresh.Count == 0 || !(_anyRemoved ??= await context.RemovedArticles.AnyAsync(cancellation))) return;
        var urls = fresh.Select(article => article.UrlKey).OfType<string>().ToList();
        var contents = fresh.Select(article => article.ContentKey).OfType<string>().ToList();
        var removed = await context.RemovedArticles.AsNoTracking()
            .Where(article => urls.Contains(article.UrlKey!) || contents.Contains(article.ContentKey!))
            .OrderBy(article => article.Id)
            .ToListAsync(cancellation);
        foreach (var former in removed)
            if (fresh.Find(article => IsSame(former, article)) is { } article) await HandOverAsync(former.Id, article.Id, cancellation);
    }

    // As an import knows an article: by its address, else by its text.
    static bool IsSame(RemovedArticle former, KnownArticle article) => former.UrlKey is { } url && article.UrlKey is { } other
        ? url == other
        : former.ContentKey is { } content && content == article.ContentKey;

    async Task HandOverAsync(long former, long id, CancellationToken cancellation)
    {
        await context.Corrections.Where(correction => correction.ArticleId == former)
            .ExecuteUpdateAsync(set => set.SetProperty(correction => correction.ArticleId, id), cancellation);
        // Of several former selves that were hidden the latest counts.
        await context.HiddenArticles.Where(hidden => hidden.ArticleId == id && context.HiddenArticles.Any(other => other.ArticleId == former)).ExecuteDeleteAsync(cancellation);
        await context.HiddenArticles.Where(hidden => hidden.ArticleId == former)
            .ExecuteUpdateAsync(set => set.SetProperty(hidden => hidden.ArticleId, id), cancellation);
    }
}
