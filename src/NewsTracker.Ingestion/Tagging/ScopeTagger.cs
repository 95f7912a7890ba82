using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Decides whether an article is about face recognition or face biometrics (rules in docs/taxonomy.md). Thread-safe.</summary>
static class ScopeTagger
{
    /// <summary>Points from which an article is in scope.</summary>
    const int Threshold = 4;

    const int EvidenceLength = 160;

    /// <summary>In a body, one mention in so many characters (about 150 words) is what an article about the field has at least.</summary>
    const int CharactersPerMention = 900;

    static readonly PhraseAutomaton Core = new([.. ScopePhrases.Core.Select(Phrase.Parse)]);
    static readonly PhraseAutomaton Hints = new([.. ScopePhrases.Hints.Select(Phrase.Parse)]);

    /// <summary>Decides for one article.</summary>
    /// <param name="text">Title, excerpt and body.</param>
    /// <param name="url">The address: its words were the headline once.</param>
    /// <param name="mentions">The companies named in it.</param>
    /// <param name="companies">The same as tags: who is a subject.</param>
    public static ScopeClaim Tag(ArticleText text, string? url, IReadOnlyList<Mention> mentions, IReadOnlyList<CompanyTag> companies)
    {
        if (text.Title is { } title && FirstOf(Core, title) is { } named) return In(title, named);
        if (FaceSubject(mentions, companies) is { Evidence: { } about }) return new ScopeClaim(ScopeValue.FacialRecognition, ValueSource.Inferred, about);
        if (AddressWords(url) is { } address && FirstOf(Core, address) is { } slug) return In(address, slug);

        var points = text.Title is { } hinting && FirstOf(Hints, hinting) is not null ? 2 : 0;
        (TextField Field, PhraseHit Hit)? first = null;
        foreach (var field in text.Fields)
        {
            if (field.Part == TextPart.Title) continue;
            var hits = Find(Core, field);
            if (hits.Count == 0) continue;
            first ??= (field, hits[0]);
            points += Points(field, hits);
        }

        return points >= Threshold && first is { } evidence ? In(evidence.Field, evidence.Hit) : ScopeClaim.Other;
    }

    static int Points(TextField field, List<PhraseHit> hits)
    {
        var sentences = hits.Select(hit => field.SentenceAt(hit.Start)).Distinct().Count();
        var opening = field.SentenceAt(hits[0].Start) == 0 ? 1 : 0;
        if (field.Part == TextPart.Excerpt) return Math.Min(3, sentences) + opening;
        var dense = hits.Count + opening >= 2 && hits.Count * CharactersPerMention >= field.Text.Length;
        return dense ? Threshold : opening + (field.IsDeep(hits[0].Start) ? 0 : 1);
    }

    static CompanyTag? FaceSubject(IReadOnlyList<Mention> mentions, IReadOnlyList<CompanyTag> companies)
    {
        var faces = mentions.Where(mention => mention.Entry.Kind.Contains(CompanyKinds.Face)).Select(mention => mention.Entry.Slug).ToHashSet(StringComparer.Ordinal);
        return companies.FirstOrDefault(tag => tag.Role == CompanyRole.Subject && faces.Contains(tag.Slug));
    }

    static TextField? AddressWords(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        ? new TextField(TextPart.Title, Uri.UnescapeDataString(address.AbsolutePath).Replace('/', ' ').Replace('_', ' ').Replace('+', ' ').Replace('-', ' '))
        : null;

    static PhraseHit? FirstOf(PhraseAutomaton phrases, TextField field) => Find(phrases, field) is [var first, ..] ? first : null;

    static List<PhraseHit> Find(PhraseAutomaton phrases, TextField field)
    {
        var hits = new List<PhraseHit>();
        phrases.Find(field.Folded, hits);
        return hits;
    }

    static ScopeClaim In(TextField field, PhraseHit hit) =>
        new(ScopeValue.FacialRecognition, ValueSource.Inferred, Sentences.Around(field, hit.Start, hit.End, EvidenceLength));
}
