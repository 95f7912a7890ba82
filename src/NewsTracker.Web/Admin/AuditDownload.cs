using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Exports;

namespace NewsTracker.Web.Admin;

/// <summary>The log, to keep or to look through elsewhere.</summary>
static class AuditDownload
{
    /// <summary>As CSV, written while it is read.</summary>
    public static IResult Get(string? who, string? kind, AuditQueries log, HttpContext context)
    {
        AuditKind? only = Enum.TryParse<AuditKind>(kind, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        if (!string.IsNullOrEmpty(kind) && only is null) return TypedResults.Problem($"“{kind}” is nothing that is logged. Choose on /admin/log.", statusCode: StatusCodes.Status400BadRequest);
        var entries = log.AllAsync(new AuditFilter(string.IsNullOrEmpty(who) ? null : who, only));
        return TypedResults.Stream(output => AuditCsv.WriteAsync(entries, output, context.RequestAborted), "text/csv; charset=utf-8", "log.csv");
    }
}
