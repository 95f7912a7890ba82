using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace NewsTracker.Web.Hosting;

/// <summary>Where log events go: readable on standard error, structured in files.</summary>
static class LogOutputs
{
    // Standard output carries only what a person asked for.
    public static LoggerConfiguration ToConsole(LoggerConfiguration configuration) => configuration.WriteTo.Console(
        outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
        formatProvider: CultureInfo.InvariantCulture,
        standardErrorFromLevel: LogEventLevel.Verbose);

    public static LoggerConfiguration ToFiles(LoggerConfiguration configuration, string directory, int keepFiles) => configuration.WriteTo.File(
        new CompactJsonFormatter(),
        Path.Combine(directory, "newstracker-.jsonl"),
        rollingInterval: RollingInterval.Day,
        retainedFileCountLimit: keepFiles,
        shared: true);

    /// <summary>The second stage: everything the program says while it runs.</summary>
    public static LoggerConfiguration Configure(LoggerConfiguration configuration, TrackerSettings settings) =>
        ToFiles(ToConsole(Levels(configuration, settings)), settings.Places.Logs, settings.Log.KeepFiles);

    /// <summary>How important an event must be to be kept.</summary>
    public static LoggerConfiguration Levels(LoggerConfiguration configuration, TrackerSettings settings) =>
        configuration
            .Enrich.With<SecretPaths>()
            .MinimumLevel.Is(settings.Log.Level)
            // The framework's own request lines carry query text; ours below do not.
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
            // What it tells with a stack trace comes out of the program as a sentence and an exit code.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            // It warns at each start that keys are not encrypted: their directory is the owner's alone (DataPlaces.Create).
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error);
}
