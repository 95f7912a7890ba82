using NewsTracker.Storage.Importing;
using NewsTracker.Web.Presentation;
using Spectre.Console;

namespace NewsTracker.Web.Cli;

/// <summary>How far an import is, on standard error: a bar on a terminal, a plain line at each tenth otherwise.</summary>
static class ProgressLines
{
    public static async Task<T> WhileAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work) =>
        Console.IsErrorRedirected ? await work(new Tenths()) : await WithBarAsync(work);

    static Task<T> WithBarAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context => await work(new Bar(context.AddTask("Looking for files", maxValue: 1))));
    }

    sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.MaxValue = Math.Max(1, value.Found);
            task.Value = value.Done;
            var rate = value.Elapsed > TimeSpan.Zero ? (int)(value.Done / value.Elapsed.TotalSeconds) : 0;
            task.Description = Markup.Escape($"{Counted.Number(value.Done)} of {Counted.Of(value.Found, "file")}, {Counted.Number(rate)} a second");
        }
    }

    sealed class Tenths : IProgress<ImportProgress>
    {
        int _told;

        public void Report(ImportProgress value)
        {
            var tenth = value.Found == 0 ? 0 : (int)(10L * value.Done / value.Found);
            if (tenth <= _told) return;
            _told = tenth;
            Console.Error.WriteLine($"{Counted.Number(value.Done)} of {Counted.Of(value.Found, "file")}");
        }
    }
}
