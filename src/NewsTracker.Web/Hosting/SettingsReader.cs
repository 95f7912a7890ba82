using System.Globalization;
using System.Net;

namespace NewsTracker.Web.Hosting;

/// <summary>Reads settings one by one, remembers what was asked for, and says what is wrong in sentences.</summary>
/// <param name="configuration">Files, environment and command line together.</param>
sealed class SettingsReader(IConfiguration configuration)
{
    readonly List<string> _problems = [];
    readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    public string? Text(string key)
    {
        _known.Add(key);
        return string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key];
    }

    public bool Flag(string key, bool otherwise)
    {
        if (Text(key) is not { } text) return otherwise;
        if (bool.TryParse(text, out var value)) return value;
        _problems.Add($"{key} is “{text}”; allowed are true and false.");
        return otherwise;
    }

    public long Number(string key, long otherwise, long least, long most)
    {
        if (Text(key) is not { } text) return otherwise;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        _problems.Add($"{key} is “{text}”; allowed are whole numbers from {least} to {most}.");
        return otherwise;
    }

    /// <summary>A length of time such as <c>24h</c>; null for <c>off</c>.</summary>
    public TimeSpan? Every(string key, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (Text(key) is not { } text) return otherwise;
        if (text.Equals("off", StringComparison.OrdinalIgnoreCase)) return null;
        var known = int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        TimeSpan? value = known && count <= 1_000_000 ? text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => null,
        } : null;
        if (value >= least && value <= most) return value;
        _problems.Add($"{key} is “{text}”; allowed are off, or minutes, hours or days as in 30m, 24h or 7d, from {least.TotalMinutes:F0}m to {most.TotalDays:F0}d.");
        return otherwise;
    }

    /// <summary>A folder as a full path; relative ones count from where the person stands. Null where none is named.</summary>
    public string? Folder(string key)
    {
        if (Text(key) is not { } text) return null;
        var path = Path.GetFullPath(text);
        if (File.Exists(path)) _problems.Add($"{key} is “{text}”, which is a file; name a folder.");
        return path;
    }

    /// <summary>The folder that uploads go to: no place where the tracker keeps something of its own.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="data">The data directory.</param>
    /// <param name="taken">Folders for keys, logs and the like.</param>
    public string Inbox(string key, string data, IEnumerable<string> taken)
    {
        var usual = Path.Combine(data, "inbox");
        var path = Path.TrimEndingDirectorySeparator(Folder(key) ?? usual);
        if (IsWithin(data, path) || taken.Any(folder => IsWithin(path, folder) || IsWithin(folder, path)))
            _problems.Add($"{key} is “{path}”, where the tracker keeps files of its own; name a folder that holds nothing else, such as {usual}.");
        return path;
    }

    static bool IsWithin(string path, string folder) => path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum
    {
        if (Text(key) is not { } text) return otherwise;
        if (Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name) return Enum.Parse<T>(name);
        _problems.Add($"{key} is “{text}”; allowed are {string.Join(", ", Enum.GetNames<T>())}.");
        return otherwise;
    }

    /// <summary>A list of folders as full paths; relative ones count from where the person stands.</summary>
    public IReadOnlyList<string> Folders(string key) => [.. List(key, "a folder").Select(Path.GetFullPath)];

    /// <summary>A list of addresses and networks.</summary>
    public IReadOnlyList<IPNetwork> Networks(string key)
    {
        List<IPNetwork> networks = [];
        foreach (var text in List(key, "an address"))
        {
            if (IPNetwork.TryParse(text, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(text, out var address)) networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else _problems.Add($"{key} has “{text}”; allowed are addresses such as 127.0.0.1 and networks such as 10.0.0.0/8.");
        }

        return networks;
    }

    IEnumerable<string> List(string key, string what)
    {
        _known.Add(key);
        if (!string.IsNullOrEmpty(configuration[key])) _problems.Add($"{key} is a list: write {key}:0, {key}:1 and so on.");
        var entries = configuration.GetSection(key).GetChildren().Where(entry => entry.Value is not null).ToLookup(entry => string.IsNullOrWhiteSpace(entry.Value));
        _problems.AddRange(entries[true].Select(entry => $"{entry.Path} is empty; name {what} or leave the entry out."));
        return entries[false].Select(entry => entry.Value!);
    }

    /// <summary>Ends the reading.</summary>
    /// <exception cref="SettingsException">Something was wrong.</exception>
    public void Finish()
    {
        foreach (var section in _known.Select(Section).Distinct(StringComparer.OrdinalIgnoreCase)) FindUnknown(section);
        if (_problems.Count > 0) throw new SettingsException(string.Join(Environment.NewLine, _problems));
    }

    void FindUnknown(string section)
    {
        var allowed = _known.Where(key => Section(key).Equals(section, StringComparison.OrdinalIgnoreCase)).ToList();
        _problems.AddRange(configuration.GetSection(section).GetChildren()
            .Select(child => child.Path)
            .Where(path => !allowed.Contains(path, StringComparer.OrdinalIgnoreCase))
            .Select(path => $"{path} is no setting; section {section} has {string.Join(", ", allowed)}."));
    }

    static string Section(string key) => key[..key.IndexOf(':', StringComparison.Ordinal)];
}

/// <summary>The configuration cannot be used. Exit code 2.</summary>
/// <param name="message">What is wrong and what is allowed, a line each.</param>
public sealed class SettingsException(string message) : Exception(message);
