using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>A filter to drop, and what would then be found.</summary>
/// <param name="Chip">The filter.</param>
/// <param name="Count">Articles without it.</param>
sealed record WayOut(FilterChip Chip, int Count);

/// <summary>A name that the catalogue lacks, and what can be done about it.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Close">Names that may have been meant.</param>
/// <param name="Words">The same as plain words.</param>
/// <param name="AsText">Asks for them.</param>
/// <param name="TextMatches">How many articles have those words.</param>
sealed record UnknownNameHelp(UnknownName Asked, IReadOnlyList<TagSummary> Close, string Words, ArticleFilter AsText, int TextMatches)
{
    /// <summary>“the word “megvii”” or “the words “face value””.</summary>
    public string Quoted => $"the {(Words.Contains(' ', StringComparison.Ordinal) ? "words" : "word")} “{Words}”";

    /// <summary>What is wrong with the name, which stands before it.</summary>
    public string Problem => Asked.Filter == "provider" ? "is the domain of no publisher here, so no article carries it." : $"is not in the catalogue, so no article carries it as a {Asked.Filter}.";
}

/// <summary>Ways out of a list that shows nothing: silence must not be taken for clearance.</summary>
/// <param name="articles">Counts what another filter would find.</param>
/// <param name="tags">Knows the names.</param>
sealed class DeadEnds(ArticleQueries articles, TagQueries tags)
{
    const int MostWays = 6;

    /// <summary>For each active filter what would be found without it, most first; ways that lead nowhere are left out.</summary>
    public IReadOnlyList<WayOut> WaysOut(IReadOnlyList<FilterChip> chips, CancellationToken cancellation) =>
    [
        .. chips
            .Take(MostWays)
            .Select(chip => new WayOut(chip, articles.Count(chip.Without, cancellation)))
            .Where(way => way.Count > 0)
            .OrderByDescending(way => way.Count),
    ];

    /// <summary>For each name that nobody knows: close names, and the articles that have it as plain words.</summary>
    public async Task<IReadOnlyList<UnknownNameHelp>> HelpAsync(IReadOnlyList<UnknownName> names, CancellationToken cancellation)
    {
        List<UnknownNameHelp> help = [];
        foreach (var name in names.Take(MostWays))
        {
            var known = name.Filter switch
            {
                "company" => await tags.CompaniesAsync(cancellation, scope: null),
                "topic" => await tags.TopicsAsync(cancellation, scope: null),
                _ => await tags.ProvidersAsync(cancellation, scope: null),
            };
            var words = name.Slug.Replace('-', ' ').Replace("\"", "", StringComparison.Ordinal);
            var asText = new ArticleFilter { Text = $"\"{words}\"" };
            help.Add(new UnknownNameHelp(name, CloseNames.Of(name.Slug, known), words, asText, articles.Count(asText, cancellation)));
        }

        return help;
    }
}
