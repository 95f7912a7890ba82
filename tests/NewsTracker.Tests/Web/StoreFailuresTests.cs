using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Tests.Web;

public sealed class StoreFailuresTests
{
    public static TheoryData<Exception, string?> Failures => new()
    {
        { new StoreException("another import runs"), "another import runs" },
        { new IOException("no space"), "no space" },
        { new UnauthorizedAccessException("no permission"), "no permission" },
        { new SqliteException("database is locked", 5), "Another program keeps the database locked" },
        { new SqliteException("attempt to write a readonly database", 8), "The database cannot be written" },
        { new SqliteException("disk I/O error", 10), "The disk refused to read or write" },
        { new SqliteException("database disk image is malformed", 11), "restore FILE --force" },
        { new SqliteException("disk is full", 13), "Free some space" },
        { new SqliteException("cannot open", 14), "cannot be opened" },
        { new SqliteException("file is not a database", 26), "restore FILE --force" },
        { new DbUpdateException("see the inner exception", new SqliteException("disk is full", 13)), "The disk is full" },
        { new SqliteException("no such column", 1), null },
        { new DbUpdateException("see the inner exception", new SqliteException("constraint failed", 19)), null },
        { new InvalidOperationException("broken"), null },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void What_the_machine_refused_is_told_from_faults_of_our_own(Exception failure, string? told)
    {
        var sentence = StoreFailures.Sentence(failure);

        if (told is null) Assert.Null(sentence);
        else Assert.Contains(told, sentence, StringComparison.Ordinal);
    }
}
