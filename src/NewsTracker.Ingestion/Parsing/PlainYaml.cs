using System.Buffers;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>
/// Reads the YAML that article files are nearly always written in, six times as fast as a whole parser: keys of letters and digits, values on
/// one line, lists and maps that are indented. It takes only what it fully understands; everything else is <see cref="YamlReader"/>'s, and a
/// test holds the two equal on whatever this one takes. Use once.
/// </summary>
sealed class PlainYaml
{
    static readonly SearchValues<char> Untold = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Where(code => code != '\n').Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code), '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF']);

    static readonly SearchValues<char> KeyLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    readonly string _yaml;
    readonly int _linesBefore;
    readonly int _deepest;
    int _next;
    int _line;
    int _start;
    int _end;
    int _indent;

    PlainYaml(FrontMatterBlock block, IngestionLimits limits)
    {
        _yaml = block.Yaml;
        _linesBefore = block.LinesBefore;
        _deepest = limits.MaxYamlDepth;
    }

    /// <summary>Reads the document; null where it holds anything out of the ordinary.</summary>
    public static YamlMap? Read(FrontMatterBlock block, IngestionLimits limits)
    {
        var text = block.Yaml.AsSpan();
        if (text.ContainsAny(Untold) || text.ContainsAnyInRange('\uD800', '\uDFFF')) return null;
        var reader = new PlainYaml(block, limits);
        return reader.GoOn() && reader._indent == 0 && reader.Map(0, 0) is { } root && reader._indent < 0 ? root : null;
    }

    ReadOnlySpan<char> Content => _yaml.AsSpan(_start, _end - _start);

    int Line => _linesBefore + _line;

    // To the next line that is not blank; behind the last one the indent is −1. False where the line is out of the ordinary.
    bool GoOn()
    {
        do
        {
            if (_next >= _yaml.Length)
            {
                _indent = -1;
                return true;
            }

            var length = _yaml.AsSpan(_next).IndexOf('\n');
            (_start, _end) = (_next, length < 0 ? _yaml.Length : _next + length);
            _next = _end + 1;
            _line++;
        }
        while (_start == _end);
        // A line of nothing but spaces ends in one, too.
        if (_yaml[_end - 1] == ' ') return false;
        _indent = Content.IndexOfAnyExcept(' ');
        _start += _indent;
        return true;
    }

    YamlMap? Map(int indent, int depth)
    {
        if (depth >= _deepest) return null;
        var line = Line;
        var entries = new Dictionary<string, YamlValue>(StringComparer.Ordinal);
        while (_indent == indent)
        {
            if (KeyLength(Content) is not (> 0 and var length)) return null;
            var key = Content[..length].ToString();
            if (Value(indent, depth, length + 1) is not { } value || !entries.TryAdd(key, value)) return null;
        }

        return _indent > indent ? null : new YamlMap(entries, line);
    }

    // What follows a key's colon: on the same line, or indented below it.
    YamlValue? Value(int indent, int depth, int from)
    {
        var line = Line;
        if (from < Content.Length) return Scalar(Content[(from + 1)..]) is { } scalar && GoOn() && _indent <= indent ? scalar : null;
        if (!GoOn()) return null;
        if (_indent > indent) return Content[0] == '-' ? List(_indent, depth + 1) : Map(_indent, depth + 1);
        return _indent == indent && Content[0] == '-' ? null : new YamlText("", true, line);
    }

    YamlList? List(int indent, int depth)
    {
        if (depth >= _deepest) return null;
        var line = Line;
        var items = new List<YamlValue>();
        while (_indent == indent)
        {
            if (!Content.StartsWith("- ")) return null;
            (_start, _indent) = (_start + 2, indent + 2);
            YamlValue? item = KeyLength(Content) > 0 ? Map(indent + 2, depth + 1) : Item(indent);
            if (item is null) return null;
            items.Add(item);
        }

        return _indent > indent ? null : new YamlList(items, line);
    }

    YamlText? Item(int indent) => Scalar(Content) is { } scalar && GoOn() && _indent <= indent ? scalar : null;

    YamlText? Scalar(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return null;
        if (text[0] == '"') return Quoted(text);
        if (text[0] == '\'')
            return text.Length > 1 && text[^1] == '\'' && !text[1..^1].Contains('\'') ? new YamlText(text[1..^1].ToString(), false, Line) : null;
        var isOrdinary = text[0] == '/' || char.IsLetterOrDigit(text[0]) || (text[0] == '-' && text.Length > 1 && char.IsAsciiDigit(text[1]));
        return !isOrdinary || text[^1] == ':' || text.IndexOf(": ") >= 0 || text.IndexOf(" #") >= 0 ? null : new YamlText(text.ToString(), true, Line);
    }

    YamlText? Quoted(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[^1] != '"') return null;
        var inner = text[1..^1];
        if (inner.IndexOfAny('"', '\\') < 0) return new YamlText(inner.ToString(), false, Line);
        var letters = new System.Text.StringBuilder(inner.Length);
        for (var at = 0; at < inner.Length; at++)
        {
            if (inner[at] == '"') return null;
            if (inner[at] == '\\' && (++at == inner.Length || inner[at] is not ('"' or '\\'))) return null;
            letters.Append(inner[at]);
        }

        return new YamlText(letters.ToString(), false, Line);
    }

    // The letters before a colon that ends the line or is followed by a space; 0 where there is no such key.
    static int KeyLength(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(KeyLetters);
        return length > 0 && char.IsAsciiLetter(text[0]) && text[length] == ':' && (length + 1 == text.Length || text[length + 1] == ' ') ? length : 0;
    }
}
