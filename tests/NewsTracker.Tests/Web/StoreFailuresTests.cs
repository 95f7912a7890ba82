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
        { new SqliteException("disk is full", 13), "disk is full" },
        { new SqliteException("cannot open", 14), "cannot open" },
        { new DbUpdateException("see the inner exception", new SqliteException("disk is full", 13)), "disk is full" },
        { new SqliteException("no such column", 1), null },
        { new DbUpdateException("see the inner exception", new SqliteException("constraint failed", 19)), null },
        { new InvalidOperationException("broken"), null },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void What_the_machine_refused_is_told_from_faults_of_our_own(Exception failure, string? sentence) =>
        Assert.Equal(sentence, StoreFailures.Sentence(failure));
}
