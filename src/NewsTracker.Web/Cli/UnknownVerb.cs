using System.CommandLine;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>A word that stands where a verb is expected and is none.</summary>
static class UnknownVerb
{
    /// <summary>What was mistyped, what was probably meant, and what there is; null where no verb is missing.</summary>
    /// <param name="parsed">A line that could not be understood.</param>
    public static string? Sentence(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count == 0 || parsed.UnmatchedTokens is not [var typed, ..] || typed.StartsWith('-')) return null;
        var before = command is RootCommand ? "" : $"{command.Name} ";
        var verbs = command.Subcommands.Select(verb => verb.Name).ToList();
        var close = verbs.Select(verb => (Verb: verb, Edits: CloseNames.Edits(typed, verb))).MinBy(verb => verb.Edits);
        var meant = close.Edits <= Math.Max(1, typed.Length / 3) ? $" Did you mean “{before}{close.Verb}”?" : "";
        return $"There is no verb “{before}{typed}”.{meant} Verbs: {string.Join(", ", verbs)}. {before}--help tells more.";
    }
}
