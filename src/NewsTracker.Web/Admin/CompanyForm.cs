using System.Globalization;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Web.Admin;

/// <summary>A company of the catalogue as a person types it.</summary>
public sealed record CompanyForm
{
    /// <summary>Canonical name.</summary>
    public string? Name { get; init; }

    /// <summary>Of a new one; empty: made from the name.</summary>
    public string? Slug { get; init; }

    /// <summary>One a line.</summary>
    public string? Aliases { get; init; }

    /// <summary>Those that are ticked.</summary>
    public IList<string> Kind { get; init; } = [];

    /// <summary>Two capitals.</summary>
    public string? Country { get; init; }

    /// <summary>With its exchange's suffix.</summary>
    public string? Ticker { get; init; }

    /// <summary>A year.</summary>
    public string? Founded { get; init; }

    /// <summary>One a line.</summary>
    public string? Ambiguous { get; init; }

    /// <summary>One a line.</summary>
    public string? Context { get; init; }

    /// <summary>One a line.</summary>
    public string? Except { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The catalogue that the form was filled from.</summary>
    public string? Version { get; init; }

    /// <summary>An entry to be edited.</summary>
    /// <param name="company">As the catalogue has it.</param>
    /// <param name="version">That catalogue's hash.</param>
    public static CompanyForm Of(CatalogueCompany company, string version) => new()
    {
        Name = company.Name,
        Slug = company.Slug,
        Aliases = FormLines.Of(company.Aliases),
        Kind = [.. company.Kind],
        Country = company.Country,
        Ticker = company.Ticker,
        Founded = company.Founded?.ToString(CultureInfo.InvariantCulture),
        Ambiguous = FormLines.Of(company.Ambiguous),
        Context = FormLines.Of(company.Context),
        Except = FormLines.Of(company.Except),
        Version = version,
    };

    /// <summary>What was typed, as an entry.</summary>
    /// <param name="now">The entry as the catalogue has it; null for a new one.</param>
    public CatalogueCompany Entry(CatalogueCompany? now) => new()
    {
        Name = Name?.Trim() ?? "",
        Slug = now?.Slug ?? CorrectionForm.Text(Slug) ?? Slugs.ForName(CorrectionForm.Text(Name) ?? ""),
        Aliases = FormLines.Read(Aliases),
        Kind = [.. Kind],
        Country = CorrectionForm.Text(Country),
        Ticker = CorrectionForm.Text(Ticker),
        Founded = Year,
        Ambiguous = FormLines.Read(Ambiguous),
        Context = FormLines.Read(Context),
        Except = FormLines.Read(Except),
        Former = now?.Former,
    };

    /// <summary>What no entry could hold, by the catalogue's keys.</summary>
    public IEnumerable<EntryMistake> Mistakes()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new EntryMistake("name", "A company needs a name.");
        if (Kind.Count == 0) yield return new EntryMistake("kind", "Say what kind of company it is: tick one or more.");
        if (CorrectionForm.Text(Founded) is { } founded && Year is null) yield return new EntryMistake("founded", $"“{founded}” is no year; write four digits such as 2014, or leave it empty where unsure.");
    }

    int? Year => int.TryParse(Founded?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}

/// <summary>Lists as a person types them: one a line.</summary>
static class FormLines
{
    /// <summary>The list as lines.</summary>
    public static string Of(IReadOnlyList<string> items) => string.Join('\n', items);

    /// <summary>Rows in which they are seen, as far as a screen has room.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="least">Rows where there are few.</param>
    public static int Rows(string? text, int least) => Math.Clamp((text?.Count(c => c == '\n') ?? 0) + 2, least, MostRows);

    const int MostRows = 16;

    /// <summary>The lines as a list; empty lines are none.</summary>
    public static IReadOnlyList<string> Read(string? text) => text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
