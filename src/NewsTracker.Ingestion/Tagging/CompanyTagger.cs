using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>A company's mention that counts.</summary>
readonly record struct Mention(int Company, TextField Field, int Start, int End)
{
    public string Form => Field.Text[Start..End];
}

/// <summary>Finds the companies that an article names. Thread-safe.</summary>
sealed class CompanyTagger(CompanyNames names)
{
    /// <summary>Longest evidence, in characters.</summary>
    const int EvidenceLength = 200;

    /// <summary>How far from an ambiguous name its context may stand, in characters: about a sentence to each side.</summary>
    const int ContextReach = 160;

    /// <summary>What an article's mentions make of its companies.</summary>
    /// <param name="mentions">From <see cref="Mentions"/>.</param>
    public IReadOnlyList<CompanyTag> Tag(IReadOnlyList<Mention> mentions)
    {
        if (mentions.Count == 0) return [];
        var roles = new CompanyRoles(names.Companies, mentions);
        return [.. mentions.GroupBy(mention => mention.Company)
            .Select(group => Tag(group.Key, [.. group], roles.Of(group.Key)))
            .OrderByDescending(tag => tag.Role == CompanyRole.Subject).ThenByDescending(tag => tag.Mentions)];
    }

    CompanyTag Tag(int company, List<Mention> mentions, CompanyRole role)
    {
        var entry = names.Companies[company];
        var first = mentions[0];
        var evidence = Sentences.Around(first.Field, first.Start, first.End, EvidenceLength);
        return new CompanyTag(entry.Name, entry.Slug, role, mentions.Count, true, ValueSource.Inferred, evidence)
        {
            Forms = [.. mentions.Select(mention => mention.Form).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Every mention that counts, in reading order.</summary>
    /// <param name="text">Title, excerpt and body.</param>
    public IReadOnlyList<Mention> Mentions(ArticleText text)
    {
        var found = text.Fields.SelectMany(field => names.Find(field.Text, field.Folded), (field, hit) => (field, hit)).ToList();
        if (found.Count == 0) return [];

        // A name settled once in an article means the same in the rest of it.
        var settled = found.Where(pair => !pair.hit.Ambiguous).Select(pair => pair.hit.Company).ToHashSet();
        foreach (var (field, hit) in found)
            if (!settled.Contains(hit.Company) && HasContext(text, field, hit)) settled.Add(hit.Company);
        return [.. found.Where(pair => settled.Contains(pair.hit.Company)).Select(pair => new Mention(pair.hit.Company, pair.field, pair.hit.Start, pair.hit.End))];
    }

    bool HasContext(ArticleText text, TextField field, NameHit hit)
    {
        var before = Math.Max(0, hit.Start - ContextReach);
        var after = Math.Min(field.Folded.Length, hit.End + ContextReach);
        return names.HasContext(hit.Company, field.Folded.AsSpan(before, hit.Start - before))
            || names.HasContext(hit.Company, field.Folded.AsSpan(hit.End, after - hit.End))
            || (field != text.Title && text.Title is { } title && names.HasContext(hit.Company, title.Folded));
    }
}
