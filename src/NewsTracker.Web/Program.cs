using System.Globalization;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Cli;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Pages;

// Sentences that are stored or printed hold dates and numbers, which must not depend on the machine's language.
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

var faults = new FaultLog();
var line = StartLine.Read(args);
return await ExitCodes.OfAsync(() => line.Serves ? ServeAsync() : VerbLine.RunAsync(line, faults), Console.Error, faults);

async Task<int> ServeAsync()
{
    var builder = WebSetup.CreateBuilder(line);
    var settings = TrackerSettings.Read(builder.Configuration);
    faults.Places = settings.Places;

    builder.AddWebDefaults(settings);
    builder.Services.AddTracker(settings);
    builder.Services.AddDesk(settings.Places);
    builder.Services.AddNewsPages();

    await using var app = builder.Build();
    app.UseKnownProxies(settings.Proxies);
    app.UsePageCache();
    app.UseStrictHeaders();
    app.UseResponseCompression();
    app.UseRequestLog();
    app.UseErrorAnswers();
    app.UseRouting();
    app.UseNoStoreForPeople();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();

    app.MapNewsPages();
    app.MapNewsApi();
    app.MapDesk();
    app.MapHealth();
    app.MapOpenApi();
    return await app.ServeAsync();
}
