using System.Diagnostics.Metrics;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Hosting;

/// <summary>What monitoring may watch beside ASP.NET Core's own meters: measured when somebody asks, so that imports of other processes count too.</summary>
sealed class TrackerMeters : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "NewsTracker";

    readonly Meter _meter;

    /// <summary>Registers the instruments.</summary>
    /// <param name="meters">The host's.</param>
    /// <param name="articles">How many are shown.</param>
    /// <param name="indexes">Which state of the data is served.</param>
    /// <param name="backups">How old the last verified one is.</param>
    /// <param name="settings">Where the data lies.</param>
    /// <param name="clock">What it is old against.</param>
    public TrackerMeters(
        IMeterFactory meters, ArticleQueries articles, ArticleIndexes indexes, BackupFolder backups, TrackerSettings settings, TimeProvider clock)
    {
        _meter = meters.Create(Name);
        _meter.CreateObservableGauge("newstracker.articles", () => articles.Count(new ArticleFilter(), CancellationToken.None), "{article}", "Articles shown.");
        _meter.CreateObservableGauge("newstracker.data.version", () => indexes.DataVersion, null, "The state of the data that is served; it grows with every change.");
        _meter.CreateObservableGauge("newstracker.database.size", () => new FileInfo(settings.Places.Database).Length, "By", "The database file.");
        _meter.CreateObservableGauge("newstracker.backup.age", () => Age(backups, clock), "s", "Since the last verified backup; absent without one.");
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    static IEnumerable<Measurement<double>> Age(BackupFolder backups, TimeProvider clock) =>
        backups.Last()?.Manifest is { } last ? [new Measurement<double>((clock.GetUtcNow().UtcDateTime - last.CreatedAt).TotalSeconds)] : [];
}
