using System.Text;

namespace NewsTracker.Storage.Search;

/// <summary>Snippets as FTS5 gives them, cut at the marks around what was searched.</summary>
static class Snippets
{
    /// <summary>Before a found word; a control character, which cleaned text never holds.</summary>
    public const char Start = '\u0002';

    /// <summary>After a found word.</summary>
    public const char End = '\u0003';

    /// <summary>Cuts at the marks, white space as single blanks.</summary>
    /// <returns>Null where nothing is marked.</returns>
    public static IReadOnlyList<SnippetPart>? Split(string? snippet)
    {
        if (snippet is null || !snippet.Contains(Start, StringComparison.Ordinal)) return null;
        var parts = new List<SnippetPart>();
        var text = new StringBuilder();
        var marked = false;
        foreach (var sign in snippet)
        {
            if (sign is not (Start or End))
            {
                if (!char.IsWhiteSpace(sign)) text.Append(sign);
                else if (text.Length == 0 || text[^1] != ' ') text.Append(' ');
                continue;
            }

            if (text.Length > 0) parts.Add(new SnippetPart(text.ToString(), marked));
            text.Clear();
            marked = sign == Start;
        }

        if (text.Length > 0) parts.Add(new SnippetPart(text.ToString(), marked));
        return parts;
    }
}
