using System.Buffers;
using System.Collections.Frozen;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Tagging.FoundNames;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>What the words around a company's name in running text say of it.</summary>
static class MentionClause
{
    /// <summary>They introduce a row of others: whoever follows is only listed.</summary>
    static readonly PhraseAutomaton Lists = Phrases(
        "competitor*", "rival*", "compete* with", "competes against", "such as", "including", "include", "includes", "among others", "alongside", "unlike", "similar to", "compared with", "compared to",
        "customers are", "clients are", "vendors are", "players are");

    /// <summary>Small words inside such a row; any other ends it.</summary>
    static readonly FrozenSet<string> RowWords = ["and", "or", "the", "of", "are", "is", "its"];

    /// <summary>How far to each side words are looked for: further than a sentence that people write, so that a text without full stops is no long search for each name.</summary>
    const int Reach = 800;

    static readonly SearchValues<char> Separators = SearchValues.Create(" ,;()–—&");

    /// <summary>A sentence that has one tells of money that a company gets, or of its sale.</summary>
    static readonly PhraseAutomaton Funding = Phrases(
        "raise", "raises", "raised", "raising", "round", "funding", "financing", "invest", "invests", "invested", "investing", "investment", "stake", "series a", "series b", "series c", "series d", "backed by", "takeover", "acquisition", "acquire*");

    /// <summary>Right before the name of who gets it.</summary>
    static readonly string[] Receiving =
    [
        "round in ", "stake in ", "investment in ", "investments in ", "invested in ", "invests in ", "invest in ", "investing in ", "million in ", "billion in ", "million into ", "billion into ", "money into ",
        "round for ", "funding for ", "financing for ", "round of ", "backs ", "backed ",
    ];

    /// <summary>Right before the name of where somebody worked, or of who helps with a deal.</summary>
    static readonly string[] Sides =
    [
        "former ", "ex ", "formerly of ", "formerly at ", "formerly with ", "previously at ", "previously of ", "previously with ", "previously worked at ", "previously worked for ", "who worked at ", "who worked for ",
        "once worked at ", "once worked for ", "years at ", "his time at ", "her time at ", "came from ", "joined from ", "joins from ", "hired from ", "veteran of ", "alumnus of ", "alumni of ", "advised by ",
    ];

    /// <summary>Right behind it.</summary>
    static readonly string[] SideTails = [" veteran", " alum", " advised", " advises", " is advising", " acted as", " acts as", " served as"];

    /// <summary>Whether a name is what its clause speaks of: it opens it, and a verb follows.</summary>
    /// <param name="mention">The name where it stands.</param>
    public static bool Acts(Mention mention)
    {
        var (text, before) = (mention.Field.Text, mention.Start);
        while (before > 0 && text[before - 1] is ' ' or '“' or '"') before--;
        var opens = before == 0 || text[before - 1] is ',' or '.' or ':' or '—' or '–' or ')' or '\n';
        var behind = text.AsSpan(mention.End);
        if (behind.StartsWith(" and ") || behind.StartsWith(" or ")) return false;
        return opens && mention.End + 1 < text.Length && (text[mention.End] is ',' || (text[mention.End] is ' ' && char.IsLower(text[mention.End + 1])) || behind.StartsWith(" Inc"));
    }

    /// <summary>Whether it only stands in a row of others: “its competitors include X”.</summary>
    /// <param name="mention">The name where it stands.</param>
    public static bool IsListed(Mention mention)
    {
        var (start, _) = Around(mention);
        var hits = new List<PhraseHit>();
        Lists.Find(mention.Field.Folded.AsSpan(start..mention.Start), hits);
        if (hits.Count == 0) return false;
        var row = mention.Field.Text.AsSpan((start + hits.Max(hit => hit.End))..mention.Start);
        foreach (var word in row.SplitAny(Separators))
            if (row[word] is [var first, ..] && char.IsLower(first) && !RowWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(row[word])) return false;
        return true;
    }

    /// <summary>Whether the sentence tells of money that this company gets, or of its sale.</summary>
    /// <param name="mention">The name where it stands.</param>
    public static bool IsFunded(Mention mention)
    {
        var folded = mention.Field.Folded;
        var (start, end) = Around(mention);
        if (mention.Entry.Kind.Contains(CompanyKinds.Face) && Holds(Funding, folded.AsSpan(start..end))) return true;
        foreach (var receiving in Receiving)
            if (folded.AsSpan(start..mention.Start).EndsWith(receiving, StringComparison.Ordinal)) return true;
        return DealAt(folded, mention.End) is var (next, verb) && next <= end && IsRaising(verb);
    }

    /// <summary>Whether whoever is named there buys somebody or raises a sum, which only companies do: “X, which bought Y”, “X raises $4 million”.</summary>
    /// <param name="field">The text.</param>
    /// <param name="end">After the name.</param>
    public static bool Deals(TextField field, int end)
    {
        var (at, verb) = DealAt(field.Folded, end);
        if (verb.Length == 0 || at >= field.Text.Length) return false;
        var buys = verb is "acquires" or "acquired" or "buys" or "bought";
        return buys ? char.IsUpper(field.Text[at]) : IsRaising(verb) && field.Text[at] is '$' or '€' or '£' or '¥' or '₹';
    }

    /// <summary>The first word behind a name and its helpers, and where the next one starts.</summary>
    static (int At, string Verb) DealAt(string folded, int end)
    {
        foreach (var opening in (ReadOnlySpan<string>)[", which", " has", " have", " had"])
            if (folded.AsSpan(end).StartsWith(opening, StringComparison.Ordinal)) end += opening.Length;
        if (!folded.AsSpan(end).StartsWith(" ", StringComparison.Ordinal)) return (end, "");
        var next = folded.IndexOf(' ', end + 1);
        return next < 0 ? (end, "") : (next + 1, folded[(end + 1)..next]);
    }

    /// <summary>Whether it only says where somebody worked, or who advised.</summary>
    /// <param name="mention">The name where it stands.</param>
    public static bool IsOnTheSide(Mention mention)
    {
        var before = mention.Field.Folded.AsSpan(0, mention.Start);
        var behind = mention.Field.Folded.AsSpan(mention.End);
        foreach (var side in Sides)
            if (before.EndsWith(side, StringComparison.Ordinal) && !IsInWord(before, before.Length - side.Length - 1)) return true;
        foreach (var tail in SideTails)
            if (behind.StartsWith(tail, StringComparison.Ordinal) && !IsInWord(behind, tail.Length)) return true;
        return false;
    }

    static (int Start, int End) Around(Mention mention)
    {
        var (start, end) = mention.Field.SentenceBounds(mention.Start);
        return (Math.Max(start, mention.Start - Reach), Math.Min(end, mention.End + Reach));
    }

    static bool IsInWord(ReadOnlySpan<char> text, int index) => index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]);

    static bool IsRaising(string verb) => NameWords.Raises.Contains(verb);

    static bool Holds(PhraseAutomaton phrases, ReadOnlySpan<char> folded)
    {
        var hits = new List<PhraseHit>();
        phrases.Find(folded, hits);
        return hits.Count > 0;
    }

    static PhraseAutomaton Phrases(params string[] phrases) => new([.. phrases.Select(Phrase.Parse)]);
}
