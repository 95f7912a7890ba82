using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Pages.Topics;

/// <summary>All topics with counts: the tracker's own, then the origin's.</summary>
/// <param name="tags">Where they are.</param>
sealed class IndexModel(TagQueries tags) : PageModel
{
    /// <summary>The tracker's own.</summary>
    public IReadOnlyList<TagSummary> Own { get; private set; } = [];

    /// <summary>Those that files declare and that an article about face recognition carries.</summary>
    public IReadOnlyList<TagSummary> Origin { get; private set; } = [];

    /// <summary>Shows them.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var topics = await tags.TopicsAsync(cancellation);
        Own = [.. topics.Where(topic => topic.InCatalogue)];
        Origin = [.. topics.Where(topic => !topic.InCatalogue && topic.Count > 0)];
    }
}
