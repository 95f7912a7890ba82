using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Web.Admin;

/// <summary>One field of a catalogue's form, with what is wrong in it.</summary>
/// <param name="Key">The catalogue's key.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Value">As typed.</param>
/// <param name="Mistakes">Of the whole form.</param>
public sealed record FormField(string Key, string Label, string? Value, IReadOnlyList<EntryMistake> Mistakes)
{
    /// <summary>More than one: a list, one a line.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>What to type; null where the label says it.</summary>
    public string? Hint { get; init; }

    /// <summary>The property's name in the form.</summary>
    public string Name => $"Form.{char.ToUpperInvariant(Key[0])}{Key[1..]}";

    /// <summary>What is wrong here, as sentences.</summary>
    public IReadOnlyList<string> Own => [.. Mistakes.Where(mistake => mistake.Key == Key).Select(mistake => mistake.Message)];

    /// <summary>What describes the field, by id; null for nothing.</summary>
    public string? DescribedBy => string.Join(' ', new[] { Hint is null ? "" : $"h-{Key}", Own.Count == 0 ? "" : $"m-{Key}" }.Where(id => id.Length > 0)) is { Length: > 0 } ids ? ids : null;
}
