using NewsTracker.Storage.Retagging;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>A plan to read everything again, for people.</summary>
static class RetagText
{
    /// <summary>Companies and topics told one by one; JSON has them all.</summary>
    const int MostTags = 30;

    /// <summary>What to do about articles whose tags are older than the catalogue or the reader.</summary>
    /// <param name="stale">How many; more than none.</param>
    public static string Needed(int stale) => $"Retag needed: {Counted.Of(stale, "article")}. Run retag --dry-run to see what would change, then retag.";

    /// <summary>Writes counts and samples.</summary>
    public static void Write(RetagPlan plan, TextWriter output)
    {
        output.WriteLine($"{Counted.Of(plan.Articles, "article")} read again, {Counted.Number(plan.Changed)} would change");
        foreach (var field in plan.Fields) Write($"{FieldWords.Of(field.Field)}: {Would(("gain", field.Gain), ("lose", field.Lose), ("change", field.Change))}", field.Samples, output);
        Write("Company", plan.Companies, output);
        Write("Topic", plan.Topics, output);
    }

    static void Write(string kind, IReadOnlyList<RetagTag> tags, TextWriter output)
    {
        foreach (var tag in tags.Take(MostTags))
            Write($"{kind} {tag.Name}: {Would(("add", tag.Add), ("remove", tag.Remove), ("change", tag.Change))}", tag.Samples, output);
        if (tags.Count > MostTags) output.WriteLine($"… and {Counted.Number(tags.Count - MostTags)} more; --json has them all");
    }

    static void Write(string heading, IReadOnlyList<RetagSample> samples, TextWriter output)
    {
        output.WriteLine(heading);
        foreach (var sample in samples) output.WriteLine($"  {sample.ArticleId} “{OneLine(sample.Title)}”: {Shown(sample.Old)} → {Shown(sample.New)}");
    }

    static string Would(params ReadOnlySpan<(string Verb, int Count)> counts)
    {
        var told = new List<string>();
        foreach (var (verb, count) in counts)
            if (count > 0) told.Add($"would {verb} {Counted.Number(count)}");
        return string.Join(", ", told);
    }

    static string Shown(string? value) => value is null ? "nothing" : OneLine(value);

    static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
