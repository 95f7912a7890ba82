namespace NewsTracker.Storage.Search;

/// <summary>What a piece of a search text is.</summary>
enum SearchTokenKind
{
    /// <summary>A word or a phrase.</summary>
    Text,

    /// <summary><c>OR</c>.</summary>
    Or,

    /// <summary><c>company:…</c> and the like.</summary>
    Field,
}

/// <summary>A piece of a search text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word, phrase or field value.</param>
/// <param name="Field">Of a field: its name in lower case; of a word that reads like one (<c>author:smith</c>, or <c>company:</c> with nothing behind it): what stands before its colon.</param>
/// <param name="Quoted">Written between quotation marks.</param>
/// <param name="Negated">Written with <c>-</c> before it.</param>
readonly record struct SearchToken(SearchTokenKind Kind, string Text, string? Field, bool Quoted, bool Negated);
