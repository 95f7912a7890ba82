using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Catalogue;

/// <summary>The catalogue as the database keeps it: master from the first load on.</summary>
/// <param name="database">Where it lies.</param>
public sealed class CatalogueStore(NewsDatabase database)
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

    static async Task<IReadOnlyList<string>> DefinitionsAsync(IQueryable<string?> definitions, CancellationToken cancellation) =>
        [.. (await definitions.Where(definition => definition != null).ToListAsync(cancellation)).OfType<string>()];

    static async Task SaveAsync(NewsContext context, CatalogueData data, CancellationToken cancellation)
    {
        context.Companies.AddRange(data.Companies.Select(company => new Company
        {
            Slug = company.Slug,
            Name = company.Name,
            InCatalogue = true,
            Definition = JsonSerializer.Serialize(company, CatalogueJson.Default.CatalogueCompany),
        }));
        context.Topics.AddRange(data.Topics.Select((topic, position) => new Topic
        {
            Slug = topic.Slug,
            Name = topic.Name,
            Position = position,
            Definition = JsonSerializer.Serialize(topic, CatalogueJson.Default.CatalogueTopic),
        }));
        context.Providers.AddRange(data.Providers.Select(provider => new Provider
        {
            Domain = provider.Domains[0],
            Name = provider.Name,
            Definition = JsonSerializer.Serialize(provider, CatalogueJson.Default.CatalogueProvider),
        }));
        await context.SaveChangesAsync(cancellation);
        var version = CompiledCatalogue.Compile(data).Version;
        await context.States.ExecuteUpdateAsync(set => set.SetProperty(state => state.CatalogueVersion, version), cancellation);
        await context.MoveOnAsync(cancellation);
    }
}
