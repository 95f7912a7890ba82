using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsTracker.Web.Admin;

/// <summary>How far the desk's import is, for the page that polls it.</summary>
/// <param name="Running">False once it ended; the page then loads anew.</param>
/// <param name="Found">Files found.</param>
/// <param name="Done">Files done of them.</param>
/// <param name="Told">The same as a sentence.</param>
public sealed record ImportProgressJson(bool Running, int Found, int Done, string Told)
{
    internal static Ok<ImportProgressJson> Get(ImportJobs jobs) => TypedResults.Ok(From(jobs.Latest));

    /// <summary>As a job stands.</summary>
    /// <param name="job">Null where there is none.</param>
    public static ImportProgressJson From(ImportJob? job) =>
        new(job is { IsRunning: true }, job?.Progress?.Found ?? 0, job?.Progress?.Done ?? 0, job is null ? "" : JobSentences.Progress(job));
}
