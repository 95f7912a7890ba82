using System.Text;
using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>A line without the words that somebody slipped into it, and those words.</summary>
/// <param name="Text">What is left, otherwise as the file has it.</param>
/// <param name="Injected">Each run of words, in order; mostly none.</param>
/// <param name="Suspected">Runs that stand in the text still, though they look as if they did not belong there; mostly none.</param>
public readonly record struct SiftedLine(string Text, IReadOnlyList<string> Injected, IReadOnlyList<string> Suspected);

/// <summary>
/// Finds advertising that was slipped into sentences as the text of a link: what people type to find a trade (“camera repair in leeds”) or the stock phrases of
/// advertisers. Two signs are needed, so that an article about shops or casinos keeps its words: that wording, all in small letters, and a seam, a no-break or
/// double space at its edge, which editors leave where a link is pasted and writers do not. Words that nobody here knows, set off by seams on both sides,
/// are only reported. The lists are common knowledge of what links are sold for: large English-speaking cities and countries, trades that depend on being found
/// in a town, and the stock of unwanted mail; the seam and the words that lead up to a link were first seen in one of the seeds.
/// </summary>
public static partial class InjectedWords
{
    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Shorter lines have no sentence to slip words into.</summary>
    const int LeastCharacters = 60;

    /// <summary>A gap with a no-break space, or a double one.</summary>
    const string Seam = "( ?\u00a0[ \u00a0]*| {2,})";

    /// <summary>Places that advertisers name; in small letters no sentence does. Names that are words as well are left out.</summary>
    const string Places =
        "india|punjab|gujarat|kerala|goa|karnataka|maharashtra|delhi|mumbai|pune|bangalore|bengaluru|chennai|hyderabad|kolkata|gurgaon|noida|jaipur|ahmedabad|lahore|karachi|"
        + "pakistan|dhaka|bangladesh|colombo|kathmandu|nepal|dubai|sharjah|uae|qatar|doha|riyadh|kuwait|bahrain|oman|nairobi|kenya|lagos|nigeria|ghana|johannesburg|"
        + "london|manchester|birmingham|leeds|liverpool|glasgow|edinburgh|dublin|ireland|england|scotland|sydney|melbourne|brisbane|perth|australia|auckland|singapore|"
        + "malaysia|bangkok|thailand|bali|indonesia|jakarta|manila|philippines|vietnam|hong kong|shanghai|usa|uk|new york|los angeles|chicago|houston|dallas|miami|"
        + "atlanta|boston|seattle|denver|las vegas|san diego|toronto|vancouver|calgary|canada|paris|berlin|istanbul|cairo|egypt";

    const string Trades =
        "dealers?|suppliers?|distributors?|manufacturers?|installers?|installation|repairs?|services?|systems?|shops?|stores?|prices?|rentals?|agency|agencies|company|companies|"
        + "training|courses?|movers|escorts?|lawyers?|attorneys?|plumbers?|hotels?|cameras?";

    const string Stock =
        "online casinos?|casino (bonus|bonuses|games|slots|online)|no deposit bonus|free spins|slot (gacor|online)|(sports? )?betting (sites?|tips)|"
        + "essay writ(ing|ers?)( services?)?|(payday|instant|quick) (cash )?loans?|(buy|cheap|generic) (viagra|cialis|levitra|xanax)|online pharmacy|replica watches|seo services";

    /// <summary>Takes the words out of a line.</summary>
    /// <param name="line">As the file has it: once its spaces are repaired, the seams no longer show.</param>
    public static SiftedLine Sift(string line)
    {
        if (line.Length < LeastCharacters) return new(line, [], []);
        var found = AfterSeam().Matches(line).Concat(BeforeSeam().Matches(line)).Select(match => match.Groups["words"]).OrderBy(words => words.Index).ToList();
        if (found.Count == 0) return new(line, [], Suspected(line));
        var (kept, injected, at) = (new StringBuilder(), new List<string>(), 0);
        foreach (var words in found)
        {
            var start = Start(line, words.Index);
            if (start < at) continue;
            kept.Append(line.AsSpan(at, start - at));
            at = words.Index + words.Length;
            injected.Add(line[start..at]);
            if (at == line.Length || line[at] is '.' or ',' or ';' or ':' or '!' or '?') Trim(kept);
        }

        var left = kept.Append(line.AsSpan(at)).ToString();
        return string.IsNullOrWhiteSpace(left) ? new(line, [], []) : new(left, injected, Suspected(left));
    }

    /// <summary>Three and more small words between two seams inside a sentence, none of which holds a sentence together: “cheap car insurance quotes”.</summary>
    static IReadOnlyList<string> Suspected(string line) =>
        [.. BetweenSeams().Matches(line).Select(match => match.Groups["words"].Value).Where(words => !words.Split(' ').Any(FunctionWords.IsEnglish))];

    /// <summary>Where the words begin, with those that lead up to the link: “told us”, “visit”.</summary>
    static int Start(string line, int index) => Lead().Match(line[..index]) is { Success: true } lead ? lead.Groups["words"].Index : index;

    static void Trim(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1])) text.Length--;
    }

    [GeneratedRegex($@"{Seam}(?<words>([a-z0-9]+ ){{0,4}}(({Trades}) in ({Places})|{Stock}))($|\W)", Options)]
    private static partial Regex AfterSeam();

    [GeneratedRegex($@"(^|\W)(?<words>((best|top|cheap|cheapest|affordable|buy|local|new|trusted|cctv|camera|security) )*(({Trades}) in ({Places})|{Stock})){Seam}", Options)]
    private static partial Regex BeforeSeam();

    [GeneratedRegex($@"[\w,;]{Seam}(?<words>[a-z][a-z0-9-]*( [a-z0-9-]+){{2,7}}){Seam}\w", Options)]
    private static partial Regex BetweenSeams();

    [GeneratedRegex(@"(^|\s)(?<words>(told us|according to|courtesy of|thanks to|powered by|visit|check out|click here for|read more at)\s{1,3})$", Options)]
    private static partial Regex Lead();
}
