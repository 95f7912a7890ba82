using System.CommandLine;
using NewsTracker.Web.Cli;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Tests.Web;

public sealed class HelpTests
{
    static readonly RootCommand Root = VerbLine.Build(new VerbHost(new Dictionary<string, string?>(), new FaultLog()));

    public static TheoryData<string> Verbs => [.. All(Root).Select(Line)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_shows_usage_every_option_and_an_example(string verb)
    {
        using var output = new StringWriter();
        var code = Root.Parse([.. verb.Split(' '), "--help"]).Invoke(new InvocationConfiguration { Output = output });

        var help = output.ToString();
        Assert.Equal(0, code);
        Assert.Contains("Usage:", help, StringComparison.Ordinal);
        Assert.Contains($"-- {verb.Split(' ')[0]}", help, StringComparison.Ordinal);
        Assert.All(Command(verb).Options, option => Assert.Contains(option.Name, help, StringComparison.Ordinal));
        Assert.Contains("--data", help, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void The_operations_page_names_every_verb_and_option(string verb)
    {
        var page = File.ReadAllText(Path.Combine(Clone.Find()!.Root, "docs", "operations.md"));

        Assert.Contains($"`{verb}", page, StringComparison.Ordinal);
        Assert.All(Command(verb).Options, option => Assert.Contains(option.Name, page, StringComparison.Ordinal));
    }

    static Command Command(string verb) => All(Root).Single(command => Line(command) == verb);

    static IEnumerable<Command> All(Command parent) => parent.Subcommands.SelectMany(command => All(command).Prepend(command));

    static string Line(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{Line(parent)} {command.Name}" : command.Name;
}
