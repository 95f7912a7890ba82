using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Undoing;

/// <summary>Keeps rows as they are before a run changes them for the first time. What the run itself brought has nothing to go back to.</summary>
/// <param name="context">Writes within the batch's transaction; its connection is open.</param>
sealed class FormerRows(NewsContext context) : IDisposable
{
    readonly RowImages _images = new(context);
    readonly EntityWriter<FormerRow> _rows = new(context);

    /// <summary>Keeps what a batch is about to change.</summary>
    public void Keep(BatchPlan plan, long runId)
    {
        var articles = plan.Articles.Values.Where(planned => !planned.IsNew).Select(planned => planned.Known.Id).ToList();
        if (articles.Count > 0) Keep(FormerKind.Article, $"SELECT article.Id, {_images.OfArticle()} FROM Articles AS article", "article", articles, runId);
        if (plan.TrackedFiles.Count == 0) return;
        Keep(FormerKind.File, $"SELECT file.Id, {_images.OfFile()} FROM Files AS file", "file", plan.TrackedFiles.Select(file => file.Id), runId);
    }

    public void Dispose() => _rows.Dispose();

    void Keep(FormerKind kind, string select, string table, IEnumerable<long> ids, long runId)
    {
        List<FormerRow> former = [];
        using (var rows = new SqliteRows((SqliteConnection)context.Database.GetDbConnection(), Sql(kind, select, table, runId), KeyList.Of(ids)))
        {
            while (rows.Read()) former.Add(new FormerRow { RunId = runId, Kind = kind, RowId = rows.Number(0), Content = OriginalBytes.Pack(Encoding.UTF8.GetBytes(rows.Text(1))) });
        }

        foreach (var row in former) _rows.Write(row);
    }

    static string Sql(FormerKind kind, string select, string table, long runId) => $"""
        {select}
        WHERE {table}.Id IN (SELECT value FROM json_each(?))
            AND EXISTS (SELECT 1 FROM Sightings AS sighting WHERE sighting.{(kind == FormerKind.Article ? "ArticleId" : "FileId")} = {table}.Id AND sighting.RunId <> {runId})
            AND NOT EXISTS (SELECT 1 FROM FormerRows AS former WHERE former.RunId = {runId} AND former.Kind = {(int)kind} AND former.RowId = {table}.Id)
        """;
}
