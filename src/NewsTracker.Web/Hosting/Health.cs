using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsTracker.Storage;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Hosting;

/// <summary>Whether the database answers.</summary>
sealed class DatabaseHealth(NewsDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // A deleted file stays readable to who has it open, and would be lost with the process.
        if (!File.Exists(database.Path)) return HealthCheckResult.Unhealthy("The database file is gone. Stop the server and restore the last backup.");
        try
        {
            await using var news = database.Open();
            await news.States.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (SqliteException problem)
        {
            return HealthCheckResult.Unhealthy(SqliteRefusal.Sentence(problem) ?? $"The database does not answer ({problem.Message}).");
        }
    }
}

/// <summary>Whether the article index is loaded.</summary>
sealed class IndexHealth(ArticleIndexes indexes) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(indexes.DataVersion >= 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The article index is not loaded yet. Wait a moment."));
}

/// <summary>Whether anything is coming that stops it later: pages are served all the same.</summary>
sealed class KeepingHealth(Keeping keeping) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keeping.Worries().ToList() is { Count: > 0 } worries ? HealthCheckResult.Degraded(string.Join(' ', worries)) : HealthCheckResult.Healthy());
}

/// <summary>Health as people read it.</summary>
static class HealthWords
{
    /// <summary>The state, then a line for each check that is not well: “database: The disk is full …”.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var wrong = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .Select(entry => $"\n{entry.Key}: {entry.Value.Description ?? "It does not answer; the log has the details."}");
        return context.Response.WriteAsync($"{report.Status}{string.Concat(wrong)}", context.RequestAborted);
    }
}
