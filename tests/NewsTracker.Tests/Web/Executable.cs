using System.Diagnostics;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Tests.Web;

/// <summary>What a run of the real program left behind.</summary>
public sealed record Outcome(int Code, string Output, string Error);

/// <summary>The program as people start it: a process of its own.</summary>
static class Executable
{
    public static async Task<Outcome> RunAsync(string directory, string? input, params string[] args)
    {
        using var process = Start(directory, args);
        if (input is not null) await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    public static Process Start(string directory, params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [typeof(DataPlaces).Assembly.Location, .. args])
    {
        WorkingDirectory = directory,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}
