using System.Data;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Reviewing;

/// <summary>Files that the last import which came upon them did not take, and that nobody let stand.</summary>
/// <param name="database">Where they are noted.</param>
/// <param name="clock">When one is let stand.</param>
public sealed class RefusedFiles(NewsDatabase database, TimeProvider clock)
{
    /// <summary>How many wait for a look.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await Waiting(context).CountAsync(cancellation);
    }

    /// <summary>Those that wait for a look, folder by folder.</summary>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<RefusedFile>> WaitingAsync(int most, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await Waiting(context).AsNoTracking().OrderBy(file => file.FullPath).Take(most).ToListAsync(cancellation);
    }

    /// <summary>What was refused at these places, whether it waits for a look or was let stand.</summary>
    /// <param name="fullPaths">The files.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<RefusedFile>> AtAsync(IReadOnlyList<string> fullPaths, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.RefusedFiles.AsNoTracking().Where(file => fullPaths.Contains(file.FullPath)).ToListAsync(cancellation);
    }

    /// <summary>Lets a file stand as it is: it is asked about again only when it, or the reason, changes and it is refused again.</summary>
    /// <param name="fullPath">The file.</param>
    /// <param name="sha256">The bytes that the person saw refused; null where they could not be read.</param>
    /// <param name="by">Who, by e-mail.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>False where it changed, was taken or settled meanwhile.</returns>
    public async Task<bool> SettleAsync(string fullPath, string? sha256, string by, CancellationToken cancellation)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var file = await Waiting(context).SingleOrDefaultAsync(file => file.FullPath == fullPath && file.Sha256 == sha256, cancellation);
        if (file is null) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        (file.SettledBy, file.SettledAt) = (by, now);
        AuditLog.Add(context, new AuditAct(by, AuditKind.RefusalSettled) { Subject = file.Path, Before = file.Message }, now);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    static IQueryable<RefusedFile> Waiting(NewsContext context) => context.RefusedFiles.Where(file => file.SettledBy == null);
}
