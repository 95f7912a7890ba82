using Serilog;

namespace NewsTracker.Web.Hosting;

/// <summary>The first stage of logging: what goes wrong before, or without, a host.</summary>
public sealed class FaultLog
{
    /// <summary>Known once the settings are read; until then faults go to standard error alone.</summary>
    public DataPlaces? Places { get; set; }

    /// <summary>Writes a fault with its stack.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <returns>A sentence that says where the details are.</returns>
    public string Write(Exception fault)
    {
        var directory = Places is { } places && Directory.Exists(places.Logs) ? places.Logs : null;
        var configuration = new LoggerConfiguration();
        if (directory is null) LogOutputs.ToConsole(configuration);
        else LogOutputs.ToFiles(configuration, directory, 1000);
        using var log = configuration.CreateLogger();
        log.Fatal(fault, "Stopped over a fault");
        return directory is null ? "The details are above." : $"The details are in {directory}.";
    }
}
