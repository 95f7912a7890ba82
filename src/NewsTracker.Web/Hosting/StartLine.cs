using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Hosting;

/// <summary>What was typed, split into configuration and the rest.</summary>
/// <param name="Serves">True for the server, false for the verb in <paramref name="Verb"/>.</param>
/// <param name="Verb">The verb with its own options and arguments; empty for the server.</param>
/// <param name="Settings">Every <c>--Section:Key value</c>, and <c>--data</c> for the server.</param>
/// <param name="Problem">What is wrong with it; null where nothing is.</param>
public sealed record StartLine(bool Serves, string[] Verb, IReadOnlyDictionary<string, string?> Settings, string? Problem)
{
    // The web host's own; test hosts hand over the last three.
    static readonly string[] ServerOptions = ["data", "urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName"];

    static readonly string[] Help = ["--help", "-h", "-?"];

    /// <summary>
    /// No verb, <c>serve</c>, or a first word that starts with <c>--</c> means the server, which takes <c>--data</c>, the web host's own options and any
    /// <c>--Section:Key</c>. Everything else is for the strict parser; <c>help</c> in front is <c>--help</c> at the end.
    /// </summary>
    /// <param name="args">As typed.</param>
    public static StartLine Read(string[] args)
    {
        if (args is ["help", .. var about]) return ForVerb([.. about, "--help"]);
        var named = args is ["serve", ..];
        var serves = named || args.Length == 0 || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"));
        if (!serves) return ForVerb(args);
        if (args.Any(Help.Contains)) return new(false, named ? ["serve", "--help"] : ["--help"], new Dictionary<string, string?>(), null);
        return ForServer(named ? args[1..] : args);
    }

    static StartLine ForServer(string[] args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        string? problem = null;
        for (var i = 0; i < args.Length && problem is null; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) problem = $"“{args[i]}” is no option of the server. The verb comes first, then options.";
            else if (!IsSetting(args[i]) && !IsServerOption(args[i])) problem = $"{args[i]} is no option of the server{(IsNearlyHelp(args[i]) ? " (did you mean --help?)" : "")}, which has --data, --urls and any --Section:Key; serve --help tells more.";
            else if (Pair(args, ref i) is { } pair) settings[Key(pair.Key)] = pair.Value;
            else problem = $"{args[i]} needs a value: {args[i]} VALUE.";
        }

        return new(true, [], settings, problem);
    }

    static StartLine ForVerb(string[] args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        List<string> rest = [];
        string? problem = null;
        for (var i = 0; i < args.Length && problem is null; i++)
        {
            if (!IsSetting(args[i])) rest.Add(args[i]);
            else if (Pair(args, ref i) is { } pair) settings[pair.Key] = pair.Value;
            else problem = $"{args[i]} needs a value: {args[i]} VALUE.";
        }

        return new(false, [.. rest], settings, problem);
    }

    // Test hosts also name each section, with nothing after the sign.
    static bool IsServerOption(string word) =>
        word.EndsWith('=') || ServerOptions.Contains(word[2..].Split('=', 2)[0], StringComparer.OrdinalIgnoreCase);

    static bool IsNearlyHelp(string word) => CloseNames.Edits(word, "--help") <= 2;

    // Options of verbs have no colon before their value.
    static bool IsSetting(string word) =>
        word.StartsWith("--", StringComparison.Ordinal) && word.Split('=', 2)[0].Contains(':', StringComparison.Ordinal);

    static KeyValuePair<string, string?>? Pair(string[] args, ref int i)
    {
        var word = args[i][2..];
        if (word.Split('=', 2) is [var key, var value]) return new(key, value);
        if (i + 1 == args.Length || args[i + 1].StartsWith("--", StringComparison.Ordinal)) return null;
        return new(word, args[++i]);
    }

    static string Key(string key) => key.Equals("data", StringComparison.OrdinalIgnoreCase) ? "Data:Path" : key;
}
