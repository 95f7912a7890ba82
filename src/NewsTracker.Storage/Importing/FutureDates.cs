using System.Globalization;
using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Importing;

/// <summary>A date that lies ahead of us is doubted, not changed. Here and not in the reader, because it depends on when one asks.</summary>
static class FutureDates
{
    /// <summary>A publisher's civil day can be a day ahead of UTC.</summary>
    static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    public static ArticleDraft Judge(ArticleDraft draft, DateTime now) =>
        draft.Published.At is { } at && at > now + Tolerance
            ? draft with { Warnings = [.. draft.Warnings, new Warning(WarningCode.FutureDate, Message(at))] }
            : draft;

    static string Message(DateTime at) =>
        $"The date of publication, {at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, lay in the future when the file was read. Check the file.";
}
