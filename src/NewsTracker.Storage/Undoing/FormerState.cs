using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Undoing;

/// <summary>An article whose former values returned.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Corrections">The corrections that were in force when those values were kept.</param>
sealed record ReturnedArticle(long Id, IReadOnlyList<long> Corrections)
{
    /// <summary>Reads them from an article's image.</summary>
    /// <param name="image">As <see cref="RowImages.OfArticle"/> makes it.</param>
    public static ReturnedArticle Of(string image)
    {
        using var read = JsonDocument.Parse(image);
        return new ReturnedArticle(
            read.RootElement.GetProperty(nameof(Article)).GetProperty(nameof(Article.Id)).GetInt64(),
            [.. read.RootElement.GetProperty(nameof(Corrections)).EnumerateArray().Select(correction => correction.GetProperty(nameof(Correction.Id)).GetInt64()).Order()]);
    }
}

/// <summary>Puts rows back as they were before a run.</summary>
/// <param name="context">In the undo's transaction.</param>
/// <param name="runId">The run.</param>
sealed class FormerState(NewsContext context, long runId)
{
    /// <summary>Rows in one statement. SQLite copies its JSON again and again, which is cheap only while it stays small.</summary>
    const int BatchRows = 20;

    readonly RowImages _images = new(context);

    /// <summary>Puts files back.</summary>
    public async Task RestoreFilesAsync(CancellationToken cancellation)
    {
        await foreach (var batch in BatchesAsync(FormerKind.File, cancellation)) await ExecuteAsync(_images.RestoreFiles(), batch, cancellation);
    }

    /// <summary>Puts articles back, with all their parts.</summary>
    public async Task<IReadOnlyList<ReturnedArticle>> RestoreArticlesAsync(CancellationToken cancellation)
    {
        List<ReturnedArticle> returned = [];
        await foreach (var batch in BatchesAsync(FormerKind.Article, cancellation))
        {
            foreach (var sql in _images.RestoreArticles()) await ExecuteAsync(sql, batch, cancellation);
            returned.AddRange(batch.Select(ReturnedArticle.Of));
        }

        return returned;
    }

    async IAsyncEnumerable<List<string>> BatchesAsync(FormerKind kind, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = 0L; ;)
        {
            var rows = await context.FormerRows.AsNoTracking()
                .Where(former => former.RunId == runId && former.Kind == kind && former.RowId > after)
                .OrderBy(former => former.RowId)
                .Take(BatchRows)
                .ToListAsync(cancellation);
            if (rows.Count == 0) yield break;
            yield return [.. rows.Select(former => Encoding.UTF8.GetString(OriginalBytes.Unpack(former.Content)))];
            after = rows[^1].RowId;
        }
    }

    Task<int> ExecuteAsync(string sql, List<string> images, CancellationToken cancellation) =>
        context.Database.ExecuteSqlRawAsync(sql, [new SqliteParameter("$0", $"[{string.Join(',', images)}]")], cancellation);
}
