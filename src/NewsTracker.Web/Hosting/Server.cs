using Microsoft.AspNetCore.Connections;
using NewsTracker.Storage;

namespace NewsTracker.Web.Hosting;

/// <summary>Runs the built application until it is asked to stop.</summary>
static class Server
{
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        foreach (var address in app.Configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? []) Check(address);
        // Measured whenever somebody asks, so it has to be there from the start.
        app.Services.GetRequiredService<TrackerMeters>();
        var start = app.Services.GetRequiredService<ServerStart>();
        using (var interruption = new Interruption())
            await start.PrepareAsync(Console.Out, interruption.Token);

        try
        {
            await app.StartAsync();
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            throw new StoreException(
                $"The address is taken, perhaps by a NewsTracker that runs already ({problem.Message.TrimEnd('.')}). Stop that program, or name another address: --urls http://localhost:5081.",
                problem);
        }

        try
        {
            await start.AnnounceAsync(app.Urls, Console.Out, app.Lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Asked to stop before everything was said.
        }

        await app.WaitForShutdownAsync();
        return ExitCodes.Done;
    }

    static void Check(string address)
    {
        var isAddress = Uri.TryCreate(address.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" && uri.AbsolutePath == "/";
        if (!isAddress) throw new SettingsException($"“{address}” is no address to serve on. Give scheme, host and port, such as --urls http://localhost:5081.");
    }
}
