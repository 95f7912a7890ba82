using NewsTracker.Storage;

namespace NewsTracker.Web.Hosting;

/// <summary>The tracker without web: what the server and the verbs share.</summary>
static class TrackerServices
{
    public static IServiceCollection AddTracker(this IServiceCollection services, TrackerSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(settings.Limits)
        .AddSingleton(TimeProvider.System)
        .AddNewsStorage(settings.Places.Database)
        .AddSingleton<Preparation>();
}
