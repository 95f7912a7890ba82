using NewsTracker.Storage.Importing;
using NewsTracker.Web.Presentation;
using Spectre.Console;

namespace NewsTracker.Web.Cli;

/// <summary>How far an import or a retag is, on standard error: a bar on a terminal, a plain line at each tenth otherwise.</summary>
static class ProgressLines
{
    /// <param name="noun">What is counted, for one.</param>
    /// <param name="work">Reports as it goes.</param>
    public static async Task<T> WhileAsync<T>(string noun, Func<IProgress<ImportProgress>, Task<T>> work) =>
        Console.IsErrorRedirected ? await work(new Tenths(noun)) : await WithBarAsync(noun, work);

    static Task<T> WithBarAsync<T>(string noun, Func<IProgress<ImportProgress>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context => await work(new Bar(noun, context.AddTask($"Looking for {noun}s", maxValue: 1))));
    }

    sealed class Bar(string noun, ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.MaxValue = Math.Max(1, value.Found);
            task.Value = value.Done;
            var rate = value.Elapsed > TimeSpan.Zero ? (int)(value.Done / value.Elapsed.TotalSeconds) : 0;
            task.Description = Markup.Escape($"{Counted.Number(value.Done)} of {Counted.Of(value.Found, noun)}, {Counted.Number(rate)} a second");
        }
    }

    sealed class Tenths(string noun) : IProgress<ImportProgress>
    {
        int _told;

        public void Report(ImportProgress value)
        {
            var tenth = value.Found == 0 ? 0 : (int)(10L * value.Done / value.Found);
            if (tenth <= _told) return;
            _told = tenth;
            Console.Error.WriteLine($"{Counted.Number(value.Done)} of {Counted.Of(value.Found, noun)}");
        }
    }
}
