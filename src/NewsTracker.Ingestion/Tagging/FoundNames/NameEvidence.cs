namespace NewsTracker.Ingestion.Tagging.FoundNames;

/// <summary>What makes a capitalised phrase a company. The first group is enough alone, two of the second are.</summary>
[Flags]
enum NameEvidence
{
    None = 0,

    /// <summary><c>X Inc.</c></summary>
    LegalForm = 1,

    /// <summary><c>X (NASDAQ: XYZ)</c>, <c>X (1234.TW)</c>.</summary>
    Ticker = 1 << 1,

    /// <summary><c>the startup X</c>, <c>a company called X</c>.</summary>
    Called = 1 << 2,

    /// <summary><c>X, a maker of …</c>, <c>X, which makes …</c>.</summary>
    Explained = 1 << 3,

    /// <summary><c>X raises $40 million</c>.</summary>
    Raises = 1 << 4,

    /// <summary><c>to acquire X</c>.</summary>
    Acquired = 1 << 5,

    /// <summary><c>the CEO of X</c>, <c>X CEO</c>.</summary>
    Headed = 1 << 6,

    /// <summary><c>companies such as X</c>, or in a row of names most of which are companies.</summary>
    Listed = 1 << 7,

    /// <summary><c>X Technologies</c>, <c>X.ai</c>.</summary>
    Shape = 1 << 8,

    /// <summary><c>X Labs</c>.</summary>
    LikelyShape = 1 << 9,

    /// <summary><c>X launches …</c>.</summary>
    Announces = 1 << 10,

    /// <summary><c>partners with X</c>.</summary>
    Partner = 1 << 11,

    /// <summary><c>X’s platform</c>.</summary>
    Owns = 1 << 12,

    /// <summary><c>the pioneer X</c>.</summary>
    Doer = 1 << 13,

    /// <summary><c>X acquires Y</c>, where Y is known to be a company.</summary>
    Buyer = 1 << 14,

    /// <summary><c>the ministry’s contract with X</c>.</summary>
    Contracted = 1 << 15,

    Enough = LegalForm | Ticker | Called | Explained | Raises | Acquired | Headed | Listed | Shape | Buyer | Contracted,

    /// <summary>Needs no second place where capitals mean something.</summary>
    EvenInHeadlines = LegalForm | Ticker | Raises | Buyer,
}

/// <summary>Reads the words around a candidate.</summary>
static class NameEvidences
{
    /// <summary>Words of a phrase behind a comma that are looked at.</summary>
    const int PhraseReach = 14;

    /// <summary>Everything that speaks for a candidate where it stands.</summary>
    public static NameEvidence Of(Candidate name) =>
        Form(name) | Before(name) | Behind(name);

    static NameEvidence Form(Candidate name)
    {
        var words = name.Words;
        var found = name.HasLegalForm ? NameEvidence.LegalForm : NameEvidence.None;
        if (name.Length == 1) return words.Written(name.Last) is [.., '.', 'a', 'i'] or [.., '.', 'i', 'o'] ? found | NameEvidence.Shape : found;
        if (words.Is(name.Last, NameWords.SureEndings)) found |= NameEvidence.Shape;
        if (words.Is(name.Last, NameWords.LikelyEndings)) found |= NameEvidence.LikelyShape;
        return found;
    }

    static NameEvidence Before(Candidate name)
    {
        var (words, at) = (name.Words, name.First - 1);
        if (!words.Follows(name.First) || (words.Follows(name.Next) && (words.Is(name.Next, NameWords.Companies) || words.Is(name.Next, NameWords.Doers)))) return NameEvidence.None;
        if (words.Is(at, NameWords.Companies) && words.Folded(at - 1) is not "law" && IsNoun(words, at)) return Plainly(words, at, NameEvidence.Called);
        if (words.Is(at, NameWords.Doers) && name.Length == 1) return Plainly(words, at, NameEvidence.Doer);
        if (words.Folded(at) is "called" or "named" && (words.Is(at - 1, NameWords.Companies) || words.Is(at - 1, NameWords.Doers))) return NameEvidence.Called;
        if (words.Is(at, NameWords.Acquires) || (words.Folded(at) is "of" && words.Folded(at - 1) is "acquisition")) return IsWhole(name) ? NameEvidence.Acquired : NameEvidence.None;
        if (words.Folded(at) is "of" && (words.Is(at - 1, NameWords.Chiefs) || IsChiefExecutive(words, at - 1))) return NameEvidence.Headed;
        if (words.Folded(at) is not "with") return NameEvidence.None;
        if (Contract(words, at - 1) is { } contract) return IsAuthoritys(words, contract) ? NameEvidence.Contracted : NameEvidence.Partner;
        return words.Folded(at - 1) is "partners" or "partnered" or "partnership" or "partnering" or "collaboration" ? NameEvidence.Partner : NameEvidence.None;
    }

    /// <summary>Whether nothing of the name's is meant: “acquired X last year”, “acquired X’s assets”, but not “acquired X cameras”.</summary>
    static bool IsWhole(Candidate name) => name.Words[name.Last].IsPossessive || !name.Words.Follows(name.Next) || name.Words.Is(name.Next, NameWords.Joints) || name.Words.Is(name.Next, NameWords.Breaks);

    /// <summary>The contract that a “with” belongs to, whatever it is worth; null where it is none.</summary>
    static int? Contract(TextWords words, int at)
    {
        while (at > 0 && words.Before(at + 1).Trim(" $€£¥₹").IsEmpty && words.Folded(at) is not "contract" && (words.Is(at, NameWords.ContractTerms) || char.IsAsciiDigit(words.Written(at)[0]))) at--;
        return at >= 0 && words.Folded(at) is "contract" ? at : null;
    }

    /// <summary>Whether an authority stands before the contract in its sentence: it is with a company then, else perhaps with an authority.</summary>
    static bool IsAuthoritys(TextWords words, int contract)
    {
        for (var at = contract - 1; at >= 0 && !words.OpensSentence(at + 1); at--)
            if (words.Is(at, NameWords.Elsewhere) || words.Folded(at) is "government") return true;
        return false;
    }

    /// <summary>“Startup Battlefield” is a name of its own: in running text the noun is written small, or opens the sentence.</summary>
    static bool IsNoun(TextWords words, int noun) =>
        words.IsTitleCase || !words.IsNameLike(noun) || (words.OpensSentence(noun) && words.Folded(noun) is "startup" or "start up");

    /// <summary>“The company’s” and “company’s X” tell nothing of what follows.</summary>
    static NameEvidence Plainly(TextWords words, int noun, NameEvidence found) => words[noun].IsPossessive ? NameEvidence.None : found;

    static NameEvidence Behind(Candidate name)
    {
        var (words, next) = (name.Words, name.Next);
        if (words.Before(next) is [.. " ("] && IsTicker(words, next)) return NameEvidence.Ticker;
        if (next >= words.Count) return NameEvidence.None;
        if (words.Before(next) is ", ") return Explained(words, next) ? NameEvidence.Explained : NameEvidence.None;
        if (!words[name.Last].IsPossessive && !words.Follows(next) && !(name.HasLegalForm && words.Before(next) is ". ")) return NameEvidence.None;
        if (words.Is(next, NameWords.Chiefs) || IsChiefExecutive(words, next)) return NameEvidence.Headed;
        if (words[name.Last].IsPossessive) return words.Is(next, NameWords.Owned) ? NameEvidence.Owns : NameEvidence.None;
        var verb = words.Folded(next) is "has" or "have" ? next + 1 : next;
        if (words.Is(verb, NameWords.Raises) && IsSum(words, verb + 1)) return NameEvidence.Raises;
        return words.Is(verb, NameWords.Announces) && words.OpensSentence(name.First) ? NameEvidence.Announces : NameEvidence.None;
    }

    static bool IsChiefExecutive(TextWords words, int index) =>
        (words.Folded(index) is "chief" && words.Folded(index + 1) is "executive") || (words.Folded(index) is "executive" && words.Folded(index - 1) is "chief");

    /// <summary>Whether a phrase behind a comma says that a company is meant.</summary>
    static bool Explained(TextWords words, int first)
    {
        if (words.Folded(first) is "which")
        {
            var verb = words.Folded(first + 1) is "has" or "had" ? first + 2 : first + 1;
            return words.Is(verb, NameWords.Makes) || (words.Folded(verb) is "bought" or "acquired" && words.Follows(verb + 1) && words.IsNameLike(verb + 1));
        }

        if (words.Written(first) is not ("a" or "an" or "the" or "one")) return false;
        for (var i = first + 1; i < Math.Min(words.Count, first + PhraseReach); i++)
        {
            if (i > first + 1 && words.Before(i).IndexOfAny(",;.()") >= 0) return false;
            if (words.Is(i, NameWords.Others) || (words.Is(i, NameWords.Turns) && !(words.Folded(i) is "of" && words.Folded(i - 1) is "one"))) return false;
            if (words[i].IsPossessive) continue;
            if (words.Folded(i) is "firm" && words.Folded(i - 1) is "law") return false;
            if (words.Is(i, NameWords.Companies) && (i > first + 1 || words.Folded(first) is not "the") && IsHead(words, i)) return true;
            if (words.Is(i, NameWords.Companies) && (EndsPhrase(words, i) || words.Folded(i + 1) is "behind" or "that")) return true;
            if (words.Is(i, NameWords.Several) && words.Folded(first) is "one" && IsHead(words, i)) return true;
            if (words.Is(i, NameWords.Doers) && words.Folded(i + 1) is "of" or "has" or "that" && words.Follows(i + 1)) return true;
            if (words.Is(i, NameWords.Doers) && EndsPhrase(words, i) && words.Folded(i) is "provider" or "supplier" or "player" or "distributor") return true;
        }

        return false;
    }

    static bool IsHead(TextWords words, int noun) => EndsPhrase(words, noun) || words.Is(noun + 1, NameWords.Links);

    static bool EndsPhrase(TextWords words, int noun) => noun + 1 >= words.Count || !words.Follows(noun + 1);

    /// <summary>A sum of money: a currency sign, or figures and their unit.</summary>
    static bool IsSum(TextWords words, int index)
    {
        if (index >= words.Count) return false;
        if (words.Written(index) is "US" or "HK" or "A" or "C") index++;
        if (words.Before(index).IndexOfAny("$€£¥₹") >= 0) return true;
        return index < words.Count && char.IsAsciiDigit(words.Written(index)[0]) && (words.Folded(index + 1) is "million" or "billion" || words.Written(index) is [.., 'M' or 'm' or 'B']);
    }

    static bool IsTicker(TextWords words, int first)
    {
        if (words.Is(first, NameWords.Exchanges)) return true;
        var code = first < words.Count ? words.Written(first) : default;
        var dot = code.IndexOf('.');
        return dot is >= 3 and <= 6 && code.Length - dot is 3 && code[..dot].IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
