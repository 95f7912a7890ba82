using System.Diagnostics;

namespace NewsTracker.Benchmarks;

/// <summary>The tracker as its users start it: a process of its own, with a data directory of its own.</summary>
/// <param name="data">The data directory.</param>
/// <param name="program">NewsTracker.Web.dll; without it the one that was built with this.</param>
sealed class TrackerProcess(string data, string? program = null)
{
    /// <summary>The program that was built with this one.</summary>
    public static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, "NewsTracker.Web.dll");

    /// <summary>Starts a verb; the caller kills or awaits it.</summary>
    public Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program ?? Executable, .. arguments, "--data", data])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }

    /// <summary>Runs a verb to its end.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(CancellationToken cancellation, params IEnumerable<string> arguments) => RunAsync("", arguments, cancellation);

    /// <summary>The same for a verb that reads its standard input.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string input, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output + await errors);
    }
}
