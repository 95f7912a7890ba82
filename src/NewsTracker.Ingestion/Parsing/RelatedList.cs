using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>The articles that an article's file lists beside it: each whole, each once, never the article itself.</summary>
static class RelatedList
{
    /// <summary>Reads the list.</summary>
    /// <param name="fields">The article's own fields.</param>
    /// <param name="own">The article's own addresses.</param>
    /// <param name="most">Entries beyond it are left out with a warning.</param>
    public static IReadOnlyList<ArticleDraft> Read(FieldReader fields, ArticleLinks own, int most)
    {
        var related = new List<ArticleDraft>();
        var keys = new[] { own.Web, own.Original }.OfType<string>().Select(WebAddress.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var item in fields.List("related", most))
        {
            if (item is not YamlMap map)
            {
                LeaveOut(fields, item, "is no article but a single value or a list");
                continue;
            }

            var draft = Entry(map);
            if (draft.Title is null && draft.Url is null) LeaveOut(fields, item, "has neither title nor address");
            else if (draft.Url is null || keys.Add(WebAddress.Key(draft.Url))) related.Add(draft);
        }

        return related;
    }

    static ArticleDraft Entry(YamlMap map)
    {
        var fields = new FieldReader(map, new WarningList());
        var draft = ArticleFields.Read(fields, DateSource.Related);
        return draft with { Secured = fields.Verbatim("secured"), Extra = fields.Rest(), Repairs = fields.Repairs, Warnings = fields.Warnings.All };
    }

    static void LeaveOut(FieldReader fields, YamlValue item, string why) =>
        fields.Warnings.Add(WarningCode.RelatedLeftOut, $"Line {item.Line}: this related entry {why}; it was left out.", item.Line);
}
