using System.CommandLine;
using NewsTracker.Storage;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Hosting;
using Serilog;

namespace NewsTracker.Web.Cli;

/// <summary>What every verb shares: settings, and the tracker's services over the database they name.</summary>
/// <param name="overrides">Settings from the command line.</param>
/// <param name="faults">Told where the log lies.</param>
sealed class VerbHost(IReadOnlyDictionary<string, string?> overrides, FaultLog faults)
{
    /// <summary><c>--data DIR</c>, on every verb.</summary>
    public Option<string?> Data { get; } = PathArgument.NotBlank(new("--data")
    {
        Description = "The directory for database, logs and keys. Default: data/ beside the solution in a clone, else the platform's application-data folder.",
        HelpName = "DIR",
        Recursive = true,
    });

    public TrackerSettings Settings(ParseResult parsed)
    {
        var values = new Dictionary<string, string?>(overrides, StringComparer.OrdinalIgnoreCase);
        if (parsed.GetValue(Data) is { } data) values["Data:Path"] = data;
        var settings = TrackerSettings.Read(new ConfigurationBuilder()
            .SetBasePath(Clone.ContentRoot(Clone.Find()))
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(values)
            .Build());
        faults.Places = settings.Places;
        return settings;
    }

    /// <summary>The services over a database fit for work, made where there is none.</summary>
    public async Task<ServiceProvider> OpenAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var settings = Settings(parsed);
        var services = Services(settings);
        await services.GetRequiredService<Preparation>().RunAsync(Console.Error.WriteLine, cancellation);
        return services;
    }

    /// <summary>The services over data as it is, for verbs that must neither make nor upgrade it.</summary>
    public ServiceProvider OpenAsIs(ParseResult parsed) => Services(Settings(parsed));

    /// <summary>The same, for verbs that have nothing to say about an empty database.</summary>
    /// <exception cref="StoreException">There is no database.</exception>
    public Task<ServiceProvider> OpenExistingAsync(ParseResult parsed, CancellationToken cancellation)
    {
        RefuseMissing(Settings(parsed).Places);
        return OpenAsync(parsed, cancellation);
    }

    /// <summary>Refuses a place without data.</summary>
    /// <exception cref="StoreException">There is no database.</exception>
    public static void RefuseMissing(DataPlaces places)
    {
        // Where a restore was killed between two moves the database comes with the next step.
        if (!File.Exists(places.Database) && !places.Data.IsBeingRestored)
            throw new StoreException($"There is no database {places.Database} yet. Import something first, or name another place with --data.");
    }

    static ServiceProvider Services(TrackerSettings settings)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddSerilog(Log(settings), dispose: true));
        services.AddTracker(settings);
        services.AddAccounts();
        return services.BuildServiceProvider();
    }

    // A person at a terminal reads the verb's own sentences; the log is for afterwards.
    static Serilog.Core.Logger Log(TrackerSettings settings) =>
        LogOutputs.ToFiles(LogOutputs.Levels(new LoggerConfiguration(), settings), settings.Places.Logs, settings.Log.KeepFiles).CreateLogger();
}
