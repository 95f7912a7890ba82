using System.Globalization;

namespace NewsTracker.Ingestion.Catalogue;

/// <summary>Reads and checks <c>topics.yaml</c>.</summary>
static class TopicReader
{
    /// <summary>Heaviest rule.</summary>
    const int MaxWeight = 8;

    public static List<CatalogueEntry<CatalogueTopic>> ReadAll(List<EntryReader> entries)
    {
        var topics = entries.ConvertAll(Read);
        var slugs = topics.Select(topic => topic.Value.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var topic in topics)
            foreach (var other in topic.Source.List("yieldsTo"))
                if (!slugs.Contains(other.Text) || other.Text == topic.Value.Slug)
                    topic.Source.Report(other.At, $"“{other.Text}” is the slug of no other topic; use one of {string.Join(", ", slugs)}.");
        return topics;
    }

    static CatalogueEntry<CatalogueTopic> Read(EntryReader entry)
    {
        entry.CheckKeys("name", "slug", "description", "rules", "except", "requires", "yieldsTo");
        var (name, slug) = entry.NameAndSlug();
        return new CatalogueEntry<CatalogueTopic>(new CatalogueTopic
        {
            Name = name,
            Slug = slug,
            Description = entry.Required("description").Text,
            Rules = [.. entry.Entries("rules").Select(Rule)],
            Except = Phrases(entry, "except", PhraseGrammar.Mistake),
            Requires = Phrases(entry, "requires", PhraseGrammar.Mistake),
            YieldsTo = [.. entry.List("yieldsTo").Select(other => other.Text)],
        }, entry);
    }

    static TopicRule Rule(EntryReader rule)
    {
        rule.CheckKeys("weight", "phrases");
        var weight = rule.Required("weight");
        var phrases = Phrases(rule, "phrases", PhraseGrammar.RuleMistake);
        if (phrases.Length == 0) rule.Report(weight.At, "This rule has no phrases; add “phrases: [one, two]”, or remove the rule.");
        if (weight.Text.Length == 0) return new TopicRule(1, phrases);
        if (int.TryParse(weight.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var points) && points is >= 1 and <= MaxWeight)
            return new TopicRule(points, phrases);
        rule.Report(weight.At, $"“{weight.Text}” is no weight; use a whole number from 1 to {MaxWeight}.");
        return new TopicRule(1, phrases);
    }

    static string[] Phrases(EntryReader entry, string key, Func<string, string?> mistakeOf)
    {
        var phrases = entry.List(key);
        foreach (var phrase in phrases)
            if (mistakeOf(phrase.Text) is { } mistake)
                entry.Report(phrase.At, mistake);
        return [.. phrases.Select(phrase => phrase.Text)];
    }
}
