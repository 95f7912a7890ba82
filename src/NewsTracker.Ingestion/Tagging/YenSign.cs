using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Decides whether a bare ¥ is the yuan or the yen, by the nearest evidence. Thread-safe.</summary>
/// <param name="text">Title, excerpt and body.</param>
/// <param name="mentions">The companies named in them.</param>
sealed class YenSign(ArticleText text, IReadOnlyList<Mention> mentions)
{
    const string Yuan = "CNY", Yen = "JPY";

    static readonly string[] Chinese = ["yuan", "rmb", "renminbi", "china", "chinese", "beijing", "shanghai", "shenzhen", "hong kong"];
    static readonly string[] Japanese = ["yen", "japan", "japanese", "tokyo"];
    static readonly PhraseAutomaton Countries = new([.. Chinese.Concat(Japanese).Select(Phrase.Parse)]);

    /// <summary>Whether a currency is written as this sign and nothing else.</summary>
    public static bool Is(string written) => written is "¥" or "￥";

    /// <summary>The words of its sentence, then the countries of the companies named there, of all that are named, then the words of the article; in doubt the yen.</summary>
    /// <param name="field">Where the sign stands.</param>
    /// <param name="at">Its place there.</param>
    public string Currency(TextField field, int at)
    {
        var sentence = field.SentenceBounds(at);
        return Spoken(Hits(field).Where(hit => hit.Start >= sentence.Start && hit.End <= sentence.End))
            ?? Home(mentions.Where(mention => mention.Field == field && mention.Start >= sentence.Start && mention.End <= sentence.End))
            ?? Home(mentions)
            ?? Spoken(text.Fields.SelectMany(Hits))
            ?? Yen;
    }

    static List<PhraseHit> Hits(TextField field)
    {
        var hits = new List<PhraseHit>();
        Countries.Find(field.Folded, hits);
        return hits;
    }

    static string? Spoken(IEnumerable<PhraseHit> hits) => OnlyOne(hits.Select(hit => hit.Phrase < Chinese.Length ? Yuan : Yen));

    static string? Home(IEnumerable<Mention> named) => OnlyOne(named.Select(mention => mention.Entry.Country).Where(country => country is "CN" or "JP").Select(country => country == "CN" ? Yuan : Yen));

    static string? OnlyOne(IEnumerable<string> currencies) => currencies.Distinct().Take(2).ToList() is [var only] ? only : null;
}
