using System.Text.Json.Nodes;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Retagging;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Admin;

/// <summary>Work on the catalogue, in words.</summary>
public static class CatalogueSentences
{
    /// <summary>How far a job is, or how it ended.</summary>
    /// <param name="job">Running or ended.</param>
    public static string Progress(CatalogueJob job)
    {
        if (job.Problem is { } problem) return job.Writes && job.Proposal is not null ? $"The catalogue is saved. Articles are not all tagged with it yet: {problem}" : problem;
        if (job is { IsRunning: true, Progress: { } progress }) return JobSentences.Pace(progress, "article");
        if (job.IsRunning) return "Looking for articles …";
        if (job.Report is not { } report) return Plan(job.Plan!);
        var saved = job.Proposal is null ? "" : "Saved as a new version of the catalogue. ";
        return saved + (report.State == RunState.Completed
            ? $"{Counted.Of(report.Articles, "article")} looked at and tagged again; {(report.Changed == 0 ? "none" : Counted.Number(report.Changed))} changed."
            : $"Cancelled after {Counted.Of(report.Articles, "article")}; these have their new tags, the others still need to be tagged again.");
    }

    /// <summary>“2,531 articles read again; 58 would change”.</summary>
    /// <param name="plan">The plan.</param>
    public static string Plan(RetagPlan plan) => $"{Counted.Of(plan.Articles, "article")} read again; {(plan.Changed == 0 ? "none" : Counted.Number(plan.Changed))} would change.";

    /// <summary>“add 4, remove 54”.</summary>
    /// <param name="add">Articles that gain it.</param>
    /// <param name="remove">Articles that lose it.</param>
    /// <param name="change">Articles that have it otherwise.</param>
    public static string Would(int add, int remove, int change)
    {
        (int Count, string Verb)[] counts = [(add, "add"), (remove, "remove"), (change, "change")];
        return string.Join(", ", counts.Where(count => count.Count > 0).Select(count => $"{count.Verb} {Counted.Number(count.Count)}"));
    }

    /// <summary>What a field loses and gains: of a list the items that differ, else both values; where only the order differs, both lists.</summary>
    /// <param name="field">Before and after.</param>
    public static (string Old, string New) Difference(CatalogueField field)
    {
        var (old, now) = (Items(field.Old), Items(field.New));
        var (gone, come) = (old.Except(now).ToList(), now.Except(old).ToList());
        return gone.Count + come.Count > 0 ? (string.Join("; ", gone), string.Join("; ", come)) : (string.Join("; ", old), string.Join("; ", now));
    }

    /// <summary>A field's value without the signs of JSON.</summary>
    /// <param name="json">As it is compared.</param>
    /// <exception cref="System.Text.Json.JsonException">It is none.</exception>
    public static string Plain(string json) => string.Join("; ", Items(json));

    static IReadOnlyList<string> Items(string? json) => json is null ? [] : JsonNode.Parse(json) is JsonArray list ? [.. list.Select(Item)] : [Item(JsonNode.Parse(json))];

    // A rule of a topic is the one item that is no plain value: “4: raises, funding round*”.
    static string Item(JsonNode? value) => value is JsonObject rule
        ? $"{rule["weight"]}: {string.Join(", ", rule["phrases"]!.AsArray().Select(Item))}"
        : value?.ToString() ?? "";

    /// <summary>What becomes of an entry, in one word.</summary>
    /// <param name="change">The change.</param>
    public static string Kind(CatalogueChange change) => change.IsNew ? "new" : change.IsGone ? "removed" : "changed";
}
