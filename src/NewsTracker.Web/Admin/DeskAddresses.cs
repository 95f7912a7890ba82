using System.Text.RegularExpressions;

namespace NewsTracker.Web.Admin;

/// <summary>Finds addresses of the desk in a sentence, which the command line prints as they are and pages show as links.</summary>
static partial class DeskAddresses
{
    /// <summary>The sentence in pieces, in order.</summary>
    /// <param name="sentence">One of ours.</param>
    public static IEnumerable<(string Text, bool IsAddress)> Split(string sentence)
    {
        var done = 0;
        foreach (Match address in Address().Matches(sentence))
        {
            yield return (sentence[done..address.Index], false);
            yield return (address.Value, true);
            done = address.Index + address.Length;
        }

        yield return (sentence[done..], false);
    }

    [GeneratedRegex(@"(?<![\w/])/admin(?:/[a-z0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
