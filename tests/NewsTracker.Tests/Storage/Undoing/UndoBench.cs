using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Storage.Hiding;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Queries;
using NewsTracker.Storage.Undoing;
using NewsTracker.Web.Exports;

namespace NewsTracker.Tests.Storage.Undoing;

/// <summary>A tracker with what undoing and hiding need beside it.</summary>
public sealed class UndoBench : IAsyncLifetime
{
    public UndoBench()
    {
        Indexes = new ArticleIndexes(Tracker.Database, NullLogger<ArticleIndexes>.Instance);
        Articles = new ArticleQueries(Tracker.Database, Indexes);
        Undoer = new Undoer(Tracker.Database, Tracker.Catalogues, Tracker.Locks, Tracker.Limits, TimeProvider.System);
        Hider = new ArticleHider(Tracker.Database, Indexes, TimeProvider.System);
    }

    public Tracker Tracker { get; } = new();

    public ArticleIndexes Indexes { get; }

    public ArticleQueries Articles { get; }

    public Undoer Undoer { get; }

    public ArticleHider Hider { get; }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => Tracker.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        return Tracker.DisposeAsync();
    }

    /// <summary>Imports the inbox and tells the run.</summary>
    public async Task<long> ImportAsync() => (await Tracker.ImportAsync()).RunId!.Value;

    /// <summary>Undoes a run.</summary>
    public async Task<UndoReport> UndoAsync(long runId) => await Undoer.ApplyAsync(await Undoer.PlanAsync(runId, Cancellation), "test", Cancellation);

    /// <summary>What <c>export</c> would write now, byte for byte.</summary>
    public async Task<string> ExportAsync()
    {
        await Indexes.RefreshAsync(Cancellation);
        using var output = new MemoryStream();
        await ArticleExport.WriteJsonLinesAsync(Articles.ExportAsync(new ArticleFilter(), Cancellation), output, Cancellation);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>An article's file: a few words that tags are made of.</summary>
    public static string File(string name, string title, string? body = null, params string[] related) => $"""
        ---
        title: "{title}"
        excerpt: "SenseTime and facial recognition."
        webUrl: "https://example.com/{name}"
        publishedDateTime: 2021-01-01T00:00:00Z
        related:
        {string.Concat(related.Select(other => $"  - title: \"Listed {other}\"\n    webUrl: \"https://example.com/{other}\"\n"))}---
        {body}
        """;
}
