using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;

namespace NewsTracker.Storage.Queries;

/// <summary>Catalogue entries as the database keeps them: JSON by slug.</summary>
sealed class TagDefinitions(NewsDatabase database)
{
    public async Task<Dictionary<string, string>> OfCompaniesAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Companies.Where(company => company.Definition != null)
            .ToDictionaryAsync(company => company.Slug, company => company.Definition ?? "", cancellation);
    }

    public async Task<Dictionary<string, string>> OfTopicsAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Topics.Where(topic => topic.Definition != null)
            .ToDictionaryAsync(topic => topic.Slug, topic => topic.Definition ?? "", cancellation);
    }

    public async Task<Dictionary<string, string>> OfProvidersAsync(CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await context.Providers.Where(provider => provider.Definition != null)
            .ToDictionaryAsync(provider => provider.Domain, provider => provider.Definition ?? "", cancellation);
    }

    /// <summary>The entry; null where there is none.</summary>
    public static T? Read<T>(string? definition, JsonTypeInfo<T> type)
        where T : class => definition is null ? null : JsonSerializer.Deserialize(definition, type);
}
