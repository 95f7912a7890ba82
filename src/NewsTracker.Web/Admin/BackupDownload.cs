using Microsoft.AspNetCore.Http.HttpResults;
using NewsTracker.Storage.Maintenance;

namespace NewsTracker.Web.Admin;

/// <summary>A backup, to keep elsewhere.</summary>
static class BackupDownload
{
    /// <summary>As an attachment; only names that backups have lead anywhere, so that no other file can be asked for.</summary>
    public static Results<PhysicalFileHttpResult, NotFound> Get(string name, BackupFolder backups) =>
        backups.Find(name) is { } file
            ? TypedResults.PhysicalFile(file, "application/zip", name, enableRangeProcessing: true)
            : TypedResults.NotFound();
}
