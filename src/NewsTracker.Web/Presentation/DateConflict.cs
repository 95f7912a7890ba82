using System.Globalization;
using System.Text.RegularExpressions;
using NewsTracker.Ingestion;

namespace NewsTracker.Web.Presentation;

/// <summary>A second source that tells another date than the one shown.</summary>
/// <param name="Words">To stand behind the date: <c>address says 6 Jan</c>.</param>
/// <param name="Message">The warning's own sentence.</param>
sealed partial record DateConflict(string Words, string Message)
{
    /// <summary>The conflict that an article's warnings tell of; null without one.</summary>
    public static DateConflict? Of(PublishedDate shown, IReadOnlyList<Warning> warnings)
    {
        if (warnings.FirstOrDefault(warning => warning.Code == WarningCode.DateConflict) is not { } warning) return null;
        var source = warning.Message.Contains("address", StringComparison.OrdinalIgnoreCase) ? "address" : "another source";
        return new DateConflict(OtherDay(shown, warning.Message) is { } other ? $"{source} says {other}" : $"{source} disagrees", warning.Message);
    }

    static string? OtherDay(PublishedDate shown, string message)
    {
        foreach (var match in IsoDay().EnumerateMatches(message))
        {
            var text = message.AsSpan(match.Index, match.Length);
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day != shown.Day)
                return day.Year == shown.Day?.Year ? DateWords.DayOfYear(day) : DateWords.Day(day);
        }

        return null;
    }

    [GeneratedRegex(@"[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex IsoDay();
}
