using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Web.Admin;

/// <summary>A topic of the catalogue as a person types it.</summary>
public sealed record TopicForm
{
    const int SpareRules = 2;

    /// <summary>As people read it.</summary>
    public string? Name { get; init; }

    /// <summary>Of a new one; empty: made from the name.</summary>
    public string? Slug { get; init; }

    /// <summary>One sentence.</summary>
    public string? Description { get; init; }

    /// <summary>In their order; those without phrases are none.</summary>
    public IList<RuleForm> Rules { get; init; } = [];

    /// <summary>One a line.</summary>
    public string? Except { get; init; }

    /// <summary>One a line.</summary>
    public string? Requires { get; init; }

    /// <summary>Slugs that are ticked.</summary>
    public IList<string> YieldsTo { get; init; } = [];

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The catalogue that the form was filled from.</summary>
    public string? Version { get; init; }

    /// <summary>The rules with room for more.</summary>
    public IReadOnlyList<RuleForm> RulesWithRoom => [.. Rules.Where(rule => !rule.IsEmpty), .. Enumerable.Repeat(new RuleForm(), SpareRules)];

    /// <summary>An entry to be edited.</summary>
    /// <param name="topic">As the catalogue has it.</param>
    /// <param name="version">That catalogue's hash.</param>
    public static TopicForm Of(CatalogueTopic topic, string version) => new()
    {
        Name = topic.Name,
        Slug = topic.Slug,
        Description = topic.Description,
        Rules = [.. topic.Rules.Select(rule => new RuleForm { Weight = rule.Weight, Phrases = FormLines.Of(rule.Phrases) })],
        Except = FormLines.Of(topic.Except),
        Requires = FormLines.Of(topic.Requires),
        YieldsTo = [.. topic.YieldsTo],
        Version = version,
    };

    /// <summary>What was typed, as an entry.</summary>
    /// <param name="now">The entry as the catalogue has it; null for a new one.</param>
    public CatalogueTopic Entry(CatalogueTopic? now) => new()
    {
        Name = Name?.Trim() ?? "",
        Slug = now?.Slug ?? CorrectionForm.Text(Slug) ?? Slugs.ForName(CorrectionForm.Text(Name) ?? ""),
        Description = Description?.Trim() ?? "",
        Rules = [.. Rules.Where(rule => !rule.IsEmpty).Select(rule => new TopicRule(rule.Weight, FormLines.Read(rule.Phrases)))],
        Except = FormLines.Read(Except),
        Requires = FormLines.Read(Requires),
        YieldsTo = [.. YieldsTo],
    };

    /// <summary>What no entry could hold, by the catalogue's keys.</summary>
    public IEnumerable<EntryMistake> Mistakes()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new EntryMistake("name", "A topic needs a name.");
        if (string.IsNullOrWhiteSpace(Description)) yield return new EntryMistake("description", "Say in one sentence what the topic is about: its page shows it.");
    }
}

/// <summary>Phrases of one weight.</summary>
public sealed record RuleForm
{
    /// <summary>1 to 8.</summary>
    public int Weight { get; init; } = 2;

    /// <summary>One a line.</summary>
    public string? Phrases { get; init; }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Phrases);
}
