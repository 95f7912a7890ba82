using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>A file that was looked at, for people.</summary>
static class InspectText
{
    const int BodyStart = 240;

    /// <summary>Writes what was understood; a rejected file is told on standard error alone.</summary>
    public static void Write(InspectedFile file, TextWriter output)
    {
        if (file.Reading?.Draft is not { } draft) return;
        output.WriteLine($"{TextRepair.Visible(file.Path)} ({(file.Reading.Format is { } format ? EnumWords.Of(format) : "undecoded")}, {file.Reading.Encoding})");
        foreach (var (name, value) in Lines(draft))
            if (!string.IsNullOrEmpty(value)) output.WriteLine($"  {name,-10} {value}");
        foreach (var warning in draft.Warnings) output.WriteLine($"  {"warning",-10} {warning.Message}");
        output.WriteLine();
    }

    static IEnumerable<(string Name, string? Value)> Lines(ArticleDraft draft) =>
    [
        ("title", $"{draft.Title ?? "none"} ({EnumWords.Of(draft.TitleSource)})"),
        ("url", draft.Url),
        ("provider", draft.Provider is { } provider ? $"{provider.Name}{(provider.Domain is { } domain ? $" ({domain})" : "")}" : null),
        ("published", Published(draft.Published)),
        ("also told", string.Join("; ", draft.DateCandidates.Skip(1).Select(Published).Distinct().Where(told => told != Published(draft.Published)))),
        ("language", LanguageWords.Of(draft)),
        ("scope", $"{EnumWords.Of(draft.Scope.Value)}{(draft.Scope.Evidence is { } evidence ? $": {evidence}" : "")}"),
        ("companies", string.Join(", ", draft.Companies.Select(Company))),
        ("topics", string.Join(", ", draft.Topics.Select(topic => topic.Name))),
        ("money", string.Join("; ", draft.Money.Select(MoneyWords.Told))),
        ("related", draft.Related.Count > 0 ? Counted.Of(draft.Related.Count, "article") : null),
        ("repairs", string.Join(", ", draft.Repairs)),
        ("body", draft.Body is { } body ? Start(body) : draft.Excerpt is { } excerpt ? $"only an excerpt: {Start(excerpt)}" : null),
    ];

    static string Company(CompanyTag company) => (company.Role, company.Catalogue) switch
    {
        (CompanyRole.Subject, true) => $"{company.Name} (subject)",
        (CompanyRole.Subject, false) => $"{company.Name} (subject, found)",
        (_, false) => $"{company.Name} (found)",
        _ => company.Name,
    };

    /// <summary>No more precise than it is known, and how it is known.</summary>
    static string Published(PublishedDate date) =>
        date.Source is { } source && DateWords.Machine(date) is { } told ? $"{(source == DateSource.Estimated ? "≈ " : "")}{told}, {EnumWords.Of(source)}" : "unknown";

    static string Start(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= BodyStart ? line : $"{line[..BodyStart]}… ({Counted.Number(text.Length)} characters)";
    }
}
