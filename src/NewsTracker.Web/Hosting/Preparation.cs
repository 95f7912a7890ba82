using NewsTracker.Storage;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Maintenance;

namespace NewsTracker.Web.Hosting;

/// <summary>Makes the database fit for work: directories, a restore that was killed, schema, a lock left by a dead process, the catalogue.</summary>
/// <param name="hold">Held from here on, beside others, so that no restore takes the data away from under this process.</param>
/// <param name="database">The file.</param>
/// <param name="backups">Takes one before an upgrade.</param>
/// <param name="catalogues">Loaded once, into an empty database.</param>
/// <param name="locks">Freed where the holder is dead.</param>
/// <param name="settings">Places and catalogue folder.</param>
public sealed class Preparation(
    DataHold hold, NewsDatabase database, BackupFolder backups, CatalogueStore catalogues, ImportLockKeeper locks, TrackerSettings settings)
{
    /// <summary>Does so; again changes nothing.</summary>
    /// <param name="tell">Takes a sentence about what a person did not ask for.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="StoreException">The database cannot be used, or the catalogue has mistakes.</exception>
    public async Task RunAsync(Action<string> tell, CancellationToken cancellation)
    {
        DataFolder.MakePrivate(settings.Places.Root);
        await hold.ShareAsync(tell, cancellation);
        settings.Places.Create();
        if (await database.NeedsUpgradeAsync(cancellation))
            tell($"The database is upgraded. As it was before, it is kept in {(await backups.AddBeforeUpgradeAsync(cancellation)).File}.");
        await database.MigrateAsync(cancellation);
        await locks.RecoverAsync(cancellation);
        var mistakes = await catalogues.EnsureLoadedAsync(settings.CatalogueFolder, cancellation);
        if (mistakes.Count > 0) throw new StoreException(CatalogueMistakes.Describe(settings.CatalogueFolder, mistakes));
    }
}
