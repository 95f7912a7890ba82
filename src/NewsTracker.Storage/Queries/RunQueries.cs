using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Queries;

/// <summary>What runs did.</summary>
/// <param name="database">Where they are recorded.</param>
/// <param name="indexes">Where articles are counted.</param>
public sealed partial class RunQueries(NewsDatabase database, ArticleIndexes indexes)
{
    static readonly Expression<Func<ImportRun, RunSummary>> Summary = run => new RunSummary
    {
        Id = run.Id,
        Kind = run.Kind,
        State = run.State,
        StartedBy = run.StartedBy,
        StartedAt = run.StartedAt,
        FinishedAt = run.FinishedAt,
        Roots = run.Roots,
        Found = run.Found,
        Added = run.Added,
        Updated = run.Updated,
        Unchanged = run.Unchanged,
        Rejected = run.Rejected,
        RelatedAdded = run.RelatedAdded,
        Removed = run.Removed,
        Undoes = run.Undoes,
        UndoneBy = run.UndoneBy,
    };

    /// <summary>The latest runs, latest first.</summary>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<IReadOnlyList<RunSummary>> RecentAsync(int count, CancellationToken cancellation) => SearchAsync(RunFilter.Any, 0, count, cancellation);

    /// <summary>The runs looked for, latest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only runs before this one; 0: all.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<RunSummary>> SearchAsync(RunFilter filter, long before, int count, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var runs = filter.Among(context.Runs).Where(run => before <= 0 || run.Id < before).OrderByDescending(run => run.Id);
        if (filter.Name is not { } name) return await runs.Take(count).Select(Summary).ToListAsync(cancellation);

        var pattern = $"%{LikeSign().Replace(name, @"\$0")}%";
        var withFile = await context.Receipts.Where(receipt => EF.Functions.Like(receipt.Path, pattern, @"\")).Select(receipt => receipt.RunId)
            .Distinct().ToHashSetAsync(cancellation);
        // Folders are kept as JSON; runs are few, files are many.
        List<RunSummary> found = [];
        await foreach (var run in runs.Select(Summary).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!withFile.Contains(run.Id) && !run.Roots.Any(root => root.Contains(name, StringComparison.OrdinalIgnoreCase))) continue;
            found.Add(run);
            if (found.Count == count) break;
        }

        return found;
    }

    /// <summary>A run's receipts, one by one, in the order they were written.</summary>
    /// <param name="id">The run.</param>
    /// <param name="outcome">Only receipts of this outcome; null: all.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<ReceiptRow> ReceiptsAsync(long id, FileOutcome? outcome, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await foreach (var receipt in Receipts(context, id, outcome).OrderBy(receipt => receipt.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return Row(receipt);
    }

    /// <summary>One run with a page of its receipts; null where there is no such run.</summary>
    /// <param name="id">The run.</param>
    /// <param name="outcome">Only receipts of this outcome; null: all.</param>
    /// <param name="after">Receipts after this one; 0 for the first page.</param>
    /// <param name="size">Receipts on a page.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<RunReceipts?> FindAsync(long id, FileOutcome? outcome, long after, int size, CancellationToken cancellation)
    {
        await using var context = database.Open();
        if (await context.Runs.Where(run => run.Id == id).Select(Summary).SingleOrDefaultAsync(cancellation) is not { } run) return null;
        var receipts = Receipts(context, id, outcome);
        var total = await receipts.CountAsync(cancellation);
        var page = await receipts.Where(receipt => receipt.Id > after).OrderBy(receipt => receipt.Id).Take(size + 1).ToListAsync(cancellation);
        var leftTraces = await context.Sightings.AnyAsync(sighting => sighting.RunId == id, cancellation)
            || await context.FormerRows.AnyAsync(former => former.RunId == id, cancellation);
        var named = page.ConvertAll(receipt => receipt.ArticleId);
        var headlines = await context.Articles.Where(article => named.Contains(article.Id) && article.Title != "").ToDictionaryAsync(article => article.Id, article => article.Title, cancellation);
        return new RunReceipts(run, [.. page.Take(size).Select(Row)], headlines, total, page.Count > size ? page[size - 1].Id : null, leftTraces);
    }

    /// <summary>The undo that took a run back; null while it stands.</summary>
    /// <param name="id">The run.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<long?> UndoneByAsync(long id, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Runs.Where(run => run.Id == id).Select(run => run.UndoneBy).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>When the last import ended, UTC; null where none has.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<DateTime?> LastImportAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Runs
            .Where(run => run.Kind == RunKind.Import && run.FinishedAt != null)
            .OrderByDescending(run => run.Id)
            .Select(run => run.FinishedAt)
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Whether no article is known at all.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        return !await context.Articles.AnyAsync(cancellation);
    }

    /// <summary>What the tracker learned of last; null where it knows nothing.</summary>
    /// <param name="scope">Which articles count; null: all.</param>
    public LastAdded? LastAdded(ScopeValue? scope = ScopeValue.FacialRecognition)
    {
        var index = indexes.Current;
        var among = index.InScope(scope);
        if (among.Count == 0) return null;
        var last = 0L;
        foreach (var position in among) last = Math.Max(last, index.AddedAt(position));
        var day = DateOnly.FromDateTime(new DateTime(last));
        var start = day.ToDateTime(TimeOnly.MinValue).Ticks;
        return new LastAdded(day, among.CountOf(index.AddedWithin(start, start + TimeSpan.TicksPerDay)));
    }

    static IQueryable<Receipt> Receipts(NewsContext context, long id, FileOutcome? outcome) =>
        context.Receipts.AsNoTracking().Where(receipt => receipt.RunId == id && (outcome == null || receipt.Outcome == outcome));

    [GeneratedRegex(@"[%_\\]")]
    private static partial Regex LikeSign();

    static ReceiptRow Row(Receipt receipt) => new(
        receipt.Id,
        receipt.Path,
        receipt.Sha256,
        receipt.Outcome,
        receipt.ArticleId,
        receipt.Fields,
        receipt.Code is { } code ? new Rejection(code, receipt.Message ?? "", receipt.Line, receipt.Column) : null,
        receipt.Warnings);
}
