namespace NewsTracker.Ingestion.Parsing;

/// <summary>A value of a YAML document with its place. Tags and anchors are gone; an alias is the value it names.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Depth">Levels of collections in it; 0 for text.</param>
/// <param name="Size">Values in it, itself included, aliases counted as often as they stand.</param>
abstract record YamlValue(int Line, int Depth, long Size);

/// <summary>A scalar.</summary>
/// <param name="Value">Its text.</param>
/// <param name="Plain">Whether it stood without quotes, so that <c>true</c> or <c>12</c> mean more than their letters.</param>
/// <param name="Line">Line in the file, from 1.</param>
sealed record YamlText(string Value, bool Plain, int Line) : YamlValue(Line, 0, 1)
{
    /// <summary>Whether it stands for nothing (YAML 1.2 core schema).</summary>
    public bool IsNull => Plain && Value is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A sequence.</summary>
/// <param name="Items">In order.</param>
/// <param name="Line">Line in the file, from 1.</param>
sealed record YamlList(IReadOnlyList<YamlValue> Items, int Line)
    : YamlValue(Line, 1 + Items.Select(item => item.Depth).DefaultIfEmpty().Max(), 1 + Items.Sum(item => item.Size));

/// <summary>A mapping.</summary>
/// <param name="Entries">Each key once, in order.</param>
/// <param name="Line">Line in the file, from 1.</param>
sealed record YamlMap(IReadOnlyDictionary<string, YamlValue> Entries, int Line)
    : YamlValue(Line, 1 + Entries.Values.Select(item => item.Depth).DefaultIfEmpty().Max(), 1 + Entries.Values.Sum(item => item.Size));
