using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages.Topics;

/// <summary>One topic: when it was written about, about whom, and with which other topics.</summary>
/// <param name="tags">Where it is.</param>
/// <param name="profiles">Its articles.</param>
sealed class ProfileModel(TagQueries tags, ProfileReader profiles) : PageModel
{
    /// <summary>How many phrases are always shown.</summary>
    public const int PhrasesAtOnce = 10;

    /// <summary>The topic.</summary>
    public TopicProfile Topic { get; private set; } = null!;

    /// <summary>Its articles.</summary>
    public ProfileView View { get; private set; } = null!;

    /// <summary>Shows the topic.</summary>
    /// <param name="slug">As addresses carry it.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await tags.TopicAsync(slug, cancellation) is not { } topic) return NotFound();
        Topic = topic;
        var filter = new ArticleFilter { Scope = ScopeValue.FacialRecognition }.WithTopic(topic.Summary.Slug);
        View = await profiles.ReadAsync(topic.Summary, filter, topic.Coverage, cancellation);
        return Page();
    }

    /// <summary>The articles that carry both topics.</summary>
    public ArticleFilter Both(string other) => View.Filter with
    {
        Topics = [new NameFilter([new NameTerm(Topic.Summary.Slug, Excluded: false), new NameTerm(other, Excluded: false)])],
    };
}
