using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Undoing;

/// <summary>What undoing a run would do.</summary>
/// <param name="RunId">The run to take back.</param>
/// <param name="Removed">Articles that only it brought: they go, and their addresses answer 410.</param>
/// <param name="Returned">Articles that it changed: their former values return.</param>
/// <param name="Files">Files whose bytes it took.</param>
/// <param name="RemovedArticles">Some of those that go.</param>
/// <param name="ReturnedArticles">Some of those whose values return.</param>
/// <param name="Corrections">Every correction in force on an article that goes: it is kept, and applies again if the article returns.</param>
/// <param name="DataVersion">The state of the data that was planned on.</param>
public sealed record UndoPlan(
    long RunId, int Removed, int Returned, int Files, IReadOnlyList<UndoneArticle> RemovedArticles, IReadOnlyList<UndoneArticle> ReturnedArticles,
    IReadOnlyList<ParkedCorrection> Corrections, long DataVersion);

/// <summary>An article that an undo concerns.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Title">Its headline today; null where only an address is known.</param>
public sealed record UndoneArticle(long Id, string? Title);

/// <summary>A correction that waits for its article to return.</summary>
/// <param name="ArticleId">The article that goes.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Field">What was corrected.</param>
/// <param name="MadeBy">By whom.</param>
public sealed record ParkedCorrection(long ArticleId, string? Title, string Field, string MadeBy);

/// <summary>What an undo did.</summary>
/// <param name="RunId">The undo's own run.</param>
/// <param name="State">Completed, for it is done whole or not at all.</param>
/// <param name="Removed">Articles that went.</param>
/// <param name="Returned">Articles whose former values returned.</param>
public sealed record UndoReport(long RunId, RunState State, int Removed, int Returned);
