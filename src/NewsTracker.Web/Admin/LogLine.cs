using System.Text.Json;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Admin;

/// <summary>An entry of the log as people read it. The log keeps names and lists as they are; its CSV has them so.</summary>
/// <param name="entry">The entry.</param>
sealed class LogLine(AuditEntry entry)
{
    /// <summary>To what it was done, in words; null where the article or the run alone says it.</summary>
    public string? Subject => Seen(entry.Kind switch
    {
        _ when IsOfField && entry.Subject is { } corrected => $"{FieldWords.Of(corrected)} of",
        AuditKind.DoubtSettled when Enum.TryParse<DoubtKind>(entry.Subject, out var doubt) => $"{ReviewWords.Heading(doubt).ToLowerInvariant()}, of",
        _ => entry.Subject,
    });

    /// <summary>Whether the subject names the article already, so that it is itself the link.</summary>
    public bool NamesArticle => entry is { Kind: AuditKind.Merged or AuditKind.TakenApart, ArticleId: not null, Subject: not null };

    /// <summary>What stands before <see cref="Before"/> and <see cref="After"/>: where a correction was kept nothing changed, and the two are what was weighed.</summary>
    public (string Before, string After) Labels => entry.Kind == AuditKind.CorrectionKept ? ("the files say", "the article keeps") : ("before", "after");

    /// <summary>How it was; null for nothing.</summary>
    public string? Before => Seen(Plain(entry.Before));

    /// <summary>How it is since then; null for nothing.</summary>
    public string? After => Seen(Plain(entry.After));

    // Its subject is a field of an article, its values that field's.
    bool IsOfField => entry.Kind is AuditKind.Corrected or AuditKind.CorrectionReverted or AuditKind.FileAccepted or AuditKind.CorrectionKept;

    // Files are named here as they are called.
    static string? Seen(string? text) => string.IsNullOrWhiteSpace(text) ? null : TextRepair.Visible(text);

    string? Plain(string? value) => entry.Kind switch
    {
        _ when value is null => null,
        _ when IsOfField => ShownWords.Of(entry.Subject ?? "", value),
        AuditKind.CatalogueEdited or AuditKind.CatalogueImported or AuditKind.CatalogueRestored or AuditKind.CompaniesMerged => string.Join(". ", value.Split('\n').Select(Field)),
        AuditKind.Hidden or AuditKind.Shown => $"articles {value.Trim('[', ']').Replace(",", ", ", StringComparison.Ordinal)}",
        _ => value,
    };

    // “companies megvii, aliases: ["Face++","Kuangshi"]”.
    static string Field(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0) return line;
        try
        {
            return $"{line[..colon]}: {CatalogueSentences.Plain(line[(colon + 2)..])}";
        }
        catch (JsonException)
        {
            return line;
        }
    }
}
