using NewsTracker.Storage;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;

namespace NewsTracker.Web.Hosting;

/// <summary>Makes the database fit for work: directories, schema, a lock left by a dead process, the catalogue.</summary>
/// <param name="database">The file.</param>
/// <param name="catalogues">Loaded once, into an empty database.</param>
/// <param name="locks">Freed where the holder is dead.</param>
/// <param name="settings">Places and catalogue folder.</param>
public sealed class Preparation(NewsDatabase database, CatalogueStore catalogues, ImportLockKeeper locks, TrackerSettings settings)
{
    /// <summary>Does so; again changes nothing.</summary>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="StoreException">The database cannot be used, or the catalogue has mistakes.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        settings.Places.Create();
        await database.MigrateAsync(cancellation);
        await locks.RecoverAsync(cancellation);
        var mistakes = await catalogues.EnsureLoadedAsync(settings.CatalogueFolder, cancellation);
        if (mistakes.Count > 0) throw new StoreException(CatalogueMistakes.Describe(settings.CatalogueFolder, mistakes));
    }
}
