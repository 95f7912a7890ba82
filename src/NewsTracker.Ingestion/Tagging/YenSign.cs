using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Decides whether a bare ¥ is the yuan or the yen, by the nearest evidence. For one article and one thread.</summary>
/// <param name="text">Title, excerpt and body.</param>
/// <param name="mentions">The companies named in them.</param>
sealed class YenSign(ArticleText text, IReadOnlyList<Mention> mentions)
{
    /// <summary>Characters to each side in which a word of the sentence speaks, however long the sentence is.</summary>
    const int Reach = 800;

    const string Yuan = "CNY", Yen = "JPY";

    static readonly string[] Chinese = ["yuan", "rmb", "renminbi", "china", "chinese", "beijing", "shanghai", "shenzhen", "hong kong"];
    static readonly string[] Japanese = ["yen", "japan", "japanese", "tokyo"];
    static readonly PhraseAutomaton Countries = new([.. Chinese.Concat(Japanese).Select(Phrase.Parse)]);

    /// <summary>Whether a currency is written as this sign and nothing else.</summary>
    public static bool Is(string written) => written is "¥" or "￥";

    readonly Dictionary<TextField, (MoneyHits Words, MoneyField Names)> _fields = [];
    string? _anywhere;

    /// <summary>The words of its sentence, then the countries of the companies named there, of all that are named, then the words of the article; in doubt the yen.</summary>
    /// <param name="field">Where the sign stands.</param>
    /// <param name="at">Its place there.</param>
    public string Currency(TextField field, int at)
    {
        var sentence = field.SentenceBounds(at);
        var (from, to) = (Math.Max(sentence.Start, at - Reach), Math.Min(sentence.End, at + Reach));
        var (words, names) = Of(field);
        return Spoken(words.Within(from, to)) ?? Home(names.Named(from, to)) ?? (_anywhere ??= Anywhere());
    }

    string Anywhere() => Home(mentions) ?? Spoken(text.Fields.SelectMany(field => Of(field).Words.Within(0, field.Text.Length))) ?? Yen;

    (MoneyHits Words, MoneyField Names) Of(TextField field)
    {
        if (_fields.TryGetValue(field, out var known)) return known;
        var hits = new List<PhraseHit>();
        Countries.Find(field.Folded, hits);
        return _fields[field] = (new MoneyHits(hits), MoneyField.Of(field, mentions));
    }

    static string? Spoken(IEnumerable<PhraseHit> hits) => OnlyOne(hits.Select(hit => hit.Phrase < Chinese.Length ? Yuan : Yen));

    static string? Home(IEnumerable<Mention> named) => OnlyOne(named.Select(mention => mention.Entry.Country).Where(country => country is "CN" or "JP").Select(country => country == "CN" ? Yuan : Yen));

    static string? OnlyOne(IEnumerable<string> currencies) => currencies.Distinct().Take(2).ToList() is [var only] ? only : null;
}
