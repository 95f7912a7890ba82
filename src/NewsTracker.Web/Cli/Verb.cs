using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NewsTracker.Web.Cli;

/// <summary>A verb with examples for its help.</summary>
/// <param name="name">As typed.</param>
/// <param name="description">What it does.</param>
/// <param name="examples">Whole command lines after the program's name.</param>
sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;
}

/// <summary>The usual help, then examples, and the one kind of option that the parser does not know.</summary>
/// <param name="usual">Usage, arguments, options.</param>
sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is Verb { Examples.Count: > 0 } verb)
        {
            output.WriteLine("Examples:");
            foreach (var example in verb.Examples) output.WriteLine($"  dotnet run --project src/NewsTracker.Web -- {example}");
            output.WriteLine();
        }

        output.WriteLine("Any setting can be given as --Section:Key VALUE, such as --Import:Folders:0 PATH; docs/operations.md lists them.");
        return 0;
    }
}
