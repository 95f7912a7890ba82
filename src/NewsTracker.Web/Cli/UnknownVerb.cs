using System.CommandLine;
using System.CommandLine.Parsing;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>A line that names a verb or an option that there is not, or no verb where one is needed.</summary>
static class UnknownVerb
{
    /// <summary>What was mistyped, what was probably meant, and what there is: the verb, else a sentence for each option that there is not; null where no name is wrong.</summary>
    /// <param name="parsed">A line that could not be understood.</param>
    public static string? Sentence(ParseResult parsed)
    {
        // What stands behind a verb that there is not would be judged against another.
        if (parsed.UnmatchedTokens is [var verb, ..] && !IsOption(verb) && Before(parsed, verb) is { Subcommands.Count: > 0 } above) return Verb(above, verb);
        var command = parsed.CommandResult.Command;
        // One that was taken for an argument leaves over what the argument was to be, which is no mistake of its own.
        var options = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(place => place.Tokens.Where(token => IsOption(token.Value)).Select(token => Option(place, token.Value)))
            .Concat(parsed.UnmatchedTokens.Where(IsOption).Select(option => $"{Option(command, option)} {More(command)}"))
            .ToList();
        if (options.Count > 0) return string.Join(Environment.NewLine, options);
        return command.Subcommands.Count == 0 || command is RootCommand ? null : NoVerb(command);
    }

    /// <summary>An option that there is not and that was taken for an argument, and what to do about it.</summary>
    /// <param name="place">The argument.</param>
    /// <param name="typed">As it was typed.</param>
    public static string Option(ArgumentResult place, string typed)
    {
        var command = ((CommandResult)place.Parent!).Command;
        return $"{Option(command, typed)} {(PathArgument.Is(place.Argument) ? $"A file of that name is written ./{typed}." : More(command))}";
    }

    // With its value where that is joined to it.
    static string Option(Command command, string typed)
    {
        var name = typed.Split('=', 2)[0];
        var options = command.Options.Concat(Above(command).SelectMany(above => above.Options).Where(option => option.Recursive));
        var line = Line(command);
        return $"There is no option “{name}”{(line.Length == 0 ? "" : $" of {line}")}.{Meant(name, options.Select(option => option.Name))}";
    }

    // Two letters that changed places are two edits.
    static string Meant(string typed, IEnumerable<string> names, string before = "")
    {
        var letters = typed.Trim('-').Length;
        var close = names.Select(name => (Name: name, Edits: CloseNames.Edits(typed, name))).MinBy(name => name.Edits);
        return close.Name is not null && close.Edits <= Math.Max(Math.Clamp(letters / 2, 1, 2), letters / 3) ? $" Did you mean “{before}{close.Name}”?" : "";
    }

    static string Verb(Command command, string typed)
    {
        var before = command is RootCommand ? "" : $"{command.Name} ";
        return $"There is no verb “{before}{typed}”.{Meant(typed, command.Subcommands.Select(verb => verb.Name), before)} Verbs: {Verbs(command)}. {before}--help tells more.";
    }

    static string NoVerb(Command command) => $"“{command.Name}” needs a verb behind it: {Verbs(command)}. {command.Name} --help tells more.";

    static string More(Command command) => $"{$"{Line(command)} --help".TrimStart()} tells more.";

    static bool IsOption(string typed) => typed.StartsWith('-') && typed.Length > 1;

    static Command Before(ParseResult parsed, string unmatched) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.Argument || token.Value != unmatched)
        .Where(token => token.Type == TokenType.Command)
        .Aggregate(parsed.RootCommandResult.Command, (command, token) => command.Subcommands.First(verb => verb.Name == token.Value));

    static IEnumerable<Command> Above(Command command) => command.Parents.OfType<Command>().SelectMany(parent => Above(parent).Append(parent));

    static string Line(Command command) => string.Join(' ', Above(command).Append(command).Where(one => one is not RootCommand).Select(one => one.Name));

    static string Verbs(Command command) => string.Join(", ", command.Subcommands.Select(verb => verb.Name));
}
