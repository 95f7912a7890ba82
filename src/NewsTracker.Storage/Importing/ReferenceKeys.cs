using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>The keys of companies, topics and providers; a name that comes for the first time gets a row.</summary>
/// <param name="context">Writes within the batch's transaction.</param>
sealed class ReferenceKeys(NewsContext context)
{
    Dictionary<string, long> _companies = [];
    Dictionary<string, long> _topics = [];
    Dictionary<string, long> _providers = [];

    /// <summary>Reads what is there, so that another process's rows are known too. Call within the batch's transaction.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        _companies = await context.Companies.AsNoTracking().ToDictionaryAsync(company => company.Slug, company => company.Id, cancellation);
        _topics = await context.Topics.AsNoTracking().ToDictionaryAsync(topic => topic.Slug, topic => topic.Id, cancellation);
        _providers = await context.Providers.AsNoTracking().ToDictionaryAsync(provider => provider.Domain, provider => provider.Id, cancellation);
    }

    public long Company(CompanyTag tag)
    {
        if (_companies.TryGetValue(tag.Slug, out var id)) return id;
        var company = Add(new Company { Slug = tag.Slug, Name = tag.Name, InCatalogue = tag.Catalogue });
        return _companies[tag.Slug] = company.Id;
    }

    public long Topic(TopicTag tag)
    {
        if (_topics.TryGetValue(tag.Slug, out var id)) return id;
        var topic = Add(new Topic { Slug = tag.Slug, Name = tag.Name });
        return _topics[tag.Slug] = topic.Id;
    }

    public long? Provider(ProviderClaim? claim)
    {
        if (claim is null) return null;
        var domain = claim.Domain ?? Slugs.ForName(claim.Name);
        if (_providers.TryGetValue(domain, out var id)) return id;
        var provider = Add(new Provider { Domain = domain, Name = claim.Name });
        return _providers[domain] = provider.Id;
    }

    // One row at a time is fine: a few hundred names come in a tracker's life.
    T Add<T>(T row)
        where T : class
    {
        context.Add(row);
        context.SaveChanges();
        context.Entry(row).State = EntityState.Detached;
        return row;
    }
}
