using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Catalogue;

namespace NewsTracker.Web.Admin;

/// <summary>The catalogue's addresses at the desk that are no pages.</summary>
static class CatalogueEndpoints
{
    /// <summary>How far the job that runs is, else the person's own last one.</summary>
    public static Ok<ImportProgressJson> Progress(CatalogueJobs jobs, HttpContext context)
    {
        var job = jobs.Running ?? jobs.Of(context.User.Identity?.Name ?? "");
        return TypedResults.Ok(new ImportProgressJson(
            job is { IsRunning: true }, job?.Progress?.Found ?? 0, job?.Progress?.Done ?? 0, job is null ? "" : CatalogueSentences.Progress(job)));
    }

    /// <summary>The catalogue in force as the YAML file that the import takes.</summary>
    public static async Task<FileContentHttpResult> YamlAsync(CatalogueStore catalogues, CancellationToken cancellation) =>
        TypedResults.Bytes(Encoding.UTF8.GetBytes(CatalogueWriter.Text(await catalogues.LoadAsync(cancellation))), "application/yaml; charset=utf-8", "catalogue.yaml");
}
