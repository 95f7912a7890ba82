using System.Text;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Exports;

namespace NewsTracker.Tests.Web;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void A_cell_is_never_a_formula(string? cell, string? neutral) => Assert.Equal(neutral, CsvCells.Neutral(cell));

    [Fact]
    public async Task A_row_carries_the_permanent_link_and_survives_quotes_and_line_breaks()
    {
        var lines = await WriteAsync(Article(new ArticleDraft { Title = "=A \"quoted\",\nbroken title", Url = "https://example.com/a" }));

        Assert.StartsWith("id,title,published,precision,", lines, StringComparison.Ordinal);
        Assert.Contains("\r\n17,\"'=A \"\"quoted\"\",\nbroken title\",,unknown,", lines, StringComparison.Ordinal);
        Assert.Contains("https://news.example/articles/17/a-title,https://example.com/a", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_lines_hold_one_article_each_and_never_the_encrypted_value()
    {
        using var output = new MemoryStream();
        await ArticleExport.WriteJsonLinesAsync(
            Rows(Article(new ArticleDraft { Title = "One\nline", Secured = "c2VjcmV0" }), Article(new ArticleDraft { Body = "Text." })),
            output, TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n');

        Assert.Equal(3, lines.Length);
        Assert.Empty(lines[2]);
        Assert.DoesNotContain("c2VjcmV0", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"body\":\"Text.\"", lines[1], StringComparison.Ordinal);
    }

    static async Task<string> WriteAsync(StoredArticle article)
    {
        using var output = new MemoryStream();
        await ArticleExport.WriteCsvAsync(Rows(article), output, "https://news.example", TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    static IAsyncEnumerable<StoredArticle> Rows(params StoredArticle[] articles) => articles.ToAsyncEnumerable();

    static StoredArticle Article(ArticleDraft values) => new()
    {
        Id = 17,
        Slug = "a-title",
        Values = values,
        ProviderSlug = null,
        OwnTopics = new HashSet<string>(),
        Origin = ArticleOrigin.File,
        AddedAt = DateTime.UnixEpoch,
        UpdatedAt = DateTime.UnixEpoch,
        Source = new SourceRef("a.txt", "00", SourceFormat.Text, "utf-8", DateTime.UnixEpoch),
        RelatedIds = [],
    };
}
