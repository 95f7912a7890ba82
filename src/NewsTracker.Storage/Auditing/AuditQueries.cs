using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Auditing;

/// <summary>Which entries are asked for.</summary>
/// <param name="Who">Only what this one did; null: everybody.</param>
/// <param name="Kind">Only such; null: everything.</param>
public sealed record AuditFilter(string? Who, AuditKind? Kind);

/// <summary>A page of the log.</summary>
/// <param name="Entries">The newest first.</param>
/// <param name="Next">The next page is before this entry; null on the last one.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Next);

/// <summary>What is asked about the log.</summary>
/// <param name="database">Where it lies.</param>
public sealed class AuditQueries(NewsDatabase database)
{
    /// <summary>A page, the newest first.</summary>
    /// <param name="filter">Which entries.</param>
    /// <param name="before">Only entries before this one; null: from the newest on.</param>
    /// <param name="size">Entries on a page.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<AuditPage> PageAsync(AuditFilter filter, long? before, int size, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var rows = await Matching(context, filter).Where(entry => before == null || entry.Id < before).Take(size + 1).ToListAsync(cancellation);
        return new AuditPage([.. rows.Take(size)], rows.Count > size ? rows[size - 1].Id : null);
    }

    /// <summary>Every entry, the newest first, read while it is taken.</summary>
    /// <param name="filter">Which entries.</param>
    public async IAsyncEnumerable<AuditEntry> AllAsync(AuditFilter filter)
    {
        await using var context = database.Open();
        await foreach (var entry in Matching(context, filter).AsAsyncEnumerable()) yield return entry;
    }

    /// <summary>Everybody who did anything, by name.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<string>> EverybodyAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.AuditEntries.Select(entry => entry.Who).Distinct().OrderBy(who => who).ToListAsync(cancellation);
    }

    static IQueryable<AuditEntry> Matching(NewsContext context, AuditFilter filter) => context.AuditEntries.AsNoTracking()
        .Where(entry => (filter.Who == null || entry.Who == filter.Who) && (filter.Kind == null || entry.Kind == filter.Kind))
        .OrderByDescending(entry => entry.Id);
}
