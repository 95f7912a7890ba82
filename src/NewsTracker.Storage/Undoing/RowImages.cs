using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Undoing;

/// <summary>The statements that turn an article with all its parts, or a tracked file, into one JSON object and back.</summary>
sealed class RowImages
{
    const string Each = "json_each($0) AS image";

    const string Links = "Links";

    // Since the row was kept, an article that it lists may have been merged into another.
    const string ToKept = """
        jsonb_set(part.value, '$.RelatedId', coalesce(
            (SELECT KeptId FROM Merges WHERE GoneId = json_extract(part.value, '$.RelatedId')), json_extract(part.value, '$.RelatedId')))
        """;

    // Corrections live on beside the article. What the run's files made of them goes with those files: that a file said the same, what it said anew.
    const string InForceAgain = $"""
        UPDATE Corrections SET RetiredAt = NULL, RetiredBy = NULL
        WHERE RetiredBy = '{CorrectionOverlay.ByFile}'
            AND Id IN (SELECT json_extract(kept.value, '$.Id') FROM {Each}, json_each(image.value, '$.Corrections') AS kept)
            AND NOT EXISTS (
                SELECT 1 FROM Corrections AS newer
                WHERE newer.ArticleId = Corrections.ArticleId AND newer.Field = Corrections.Field AND newer.RetiredAt IS NULL)
        """;

    const string SaidAgain = $"""
        UPDATE Corrections SET DeclaredThen = json_extract(kept.value, '$.DeclaredThen'), DeclaredNow = json_extract(kept.value, '$.DeclaredNow')
        FROM {Each}, json_each(image.value, '$.Corrections') AS kept
        WHERE Corrections.Id = json_extract(kept.value, '$.Id') AND Corrections.RetiredAt IS NULL
        """;

    readonly RowJson _article;
    readonly RowJson _file;
    readonly RowJson _correction;
    readonly (string Name, RowJson Rows)[] _parts;

    public RowImages(NewsContext context)
    {
        _article = RowJson.Of<Article>(context);
        _file = RowJson.Of<TrackedFile>(context);
        _correction = RowJson.Of<Correction>(context);
        _parts =
        [
            ("Images", RowJson.Of<ArticleImage>(context)),
            ("Companies", RowJson.Of<ArticleCompany>(context)),
            ("Topics", RowJson.Of<ArticleTopic>(context)),
            ("Money", RowJson.Of<ArticleMoney>(context)),
            (Links, RowJson.Of<RelatedLink>(context)),
        ];
    }

    /// <summary>Within a query that calls the table <c>article</c>; with the corrections in force.</summary>
    public string OfArticle() => $"""
        json_object('Article', {_article.Object("article")}, {string.Join(", ", _parts.Select(part => $"'{part.Name}', {part.Rows.Array("article.Id")}"))},
            'Corrections', {_correction.Array("article.Id", "part.RetiredAt IS NULL")})
        """;

    /// <summary>Within a query that calls the table <c>file</c>.</summary>
    public string OfFile() => _file.Object("file");

    /// <summary>Puts articles back; the one parameter is an array of their images.</summary>
    public IEnumerable<string> RestoreArticles() =>
    [
        .. _parts.Select(part => part.Rows.Delete($"SELECT json_extract(image.value, '$.Article.Id') FROM {Each}")),
        _article.Insert($"SELECT jsonb_extract(image.value, '$.Article') FROM {Each}"),
        .. _parts.Select(part => part.Rows.Insert($"SELECT {(part.Name == Links ? ToKept : "jsonb(part.value)")} FROM {Each}, json_each(image.value, '$.{part.Name}') AS part")),
        InForceAgain,
        SaidAgain,
    ];

    /// <summary>Puts files back; the one parameter is an array of their images.</summary>
    public string RestoreFiles() => _file.Insert($"SELECT jsonb(image.value) FROM {Each}");
}
