using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Web.Cli;

/// <summary>The strict parser of everything that is not the server.</summary>
static class VerbLine
{
    // A batch in hand is finished first; it takes well under a second.
    static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync(StartLine line, FaultLog faults)
    {
        if (line.Problem is { } problem) throw new SettingsException(problem);
        var strict = new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
        var parsed = Build(new VerbHost(line.Settings, faults)).Parse(line.Verb, strict);
        if (parsed.Action is ParseErrorAction) return UnknownVerb.Sentence(parsed) is { } sentence ? Refuse(sentence) : Refuse(parsed);
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = EndsWithin });
    }

    /// <summary>Every verb; the test of the documentation reads them from here.</summary>
    public static RootCommand Build(VerbHost host)
    {
        var root = new RootCommand("NewsTracker: news about the facial-recognition industry, from files to a browsable site. Without a verb it serves.")
        {
            ServeVerb.Create(),
            ImportVerb.Create(host),
            InspectVerb.Create(host),
            ExportVerb.Create(host),
            RetagVerb.Create(host),
            UndoVerb.Create(host),
            CatalogueVerb.Create(host),
            AdminVerb.Create(host),
            BackupVerb.Create(host),
            RestoreVerb.Create(host),
            CheckVerb.Create(host),
        };
        root.Add(host.Data);
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    static int Refuse(string sentence)
    {
        Console.Error.WriteLine(TextRepair.Visible(sentence));
        return ExitCodes.Usage;
    }

    static int Refuse(ParseResult parsed)
    {
        if (parsed.Action is ParseErrorAction refusal) (refusal.ShowHelp, refusal.ShowTypoCorrections) = (false, false);
        using var told = new StringWriter();
        parsed.Invoke(new InvocationConfiguration { Output = told, Error = told });
        return Refuse($"{told}--help shows what is possible.");
    }
}
