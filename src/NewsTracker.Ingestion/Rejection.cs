namespace NewsTracker.Ingestion;

/// <summary>Why a file was not taken: the contract's codes.</summary>
public enum RejectionCode
{
    /// <summary>No bytes, or only white space.</summary>
    Empty,

    /// <summary>Not text.</summary>
    Binary,

    /// <summary>Text whose encoding nobody can tell.</summary>
    Encoding,

    /// <summary>Over the size limit.</summary>
    TooLarge,

    /// <summary>An opening <c>---</c> without a closing one.</summary>
    FrontMatterUnclosed,

    /// <summary>YAML that cannot be parsed, or over the limits for depth and aliases.</summary>
    Yaml,

    /// <summary>The root is no map, or neither title, address nor text survives.</summary>
    Schema,

    /// <summary>Readable, but no article: a catalogue, a list, a page without text.</summary>
    NotAnArticle,

    /// <summary>Permission, vanished, a link out of the root, a pipe or device; or a fault of the reader's own.</summary>
    Unreadable,
}

/// <summary>A file that was not taken. Expected bad input is data, not an exception.</summary>
/// <param name="Code">The contract's code.</param>
/// <param name="Message">What is wrong and what to do about it, for people.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Column in that line, from 1.</param>
public sealed record Rejection(RejectionCode Code, string Message, int? Line = null, int? Column = null);
