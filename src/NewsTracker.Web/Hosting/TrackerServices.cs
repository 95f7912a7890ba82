using NewsTracker.Storage;
using NewsTracker.Storage.Maintenance;

namespace NewsTracker.Web.Hosting;

/// <summary>The tracker without web: what the server and the verbs share.</summary>
static class TrackerServices
{
    public static IServiceCollection AddTracker(this IServiceCollection services, TrackerSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(settings.Limits)
        .AddSingleton(TimeProvider.System)
        .AddNewsStorage(settings.Places.Data)
        .AddSingleton(provider => new BackupFolder(settings.Backups.Folder, provider.GetRequiredService<BackupWriter>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<Preparation>();
}
