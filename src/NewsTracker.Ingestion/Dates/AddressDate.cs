using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Dates;

/// <summary>The date that many publishers write into an article's address.</summary>
public static partial class AddressDate
{
    /// <summary>Before the web carried news no address carried a date of one.</summary>
    const int FirstYear = 1994;

    /// <summary>A number that could be a year later than this is an id.</summary>
    const int LastYear = 2049;

    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Finds the first date in an address's path, the most precise pattern first.</summary>
    /// <param name="address">As given, entities decoded.</param>
    /// <returns>A day or a month with source <see cref="DateSource.Address"/>; null where nothing is surely a date.</returns>
    public static PublishedDate? Find(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? address.IndexOf('/', scheme + 3) : 0;
        if (start < 0) return null;
        var end = address.AsSpan().IndexOfAny("?#");
        var path = end < 0 ? address[start..] : address[start..Math.Max(end, start)];
        if (!path.Contains("19", StringComparison.Ordinal) && !path.Contains("20", StringComparison.Ordinal)) return null;
        return First(DaySegments(), path) ?? First(DayInName(), path) ?? First(CompactDay(), path)
            ?? First(MonthSegments(), path) ?? First(CompactMonth(), path);
    }

    static PublishedDate? First(Regex pattern, string path)
    {
        for (var match = pattern.Match(path); match.Success; match = match.NextMatch())
            if (Read(match) is { } date) return date;
        return null;
    }

    static PublishedDate? Read(Match match)
    {
        var year = Number(match.Groups["year"]);
        var month = Number(match.Groups["month"]);
        if (year is < FirstYear or > LastYear || month is < 1 or > 12) return null;
        var evidence = match.Value.Trim('/', '-', '_', '.');
        if (!match.Groups["day"].Success) return PublishedDate.InMonth(year, month, DateSource.Address, evidence);
        var day = Number(match.Groups["day"]);
        return day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? PublishedDate.OnDay(new DateOnly(year, month, day), DateSource.Address, evidence)
            : null;
    }

    static int Number(Group group) => char.IsAsciiDigit(group.ValueSpan[0])
        ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : 1 + Array.IndexOf(Months, group.Value[..3].ToLowerInvariant());

    const RegexOptions Safe = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>What a month may be called; names in full or their first three letters.</summary>
    const string NamedMonth = "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?";

    /// <summary><c>/2020/07/31/</c>, <c>/2022/jan/06/</c>.</summary>
    [GeneratedRegex($@"/(?<year>\d{{4}})/(?<month>\d{{1,2}}|{NamedMonth})/(?<day>\d{{1,2}})(/|$)", Safe)]
    private static partial Regex DaySegments();

    /// <summary><c>/2020-07-31/</c>, <c>…-2020-07-31</c>, <c>/2020-07-31-title</c>, <c>_2020_07_31</c>.</summary>
    [GeneratedRegex(@"[/_.-](?<year>\d{4})(-(?<month>\d{2})-|_(?<month>\d{2})_)(?<day>\d{2})([/_.-]|$)", Safe)]
    private static partial Regex DayInName();

    /// <summary><c>/20200731/</c>: a path segment of its own; the eight digits of an id rarely make a day.</summary>
    [GeneratedRegex(@"/(?<year>(19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(/|$)", Safe)]
    private static partial Regex CompactDay();

    /// <summary><c>/2020/07/title</c>, <c>/2020/july/title</c>.</summary>
    [GeneratedRegex($@"/(?<year>\d{{4}})/(?<month>\d{{2}}|{NamedMonth})(/|$)", Safe)]
    private static partial Regex MonthSegments();

    /// <summary><c>/202008/title</c>.</summary>
    [GeneratedRegex(@"/(?<year>20\d{2})(?<month>\d{2})/", Safe)]
    private static partial Regex CompactMonth();
}
