namespace NewsTracker.Web.Presentation;

/// <summary>A browser in words, for its owner to know it again.</summary>
public static class BrowserWords
{
    // The first that is named counts: most browsers also name those that they descend from.
    static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS X", "a Mac"), ("Linux", "Linux")];

    /// <summary>“Firefox on Linux”; “a program” where it is none that is known.</summary>
    /// <param name="userAgent">As the browser introduces itself; only known words of it are kept.</param>
    public static string Of(string? userAgent) => (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
    {
        ({ } browser, { } system) => $"{browser} on {system}",
        ({ } browser, null) => browser,
        (null, { } system) => $"a program on {system}",
        _ => "a program",
    };

    static string? Find((string Mark, string Name)[] known, string? text) =>
        text is null ? null : known.FirstOrDefault(one => text.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
