using Microsoft.AspNetCore.ResponseCompression;
using Serilog;

namespace NewsTracker.Web.Hosting;

/// <summary>What the server has beside its pages: address, log, compression, problem details, health.</summary>
static class WebSetup
{
    const string DefaultAddress = "http://localhost:5080";

    /// <summary>A builder that does not care where the person stands.</summary>
    /// <exception cref="SettingsException">The command line cannot be understood.</exception>
    public static WebApplicationBuilder CreateBuilder(StartLine line)
    {
        if (line.Problem is { } problem) throw new SettingsException(problem);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebSetup).Assembly.GetName().Name,
            ContentRootPath = Clone.ContentRoot(Clone.Find()),
            Args = [.. line.Settings.Select(pair => $"--{pair.Key}={pair.Value}")],
        });
        // Without an environment named Development the files of a build (not a publish) would not be found.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!HasAddress(builder.Configuration)) builder.WebHost.UseUrls(DefaultAddress);
        return builder;
    }

    /// <summary>Log, compression, problem details, the API's description, health.</summary>
    public static void AddWebDefaults(this WebApplicationBuilder builder, TrackerSettings settings)
    {
        builder.Services.AddSerilog((_, log) => LogOutputs.Configure(log, settings), preserveStaticLogger: true);
        builder.Services.AddRouting(routing => routing.LowercaseUrls = true);
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi(api => api.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "NewsTracker";
            document.Info.Description = "News about the facial-recognition industry. Repeating a name means or, a comma inside one means and, different names mean and.";
            return Task.CompletedTask;
        }));
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/jsonl", "text/csv", "image/svg+xml"];
        });
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready])
            .AddCheck<IndexHealth>("index", tags: [Ready])
            .AddCheck<KeepingHealth>("keeping", tags: [Ready]);
        builder.Services.AddHostedService<IndexRefresher>();
        builder.Services.AddSingleton<TrackerMeters>();
    }

    /// <summary>One line a request that was made: what, with which outcome, how long the making took, without the wait for a turn. No address of a person, no query text.</summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(log =>
    {
        log.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        log.MessageTemplate = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0.0} ms";
    });

    /// <summary><c>/health/live</c>: the process answers; <c>/health/ready</c>: the database is reached and the index is loaded, else what is wrong.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = HealthWords.WriteAsync });
    }

    const string Ready = "ready";

    static bool HasAddress(ConfigurationManager configuration) =>
        ((string[])["urls", "http_ports", "https_ports"]).Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
