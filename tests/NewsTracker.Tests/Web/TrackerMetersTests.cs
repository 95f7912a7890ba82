using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Tests.Web;

/// <summary>What monitoring sees of a server over the five seeds.</summary>
public sealed class TrackerMetersTests : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Monitoring_reads_articles_version_and_size()
    {
        using var visitor = _app.Visitor();
        await visitor.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
        var factory = _app.Services.GetRequiredService<IMeterFactory>();
        Dictionary<string, double> told = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                // Servers of other tests have meters of the same name.
                if (instrument.Meter.Name == TrackerMeters.Name && ReferenceEquals(instrument.Meter.Scope, factory)) listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.Start();

        listener.RecordObservableInstruments();

        Assert.Equal(19, told["newstracker.articles"]);
        Assert.True(told["newstracker.data.version"] > 0);
        Assert.Equal(new FileInfo(Path.Combine(_app.Data, "news.db")).Length, told["newstracker.database.size"]);
    }
}
