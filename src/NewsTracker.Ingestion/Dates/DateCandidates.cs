using System.Globalization;

namespace NewsTracker.Ingestion.Dates;

/// <summary>Everything that tells when an article was published, the strongest first, and whether it tells the same.</summary>
public static class DateCandidates
{
    /// <summary>Most candidates kept; pages that tell more than a handful repeat themselves.</summary>
    const int Most = 20;

    /// <summary>Puts candidates together; the first one is the choice.</summary>
    /// <param name="found">In order of strength; null where a source told nothing.</param>
    /// <returns>Each date of each source once.</returns>
    public static IReadOnlyList<PublishedDate> Of(IEnumerable<PublishedDate?> found) =>
        [.. found.OfType<PublishedDate>().DistinctBy(date => (date.At, date.Day, date.Precision, date.Source)).Take(Most)];

    /// <summary>The doubt that another source raises about the choice.</summary>
    /// <param name="candidates">As <see cref="Of"/> gives them.</param>
    /// <param name="line">The line that declares the choice; null where none does.</param>
    /// <returns>Null where all agree. Estimates neither doubt nor are doubted.</returns>
    public static Warning? Conflict(IReadOnlyList<PublishedDate> candidates, int? line = null)
    {
        if (candidates is not [{ Day: { } day, Source: not DateSource.Estimated } chosen, ..]) return null;
        return candidates.Skip(1).FirstOrDefault(other => other.Source != DateSource.Estimated && Differs(day, other, Slack(chosen))) is { } second
            ? new(WarningCode.DateConflict, $"The {Speakers(candidates, chosen)} {Written(chosen)}, {Second(chosen, second)} says {Written(second)}.", line)
            : null;
    }

    /// <summary>Who tells the choice: a second witness, where there is one, with its verb.</summary>
    static string Speakers(IReadOnlyList<PublishedDate> candidates, PublishedDate chosen) =>
        candidates.FirstOrDefault(other => other.Day == chosen.Day && Speaker(other) != Speaker(chosen)) is { } witness
            ? $"{Speaker(chosen)} and the {Speaker(witness)} say"
            : $"{Speaker(chosen)} says";

    /// <summary>A page tells one moment in UTC here and by the publisher's clock there, so that a day more or less is none; a file declares one of them.</summary>
    static int Slack(PublishedDate chosen) => chosen.Source is DateSource.Declared or DateSource.Related ? 0 : 1;

    static bool Differs(DateOnly day, PublishedDate other, int slack) =>
        other.Period is var (first, last) && (day.DayNumber < first.DayNumber - slack || day.DayNumber > last.DayNumber + slack);

    static string Second(PublishedDate chosen, PublishedDate second) =>
        Speaker(chosen) == Speaker(second) ? $"another place in the {Speaker(second)}" : $"the {Speaker(second)}";

    static string Speaker(PublishedDate date) => date.Source switch
    {
        DateSource.Address => "address",
        DateSource.FileName => "file’s name",
        DateSource.Text => "text",
        DateSource.Html => "page’s markup",
        _ => "file",
    };

    static string? Written(PublishedDate date) =>
        date.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? date.At?.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
