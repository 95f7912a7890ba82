using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Tagging.FoundNames;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>A company's mention that counts.</summary>
/// <param name="Company">Its number in the catalogue; beyond the last for a name that the catalogue lacks.</param>
/// <param name="Entry">What is known of it: of a found name, nothing but the name.</param>
/// <param name="Field">The text.</param>
/// <param name="Start">First character.</param>
/// <param name="End">After the last character.</param>
readonly record struct Mention(int Company, CatalogueCompany Entry, TextField Field, int Start, int End)
{
    public string Form => Field.Text[Start..End];
}

/// <summary>Finds the companies that an article names. Thread-safe.</summary>
sealed class CompanyTagger(CompanyNames names, NameFinder finder)
{
    /// <summary>Longest evidence, in characters.</summary>
    const int EvidenceLength = 200;

    /// <summary>How far from an ambiguous name its context may stand, in characters: about a sentence to each side.</summary>
    const int ContextReach = 160;

    /// <summary>What an article's mentions make of its companies.</summary>
    /// <param name="text">Title, excerpt and body.</param>
    /// <param name="mentions">From <see cref="Mentions"/>.</param>
    public IReadOnlyList<CompanyTag> Tag(ArticleText text, IReadOnlyList<Mention> mentions)
    {
        if (mentions.Count == 0) return [];
        var roles = new CompanyRoles(text, mentions);
        return [.. mentions.GroupBy(mention => mention.Company)
            .Select(group => Tag([.. group], roles.Of(group.Key)))
            .OrderByDescending(tag => tag.Role == CompanyRole.Subject).ThenByDescending(tag => tag.Mentions)];
    }

    CompanyTag Tag(List<Mention> mentions, CompanyRole role)
    {
        var first = mentions[0];
        var evidence = Sentences.Around(first.Field, first.Start, first.End, EvidenceLength);
        return new CompanyTag(first.Entry.Name, first.Entry.Slug, role, mentions.Count, first.Company < names.Companies.Count, ValueSource.Inferred, evidence)
        {
            Forms = [.. mentions.Select(mention => mention.Form).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Every mention that counts, in reading order; names that the catalogue lacks come last.</summary>
    /// <param name="text">Title, excerpt and body.</param>
    /// <param name="publisher">Who published it: no company of its own story; null where unknown.</param>
    /// <param name="namesOnly">Whether the text is in another language than English, whose ways of introducing a company are the ones known.</param>
    public IReadOnlyList<Mention> Mentions(ArticleText text, string? publisher, bool namesOnly)
    {
        var known = text.Fields.SelectMany(field => names.Find(field.Text, field.Folded), (field, hit) => (field, hit)).Where(pair => !IsOrdinary(pair.field, pair.hit)).ToList();
        var mentions = Settled(text, known);
        if (namesOnly) return mentions;
        foreach (var (index, found) in finder.Find(text, known, publisher).Index())
        {
            var entry = new CatalogueCompany { Name = found.Name, Slug = Slugs.ForName(found.Name) };
            mentions.AddRange(found.Places.Select(place => new Mention(names.Companies.Count + index, entry, place.Field, place.Start, place.End)));
        }

        return mentions;
    }

    List<Mention> Settled(ArticleText text, List<(TextField Field, NameHit Hit)> found)
    {
        if (found.Count == 0) return [];

        // A name settled once in an article means the same in the rest of it.
        var settled = found.Where(pair => !pair.Hit.Ambiguous).Select(pair => pair.Hit.Company).ToHashSet();
        foreach (var (field, hit) in found)
            if (!settled.Contains(hit.Company) && (MentionClause.Deals(field, hit.End) || HasContext(text, field, hit))) settled.Add(hit.Company);
        return [.. found.Where(pair => settled.Contains(pair.Hit.Company))
            .Select(pair => new Mention(pair.Hit.Company, names.Companies[pair.Hit.Company], pair.Field, pair.Hit.Start, pair.Hit.End))];
    }

    /// <summary>“a Nest of wasps”: behind “a” and before “of” stands a thing, not a company.</summary>
    static bool IsOrdinary(TextField field, NameHit hit) =>
        field.Folded.AsSpan(hit.End).StartsWith(" of ", StringComparison.Ordinal) && field.Folded.AsSpan(0, hit.Start) is var before
        && (before is "a " or "an " || before.EndsWith(" a ", StringComparison.Ordinal) || before.EndsWith(" an ", StringComparison.Ordinal));

    /// <summary>Context stands near the name in its own paragraph; the title speaks for what follows it at once, a teaser or the lead.</summary>
    bool HasContext(ArticleText text, TextField field, NameHit hit)
    {
        var paragraph = field.Text.AsSpan(0, hit.Start).LastIndexOf('\n') + 1;
        var end = field.Text.IndexOf('\n', hit.End) is var next and >= 0 ? next : field.Text.Length;
        return names.HasContext(hit.Company, field.Folded.AsSpan(Math.Max(paragraph, hit.Start - ContextReach)..hit.Start))
            || names.HasContext(hit.Company, field.Folded.AsSpan(hit.End..Math.Min(end, hit.End + ContextReach)))
            || (field != text.Title && !field.IsDeep(hit.Start) && text.Title is { } title && names.HasContext(hit.Company, title.Folded));
    }
}
