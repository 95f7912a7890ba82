using Microsoft.AspNetCore.HttpOverrides;

namespace NewsTracker.Web.Hosting;

/// <summary>Who visits, and how, as a configured reverse proxy tells it; everybody else's word on that is ignored.</summary>
static class KnownProxies
{
    /// <summary>Takes the visitor's address and the scheme from these proxies.</summary>
    /// <param name="app">Before everything that asks for either.</param>
    /// <param name="proxies">None: no header is taken.</param>
    public static void UseKnownProxies(this WebApplication app, IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        if (proxies.Count == 0) return;
        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) headers.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(headers);
    }
}
