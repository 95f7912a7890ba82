using System.Text.RegularExpressions;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Ingestion.Dates;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>
/// The date of a text scrape: stated by a dateline or “published on”, else by an address or the file's name, else estimated, else unknown.
/// </summary>
public static partial class ScrapeDate
{
    /// <summary>How many lines into the text a date may stand: decks and notices come before it.</summary>
    const int Above = 3;

    /// <summary>How many lines below the text a closing date may stand.</summary>
    const int Below = 4;

    /// <summary>Where a dateline ends at the latest, in characters of the first paragraph.</summary>
    const int LongestDateline = 90;

    /// <summary>The last rank of the lines at the head of an article; those below it tell of changes and of other articles, and count only alone.</summary>
    const int Head = 2;

    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Finds everything that tells it.</summary>
    /// <param name="lines">All lines, classified.</param>
    /// <param name="body">The clean text.</param>
    /// <param name="path">The file's path; only its last part is read.</param>
    public static DateFindings Find(IReadOnlyList<ClassifiedLine> lines, string body, string path)
    {
        var told = DateLines(lines);
        return new(
            DateCandidates.Of(
            [
                .. told.Select(line => DateLine.DayOf(line)?.Publish(DateSource.Text, line.Text)),
                FromDateline(body), FromAddress(lines), FromFileName(path), DateEstimate.Find(body),
            ]),
            [.. told.Select(Doubt).OfType<DoubtfulDate>()]);
    }

    /// <summary>The lines that tell a date at the head of the article, the best first; where there are none, the best of those below it.</summary>
    static List<ScrapeLine> DateLines(IReadOnlyList<ClassifiedLine> lines)
    {
        var (first, last) = (IndexOf(lines, line => line.IsKept), LastIndexOf(lines, line => line.IsKept));
        var title = IndexOf(lines, line => line.Kind == LineKind.Title);
        var ranked = lines.Select((line, index) => (line.Line, line.Kind, Rank: Rank(line.Line, index, title, first, last)))
            .Where(line => line.Kind == LineKind.Date && line.Rank is not null).OrderBy(line => line.Rank).ToList();
        return [.. ranked.Where(line => line.Rank <= Head || line.Rank == ranked[0].Rank).Select(line => line.Line)];
    }

    static DoubtfulDate? Doubt(ScrapeLine line) =>
        DateLine.Doubtful(line) is var (written, readings) ? new($"Line {line.Number}", written, readings, line.Number) : null;

    /// <summary>
    /// How much a date line is worth by its place, the best first; null for none. A bare date above the headline is the page's own clock:
    /// mastheads print the day of the visit.
    /// </summary>
    static int? Rank(ScrapeLine line, int index, int title, int first, int last)
    {
        if (index > last + Below) return null;
        if (DateLine.SaysOnlyUpdated(line)) return 5;
        if (index > last) return DateLine.IsBare(line) ? 4 : 3;
        if (index > first + Above) return DateLine.SaysPublished(line) ? 3 : null;
        if (DateLine.SaysPublished(line)) return 0;
        if (title < 0 || index > title) return 1;
        return DateLine.IsBare(line) ? null : 2;
    }

    /// <summary>The opening of a report: “GENEVA, March 4, 2021 – …”.</summary>
    static PublishedDate? FromDateline(string body)
    {
        var opening = body.Length > LongestDateline ? body[..LongestDateline] : body;
        var dateline = Dateline().Match(opening);
        return dateline.Success && DateText.Find(dateline.Value) is [{ Civil: not null } day] ? day.Publish(DateSource.Text, dateline.Value.Trim()) : null;
    }

    /// <summary>The one address that stands on a line of its own; several are links to other pages.</summary>
    static PublishedDate? FromAddress(IReadOnlyList<ClassifiedLine> lines)
    {
        var addresses = lines.Select(line => line.Line.Text).Where(text => Address().IsMatch(text)).Distinct(StringComparer.Ordinal).ToList();
        return addresses is [var address] ? AddressDate.Find(address) : null;
    }

    static PublishedDate? FromFileName(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var written = NamedDay().Match(name);
        if (!written.Success) return null;
        var text = $"{written.Groups["year"].Value}-{written.Groups["month"].Value}-{written.Groups["day"].Value}";
        return DateText.Find(text) is [{ Civil: not null } day] ? day.Publish(DateSource.FileName, name) : null;
    }

    static int IndexOf(IReadOnlyList<ClassifiedLine> lines, Func<ClassifiedLine, bool> matches) =>
        lines.Index().Where(line => matches(line.Item)).Select(line => line.Index).FirstOrDefault(-1);

    static int LastIndexOf(IReadOnlyList<ClassifiedLine> lines, Func<ClassifiedLine, bool> matches) =>
        lines.Index().Where(line => matches(line.Item)).Select(line => line.Index).LastOrDefault(lines.Count);

    [GeneratedRegex(@"^(?<city>\p{Lu}[\p{L} .’'-]{1,30})(, ?[\p{L} .]{2,20})?,? .{6,24}[0-9]{4}( ?[/(][\w .]{2,20}[/)])? ?(--?|–|—)", Options)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"^https?://\S+$", Options)]
    private static partial Regex Address();

    [GeneratedRegex(@"(^|[^0-9A-Za-z])(?<year>(19|20)[0-9]{2})[-_.]?(?<month>[0-9]{2})[-_.]?(?<day>[0-9]{2})($|[^0-9A-Za-z])", Options)]
    private static partial Regex NamedDay();
}
