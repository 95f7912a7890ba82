namespace NewsTracker.Web.Presentation;

/// <summary>The fields of an article as people call them; the JSON API keeps the short names.</summary>
static class FieldWords
{
    /// <summary>Before a field of an entry in the article's list.</summary>
    public const string Listed = "related.";

    /// <summary>A field that changed: <c>datesTold</c> is “dates told”, <c>related.url</c> “web address of an article in its list”.</summary>
    public static string Of(string field) =>
        field.StartsWith(Listed, StringComparison.Ordinal) ? $"{Of(field[Listed.Length..])} of an article in its list" : field switch
        {
            "title" => "headline",
            "titleSource" => "how the headline is known",
            "excerpt" => "teaser",
            "body" => "text",
            "url" => "web address",
            "links" => "all its addresses",
            "published" => "date",
            "datesTold" => "dates told",
            "quality" => "quality at the origin",
            "heat" => "heat at the origin",
            "promoted" => "promotion at the origin",
            "extra" => "other keys",
            "cuts" => "what was cut away",
            "related" => "articles in its list",
            "origin" => "how it is known",
            var plain => plain,
        };
}
