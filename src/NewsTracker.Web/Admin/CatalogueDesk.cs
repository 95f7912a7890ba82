using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Admin;

/// <summary>Makes proposals of what people do with the catalogue. Nothing is written here.</summary>
/// <param name="versions">What earlier catalogues held.</param>
sealed class CatalogueDesk(CatalogueVersions versions)
{
    /// <summary>Whether an entry was changed by somebody since a form was filled.</summary>
    /// <param name="filledFrom">Hash of the catalogue that the form was filled from.</param>
    /// <param name="now">The catalogue in force.</param>
    /// <param name="list">The entry's list.</param>
    /// <param name="key">Its slug.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Who changed what, as a sentence; null where nobody did.</returns>
    public async Task<string?> ConflictAsync(string? filledFrom, CatalogueData now, string list, string key, CancellationToken cancellation)
    {
        if (filledFrom is null || filledFrom == CompiledCatalogue.VersionOf(now) || await versions.FindAsync(filledFrom, cancellation) is not { } then) return null;
        if (CatalogueComparison.Changes(then.Data, now).FirstOrDefault(change => change.List == list && change.Key == key) is not { } change) return null;
        var last = (await versions.ListAsync(1, cancellation))[0];
        var fields = string.Join("; ", change.Fields.Select(field => $"{field.Field}: {Plain(field.Old)} → {Plain(field.New)}"));
        return $"Somebody changed this entry while you were editing ({fields}); the last change of the catalogue was by {last.SavedBy} at {JobSentences.Instant(last.SavedAt)} UTC. What you typed stands here: take over what you want to keep, then try again, and yours is taken.";
    }

    /// <summary>An earlier catalogue, to be put in force again; null where there is none of this key.</summary>
    /// <param name="now">The catalogue in force.</param>
    /// <param name="id">Which.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<CatalogueProposal?> RestoreAsync(CatalogueData now, long id, string? reason, CancellationToken cancellation) =>
        await versions.FindAsync(id, cancellation) is { } earlier
            ? new CatalogueProposal(now, earlier.Data, AuditKind.CatalogueRestored, $"As of {JobSentences.Instant(earlier.Version.SavedAt)} UTC", reason, "/admin/catalogue/versions")
            : null;

    /// <summary>A file's entries. One that was edited here since the first load, and that the file has otherwise, stays where the person did not say that the file wins.</summary>
    /// <param name="plan">Without mistakes.</param>
    /// <param name="name">The file's.</param>
    /// <param name="fileWins">Whether it replaces entries that were edited here.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<CatalogueProposal> ImportAsync(CataloguePlan plan, string name, bool fileWins, string? reason, CancellationToken cancellation)
    {
        var edited = await versions.FirstAsync(cancellation) is { } first
            ? CatalogueComparison.Changes(first.Data, plan.Before).Select(change => (change.List, change.Key)).ToHashSet()
            : [];
        var contested = plan.Changes.Where(change => !change.IsNew && edited.Contains((change.List, change.Key))).ToList();
        var after = fileWins ? plan.After! : contested.Aggregate(plan.After!, (data, change) => WithOwn(data, plan.Before, change));
        return new CatalogueProposal(plan.Before, after, AuditKind.CatalogueImported, $"{name}: {Counted.Of(plan.Changes.Count, "entry", "entries")}", reason, "/admin/catalogue/import")
        {
            StaysHere = fileWins ? [] : [.. contested.Select(change => change.Name)],
        };
    }

    static string Plain(string? json) => json is null ? "nothing" : CatalogueSentences.Plain(json);

    static CatalogueData WithOwn(CatalogueData data, CatalogueData own, CatalogueChange change) => change.List switch
    {
        "companies" => data.With(own.Companies.First(company => company.Slug == change.Key)),
        "topics" => data.With(own.Topics.First(topic => topic.Slug == change.Key)),
        _ => data with { Providers = [.. data.Providers.Select(provider => provider.Domains[0] == change.Key ? own.Providers.First(one => one.Domains[0] == change.Key) : provider)] },
    };
}
