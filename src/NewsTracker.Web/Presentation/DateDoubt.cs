using System.Globalization;
using System.Text.RegularExpressions;
using NewsTracker.Ingestion;

namespace NewsTracker.Web.Presentation;

/// <summary>Why a date must not read as certain: another source tells another day, or it cannot be true.</summary>
/// <param name="Words">To stand behind the date: <c>address says 6 Jan</c>.</param>
/// <param name="Message">The warning's own sentence.</param>
sealed partial record DateDoubt(string Words, string Message)
{
    /// <summary>The warnings that doubt a date.</summary>
    static readonly WarningCode[] OfDates = [WarningCode.DateConflict, WarningCode.FutureDate, WarningCode.BeforeFounding];

    /// <summary>What is left to doubt of an article: of its date nothing where a person settled it.</summary>
    public static IEnumerable<Warning> Standing(PublishedDate shown, IReadOnlyList<Warning> warnings) => shown.Source == DateSource.Correction
        ? warnings.Where(warning => !OfDates.Contains(warning.Code))
        : warnings;

    /// <summary>The doubt that an article's warnings raise, a conflict first; null without one, and where a person settled it.</summary>
    public static DateDoubt? Of(PublishedDate shown, IReadOnlyList<Warning> warnings) => shown.Source == DateSource.Correction
        ? null
        : Told(warnings, WarningCode.DateConflict, warning => Other(shown, warning.Message))
        ?? Told(warnings, WarningCode.FutureDate, _ => "lay in the future when read")
        ?? Told(warnings, WarningCode.BeforeFounding, _ => "lies before its company began");

    static DateDoubt? Told(IReadOnlyList<Warning> warnings, WarningCode code, Func<Warning, string> words) =>
        warnings.FirstOrDefault(warning => warning.Code == code) is { } warning ? new DateDoubt(words(warning), warning.Message) : null;

    /// <summary>Who says which other day, from the clause that names it.</summary>
    static string Other(PublishedDate shown, string message)
    {
        foreach (var match in IsoDay().EnumerateMatches(message))
        {
            var text = message.AsSpan(match.Index, match.Length);
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day == shown.Day) continue;
            return $"{Source(message[(message.LastIndexOf(',', match.Index) + 1)..match.Index])} says {(day.Year == shown.Day?.Year ? DateWords.DayOfYear(day) : DateWords.Day(day))}";
        }

        return $"{Source(message)} disagrees";
    }

    static string Source(string clause) =>
        clause.Contains("address", StringComparison.OrdinalIgnoreCase) ? "address"
        : clause.Contains("markup", StringComparison.OrdinalIgnoreCase) ? "markup"
        : "another source";

    [GeneratedRegex(@"[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex IsoDay();
}
