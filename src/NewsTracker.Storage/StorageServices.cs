using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Hiding;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Maintenance;
using NewsTracker.Storage.Merging;
using NewsTracker.Storage.Queries;
using NewsTracker.Storage.Retagging;
using NewsTracker.Storage.Reviewing;
using NewsTracker.Storage.Undoing;

namespace NewsTracker.Storage;

/// <summary>The store's classes for the host to inject.</summary>
public static class StorageServices
{
    /// <summary>Adds them, one of each; the host brings <see cref="TimeProvider"/>, logging and <see cref="Ingestion.IngestionLimits"/>.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="folder">The data directory; it must exist when something is used.</param>
    public static IServiceCollection AddNewsStorage(this IServiceCollection services, DataFolder folder) => services
        .AddSingleton(folder)
        .AddSingleton<DataHold>()
        .AddSingleton(_ => new NewsDatabase(folder.Database))
        .AddSingleton<AuditLog>()
        .AddSingleton<AuditQueries>()
        .AddSingleton<CatalogueStore>()
        .AddSingleton<CatalogueImport>()
        .AddSingleton<CatalogueVersions>()
        .AddSingleton<ImportLockKeeper>()
        .AddSingleton<Importer>()
        .AddSingleton<ChangedFiles>()
        .AddSingleton<Retagger>()
        .AddSingleton<Undoer>()
        .AddSingleton<ArticleHider>()
        .AddSingleton<ReviewQueue>()
        .AddSingleton<RefusedFiles>()
        .AddSingleton<LackingNames>()
        .AddSingleton<MergeDesk>()
        .AddSingleton<MergeQueries>()
        .AddSingleton<CorrectionDesk>()
        .AddSingleton<CorrectionQueries>()
        .AddSingleton<ArticleIndexes>()
        .AddSingleton<ArticleQueries>()
        .AddSingleton<TagQueries>()
        .AddSingleton<FoundNames>()
        .AddSingleton<RunQueries>()
        .AddSingleton<IntegrityCheck>()
        .AddSingleton<BackupWriter>()
        .AddSingleton<Restorer>();
}
