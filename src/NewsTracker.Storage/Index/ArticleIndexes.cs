using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NewsTracker.Storage.Model.Sqlite;

namespace NewsTracker.Storage.Index;

/// <summary>
/// The article index in force, swapped whole when the data moved on. Articles come from the index before and what was written since, at the start
/// from the file beside the database and what was written since; all of them are read only where neither will do.
/// </summary>
/// <param name="database">What it mirrors.</param>
/// <param name="log">Why a file was not taken, or could not be written.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore that is never asked for its handle holds nothing to give back, and a save may be under way while the host is taken down.")]
public sealed partial class ArticleIndexes(NewsDatabase database, ILogger<ArticleIndexes> log)
{
    // Looking up more than this share of the articles takes longer than passing over all of them.
    const int RereadShare = 4;

    readonly SemaphoreSlim _building = new(1, 1);
    readonly IndexFile _file = new(Path.ChangeExtension(database.Path, ".index"));
    volatile ArticleIndex _current = ArticleIndex.Empty;
    volatile TrackerVersion _version = TrackerVersion.None;
    DataState _saved = DataState.None;

    /// <summary>The state of the data that the index in force mirrors; −1 before the first refresh.</summary>
    public long DataVersion => _current.DataVersion;

    /// <summary>The state that pages show. What is read after it is never older.</summary>
    public TrackerVersion Version => _version;

    /// <summary>Whether the file beside the database lacks the state of the index in force.</summary>
    public bool IsUnsaved => _current.DataVersion >= 0 && _current.Table.State != _saved;

    /// <summary>The index in force; empty before the first refresh. Take it once for one answer.</summary>
    internal ArticleIndex Current => _current;

    /// <summary>Brings the index up to the data where it moved on since the last call; otherwise one tiny query.</summary>
    /// <param name="cancellation">Stops the reading; the index in force stays.</param>
    /// <returns>Whether there is another index now.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellation)
    {
        await _building.WaitAsync(cancellation);
        try
        {
            using var reader = database.Rent();
            var version = TrackerVersion.Read(reader.Connection);
            if (version.Data == _current.Table.State)
            {
                _version = version;
                return false;
            }

            var known = _current.DataVersion >= 0 ? _current.Table : ReadFile();
            (_current, _version) = Extended(reader.Connection, known, cancellation) ?? await RereadAsync(reader.Connection, cancellation);
            return true;
        }
        finally
        {
            _building.Release();
        }
    }

    /// <summary>Writes the index in force to the file beside the database. A failure is logged: only the next start takes longer.</summary>
    /// <param name="cancellation">Stops the waiting for a refresh that is under way.</param>
    public async Task SaveAsync(CancellationToken cancellation)
    {
        await _building.WaitAsync(cancellation);
        try
        {
            _file.Write(_current.Table);
            _saved = _current.Table.State;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(problem);
        }
        finally
        {
            _building.Release();
        }
    }

    ArticleTable ReadFile()
    {
        try
        {
            var table = _file.Read() ?? ArticleTable.Empty;
            _saved = table.State;
            return table;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            LogNotTaken(problem.Message);
            return ArticleTable.Empty;
        }
    }

    // Null where the known table is no earlier state of this data, or too much was written since.
    (ArticleIndex Index, TrackerVersion Version)? Extended(SqliteConnection connection, ArticleTable known, CancellationToken cancellation)
    {
        if (known.State.Version < 0) return null;
        using var snapshot = connection.BeginTransaction(deferred: true);
        var version = TrackerVersion.Read(connection);
        if (SqliteRows.Single(connection, $"SELECT count(*) FROM DataChanges WHERE Version = {known.State.Version} AND Stamp = {known.State.Stamp}") == 0)
        {
            LogReread();
            return null;
        }

        var changed = SqliteRows.Single(connection, $"SELECT count(*) FROM Articles WHERE ChangedIn > {known.State.Version}");
        if (changed * RereadShare > known.Articles.Length) return null;
        var table = version.Data == known.State
            ? known
            : new TableMerge(known, TableReader.Changed(version.Data, known.State.Version, connection, cancellation)).Merge();
        return (new IndexBuilder(table, TagNames.Read(connection)).Build(), version);
    }

    // Two connections read at once; they see the same state where they see the same version.
    async Task<(ArticleIndex Index, TrackerVersion Version)> RereadAsync(SqliteConnection articles, CancellationToken cancellation)
    {
        using var second = database.Rent();
        var tags = second.Connection;
        while (true)
        {
            await using var one = articles.BeginTransaction(deferred: true);
            await using var other = tags.BeginTransaction(deferred: true);
            var version = TrackerVersion.Read(articles);
            if (TrackerVersion.Read(tags) != version) continue;
            var table = await TableReader.WholeAsync(version.Data, articles, tags, cancellation);
            return (new IndexBuilder(table, TagNames.Read(articles)).Build(), version);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The known article index was not taken ({Reason}); all articles are read again")]
    partial void LogNotTaken(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Articles were hidden, shown again or taken back, or the known article index mirrors another database; all articles are read again")]
    partial void LogReread();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The article index could not be written beside the database; the next start reads all articles")]
    partial void LogNotWritten(Exception problem);
}
