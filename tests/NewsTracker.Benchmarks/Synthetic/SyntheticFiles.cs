using System.Globalization;

namespace NewsTracker.Benchmarks.Synthetic;

/// <summary>Front-matter files of made-up articles, as the importer reads them.</summary>
static class SyntheticFiles
{
    /// <summary>Writes them.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed gives the same files.</param>
    public static void Write(string folder, int count, int seed)
    {
        var articles = new SyntheticArticles(seed);
        for (var number = 1; number <= count; number++)
        {
            var article = articles.Next();
            var name = string.Create(CultureInfo.InvariantCulture, $"{seed}-{number}");
            File.WriteAllText(Path.Combine(folder, $"{name}.txt"), Text(article, $"https://{SyntheticNames.Provider(article.Provider)}/imported-{name}"));
        }
    }

    static string Text(SyntheticArticle article, string url) => $"""
        ---
        category: news
        title: "{article.Title}"
        excerpt: "{article.Excerpt}"
        {(article.At is { } at ? $"publishedDateTime: {at.Replace(' ', 'T')}Z" : "heat: -1")}
        webUrl: "{url}"
        type: article
        provider:
          name: {SyntheticNames.Provider(article.Provider)}
          domain: {SyntheticNames.Provider(article.Provider)}
        topics:
        {string.Join('\n', article.Topics.Select(topic => $"  - {SyntheticNames.Topic(topic)}"))}
        ---

        """;
}
