using System.Net;
using System.Text.RegularExpressions;

namespace NewsTracker.Benchmarks.Load;

/// <summary>What proves that a form was sent from the tracker's own page.</summary>
static partial class FormToken
{
    /// <summary>The name of the field.</summary>
    public const string Field = "__RequestVerificationToken";

    /// <summary>The token that the forms of a page carry; empty where it has none.</summary>
    public static string In(string page) => WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
