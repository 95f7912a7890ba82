namespace NewsTracker.Ingestion.Cleaning;

/// <summary>Web addresses: as given for people, reduced to a key for identity.</summary>
public static class WebAddress
{
    /// <summary>Longest address taken, in characters; twice what browsers and servers commonly agree on.</summary>
    public const int MaxLength = 4096;

    /// <summary>
    /// The address as given, trimmed, entities decoded. Raw spaces, non-ASCII and braces stay; only what turns writing round is encoded. <c>//host/…</c> becomes <c>https</c>.
    /// </summary>
    /// <param name="raw">What a file declares.</param>
    /// <returns>Null for anything but <c>http(s)</c>, without a sound host, with user info or control characters, or too long.</returns>
    public static string? Clean(string? raw) =>
        raw is not null && Decoded(raw) is { Length: <= MaxLength } address && AddressParts.Of(address) is not null ? address : null;

    /// <summary>
    /// The key two addresses of one page share; never shown. Scheme, <c>www.</c>, AMP forms, default ports, fragment, trailing slash and known
    /// tracking parameters are dropped, the host is lower case, percent-encoding is uniform, other parameters are kept, sorted by name.
    /// </summary>
    /// <param name="address">As <see cref="Clean"/> gives it.</param>
    /// <returns>Null where <see cref="Clean"/> gives null. <c>Key("https://" + key)</c> is the key again.</returns>
    public static string? Key(string address)
    {
        string? key = null;
        // Peeling off one AMP form can lay bare another; every round shortens, so this ends.
        for (var parts = AddressParts.Of(Decoded(address)); parts is not null; parts = AddressParts.Of(Decoded("https://" + key)))
        {
            var reduced = AddressKey.Of(parts);
            if (reduced == key) break;
            key = reduced;
        }

        return key;
    }

    /// <summary>The site: lower-case host without <c>www.</c> and <c>amp.</c>, of the page behind an AMP copy too.</summary>
    /// <param name="address">As <see cref="Clean"/> gives it.</param>
    /// <returns>Null where <see cref="Clean"/> gives null.</returns>
    public static string? Domain(string address)
    {
        if (AddressParts.Of(Decoded(address)) is not { } parts) return null;
        var host = AddressKey.Host(parts.AsciiHost);
        return AddressKey.MayKeepCopies(host) ? AddressParts.Of("https://" + Key(address))?.AsciiHost : host;
    }

    /// <summary>The site that a person or a file names, by its domain or by any address of it: <c>axios.com</c> of <c>https://www.axios.com/x</c>.</summary>
    /// <param name="named">A domain or an address.</param>
    /// <returns>As <see cref="Domain"/>; null for what is neither.</returns>
    public static string? Site(string named) => Domain(named.Contains("://", StringComparison.Ordinal) ? named : $"https://{named}");

    static string Decoded(string raw)
    {
        var address = TextSpacing.Address(Entities.Decode(raw));
        return address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address;
    }
}
