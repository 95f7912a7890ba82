using System.Diagnostics.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsTracker.Ingestion.Parsing;

/// <summary>
/// Reads one YAML document from the parser's events, so that depth and aliases are judged before anything is built or expanded.
/// Use once.
/// </summary>
sealed class YamlReader(FrontMatterBlock block, IngestionLimits limits, WarningList warnings)
{
    /// <summary>Values that aliases may repeat in a file; real files repeat none.</summary>
    const long MostRepeated = 100_000;

    readonly Parser _events = new(new Scanner(new StringReader(block.Yaml), skipComments: true));
    readonly Dictionary<string, YamlValue> _anchors = new(StringComparer.Ordinal);
    int _aliases;
    long _repeated;
    Rejection? _rejection;

    /// <summary>Reads the document.</summary>
    /// <param name="root">Its root; null for an empty document.</param>
    /// <returns>Why not; null where it was read.</returns>
    public Rejection? Read(out YamlValue? root)
    {
        root = null;
        try
        {
            while (Next() is StreamStart or DocumentStart)
            {
            }

            if (_events.Current is not StreamEnd) root = Value(0);
            if (_rejection is null && root is not null && Next() is DocumentEnd && Next() is not StreamEnd)
                Reject("A second YAML document starts here. Keep one article in a file.", _events.Current!.Start);
        }
        catch (YamlException error)
        {
            RejectSyntax(error.Message, error.Start);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // The scanner's own slips on malformed text, such as half a surrogate pair in an escape.
            RejectSyntax("this is no YAML", _events.Current?.End ?? Mark.Empty);
        }

        return _rejection;
    }

    ParsingEvent? Next() => _events.MoveNext() ? _events.Current : null;

    YamlValue? Value(int depth)
    {
        var current = _events.Current!;
        if (current is AnchorAlias alias) return Aliased(alias, depth);
        if (current is SequenceStart or MappingStart && depth >= limits.MaxYamlDepth)
            return Reject($"Lists and maps are nested more than {limits.MaxYamlDepth} deep. Flatten them.", current.Start);
        YamlValue? value = current switch
        {
            Scalar scalar => new YamlText(scalar.Value, scalar.Style == ScalarStyle.Plain && !scalar.IsQuotedImplicit, Line(scalar.Start)),
            SequenceStart => List(depth + 1, current.Start),
            MappingStart => Map(depth + 1, current.Start),
            _ => null,
        };
        if (value is not null && current is NodeEvent { Anchor: { IsEmpty: false } anchor }) _anchors[anchor.Value] = value;
        return value;
    }

    YamlValue? Aliased(AnchorAlias alias, int depth)
    {
        if (++_aliases > limits.MaxYamlAliases)
            return Reject($"There are more than {limits.MaxYamlAliases} aliases (*name). Write the values out.", alias.Start);
        if (!_anchors.TryGetValue(alias.Value.Value, out var value))
            return Reject($"The alias *{alias.Value.Value} names no value before it. Write the value out, or put it in quotes if it is text.", alias.Start);
        _repeated += value.Size;
        if (_repeated > MostRepeated) return Reject("Aliases (*name) blow the file up beyond measure. Write the values out.", alias.Start);
        return depth + value.Depth > limits.MaxYamlDepth
            ? Reject($"Aliases nest lists and maps more than {limits.MaxYamlDepth} deep. Flatten them.", alias.Start)
            : value;
    }

    YamlList? List(int depth, Mark start)
    {
        var items = new List<YamlValue>();
        while (Next() is not (SequenceEnd or null))
        {
            if (Value(depth) is not { } item) return null;
            items.Add(item);
        }

        return new YamlList(items, Line(start));
    }

    YamlMap? Map(int depth, Mark start)
    {
        var entries = new Dictionary<string, YamlValue>(StringComparer.Ordinal);
        while (Next() is not (MappingEnd or null))
        {
            var line = Line(_events.Current!.Start);
            if (Value(depth) is not { } key) return null;
            Next();
            if (Value(depth) is not { } value) return null;
            if (key is not YamlText { Value: var name }) warnings.Add(WarningCode.FieldLeftOut, $"Line {line}: a key must be text; its value was left out.", line);
            else if (!entries.TryAdd(name, value)) warnings.Add(WarningCode.DuplicateKey, $"Line {line}: the key “{name}” stands twice; the first one counts.", line);
        }

        return new YamlMap(entries, Line(start));
    }

    [SuppressMessage("Performance", "CA1859", Justification = "Says no in place of any value.")]
    YamlValue? Reject(string message, Mark mark)
    {
        _rejection ??= new Rejection(RejectionCode.Yaml, message, Line(mark), Math.Max(1, (int)mark.Column));
        return null;
    }

    void RejectSyntax(string complaint, Mark mark)
    {
        var lines = block.Yaml.ReplaceLineEndings("\n").Split('\n');
        var at = Math.Clamp((int)mark.Line - 1, 0, lines.Length - 1);
        var next = at + 1 < lines.Length ? lines[at + 1] : "";
        if (YamlRemedy.IndentedByTab(next)) _rejection = new Rejection(RejectionCode.Yaml, YamlRemedy.Tab, block.LinesBefore + at + 2, 1);
        else Reject(YamlRemedy.Explain(complaint, lines[at]), mark);
    }

    int Line(Mark mark) => block.LinesBefore + Math.Max(1, (int)mark.Line);
}
