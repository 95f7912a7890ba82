using System.Data;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Reviewing;

/// <summary>Names that articles on facial recognition give and the catalogue lacks, without those that nobody wants to follow.</summary>
/// <param name="database">Where that is noted.</param>
/// <param name="tags">Counts them.</param>
/// <param name="clock">When one is settled.</param>
public sealed class LackingNames(NewsDatabase database, TagQueries tags, TimeProvider clock)
{
    /// <summary>All of them, most frequent first.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<TagSummary>> AllAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        var dismissed = await context.DismissedNames.Select(name => name.Slug).ToHashSetAsync(StringComparer.Ordinal, cancellation);
        return [.. (await tags.CompaniesAsync(cancellation)).Where(name => name is { InCatalogue: false, Count: > 0 } && !dismissed.Contains(name.Slug))];
    }

    /// <summary>Settles for good that a name is no company worth following: neither an import nor a retag asks again.</summary>
    /// <param name="slug">One of <see cref="AllAsync"/>.</param>
    /// <param name="by">Who, by e-mail.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The name; null where it is none of them.</returns>
    public async Task<string?> DismissAsync(string slug, string by, CancellationToken cancellation)
    {
        if ((await AllAsync(cancellation)).FirstOrDefault(one => one.Slug == slug) is not { } name) return null;
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        if (await context.DismissedNames.FindAsync([slug], cancellation) is not null) return null;
        var now = clock.GetUtcNow().UtcDateTime;
        context.Add(new DismissedName { Slug = slug, DismissedBy = by, DismissedAt = now });
        AuditLog.Add(context, new AuditAct(by, AuditKind.NameDismissed) { Subject = name.Name }, now);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return name.Name;
    }
}
