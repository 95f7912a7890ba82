namespace NewsTracker.Web.Presentation;

/// <summary>Addresses from outside, checked once more before they become a link.</summary>
static class WebLink
{
    /// <summary>The address escaped for a link; null unless it is an absolute http(s) address.</summary>
    public static string? Href(string? address) => Parse(address)?.AbsoluteUri;

    /// <summary>The host a link leads to, without <c>www.</c>, in ASCII so that look-alike letters show; null where there is no link.</summary>
    public static string? Host(string? address)
    {
        if (Parse(address) is not { } uri) return null;
        return uri.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.IdnHost[4..] : uri.IdnHost;
    }

    static Uri? Parse(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.IdnHost.Length > 0
            ? uri
            : null;
}
