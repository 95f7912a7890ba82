using System.CommandLine;

namespace NewsTracker.Web.Cli;

/// <summary>The address bar's filters as options.</summary>
static class ExportFilters
{
    // --format says how to export; the filter of that name asks how the file was written.
    const string SourceFormat = "sourceFormat";

    static readonly (string Name, string Description)[] Names =
    [
        ("q", "Words to find: all of them, \"a phrase\", -without, OR, prefix*."),
        ("scope", "facialRecognition, other or all (default)."),
        ("company", "A company's slug; a,b means both, repeated means either, -a excludes."),
        ("topic", "A topic's slug, likewise."),
        ("provider", "A publisher's domain, likewise."),
        ("role", "subject: companies count only where the article is mainly about them."),
        ("from", "Published from: 2020, 2020-07 or 2020-07-31."),
        ("to", "Published up to, included."),
        ("undated", "only, include or exclude."),
        ("addedFrom", "Known to the tracker from."),
        ("addedTo", "Known to the tracker up to, included."),
        ("type", "article or video."),
        ("origin", "file or related."),
        ("language", "ISO 639-1, such as en."),
        (SourceFormat, "frontMatter, text or html: the filter that addresses call format."),
        ("promoted", "true or false."),
        ("sort", "newest, oldest, added, relevance, quality or heat."),
    ];

    // As the address bar has it: these may stand several times, and mean either.
    static readonly string[] Repeatable = ["scope", "company", "topic", "provider", "type", "origin", "language", SourceFormat];

    public static IReadOnlyList<(string Name, Option<string[]> Option)> All { get; } =
        [.. Names.Select(filter => (filter.Name == SourceFormat ? "format" : filter.Name, AsOption(filter.Name, filter.Description)))];

    static Option<string[]> AsOption(string name, string description)
    {
        var option = new Option<string[]>($"--{name}") { Description = description, HelpName = "VALUE", Arity = ArgumentArity.OneOrMore };
        if (Repeatable.Contains(name)) return option;
        var remedy = name == "q" ? "Give all words in one: --q \"first second\" finds both, --q \"first OR second\" either." : "Give it once.";
        option.Validators.Add(given =>
        {
            if (given.Tokens.Count > 1) given.AddError($"--{name} stands {given.Tokens.Count} times, and only one of them could count. {remedy}");
        });
        return option;
    }
}
