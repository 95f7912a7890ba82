using System.Globalization;

namespace NewsTracker.Web.Presentation;

/// <summary>Numbers as people read them: grouped, with their noun.</summary>
static class Counted
{
    /// <summary><c>1,234</c>.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 article</c>, <c>1,234 articles</c>, <c>no articles</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The noun for one.</param>
    /// <param name="many">The noun for several; null: <paramref name="one"/> with an s.</param>
    public static string Of(int number, string one, string? many = null) => number switch
    {
        0 => $"no {many ?? one + "s"}",
        1 => $"1 {one}",
        _ => $"{Number(number)} {many ?? one + "s"}",
    };

    /// <summary>Words in a row: <c>a, b and c</c>.</summary>
    /// <param name="words">Any number of them.</param>
    /// <param name="last">What joins the last one.</param>
    public static string List(IReadOnlyList<string> words, string last = "and") => words switch
    {
        [] => "",
        [var only] => only,
        _ => $"{string.Join(", ", words.SkipLast(1))} {last} {words[^1]}",
    };
}
