using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Merging;

/// <summary>Lists of related articles as merges write them.</summary>
static class RelatedLists
{
    /// <summary>Replaces what an article lists.</summary>
    /// <param name="context">In a transaction.</param>
    /// <param name="articleId">Whose list.</param>
    /// <param name="listed">The keys, in order.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public static async Task RelistAsync(this NewsContext context, long articleId, IReadOnlyList<long> listed, CancellationToken cancellation)
    {
        await context.RelatedLinks.Where(link => link.ArticleId == articleId).ExecuteDeleteAsync(cancellation);
        context.RelatedLinks.AddRange(listed.Index().Select(link => new RelatedLink { ArticleId = articleId, Position = link.Index, RelatedId = link.Item }));
        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
    }
}
