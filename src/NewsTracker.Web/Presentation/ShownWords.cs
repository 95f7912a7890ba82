using System.Text.RegularExpressions;
using NewsTracker.Ingestion;

namespace NewsTracker.Web.Presentation;

/// <summary>Values as the desk compares them, in plain words: what is kept for comparing names kinds as the code does.</summary>
static partial class ShownWords
{
    /// <summary>A field's value for people: a scope is “about face recognition”, a sum “1500000000 USD (round, planned, SenseTime)”.</summary>
    /// <param name="field">By its name in the article's JSON.</param>
    /// <param name="value">As it is compared; null for nothing.</param>
    public static string? Of(string field, string? value) => (field, value) switch
    {
        (_, null) => null,
        ("scope", nameof(ScopeValue.FacialRecognition)) => "about face recognition",
        ("scope", nameof(ScopeValue.Other)) => "not about it",
        ("money", _) => Kinds().Replace(value, Told),
        ("companies", _) => Roles().Replace(value, role => role.Value.ToLowerInvariant()),
        _ => value,
    };

    static string Told(Match match)
    {
        if (!Enum.TryParse<MoneyKind>(match.Groups["kind"].Value, out var kind) || !Enum.TryParse<MoneyStatus>(match.Groups["status"].Value, out var status)) return match.Value;
        var certainty = status == MoneyStatus.Closed ? "closed" : MoneyWords.Hedge(kind, status);
        return $"({MoneyWords.Kind(kind)}, {(certainty is null ? "" : $"{certainty}, ")}";
    }

    [GeneratedRegex(@"\((?<kind>[A-Za-z]{1,20}), (?<status>[A-Za-z]{1,20}), ", RegexOptions.NonBacktracking)]
    private static partial Regex Kinds();

    [GeneratedRegex(@"\((Subject|Mention)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Roles();
}
