using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Catalogue;

/// <summary>The catalogue as the database keeps it: master from the first load on.</summary>
/// <param name="database">Where it lies.</param>
/// <param name="clock">When things happen.</param>
public sealed class CatalogueStore(NewsDatabase database, TimeProvider clock)
{
    /// <summary>Loads the folder's catalogue into a database that has none.</summary>
    /// <param name="folder">Holds <c>companies.yaml</c>, <c>topics.yaml</c> and <c>providers.yaml</c>.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The mistakes found; with any, nothing was loaded. Empty where the database had a catalogue already.</returns>
    public async Task<IReadOnlyList<CatalogueError>> EnsureLoadedAsync(string folder, CancellationToken cancellation)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        if ((await context.States.AsNoTracking().SingleAsync(cancellation)).CatalogueVersion is not null) return [];
        var loading = CatalogueLoader.Load(folder);
        if (loading.Data is not { } data) return loading.Errors;

        await SaveAsync(context, data, FirstLoad, cancellation);
        await transaction.CommitAsync(cancellation);
        return [];
    }

    /// <summary>Reads the catalogue in force.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<CatalogueData> LoadAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await LoadAsync(context, cancellation);
    }

    static async Task<CatalogueData> LoadAsync(NewsContext context, CancellationToken cancellation)
    {
        var companies = await DefinitionsAsync(context.Companies.OrderBy(company => company.Id).Select(company => company.Definition), cancellation);
        var topics = await DefinitionsAsync(context.Topics.OrderBy(topic => topic.Position).Select(topic => topic.Definition), cancellation);
        var providers = await DefinitionsAsync(context.Providers.OrderBy(provider => provider.Id).Select(provider => provider.Definition), cancellation);
        return new CatalogueData(
            [.. companies.Select(text => JsonSerializer.Deserialize(text, CatalogueJson.Default.CatalogueCompany)!)],
            [.. topics.Select(text => JsonSerializer.Deserialize(text, CatalogueJson.Default.CatalogueTopic)!)],
            [.. providers.Select(text => JsonSerializer.Deserialize(text, CatalogueJson.Default.CatalogueProvider)!)]);
    }

    /// <summary>Puts a catalogue in force in place of the one that was read before. Articles keep their tags until they are tagged again.</summary>
    /// <param name="before">The catalogue that the new one was made from.</param>
    /// <param name="data">Checked as a whole. An entry of <paramref name="before"/> that is missing is a name like those found in texts from then on.</param>
    /// <param name="act">Who does so, and what it changes, for the log.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="StoreException">Somebody changed the catalogue meanwhile.</exception>
    public async Task ReplaceAsync(CatalogueData before, CatalogueData data, AuditAct act, CancellationToken cancellation)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        if ((await context.States.AsNoTracking().SingleAsync(cancellation)).CatalogueVersion != CompiledCatalogue.VersionOf(before))
            throw await MovedOnAsync(context, cancellation);
        if (!await context.SavedCatalogues.AnyAsync(cancellation)) CatalogueVersions.Keep(context, before, KeptFirst, clock.GetUtcNow().UtcDateTime);
        AuditLog.Add(context, act, clock.GetUtcNow().UtcDateTime);
        await SaveAsync(context, data, act, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // Versions began to be kept later than catalogues.
    static readonly AuditAct FirstLoad = new("first start", AuditKind.CatalogueImported) { Subject = "Loaded from the files" };
    static readonly AuditAct KeptFirst = new("first start", AuditKind.CatalogueImported) { Subject = "As it stood before its first kept change" };

    static async Task<StoreException> MovedOnAsync(NewsContext context, CancellationToken cancellation)
    {
        var last = await context.SavedCatalogues.OrderByDescending(saved => saved.Id).Select(saved => new { saved.SavedBy, saved.SavedAt, saved.Summary }).FirstOrDefaultAsync(cancellation);
        var who = last is null ? "somebody" : $"{last.SavedBy} at {last.SavedAt:HH:mm:ss} UTC ({last.Summary})";
        return new StoreException($"The catalogue was changed meanwhile by {who}, so nothing was saved. Try again: the change is then made to the catalogue as it is now.");
    }

    static async Task<IReadOnlyList<string>> DefinitionsAsync(IQueryable<string?> definitions, CancellationToken cancellation) =>
        [.. (await definitions.Where(definition => definition != null).ToListAsync(cancellation)).OfType<string>()];

    async Task SaveAsync(NewsContext context, CatalogueData data, AuditAct act, CancellationToken cancellation)
    {
        await SetEntriesAsync(context, data, cancellation);
        await context.SaveChangesAsync(cancellation);
        // In the order in which it is read from now on, which is not the one of the data where a found name was adopted.
        var saved = await LoadAsync(context, cancellation);
        CatalogueVersions.Keep(context, saved, act, clock.GetUtcNow().UtcDateTime);
        await context.SaveChangesAsync(cancellation);
        var version = CompiledCatalogue.VersionOf(saved);
        await context.States.ExecuteUpdateAsync(set => set.SetProperty(state => state.CatalogueVersion, version), cancellation);
        await context.MoveOnAsync(cancellation);
    }

    static async Task SetEntriesAsync(NewsContext context, CatalogueData data, CancellationToken cancellation)
    {
        var companies = await context.Companies.ToDictionaryAsync(company => company.Slug, StringComparer.Ordinal, cancellation);
        foreach (var gone in companies.Values) (gone.InCatalogue, gone.Definition) = (false, null);
        foreach (var entry in data.Companies)
        {
            // A name that was found in texts before is adopted where it stands, with its articles.
            var company = companies.GetValueOrDefault(entry.Slug) ?? context.Companies.Add(new Company { Slug = entry.Slug, Name = entry.Name }).Entity;
            (company.Name, company.InCatalogue) = (entry.Name, true);
            company.Definition = JsonSerializer.Serialize(entry, CatalogueJson.Default.CatalogueCompany);
        }

        var topics = await context.Topics.ToDictionaryAsync(topic => topic.Slug, StringComparer.Ordinal, cancellation);
        foreach (var gone in topics.Values) (gone.Position, gone.Definition) = (null, null);
        foreach (var (position, entry) in data.Topics.Index())
        {
            var topic = topics.GetValueOrDefault(entry.Slug) ?? context.Topics.Add(new Topic { Slug = entry.Slug, Name = entry.Name }).Entity;
            (topic.Name, topic.Position) = (entry.Name, position);
            topic.Definition = JsonSerializer.Serialize(entry, CatalogueJson.Default.CatalogueTopic);
        }

        var providers = await context.Providers.ToDictionaryAsync(provider => provider.Domain, StringComparer.Ordinal, cancellation);
        foreach (var gone in providers.Values) gone.Definition = null;
        foreach (var entry in data.Providers)
        {
            var provider = providers.GetValueOrDefault(entry.Domains[0]) ?? context.Providers.Add(new Provider { Domain = entry.Domains[0], Name = entry.Name }).Entity;
            provider.Name = entry.Name;
            provider.Definition = JsonSerializer.Serialize(entry, CatalogueJson.Default.CatalogueProvider);
        }
    }
}
