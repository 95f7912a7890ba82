namespace NewsTracker.Ingestion.Parsing;

/// <summary>Gathers a file's warnings in the order they arise; a file made of nothing but mistakes does not fill the memory with them.</summary>
sealed class WarningList
{
    /// <summary>More than this nobody reads.</summary>
    const int Most = 200;

    readonly List<Warning> _warnings = [];

    /// <summary>What was gathered, at most <see cref="Most"/> and a last one that says so.</summary>
    public IReadOnlyList<Warning> All => _warnings;

    /// <summary>Adds a warning.</summary>
    /// <param name="code">Its kind.</param>
    /// <param name="message">A full sentence.</param>
    /// <param name="line">Line in the file, from 1.</param>
    public void Add(WarningCode code, string message, int? line)
    {
        if (_warnings.Count < Most) _warnings.Add(new Warning(code, message, line));
        else if (_warnings.Count == Most) _warnings.Add(new Warning(WarningCode.LimitReached, $"There are more than {Most} warnings; the others are not listed.", line));
    }
}
