using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Hiding;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Endpoints;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages;

/// <summary>One article: its text, what was understood of it, and how each value is known.</summary>
/// <param name="articles">Where it is.</param>
/// <param name="hider">Whether it is hidden.</param>
sealed class ArticleModel(ArticleQueries articles, ArticleHider hider) : PageModel
{
    /// <summary>Most characters of a headline before the rest of it is folded away.</summary>
    public const int LongestHeadline = 320;

    const int RelatedAtOnce = 5;
    const int LongHeadline = 160;

    /// <summary>The article.</summary>
    public StoredArticle Article { get; private set; } = null!;

    /// <summary>Its values.</summary>
    public ArticleDraft Values => Article.Values;

    /// <summary>Who hid it from readers; null where it is shown, and for readers themselves.</summary>
    public HiddenRow? Hidden { get; private set; }

    /// <summary>True for people of the desk.</summary>
    public bool IsSignedIn => User.Identity is { IsAuthenticated: true };

    /// <summary>Its text, with what it was tagged with marked and cut pieces at their place.</summary>
    public BodyView Text { get; private set; } = null!;

    /// <summary>What stands as its headline.</summary>
    public string Headline => Shortened.HeadlineOf(Values.Title, Values.Url);

    /// <summary>True for a headline that is set smaller.</summary>
    public bool LongTitle => Headline.Length > LongHeadline;

    /// <summary>What companies and topics rest on where no text is held, and why none is.</summary>
    public string Basis => (Text.IsCutByPerson, Text.Excerpt.Count) switch
    {
        (true, 0) => "The text was cut away by hand, and no excerpt is held; companies and topics rest on the title.",
        (true, _) => "The text was cut away by hand; companies and topics rest on title and excerpt.",
        (false, 0) => "Neither text nor excerpt is held; companies and topics rest on the title.",
        _ => "Only an excerpt is held; companies and topics rest on title and excerpt.",
    };

    /// <summary>The related articles that are always shown.</summary>
    public IEnumerable<RelatedArticle> FirstRelated => Article.Related.Take(RelatedAtOnce);

    /// <summary>The others.</summary>
    public IReadOnlyList<RelatedArticle> MoreRelated => [.. Article.Related.Skip(RelatedAtOnce)];

    /// <summary>The tracker's own topics on it.</summary>
    public IEnumerable<TopicTag> OwnTopics => Values.Topics.Where(topic => Article.OwnTopics.Contains(topic.Slug));

    /// <summary>The origin's topics on it.</summary>
    public IEnumerable<TopicTag> OriginTopics => Values.Topics.Where(topic => !Article.OwnTopics.Contains(topic.Slug));

    /// <summary>The permanent address, whole.</summary>
    public string Permanent => RequestFilter.Site(Request) + PageAddress.Article(Article.Id, Article.Slug);

    /// <summary>Shows the article.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="slug">The readable part, which must be right.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnGetAsync(long id, string? slug, CancellationToken cancellation)
    {
        if (articles.Find(id, evenHidden: IsSignedIn) is not { } article)
        {
            if (await articles.MergedIntoAsync(id, cancellation) is not { } kept)
                return await articles.IsGoneAsync(id, cancellation) ? StatusCode(StatusCodes.Status410Gone) : NotFound();
            // A merge can be taken apart: browsers ask again.
            Response.Headers.CacheControl = "no-cache";
            return RedirectPermanent(PageAddress.Article(kept.Id, kept.Slug));
        }

        if (slug != article.Slug) return RedirectPermanent(PageAddress.Article(id, article.Slug));
        Article = article;
        if (IsSignedIn) Hidden = await hider.FindAsync(id, cancellation);
        Text = BodyView.Of(article.Values);
        return Page();
    }
}
