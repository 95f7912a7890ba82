using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>A web address taken apart, without its scheme and fragment; only sound <c>http(s)</c> addresses have parts.</summary>
/// <param name="AsciiHost">Lower case, international names in their ASCII form, no trailing dot.</param>
/// <param name="Port">Null where none was given.</param>
/// <param name="Path">From the first <c>/</c>; empty where there is none.</param>
/// <param name="Query">Without <c>?</c>; null where there is none.</param>
sealed record AddressParts(string AsciiHost, int? Port, string Path, string? Query)
{
    /// <summary>Takes an address apart.</summary>
    /// <param name="address">Trimmed, entities decoded.</param>
    /// <returns>Null for every other scheme, control characters, a host that is none, user info (<c>https://bank.example@evil.example</c>).</returns>
    public static AddressParts? Of(string address)
    {
        var scheme = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https"
            : address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http" : null;
        if (scheme is null || address.AsSpan().ContainsAnyInRange('\0', '\u001f') || address.AsSpan().ContainsAnyInRange('\u007f', '\u009f')) return null;
        var rest = address[(scheme.Length + 3)..];
        var end = rest.AsSpan().IndexOfAny("/?#\\");
        if (end < 0) end = rest.Length;
        // Browsers take a backslash for a slash: nobody writes one behind a host in good faith.
        if (end < rest.Length && rest[end] == '\\') return null;
        if (HostAndPort(rest[..end]) is not var (host, port)) return null;
        var (beforeFragment, _) = Split(rest[end..], '#');
        var (path, query) = Split(beforeFragment, '?');
        return new AddressParts(host, port, path, query);
    }

    static (string Host, int? Port)? HostAndPort(string authority)
    {
        var (host, port) = authority.StartsWith('[') ? (authority, null) : Split(authority, ':');
        if (authority.StartsWith('[') && authority.IndexOf("]:", StringComparison.Ordinal) is > 0 and var at)
            (host, port) = (authority[..(at + 1)], authority[(at + 2)..]);
        if (AsciiName(host) is not { } name) return null;
        if (string.IsNullOrEmpty(port)) return (name, null);
        return ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (name, number) : null;
    }

    static string? AsciiName(string host)
    {
        var name = host.TrimEnd('.').ToLowerInvariant();
        if (name.StartsWith('[') && Uri.CheckHostName(name) == UriHostNameType.IPv6) return name;
        if (name.Length == 0 || name.AsSpan().ContainsAny(NotInNames)) return null;
        if (Ascii.IsValid(name)) return name.Length <= 253 && !name.Contains("..", StringComparison.Ordinal) && name[0] != '.' ? name : null;
        try
        {
            return new IdnMapping { AllowUnassigned = true }.GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // The only way this class says that a name is none.
            return null;
        }
    }

    static readonly SearchValues<char> NotInNames =
        SearchValues.Create([.. Enumerable.Range(0, 0x80).Select(code => (char)code).Where(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.' or '_'))]);

    static (string Before, string? After) Split(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
