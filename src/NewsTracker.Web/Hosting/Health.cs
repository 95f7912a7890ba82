using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsTracker.Storage;
using NewsTracker.Storage.Index;

namespace NewsTracker.Web.Hosting;

/// <summary>Whether the database answers.</summary>
sealed class DatabaseHealth(NewsDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var news = database.Open();
        return await news.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}

/// <summary>Whether the article index is loaded.</summary>
sealed class IndexHealth(ArticleIndexes indexes) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(indexes.DataVersion >= 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
