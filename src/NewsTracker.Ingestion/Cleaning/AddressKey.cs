using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>Reduces an address to what tells one page from another. Rules: docs/formats.md, “One article, many sightings”.</summary>
static partial class AddressKey
{
    /// <summary>Parameters that say where a reader came from, never what is shown; <c>utm_…</c> comes on top.</summary>
    static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hstc", "__hssc",
        "_ga", "ncid", "cmpid", "partner", "mod", "source", "ss", "li", "oref", "ref_src", "ref_url", "smid", "smtyp",
        "sref", "soc_src", "soc_trk", "guccounter", "guce_referrer", "guce_referrer_sig", "feedtype", "feedname", "ftag", "spm",
    };

    /// <summary>Path segments that stand for nothing but the AMP form.</summary>
    static readonly HashSet<string> AmpSegments = new(StringComparer.OrdinalIgnoreCase) { "amp", ".amp", "google-amp" };

    /// <summary>One round of reduction.</summary>
    /// <param name="parts">A sound address.</param>
    /// <returns>Host, path and query, without a scheme.</returns>
    public static string Of(AddressParts parts)
    {
        if (CopiedPage(parts) is { } page) return page;
        var port = parts.Port is null or 80 or 443 ? "" : $":{parts.Port}";
        return Host(parts.AsciiHost) + port + Path(PercentEncoding.Normalize(parts.Path, PercentEncoding.InPath)) + Query(parts.Query ?? "");
    }

    /// <summary>Whether pages of other sites may lie at this host: nearly every address is spared the look at its path.</summary>
    /// <param name="host">Lower case.</param>
    public static bool MayKeepCopies(string host) =>
        host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal) || host.Contains("google.", StringComparison.Ordinal);

    /// <summary>The page behind a copy that an AMP cache or viewer keeps, without a scheme; null for any other address.</summary>
    static string? CopiedPage(AddressParts parts)
    {
        if (!MayKeepCopies(parts.AsciiHost)) return null;
        var copy = AmpCopy().Match(parts.AsciiHost + PercentEncoding.Normalize(parts.Path, PercentEncoding.InPath));
        return copy.Success ? copy.Groups["page"].Value + (parts.Query is null ? "" : "?" + parts.Query) : null;
    }

    /// <summary>The host without what stands for nothing but a way of serving the page.</summary>
    /// <param name="host">Lower case.</param>
    public static string Host(string host)
    {
        // What is left must still be a host: "amp.dev" is a site of its own.
        foreach (var prefix in (ReadOnlySpan<string>)["www.", "amp."])
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.IndexOf('.', prefix.Length) > 0)
                return Host(host[prefix.Length..]);
        return host;
    }

    static string Path(string path)
    {
        if (!path.Contains("amp", StringComparison.OrdinalIgnoreCase)) return path.TrimEnd('/');
        var segments = path.TrimEnd('/').Split('/');
        var kept = segments.Where(segment => !AmpSegments.Contains(segment)).ToArray();
        // A path of nothing but "amp" is a page about AMP.
        var page = string.Join('/', kept.Any(segment => segment.Length > 0) ? kept : segments);
        return AmpExtension().Replace(page, "$1").TrimEnd('/');
    }

    static string Query(string query)
    {
        if (query.Length == 0) return "";
        var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            // A form writes a space as "+".
            .Select(pair => PercentEncoding.Normalize(pair.Replace("+", "%20", StringComparison.Ordinal), PercentEncoding.InQuery))
            .Where(pair => !IsNoise(pair))
            .OrderBy(Name, StringComparer.Ordinal);
        var joined = string.Join('&', kept);
        return joined.Length == 0 ? "" : "?" + joined;
    }

    static bool IsNoise(string pair) =>
        Tracking.Contains(Name(pair)) || pair.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || AmpParameter().IsMatch(pair);

    static string Name(string pair) => pair.Split('=', 2)[0];

    /// <summary>A page kept by an AMP cache or viewer: <c>x.cdn.ampproject.org/c/s/site/page</c>, <c>google.com/amp/s/site/page</c>.</summary>
    [GeneratedRegex(@"^(?:[a-z0-9-]+\.cdn\.ampproject\.org/[cv]|(?:www\.)?google\.[a-z.]+/amp)/(?:s/)?(?<page>[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/.*)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AmpCopy();

    [GeneratedRegex(@"\.amp(\.html?)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AmpExtension();

    [GeneratedRegex("^(?:_?amp(?:=(?:1|true)?)?|(?:outputType|view|platform)=amp|amp_js_v=.*|usqp=.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AmpParameter();
}
