using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>Reads articles whose facts stand in YAML between two lines of <c>---</c>. See docs/formats.md.</summary>
/// <param name="limits">How deep, how many aliases, how many related entries.</param>
public sealed class FrontMatterParser(IngestionLimits limits)
{
    /// <summary>Parses a text; no text makes it throw.</summary>
    /// <param name="source">A text whose first line of content is <c>---</c>; any line ends.</param>
    public ParsedArticle Parse(SourceText source)
    {
        var text = source.Text;
        if (FrontMatterBlock.Cut(text) is not { } block)
        {
            var opening = 1 + text[..^text.AsSpan().TrimStart().Length].ReplaceLineEndings("\n").Count(character => character == '\n');
            return Rejected(RejectionCode.FrontMatterUnclosed, "The front matter opens with “---” and never closes. Put a line of “---” after its last field.", opening);
        }

        var warnings = new WarningList();
        YamlValue? root = PlainYaml.Read(block, limits);
        if (root is null && new YamlReader(block, limits, warnings).Read(out root) is { } rejection) return new ParsedArticle(null, rejection);
        if (root is not YamlMap map)
            return Rejected(RejectionCode.Schema, "The front matter is no map of fields. Write one “key: value” on each line.", root?.Line ?? block.LinesBefore);
        if (!ArticleFields.Telling.Any(map.Entries.ContainsKey))
            return Rejected(RejectionCode.NotAnArticle, "None of its fields belongs to an article. Add at least title or webUrl, or keep the file elsewhere.", map.Line);
        var draft = Draft(new FieldReader(map, warnings), block);
        return draft is { Title: null, Excerpt: null, Body: null } && draft.Links == ArticleLinks.None
            ? Rejected(RejectionCode.Schema, "Neither title, address nor text could be read. Give the article a title or a webUrl.", map.Line)
            : new ParsedArticle(draft, null);
    }

    ArticleDraft Draft(FieldReader fields, FrontMatterBlock block)
    {
        var draft = ArticleFields.Read(fields, DateSource.Declared);
        var body = fields.Mended(TextRepair.Block(block.Body), "body");
        return draft with
        {
            Body = body.Length > 0 ? body : null,
            Related = RelatedList.Read(fields, draft.Links, limits.MaxRelated),
            Secured = fields.Verbatim("secured"),
            Extra = fields.Rest(),
            Repairs = fields.Repairs,
            Warnings = fields.Warnings.All,
        };
    }

    static ParsedArticle Rejected(RejectionCode code, string message, int line) => new(null, new Rejection(code, message, line));
}
