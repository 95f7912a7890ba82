using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Decides which companies an article is mainly about (rules in docs/taxonomy.md).</summary>
sealed class CompanyRoles
{
    /// <summary>Mentions that make a company dominant without standing at the head.</summary>
    const int ManyMentions = 3;

    /// <summary>Words by which a headline speaks of a company without naming it.</summary>
    static readonly PhraseAutomaton Unnamed = new([.. new[]
    {
        "company", "company's", "firm", "startup", "start up", "app", "app's", "maker", "developer", "tool", "software", "technology", "tech", "database", "trailblazer", "vendor",
    }.Select(Phrase.Parse)]);

    /// <summary>Behind a name in a headline: somebody else acts.</summary>
    static readonly string[] Asides = [" co founder", " cofounder", " exec ", " executive ", " analyst"];

    /// <summary>Behind a name: it only measures the one that follows, “Megvii rival SenseTime”.</summary>
    static readonly string[] Measures = [" rival ", " competitor ", " challenger "];

    readonly HashSet<int> _subjects;

    public CompanyRoles(ArticleText text, IReadOnlyList<Mention> mentions)
    {
        var candidates = mentions.Where(mention => !mention.Entry.Kind.Contains(CompanyKinds.Analyst)).ToList();
        var asides = candidates.Where(mention => mention.Field.Part == TextPart.Title && IsAside(mention)).Select(mention => mention.Company).ToHashSet();
        candidates.RemoveAll(mention => asides.Contains(mention.Company));
        var inTitle = candidates.Where(mention => mention.Field.Part == TextPart.Title).Select(mention => mention.Company).ToHashSet();
        var isMarketReport = text.Title is { } title && MarketReport.IsTitle(title.Folded);
        if (isMarketReport) _subjects = [];
        else _subjects = inTitle.Count > 0 ? inTitle : Dominant(OfTheStory(candidates));
        if (!isMarketReport && Described(text, candidates) is { } described) _subjects.Add(described);
    }

    public CompanyRole Of(int company) => _subjects.Contains(company) ? CompanyRole.Subject : CompanyRole.Mention;

    /// <summary>The mentions of whom a story may be about: not who comes in as somebody's former employer, nor who advises; and where a company is paid, not who pays.</summary>
    static List<Mention> OfTheStory(List<Mention> mentions)
    {
        var aside = mentions.DistinctBy(mention => mention.Company).Where(mention => !mention.Entry.Kind.Contains(CompanyKinds.Face) && MentionClause.IsOnTheSide(mention))
            .Select(mention => mention.Company).ToHashSet();
        var own = mentions.Where(mention => !aside.Contains(mention.Company)).ToList();
        if (own.Exists(mention => !mention.Entry.Kind.Contains(CompanyKinds.Investor) && MentionClause.IsFunded(mention)))
            own.RemoveAll(mention => mention.Entry.Kind.Contains(CompanyKinds.Investor) && !mention.Entry.Kind.Contains(CompanyKinds.Face));
        return own;
    }

    static HashSet<int> Dominant(List<Mention> mentions)
    {
        var counts = mentions.CountBy(mention => mention.Company).ToDictionary();
        if (counts.Count == 0) return [];
        var most = counts.Values.Max();
        var opening = mentions.Where(mention => (mention.Field.SentenceAt(mention.Start) == 0 || IsFundedFace(mention)) && !MentionClause.IsListed(mention)
            && (counts[mention.Company] > 1 || MentionClause.Acts(mention) || MentionClause.IsFunded(mention))).Select(mention => mention.Company).ToHashSet();
        return [.. counts.Where(pair => opening.Contains(pair.Key) ? pair.Value == most : pair.Value >= ManyMentions && pair.Value * 3 >= most * 2).Select(pair => pair.Key)];
    }

    static bool IsFundedFace(Mention mention) =>
        mention.Entry.Kind.Contains(CompanyKinds.Face) && !mention.Field.IsDeep(mention.Start) && MentionClause.IsFunded(mention);

    /// <summary>The one face-recognition company that the lead names where the headline says “the company” or “the app”.</summary>
    static int? Described(ArticleText text, List<Mention> mentions)
    {
        if (text.Title is not { } title) return null;
        var faces = mentions.Where(mention => mention.Entry.Kind.Contains(CompanyKinds.Face)).ToList();
        if (faces.Count == 0 || faces.Exists(mention => mention.Company != faces[0].Company || mention.Field == title) || faces[0].Field.IsDeep(faces[0].Start) || MentionClause.IsListed(faces[0])) return null;
        var hits = new List<PhraseHit>();
        Unnamed.Find(title.Folded, hits);
        var named = mentions.Where(mention => mention.Field == title).ToList();
        return hits.Exists(hit => !named.Exists(mention => IsNamed(hit, mention))) ? faces[0].Company : null;
    }

    /// <summary>Whether a noun belongs to a name: “startup X”, “X’s app”, “X, a startup”. Such a headline names whom it speaks of.</summary>
    static bool IsNamed(PhraseHit noun, Mention name) =>
        name.Start == noun.End + 1 || (noun.Start > name.End && name.Field.Folded.AsSpan(name.End..noun.Start) is " " or "'s " or ", " or ", a " or ", an " or ", the ");

    /// <summary>Whether a name only says whose rival the next one is.</summary>
    /// <param name="field">The text.</param>
    /// <param name="end">After the name.</param>
    public static bool IsMeasure(TextField field, int end)
    {
        foreach (var measure in Measures)
            if (field.Folded.AsSpan(end).StartsWith(measure, StringComparison.Ordinal) && char.IsUpper(field.Text.ElementAtOrDefault(end + measure.Length))) return true;
        return false;
    }

    /// <summary>A founder's or an analyst's company is not what the headline is about; a face-recognition company is whoever speaks for it.</summary>
    static bool IsAside(Mention mention)
    {
        if (IsMeasure(mention.Field, mention.End)) return true;
        if (mention.Entry.Kind.Contains(CompanyKinds.Face)) return false;
        var behind = mention.Field.Folded.AsSpan(mention.End);
        if (behind is " says" or " say" or " analysts say") return mention.Start > 0;
        foreach (var aside in Asides)
            if (behind.StartsWith(aside, StringComparison.Ordinal)) return true;
        return MentionClause.IsOnTheSide(mention);
    }
}
