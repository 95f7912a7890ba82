using System.Text.Json;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Tests.Ingestion.Catalogue;

public sealed class ShippedCatalogueTests
{
    [Fact]
    public void The_shipped_catalogue_has_no_mistake() => Assert.Empty(Shipped.Loading.Errors);

    [Fact]
    public void It_knows_the_industry()
    {
        var data = Shipped.Compiled.Data;

        Assert.True(data.Companies.Count >= 180);
        Assert.Equal(20, data.Topics.Count);
        Assert.InRange(data.Providers.Count, 60, 200);
        Assert.All(data.Topics, topic => Assert.NotEmpty(topic.Rules));
    }

    [Fact]
    public void Every_slug_is_unique_and_made_from_its_name()
    {
        var named = Shipped.Compiled.Data.Companies.Select(company => (company.Name, company.Slug))
            .Concat(Shipped.Compiled.Data.Topics.Select(topic => (topic.Name, topic.Slug))).ToList();

        Assert.All(named, entry => Assert.Equal(Slugs.From(entry.Name), entry.Slug));
        Assert.Equal(named.Count, named.DistinctBy(entry => entry.Slug).Count());
    }

    [Fact]
    public void Entries_survive_the_way_through_the_database()
    {
        foreach (var company in Shipped.Compiled.Data.Companies)
        {
            var json = JsonSerializer.Serialize(company, CatalogueJson.Default.CatalogueCompany);
            Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, CatalogueJson.Default.CatalogueCompany)!, CatalogueJson.Default.CatalogueCompany));
        }

        var topics = Shipped.Compiled.Data.Topics.Select(topic =>
            JsonSerializer.Deserialize(JsonSerializer.Serialize(topic, CatalogueJson.Default.CatalogueTopic), CatalogueJson.Default.CatalogueTopic)!);
        Assert.Equal(Shipped.Compiled.Version, CompiledCatalogue.Compile(Shipped.Compiled.Data with { Topics = [.. topics] }).Version);
    }

    [Fact]
    public void The_version_changes_with_any_content()
    {
        var data = Shipped.Compiled.Data;
        var edited = data with { Companies = [data.Companies[0] with { Aliases = [] }, .. data.Companies.Skip(1)] };

        Assert.Matches("^[0-9a-f]{12}$", Shipped.Compiled.Version);
        Assert.Equal(Shipped.Compiled.Version, CompiledCatalogue.Compile(data).Version);
        Assert.NotEqual(Shipped.Compiled.Version, CompiledCatalogue.Compile(edited).Version);
    }

    [Theory]
    [InlineData("uk.reuters.com", "Reuters")]
    [InlineData("AXIOS.com", "Axios")]
    [InlineData("news.sky.com", "Sky News")]
    [InlineData("notreuters.com", null)]
    [InlineData("localhost", null)]
    public void A_publisher_is_known_by_its_host(string host, string? name) => Assert.Equal(name, Shipped.Compiled.ProviderAt(host)?.Name);
}
