using System.Globalization;
using System.Text;

namespace NewsTracker.Web.Admin;

/// <summary>Makes the name that an uploaded file claims into one that any disk can keep and no reader is misled by.</summary>
static class UploadNames
{
    // File systems take 255 bytes; some are left for “-2” and for whoever copies the file.
    const int MostBytes = 200;
    const int MostExtensionBytes = 20;

    const string Forbidden = "<>:\"|?*";

    static readonly HashSet<string> Reserved = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. from device in (string[])["COM", "LPT"] from number in "0123456789¹²³" select $"{device}{number}",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The last part of the name without what is invisible, turns writing round, hides a file or means something to a system; null where nothing is left.</summary>
    /// <param name="claimed">As the browser sent it; a whole path perhaps.</param>
    public static string? Clean(string? claimed)
    {
        if (claimed is null) return null;
        var last = claimed[(claimed.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = string.Concat(last.EnumerateRunes().Where(IsVisible).Select(rune => Forbidden.Contains(rune.ToString(), StringComparison.Ordinal) ? "-" : rune.ToString()));
        var name = kept.Normalize(NormalizationForm.FormC).TrimStart('.', ' ').TrimEnd('.', ' ');
        if (name.Length == 0) return null;
        return Shorten(Reserved.Contains(name.Split('.', 2)[0].TrimEnd()) ? $"_{name}" : name);
    }

    /// <summary>A name with a number before its extension: <c>a-2.txt</c>.</summary>
    /// <param name="name">As cleaned.</param>
    /// <param name="number">1 leaves it as it is.</param>
    public static string Numbered(string name, int number) => number == 1 ? name
        : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}");

    // Half a surrogate pair comes as the replacement character, which names nothing either.
    static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);

    static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MostBytes) return name;
        var extension = Path.GetExtension(name);
        if (Encoding.UTF8.GetByteCount(extension) > MostExtensionBytes) extension = "";
        var left = MostBytes - Encoding.UTF8.GetByteCount(extension);
        var start = new StringBuilder();
        foreach (var rune in name[..^extension.Length].EnumerateRunes())
        {
            left -= rune.Utf8SequenceLength;
            if (left < 0) break;
            start.Append(rune);
        }

        return $"{start.ToString().TrimEnd('.', ' ')}{extension}";
    }
}
