using System.Globalization;
using System.Text;
using NewsTracker.Ingestion.Dates;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>A line of a text scrape with what can be told from the line alone.</summary>
public sealed record ScrapeLine
{
    /// <summary>Fewer words than this are a label even when a full stop follows.</summary>
    const int LeastSentence = 4;

    /// <summary>From here on a full stop is enough, for languages whose function words are not listed.</summary>
    const int PlainSentence = 9;

    /// <summary>So many words are running text even where the scrape lost the full stop.</summary>
    const int LongEnough = 25;

    /// <summary>A teaser is shorter than this, in words.</summary>
    const int TeaserAtMost = 60;

    /// <summary>Share of <see cref="FunctionWords"/> below which a long line is a list of names, not a sentence.</summary>
    const double ProseShare = 0.15;

    /// <summary>Words that hold sentences together and that menus lack, in the languages news is mostly saved in.</summary>
    static readonly HashSet<string> FunctionWords = new(
        ("a an and are as at be been but by can for from had has have he her his i if in is it its not of on or our said she so than that "
        + "the their them there they this to was we were what when which who will with would you le la les des du et un une dans pour que qui "
        + "est sur au aux par der die das und den dem von zu mit ist nicht ein eine für auf el los las y en por con del se para che di il per "
        + "una non o os da do em uma het een van te dat zijn").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Words with which pages talk to their visitors.</summary>
    static readonly HashSet<string> PromptWords = new(
        ("you your we our us please click tap here subscribe sign join follow share read comment comments reply email e-mail newsletter inbox cookies "
        + "account login register download app privacy policy terms website site free get more").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Words with which reports quote people.</summary>
    static readonly HashSet<string> SpeechVerbs = new("said says say told added according asked explained wrote announced tells".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Words shorter than this are too common to tie two lines together.</summary>
    const int LeastLetters = 4;

    static readonly char[] Breaks = [.. " ,.;:!?’'“”\"()-—–"];

    static readonly char[] Punctuation = [.. ",.;:!?\"'()[]“”‘’«»"];

    readonly Lazy<string?> _furniture;
    Lazy<bool> _isDate;

    /// <summary>Reads the features of a line.</summary>
    /// <param name="number">Its line in the file, from 1.</param>
    /// <param name="text">Repaired and trimmed.</param>
    public ScrapeLine(int number, string text)
    {
        Number = number;
        Text = text;
        Key = KeyOf(text);
        EndsSentence = EndsLikeASentence(text);
        var ideographs = text.EnumerateRunes().Count(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var spoken = words.Count(word => word.Any(char.IsLetterOrDigit));
        Words = spoken + (ideographs / 2);
        var joints = words.Count(word => FunctionWords.Contains(word.Trim(Punctuation)));
        FunctionShare = IsLatin(text) ? (double)joints / Math.Max(1, spoken) : ProseShare;
        _furniture = new(() => LinePhrases.Furniture(text));
        _isDate = new(() => DateLine.IsDateLine(this));
        Letters = LineLetters.Of(text);
        PromptShare = (float)words.Count(word => PromptWords.Contains(word.Trim(Punctuation))) / Math.Max(1, spoken);
        SpeechWords = words.Count(word => SpeechVerbs.Contains(word.Trim(Punctuation)));
        LongWords = [.. text.ToLowerInvariant().Split(Breaks, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= LeastLetters)];
    }

    /// <summary>Its line in the file, from 1; the first one where broken lines were joined.</summary>
    public int Number { get; }

    /// <summary>The last one of its lines in the file; the same as <see cref="Number"/> unless broken lines were joined.</summary>
    public int LastNumber { get => field == 0 ? Number : field; init; }

    /// <summary>Repaired and trimmed.</summary>
    public string Text { get; }

    /// <summary>Letters and digits alone, lower case: equal for lines that say the same.</summary>
    public string Key { get; }

    /// <summary>What was mended in it, as <see cref="TextRepair"/> names it.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>Advertising that was taken out of it, as <see cref="InjectedWords"/> found it.</summary>
    public IReadOnlyList<string> Injected { get; init; } = [];

    /// <summary>Words in it that may not belong there, as <see cref="InjectedWords"/> found them.</summary>
    public IReadOnlyList<string> Suspected { get; init; } = [];

    /// <summary>How many words; two ideographs count as one.</summary>
    public int Words { get; }

    /// <summary>The part of the words that only hold sentences together, 0 to 1.</summary>
    public double FunctionShare { get; }

    /// <summary>What kind of furniture its wording tells, as <see cref="LinePhrases.Furniture"/> says; asked for once.</summary>
    public string? Furniture => _furniture.Value;

    /// <summary>Whether it only tells a date; asked for once.</summary>
    public bool IsDate => _isDate.Value;

    /// <summary>ISO 639-1 code of the text that it stands in, for reading its dates; null where unknown, which reads English.</summary>
    public string? Language
    {
        get;
        init
        {
            field = value;
            _isDate = new(() => DateLine.IsDateLine(this));
        }
    }

    /// <summary>Its text with the dates of its language in figures.</summary>
    public string Dated => Language is null or "en" ? Text : ForeignDates.ToIso(Text, Language);

    /// <summary>What its letters and marks count up to.</summary>
    public LineLetters Letters { get; }

    /// <summary>The part of the words with which pages talk to their visitors, 0 to 1.</summary>
    public float PromptShare { get; }

    /// <summary>How many of the words quote somebody.</summary>
    public int SpeechWords { get; }

    /// <summary>Its longer words, lower case: what ties it to the headline and to the rest of the text.</summary>
    public IReadOnlyList<string> LongWords { get; }

    /// <summary>Whether it closes like a sentence, quotation marks aside. An ellipsis does not: it ends teasers.</summary>
    public bool EndsSentence { get; }

    /// <summary>Whether it reads as running text: a whole sentence, the lead-in of a list, or long enough.</summary>
    public bool IsProse =>
        (EndsSentence && Words >= LeastSentence && (FunctionShare > 0 || Words >= PlainSentence))
        || (Text.EndsWith(':') && Words >= LeastSentence && FunctionShare >= ProseShare)
        || (Words >= LongEnough && FunctionShare >= ProseShare && !IsTeaser);

    /// <summary>Whether it breaks off in dots, as teasers of other articles do.</summary>
    public bool IsTeaser => Words < TeaserAtMost && (Text.EndsWith('…') || Text.EndsWith("...", StringComparison.Ordinal));

    /// <summary>Whether it opens with the mark of a list.</summary>
    public bool IsBullet => Text.Length > 2 && Text[0] is '•' or '‣' or '▪' or '●' or '–' or '-' or '*' && Text[1] == ' ';

    /// <summary>Whether it can be part of an article's text: running text, or an item of a list with something to say.</summary>
    public bool IsText => IsProse || (IsBullet && Words > 2);

    /// <summary>Letters and digits of a text, lower case.</summary>
    /// <param name="text">Any text.</param>
    public static string KeyOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Whether the function words can be asked for at all: they are listed for languages in Latin letters.</summary>
    static bool IsLatin(string text)
    {
        var letters = text.Where(char.IsLetter).ToList();
        return letters.Count(letter => letter < '\u0250') * 2 >= letters.Count;
    }

    static bool EndsLikeASentence(string text)
    {
        var bare = text.AsSpan().TrimEnd("\"'”’)]» \u00A0*");
        if (bare.IsEmpty || bare.EndsWith("...")) return false;
        return bare[^1] is '.' or '!' or '?' or '。' or '！' or '？' or '؟' or '۔' or '।' or '։';
    }
}
