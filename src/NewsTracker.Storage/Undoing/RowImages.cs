using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Undoing;

/// <summary>The statements that turn an article with all its parts, or a tracked file, into one JSON object and back.</summary>
sealed class RowImages
{
    const string Each = "json_each($0) AS image";

    readonly RowJson _article;
    readonly RowJson _file;
    readonly (string Name, RowJson Rows)[] _parts;

    public RowImages(NewsContext context)
    {
        _article = RowJson.Of<Article>(context);
        _file = RowJson.Of<TrackedFile>(context);
        _parts =
        [
            ("Images", RowJson.Of<ArticleImage>(context)),
            ("Companies", RowJson.Of<ArticleCompany>(context)),
            ("Topics", RowJson.Of<ArticleTopic>(context)),
            ("Money", RowJson.Of<ArticleMoney>(context)),
            ("Links", RowJson.Of<RelatedLink>(context)),
        ];
    }

    /// <summary>Within a query that calls the table <c>article</c>. The corrections in force are named, not kept: they live on beside the article.</summary>
    public string OfArticle() => $"""
        json_object('Article', {_article.Object("article")}, {string.Join(", ", _parts.Select(part => $"'{part.Name}', {part.Rows.Array("article.Id")}"))},
            'Corrections', json((SELECT json_group_array(Id) FROM (SELECT Id FROM Corrections WHERE ArticleId = article.Id AND RetiredAt IS NULL ORDER BY Id))))
        """;

    /// <summary>Within a query that calls the table <c>file</c>.</summary>
    public string OfFile() => _file.Object("file");

    /// <summary>Puts articles back; the one parameter is an array of their images.</summary>
    public IEnumerable<string> RestoreArticles() =>
    [
        .. _parts.Select(part => part.Rows.Delete($"SELECT json_extract(image.value, '$.Article.Id') FROM {Each}")),
        _article.Insert(Each, "$.Article"),
        .. _parts.Select(part => part.Rows.Insert($"json_each($0) AS whole, json_each(whole.value, '$.{part.Name}') AS image")),
    ];

    /// <summary>Puts files back; the one parameter is an array of their images.</summary>
    public string RestoreFiles() => _file.Insert(Each);
}
