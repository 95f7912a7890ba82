using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Catalogue;

/// <summary>A kept catalogue in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">Its hash.</param>
/// <param name="SavedAt">UTC.</param>
/// <param name="SavedBy">Who.</param>
/// <param name="Summary">What was changed.</param>
/// <param name="Reason">Why; null where nobody said.</param>
public sealed record CatalogueVersion(long Id, string Version, DateTime SavedAt, string SavedBy, string Summary, string? Reason);

/// <summary>Every catalogue that was in force.</summary>
/// <param name="database">Where they are.</param>
public sealed class CatalogueVersions(NewsDatabase database)
{
    /// <summary>The latest first.</summary>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<CatalogueVersion>> ListAsync(int most, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await Told(context.SavedCatalogues.OrderByDescending(saved => saved.Id).Take(most)).ToListAsync(cancellation);
    }

    /// <summary>One, with what it holds; null where there is none.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<(CatalogueVersion Version, CatalogueData Data)?> FindAsync(long id, CancellationToken cancellation) =>
        OneAsync(saved => saved.Where(one => one.Id == id), cancellation);

    /// <summary>The latest that has a hash; null where none has.</summary>
    /// <param name="version">The hash.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<(CatalogueVersion Version, CatalogueData Data)?> FindAsync(string version, CancellationToken cancellation) =>
        OneAsync(saved => saved.Where(one => one.Version == version).OrderByDescending(one => one.Id), cancellation);

    /// <summary>The one that was loaded first; null where none is kept yet.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<(CatalogueVersion Version, CatalogueData Data)?> FirstAsync(CancellationToken cancellation) => OneAsync(saved => saved.OrderBy(one => one.Id), cancellation);

    /// <summary>Keeps a catalogue within the unit of work that puts it in force; the caller saves.</summary>
    internal static void Keep(NewsContext context, CatalogueData data, AuditAct act, DateTime at) => context.SavedCatalogues.Add(new SavedCatalogue
    {
        Version = CompiledCatalogue.VersionOf(data),
        SavedAt = at,
        SavedBy = act.Who,
        Summary = act.Subject ?? "",
        Reason = act.Reason,
        Content = OriginalBytes.Pack(JsonSerializer.SerializeToUtf8Bytes(data, CatalogueJson.Default.CatalogueData)),
    });

    async Task<(CatalogueVersion Version, CatalogueData Data)?> OneAsync(Func<IQueryable<SavedCatalogue>, IQueryable<SavedCatalogue>> which, CancellationToken cancellation)
    {
        await using var context = database.Open();
        if (await which(context.SavedCatalogues.AsNoTracking()).FirstOrDefaultAsync(cancellation) is not { } saved) return null;
        var data = JsonSerializer.Deserialize(OriginalBytes.Unpack(saved.Content), CatalogueJson.Default.CatalogueData)!;
        return (new CatalogueVersion(saved.Id, saved.Version, saved.SavedAt, saved.SavedBy, saved.Summary, saved.Reason), data);
    }

    static IQueryable<CatalogueVersion> Told(IQueryable<SavedCatalogue> saved) =>
        saved.Select(one => new CatalogueVersion(one.Id, one.Version, one.SavedAt, one.SavedBy, one.Summary, one.Reason));
}
