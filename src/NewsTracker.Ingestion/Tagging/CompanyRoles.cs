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
    static readonly string[] Asides = [" co founder", " cofounder", " exec ", " executive ", " veteran", " analyst", " alum"];

    /// <summary>Behind a name: it only measures the one that follows, “Megvii rival SenseTime”.</summary>
    static readonly string[] Measures = [" rival ", " competitor ", " challenger "];

    readonly HashSet<int> _subjects;

    public CompanyRoles(ArticleText text, IReadOnlyList<Mention> mentions)
    {
        var candidates = mentions.Where(mention => !mention.Entry.Kind.Contains(CompanyKinds.Analyst)).ToList();
        var asides = candidates.Where(mention => mention.Field.Part == TextPart.Title && IsAside(mention)).Select(mention => mention.Company).ToHashSet();
        candidates.RemoveAll(mention => asides.Contains(mention.Company));
        var inTitle = candidates.Where(mention => mention.Field.Part == TextPart.Title).Select(mention => mention.Company).ToHashSet();
        if (text.Title is { } title && MarketReport.IsTitle(title.Folded)) _subjects = [];
        else _subjects = inTitle.Count > 0 ? inTitle : Dominant(candidates);
        if (Described(text, candidates) is { } described) _subjects.Add(described);
    }

    public CompanyRole Of(int company) => _subjects.Contains(company) ? CompanyRole.Subject : CompanyRole.Mention;

    static HashSet<int> Dominant(List<Mention> mentions)
    {
        var counts = mentions.CountBy(mention => mention.Company).ToDictionary();
        if (counts.Count == 0) return [];
        var most = counts.Values.Max();
        var opening = mentions.Where(mention => mention.Field.SentenceAt(mention.Start) == 0 && (counts[mention.Company] > 1 || Acts(mention))).Select(mention => mention.Company).ToHashSet();
        return [.. counts.Where(pair => opening.Contains(pair.Key) ? pair.Value == most : pair.Value >= ManyMentions && pair.Value * 3 >= most * 2).Select(pair => pair.Key)];
    }

    /// <summary>The one face-recognition company that the lead names where the headline says “the company” or “the app”.</summary>
    static int? Described(ArticleText text, List<Mention> mentions)
    {
        if (text.Title is not { } title) return null;
        var faces = mentions.Where(mention => mention.Entry.Kind.Contains(CompanyKinds.Face)).ToList();
        if (faces.Count == 0 || faces.Exists(mention => mention.Company != faces[0].Company || mention.Field == title) || faces[0].Field.IsDeep(faces[0].Start)) return null;
        var hits = new List<PhraseHit>();
        Unnamed.Find(title.Folded, hits);
        return hits.Count > 0 ? faces[0].Company : null;
    }

    /// <summary>Whether a name is what its clause speaks of: it opens it, and a verb follows.</summary>
    static bool Acts(Mention mention)
    {
        var (text, before) = (mention.Field.Text, mention.Start);
        while (before > 0 && text[before - 1] is ' ' or '“' or '"') before--;
        var opens = before == 0 || text[before - 1] is ',' or '.' or ':' or '—' or '–' or ')' or '\n';
        var behind = text.AsSpan(mention.End);
        if (behind.StartsWith(" and ") || behind.StartsWith(" or ")) return false;
        return opens && mention.End + 1 < text.Length && (text[mention.End] is ',' || (text[mention.End] is ' ' && char.IsLower(text[mention.End + 1])) || behind.StartsWith(" Inc"));
    }

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
        return mention.Field.Folded.AsSpan(0, mention.Start) is [.., 'f', 'o', 'r', 'm', 'e', 'r', ' '] or [.., 'e', 'x', ' '];
    }
}
