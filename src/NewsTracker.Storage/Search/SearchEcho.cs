namespace NewsTracker.Storage.Search;

/// <summary>How a search text was understood, so that a person can see it.</summary>
/// <param name="Understood">
/// In words: <c>“facial recognition” and (megvii or sensetime), without huawei; company nec</c>; empty where nothing was left to search for.
/// </param>
/// <param name="Notes">Sentences about what could not be searched as typed.</param>
/// <param name="Words">The words and phrases that were looked for, for marking them in a text.</param>
public sealed record SearchEcho(string Understood, IReadOnlyList<string> Notes, IReadOnlyList<string> Words);

/// <summary>A piece of a snippet.</summary>
/// <param name="Text">Plain text, never markup.</param>
/// <param name="Marked">True for words that were searched.</param>
public sealed record SnippetPart(string Text, bool Marked);
