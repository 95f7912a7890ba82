using System.Globalization;

namespace NewsTracker.Benchmarks.Synthetic;

/// <summary>Front-matter files of made-up articles, as the importer reads them.</summary>
static class SyntheticFiles
{
    /// <summary>Writes them.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="count">How many files.</param>
    /// <param name="seed">The same seed gives the same files.</param>
    /// <param name="related">Articles that each lists beside its own; no address comes twice.</param>
    public static void Write(string folder, int count, int seed, int related = 0)
    {
        foreach (var (name, text) in Make(new SyntheticArticles(seed).Next, count, seed, related)) File.WriteAllText(Path.Combine(folder, $"{name}.txt"), text);
    }

    /// <summary>Makes names, without an ending, and texts, one after the other.</summary>
    public static IEnumerable<(string Name, string Text)> Make(Func<SyntheticArticle> next, int count, int seed, int related)
    {
        for (var number = 1; number <= count; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{seed}-{number}");
            var own = next();
            var listed = Enumerable.Range(1, related).Select(place => Listed(next(), $"{name}-{place}"));
            yield return (name, Text(own, name, related == 0 ? "" : $"related:\n{string.Concat(listed)}"));
        }
    }

    static string Text(SyntheticArticle article, string name, string related) => $"""
        ---
        category: news
        title: "{article.Title}"
        excerpt: "{article.Excerpt}"
        {(article.At is { } at ? $"publishedDateTime: {at.Replace(' ', 'T')}Z" : "heat: -1")}
        webUrl: "{Url(article, name)}"
        type: article
        provider:
          name: {SyntheticNames.Provider(article.Provider)}
          domain: {SyntheticNames.Provider(article.Provider)}
        topics:
        {string.Join('\n', article.Topics.Select(topic => $"  - {SyntheticNames.Topic(topic)}"))}
        {related}---

        """;

    static string Listed(SyntheticArticle article, string name) => $"""
          - title: "{article.Title}"
            excerpt: "{article.Excerpt}"
            webUrl: "{Url(article, name)}"

        """;

    static string Url(SyntheticArticle article, string name) => $"https://{SyntheticNames.Provider(article.Provider)}/imported-{name}";
}
