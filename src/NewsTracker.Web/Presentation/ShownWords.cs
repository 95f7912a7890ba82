using System.Globalization;
using System.Text.RegularExpressions;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Presentation;

/// <summary>Values as the desk compares them, in plain words: what is kept for comparing names kinds as the code does.</summary>
static partial class ShownWords
{
    /// <summary>A field's value for people: a scope is “about face recognition”, a date “2 May 2023, 09:30 UTC, declared by the file”, a sum “$8 million (round, closed, Kairos)”.</summary>
    /// <param name="field">By its name in the article's JSON.</param>
    /// <param name="value">As it is compared; null for nothing.</param>
    public static string? Of(string field, string? value) => (field, value) switch
    {
        (_, null) => null,
        _ when field.StartsWith(FieldWords.Listed, StringComparison.Ordinal) => Of(field[FieldWords.Listed.Length..], value),
        ("scope", nameof(ScopeValue.FacialRecognition)) => "about face recognition",
        ("scope", nameof(ScopeValue.Other)) => "not about it",
        ("money", _) => Sums().Replace(value, Told),
        ("companies", _) => Roles().Replace(value, role => role.Value.ToLowerInvariant()),
        ("published", _) => DateWords.Typed(value) ?? Dates().Replace(value, Date),
        ("datesTold", _) => Dates().Replace(value, Date),
        ("repairs", _) => string.Join("; ", value.Split("; ").Select(OriginWords.Repair)),
        ("titleSource", _) when Enum.TryParse<TitleSource>(value, out var source) => OriginWords.Title(source) ?? "declared by the file",
        ("origin", _) when Enum.TryParse<ArticleOrigin>(value, ignoreCase: true, out var origin) => OriginWords.Origin(origin),
        ("promoted", _) when bool.TryParse(value, out var promoted) => OriginWords.Promotion(promoted),
        _ => value,
    };

    static string Date(Match match)
    {
        var at = DateTime.Parse(match.Groups["at"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        DateOnly? day = DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", out var stated) ? stated : null;
        if (!Enum.TryParse<DatePrecision>(match.Groups["precision"].Value, out var precision)) return match.Value;
        DateSource? source = Enum.TryParse<DateSource>(match.Groups["source"].Value, out var known) ? known : null;
        var date = new PublishedDate(at, day, precision, source, null);
        return $"{DateWords.Whole(date)}, {DateWords.HowKnown(date)}";
    }

    static string Told(Match match)
    {
        if (!Enum.TryParse<MoneyKind>(match.Groups["kind"].Value, out var kind) || !Enum.TryParse<MoneyStatus>(match.Groups["status"].Value, out var status)) return match.Value;
        var certainty = status == MoneyStatus.Closed ? "closed" : MoneyWords.Hedge(kind, status);
        var amount = decimal.Parse(match.Groups["amount"].Value, CultureInfo.InvariantCulture);
        return $"{MoneyWords.Exact(amount, match.Groups["currency"].Value)} ({MoneyWords.Kind(kind)}, {(certainty is null ? "" : $"{certainty}, ")}";
    }

    [GeneratedRegex(@"\b(?<amount>[0-9]{1,20}(\.[0-9]{1,4})?) (?<currency>[A-Z]{3}) \((?<kind>[A-Za-z]{1,20}), (?<status>[A-Za-z]{1,20}), ", RegexOptions.NonBacktracking)]
    private static partial Regex Sums();

    [GeneratedRegex(@"(?<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) \((?<precision>[A-Za-z]{1,20}), (?<source>[A-Za-z]{0,20}), (?<day>[\d-]{0,10})\)", RegexOptions.NonBacktracking)]
    private static partial Regex Dates();

    [GeneratedRegex(@"\((Subject|Mention)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Roles();
}
