using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Undoing;

/// <summary>Takes out what a run brought: sightings, files, articles, bytes. The order is that of who points to whom.</summary>
/// <param name="context">In the undo's transaction.</param>
/// <param name="runId">The run to take back.</param>
/// <param name="undoId">The undo.</param>
/// <param name="articles">Keys of the articles that go.</param>
/// <param name="files">Keys of the files whose bytes it took.</param>
/// <param name="now">UTC.</param>
sealed class RunRemoval(NewsContext context, long runId, long undoId, IReadOnlyList<long> articles, IReadOnlyList<long> files, DateTime now)
{
    readonly string _articles = KeyList.Of(articles);
    readonly string _files = KeyList.Of(files);

    /// <summary>Takes it out, leaving what is remembered in its place.</summary>
    /// <returns>Files with a receipt.</returns>
    public async Task<int> ApplyAsync(CancellationToken cancellation)
    {
        var documents = await context.Sightings.Where(sighting => sighting.RunId == runId).Select(sighting => sighting.DocumentId).Distinct().ToListAsync(cancellation);
        await WriteReceiptsAsync(cancellation);
        await RememberAsync(cancellation);
        await new FormerState(context, runId).RestoreFilesAsync(cancellation);
        await context.Sightings.Where(sighting => sighting.RunId == runId).ExecuteDeleteAsync(cancellation);
        await ExecuteAsync("DELETE FROM Files WHERE Id IN (SELECT value FROM json_each($0)) AND Id NOT IN (SELECT FileId FROM Sightings)", _files, cancellation);
        await ExecuteAsync("DELETE FROM Articles WHERE Id IN (SELECT value FROM json_each($0))", _articles, cancellation);
        await ExecuteAsync(
            """
            DELETE FROM Documents WHERE Id IN (SELECT value FROM json_each($0))
                AND NOT EXISTS (SELECT 1 FROM Sightings AS sighting WHERE sighting.DocumentId = Documents.Id)
                AND NOT EXISTS (SELECT 1 FROM Files AS file WHERE file.DocumentId = Documents.Id)
            """,
            KeyList.Of(documents), cancellation);
        return files.Count;
    }

    /// <summary>Drops the rows that were kept for this undo.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellation) => context.FormerRows.Where(former => former.RunId == runId).ExecuteDeleteAsync(cancellation);

    async Task RememberAsync(CancellationToken cancellation)
    {
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO RemovedArticles (Id, Slug, UrlKey, ContentKey, RunId, RemovedAt)
            SELECT Id, Slug, UrlKey, ContentKey, {undoId}, {now} FROM Articles WHERE Id IN (SELECT value FROM json_each({_articles}))
            """,
            cancellation);
        await context.Database.ExecuteSqlAsync(
            $"INSERT OR REPLACE INTO UndoneFiles (Sha256, RunId) SELECT Sha256, {runId} FROM Files WHERE Id IN (SELECT value FROM json_each({_files}))", cancellation);
    }

    async Task WriteReceiptsAsync(CancellationToken cancellation)
    {
        var gone = articles.ToHashSet();
        var returning = await context.FormerRows.Where(former => former.RunId == runId && former.Kind == FormerKind.Article)
            .Select(former => former.RowId).ToHashSetAsync(cancellation);
        using var receipts = new EntityWriter<Receipt>(context);
        foreach (var file in await context.Files.AsNoTracking().Where(file => files.Contains(file.Id)).OrderBy(file => file.Id).ToListAsync(cancellation))
        {
            receipts.Write(new Receipt
            {
                RunId = undoId,
                Path = file.Path,
                Sha256 = file.Sha256,
                Outcome = gone.Contains(file.ArticleId) ? FileOutcome.Removed : returning.Contains(file.ArticleId) ? FileOutcome.Updated : FileOutcome.Unchanged,
                ArticleId = file.ArticleId,
            });
        }
    }

    Task<int> ExecuteAsync(string sql, string keys, CancellationToken cancellation) =>
        context.Database.ExecuteSqlRawAsync(sql, [new Microsoft.Data.Sqlite.SqliteParameter("$0", keys)], cancellation);
}
