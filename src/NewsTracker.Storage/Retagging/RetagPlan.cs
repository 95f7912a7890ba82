using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Retagging;

/// <summary>What reading everything again would change: counts and a few samples of each, however much is stored.</summary>
/// <param name="Articles">Articles looked at.</param>
/// <param name="Changed">Articles of which a value changes.</param>
/// <param name="Fields">Every field that changes in some article, by its name in the article's JSON.</param>
/// <param name="Companies">Every company that some article gains, loses or sees in another role; the most moved first.</param>
/// <param name="Topics">The same for topics, which have no role.</param>
/// <param name="DataVersion">The state of the data that was planned on.</param>
public sealed record RetagPlan(
    int Articles, int Changed, IReadOnlyList<RetagField> Fields, IReadOnlyList<RetagTag> Companies, IReadOnlyList<RetagTag> Topics, long DataVersion);

/// <summary>What becomes of one field.</summary>
/// <param name="Field">As in <see cref="Importing.FieldChange.Field"/>.</param>
/// <param name="Gain">Articles that had no value and get one.</param>
/// <param name="Lose">Articles that had one and lose it.</param>
/// <param name="Change">Articles whose value becomes another.</param>
/// <param name="Samples">Some of them.</param>
public sealed record RetagField(string Field, int Gain, int Lose, int Change, IReadOnlyList<RetagSample> Samples);

/// <summary>What becomes of one company or topic.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Slug">As addresses carry it.</param>
/// <param name="Add">Articles that gain it.</param>
/// <param name="Remove">Articles that lose it.</param>
/// <param name="Change">Articles that keep it in another role.</param>
/// <param name="Samples">Some of them; old and new are what it is to the article.</param>
public sealed record RetagTag(string Name, string Slug, int Add, int Remove, int Change, IReadOnlyList<RetagSample> Samples);

/// <summary>One article's change.</summary>
/// <param name="ArticleId">Its key.</param>
/// <param name="Title">Its headline, shortened; empty where it has none.</param>
/// <param name="Old">Before; null for nothing. Of long text only the place where it differs.</param>
/// <param name="New">After.</param>
public sealed record RetagSample(long ArticleId, string Title, string? Old, string? New)
{
    /// <summary>Of a tag: words of the article that decide it; null where none are known.</summary>
    public string? Sentence { get; init; }
}

/// <summary>How far the application of a plan came.</summary>
/// <param name="RunId">The run.</param>
/// <param name="State">Completed, cancelled or, where the process stopped, interrupted.</param>
/// <param name="Articles">Articles written.</param>
/// <param name="Changed">Those of them of which a value changed.</param>
public sealed record RetagReport(long RunId, RunState State, int Articles, int Changed);
