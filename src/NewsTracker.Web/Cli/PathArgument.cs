using System.CommandLine;
using System.CommandLine.Parsing;

namespace NewsTracker.Web.Cli;

/// <summary>Paths that a person types.</summary>
static class PathArgument
{
    const string Blank = "A path is empty. Name a file or a folder; the folder you stand in is written '.'.";

    const string One = "FILE";
    const string Many = "PATH";

    /// <summary>The parser would take a mistyped option for a path; a file of such a name can be written as <c>./--name</c>.</summary>
    public static Argument<string[]> Create(string description, ArgumentArity arity)
    {
        var argument = new Argument<string[]>(Many) { Description = description, Arity = arity };
        argument.Validators.Add(Refuse);
        return argument;
    }

    /// <summary>One file, refused likewise.</summary>
    public static Argument<string> File(string description)
    {
        var argument = new Argument<string>(One) { Description = description };
        argument.Validators.Add(Refuse);
        return argument;
    }

    /// <summary>Whether an argument is one of these.</summary>
    public static bool Is(Argument argument) => argument.Name is One or Many;

    /// <summary>Refuses an empty path after an option.</summary>
    public static Option<string?> NotBlank(Option<string?> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) result.AddError(Blank);
        });
        return option;
    }

    static void Refuse(ArgumentResult result)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) result.AddError(Blank);
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            result.AddError(UnknownVerb.Option(result, token.Value));
    }
}
