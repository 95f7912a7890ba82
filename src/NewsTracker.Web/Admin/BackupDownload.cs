using Microsoft.AspNetCore.Http.HttpResults;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>A backup, to keep elsewhere.</summary>
static class BackupDownload
{
    /// <summary>As an attachment; only names that backups have lead anywhere, so that no other file can be asked for.</summary>
    public static async Task<Results<PhysicalFileHttpResult, NotFound>> GetAsync(
        string name, BackupFolder backups, AuditLog log, HttpContext context, CancellationToken cancellation)
    {
        if (backups.Find(name) is not { } file) return TypedResults.NotFound();
        await log.WriteAsync(new AuditAct(context.User.Name(), AuditKind.BackupDownloaded) { Subject = name }, cancellation);
        return TypedResults.PhysicalFile(file, "application/zip", name, enableRangeProcessing: true);
    }
}
