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

        await SaveAsync(context, data, cancellation);
        await transaction.CommitAsync(cancellation);
        return [];
    }

    /// <summary>Reads the catalogue in force.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<CatalogueData> LoadAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
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
    /// <param name="data">Checked as a whole; no entry of <paramref name="before"/> is missing.</param>
    /// <param name="act">Who does so, and what it changes, for the log.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="StoreException">Somebody changed the catalogue meanwhile.</exception>
    public async Task ReplaceAsync(CatalogueData before, CatalogueData data, AuditAct act, CancellationToken cancellation)
    {
        await using var context = database.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        if ((await context.States.AsNoTracking().SingleAsync(cancellation)).CatalogueVersion != CompiledCatalogue.Compile(before).Version)
            throw new StoreException("The catalogue was changed while the plan was made, so nothing was applied. Try again.");
        AuditLog.Add(context, act, clock.GetUtcNow().UtcDateTime);
        await SaveAsync(context, data, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    static async Task<IReadOnlyList<string>> DefinitionsAsync(IQueryable<string?> definitions, CancellationToken cancellation) =>
        [.. (await definitions.Where(definition => definition != null).ToListAsync(cancellation)).OfType<string>()];

    static async Task SaveAsync(NewsContext context, CatalogueData data, CancellationToken cancellation)
    {
        var companies = await context.Companies.ToDictionaryAsync(company => company.Slug, StringComparer.Ordinal, cancellation);
        foreach (var entry in data.Companies)
        {
            // A name that was found in texts before is adopted where it stands, with its articles.
            var company = companies.GetValueOrDefault(entry.Slug) ?? context.Companies.Add(new Company { Slug = entry.Slug, Name = entry.Name }).Entity;
            (company.Name, company.InCatalogue) = (entry.Name, true);
            company.Definition = JsonSerializer.Serialize(entry, CatalogueJson.Default.CatalogueCompany);
        }

        var topics = await context.Topics.ToDictionaryAsync(topic => topic.Slug, StringComparer.Ordinal, cancellation);
        foreach (var (position, entry) in data.Topics.Index())
        {
            var topic = topics.GetValueOrDefault(entry.Slug) ?? context.Topics.Add(new Topic { Slug = entry.Slug, Name = entry.Name }).Entity;
            (topic.Name, topic.Position) = (entry.Name, position);
            topic.Definition = JsonSerializer.Serialize(entry, CatalogueJson.Default.CatalogueTopic);
        }

        var providers = await context.Providers.ToDictionaryAsync(provider => provider.Domain, StringComparer.Ordinal, cancellation);
        foreach (var entry in data.Providers)
        {
            var provider = providers.GetValueOrDefault(entry.Domains[0]) ?? context.Providers.Add(new Provider { Domain = entry.Domains[0], Name = entry.Name }).Entity;
            provider.Name = entry.Name;
            provider.Definition = JsonSerializer.Serialize(entry, CatalogueJson.Default.CatalogueProvider);
        }

        await context.SaveChangesAsync(cancellation);
        var version = CompiledCatalogue.Compile(data).Version;
        await context.States.ExecuteUpdateAsync(set => set.SetProperty(state => state.CatalogueVersion, version), cancellation);
        await context.MoveOnAsync(cancellation);
    }
}
