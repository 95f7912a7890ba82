using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Dates;

namespace NewsTracker.Storage.Importing;

/// <summary>One article from several files of its own: the strongest reading leads, the others fill what it leaves open.</summary>
static class DraftMerge
{
    /// <summary>Merges declared values; tags are the tagger's to make again.</summary>
    /// <param name="readings">The newest first; front matter declares more than a page, a page more than a scrape.</param>
    public static ArticleDraft Merge(IEnumerable<(ArticleDraft Draft, SourceFormat Format)> readings) =>
        readings.OrderBy(reading => reading.Format switch
        {
            SourceFormat.FrontMatter => 0,
            SourceFormat.Html => 1,
            _ => 2,
        }).Select(reading => reading.Draft).Aggregate(Fill);

    static ArticleDraft Fill(ArticleDraft lead, ArticleDraft other) => lead with
    {
        Title = lead.Title ?? other.Title,
        TitleSource = lead.Title is null ? other.TitleSource : lead.TitleSource,
        Excerpt = lead.Excerpt ?? other.Excerpt,
        Body = lead.Body ?? other.Body,
        Cuts = lead.Body is null ? other.Cuts : lead.Cuts,
        Url = lead.Url ?? other.Url,
        Links = new ArticleLinks(
            lead.Links.Web ?? other.Links.Web, lead.Links.Amp ?? other.Links.Amp,
            lead.Links.CdnAmp ?? other.Links.CdnAmp, lead.Links.Original ?? other.Links.Original),
        Provider = lead.Provider ?? other.Provider,
        Published = IsStated(lead.Published) || !IsStated(other.Published) && lead.Published.At is not null ? lead.Published : other.Published,
        DateCandidates = DateCandidates.Of(IsStated(lead.Published) || !IsStated(other.Published) ? [.. lead.DateCandidates, .. other.DateCandidates] : [.. other.DateCandidates, .. lead.DateCandidates]),
        Language = lead.Language ?? other.Language,
        Quality = lead.Quality ?? other.Quality,
        Heat = lead.Heat ?? other.Heat,
        Promoted = lead.Promoted ?? other.Promoted,
        Topics = lead.Topics.Any(IsDeclared) ? lead.Topics : other.Topics,
        Images = lead.Images.Count > 0 ? lead.Images : other.Images,
        Related = lead.Related.Count > 0 ? lead.Related : other.Related,
        Extra = lead.Extra.Count > 0 ? lead.Extra : other.Extra,
        Secured = lead.Secured ?? other.Secured,
        Repairs = [.. lead.Repairs.Union(other.Repairs)],
        Warnings = [.. lead.Warnings.Union(other.Warnings)],
    };

    static bool IsStated(PublishedDate date) => date.At is not null && date.Source != DateSource.Estimated;

    static bool IsDeclared(TopicTag topic) => topic.Source == ValueSource.Declared;
}
