using Serilog.Core;
using Serilog.Events;

namespace NewsTracker.Web.Hosting;

/// <summary>Keeps the codes of one-time links, which stand in an address, out of every log event.</summary>
sealed class SecretPaths : ILogEventEnricher
{
    /// <summary>Addresses below it are secret.</summary>
    public const string Invitation = "/admin/invitation/";

    const string Path = "RequestPath";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.TryGetValue(Path, out var value) && value is ScalarValue { Value: string path } && path.StartsWith(Invitation, StringComparison.OrdinalIgnoreCase))
            logEvent.AddOrUpdateProperty(new LogEventProperty(Path, new ScalarValue($"{Invitation}…")));
    }
}
