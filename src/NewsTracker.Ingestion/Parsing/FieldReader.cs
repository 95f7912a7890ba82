using System.Globalization;
using System.Text.Json.Nodes;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Ingestion.Dates;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>Reads the fields of one map. What cannot be understood is left out with a warning that names its line; what was mended is noted.</summary>
sealed class FieldReader(YamlMap map, WarningList warnings)
{
    readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    readonly SortedSet<string> _repairs = new(StringComparer.Ordinal);

    /// <summary>What was mended, as <c>what:field</c>.</summary>
    public IReadOnlyList<string> Repairs => [.. _repairs];

    /// <summary>What the fields gave cause to doubt.</summary>
    public WarningList Warnings => warnings;

    /// <summary>Line of a field, or of the map where it is absent.</summary>
    /// <param name="key">The field.</param>
    public int LineOf(string key) => map.Entries.TryGetValue(key, out var value) ? value.Line : map.Line;

    /// <summary>One line of clean text.</summary>
    /// <param name="key">The field.</param>
    /// <returns>Null where absent or blank.</returns>
    public string? Line(string key) =>
        Scalar(key) is { } scalar && Mended(TextRepair.Line(scalar.Value), key) is { Length: > 0 } text ? text : null;

    /// <summary>Text with its repairs noted, and a warning where characters are lost for good.</summary>
    /// <param name="repaired">The text.</param>
    /// <param name="field">Its name.</param>
    public string Mended(RepairedText repaired, string field)
    {
        foreach (var repair in repaired.Repairs) _repairs.Add($"{repair}:{field}");
        if (TextRepair.IsLossy(repaired.Text))
            warnings.Add(WarningCode.LossyText, $"Characters of “{field}” were lost before the file reached us; compare it with the original.", LineOf(field));
        return repaired.Text;
    }

    /// <summary>Notes a repair made elsewhere.</summary>
    /// <param name="repair">As <c>what:field</c>.</param>
    public void Note(string repair) => _repairs.Add(repair);

    /// <summary>Text exactly as it stands.</summary>
    /// <param name="key">The field.</param>
    public string? Verbatim(string key) => Scalar(key)?.Value;

    /// <summary>A whole number.</summary>
    /// <param name="key">The field.</param>
    public int? Integer(string key)
    {
        if (Scalar(key) is not { } scalar) return null;
        if (int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)) return number;
        LeaveOut(key, scalar.Line, $"should be a whole number, not {Quoted(scalar)}");
        return null;
    }

    /// <summary>True or false.</summary>
    /// <param name="key">The field.</param>
    public bool? Truth(string key)
    {
        if (Scalar(key) is not { } scalar) return null;
        if (YamlJson.Truth(scalar) is { } truth) return truth;
        LeaveOut(key, scalar.Line, $"should be true or false, not {Quoted(scalar)}");
        return null;
    }

    /// <summary>A moment.</summary>
    /// <param name="key">The field.</param>
    /// <param name="source">How it is known.</param>
    public PublishedDate? Date(string key, DateSource source)
    {
        if (Scalar(key) is not { } scalar) return null;
        if (DeclaredDate.Read(scalar.Value, source) is { } date) return date;
        LeaveOut(key, scalar.Line, $"should be a date such as 2020-07-31T18:06:00Z, not {Quoted(scalar)}");
        return null;
    }

    /// <summary>An address; the first of several keys that holds one.</summary>
    /// <param name="keys">The field's names through the years; all count as known.</param>
    public string? Address(params ReadOnlySpan<string> keys)
    {
        string? first = null;
        foreach (var key in keys)
        {
            if (Scalar(key) is not { } scalar) continue;
            if (WebAddress.Clean(scalar.Value) is not { } address) LeaveOut(key, scalar.Line, $"should be an http or https address, not {Quoted(scalar)}");
            else
            {
                var decoded = Entities.Decode(scalar.Value);
                if (decoded != scalar.Value) _repairs.Add($"entities:{key}");
                if (TextSpacing.TurnsInside(decoded)) _repairs.Add($"encoded:{key}");
                else if (!address.EndsWith(decoded.Trim(), StringComparison.Ordinal)) _repairs.Add($"control:{key}");
                first ??= address;
            }
        }

        return first;
    }

    /// <summary>A list; a single value is a list of one.</summary>
    /// <param name="key">The field.</param>
    /// <param name="most">Items beyond it are left out with a warning.</param>
    public IEnumerable<YamlValue> List(string key, int most)
    {
        _asked.Add(key);
        if (!map.Entries.TryGetValue(key, out var value) || value is YamlText { IsNull: true }) return [];
        if (value is not YamlList list) return [value];
        if (list.Items.Count > most)
            warnings.Add(WarningCode.LimitReached, $"Line {list.Line}: “{key}” has {list.Items.Count} entries; only the first {most} were taken.", list.Line);
        return list.Items.Take(most);
    }

    /// <summary>A value of any kind; null where absent.</summary>
    /// <param name="key">The field.</param>
    public YamlValue? Any(string key)
    {
        _asked.Add(key);
        return map.Entries.TryGetValue(key, out var value) && value is not YamlText { IsNull: true } ? value : null;
    }

    /// <summary>The fields nobody asked for.</summary>
    public Dictionary<string, JsonNode?> Rest() =>
        map.Entries.Where(entry => !_asked.Contains(entry.Key)).ToDictionary(entry => entry.Key, entry => YamlJson.From(entry.Value), StringComparer.Ordinal);

    /// <summary>Warns of a field that may be meant by another name: whether it is, only a person can say. It stays among the fields nobody asked for.</summary>
    /// <param name="keys">The field's names, the present one first; where one is there, nothing is meant by another.</param>
    /// <param name="others">What others call it.</param>
    public void WarnOfOtherNames(string[] keys, string[] others)
    {
        if (Array.Exists(keys, map.Entries.ContainsKey) || Array.Find(others, map.Entries.ContainsKey) is not { } other) return;
        warnings.Add(WarningCode.FieldLeftOut, $"Line {LineOf(other)}: “{other}” is no field that is read, so it was only kept. If it says what “{keys[0]}” would, name it so.", LineOf(other));
    }

    /// <summary>Warns that a value was left out.</summary>
    /// <param name="key">The field.</param>
    /// <param name="line">Its line.</param>
    /// <param name="why">Completes “the field …”.</param>
    public void LeaveOut(string key, int line, string why) =>
        warnings.Add(WarningCode.FieldLeftOut, $"Line {line}: “{key}” {why}; it was left out.", line);

    YamlText? Scalar(string key)
    {
        if (Any(key) is not { } value) return null;
        if (value is YamlText text) return text;
        LeaveOut(key, value.Line, $"should be a single value, not a {(value is YamlList ? "list" : "map")}");
        return null;
    }

    static string Quoted(YamlText text)
    {
        var seen = TextSpacing.WithoutControls(text.Value);
        return $"“{(seen.Length > 60 ? seen[..60] + "…" : seen)}”";
    }
}
