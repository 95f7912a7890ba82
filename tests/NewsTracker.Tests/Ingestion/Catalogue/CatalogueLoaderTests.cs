using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Tests.Ingestion.Catalogue;

public sealed class CatalogueLoaderTests : IDisposable
{
    const string Company = "companies:\n  - name: Yoti\n    slug: yoti\n    kind: [vendor]\n";
    const string Topic = "topics:\n  - name: Funding\n    slug: funding\n    description: Money.\n    rules:\n      - weight: 4\n        phrases: [funding round]\n";
    const string Provider = "providers:\n  - name: Axios\n    domains: [axios.com]\n";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("catalogue");

    [Fact]
    public void A_sound_catalogue_is_loaded_whole()
    {
        var loading = Load(Company + "    aliases: [Yoti Ltd]\n    country: GB\n", Topic, Provider);

        Assert.Empty(loading.Errors);
        var company = Assert.Single(loading.Data!.Companies);
        Assert.Equal(("Yoti", "yoti", "GB", "Yoti Ltd"), (company.Name, company.Slug, company.Country, company.Aliases[0]));
        Assert.Equal(4, loading.Data.Topics[0].Rules[0].Weight);
    }

    [Theory]
    [InlineData("companies: [}\n", 1, "valid YAML")]
    [InlineData("companies:\n  - name: Yoti\n   slug: yoti\n", 3, "valid YAML")]
    [InlineData("companies:\n  - name: Yoti\n    name: Yoti\n", 3, "valid YAML")]
    [InlineData("", 1, "exactly one YAML document")]
    [InlineData("firms: []\n", 1, "“companies:”")]
    [InlineData("companies: Yoti\n", 1, "“companies:”")]
    [InlineData("companies:\n  - Yoti\n", 2, "“- name:”")]
    [InlineData("companies:\n  - slug: yoti\n    kind: [vendor]\n", 2, "“name” is missing")]
    [InlineData("companies:\n  - name: Yoti\n    kind: [vendor]\n", 2, "“slug” is missing")]
    [InlineData("companies:\n  - name: Yoti\n    slug: yoti\n", 2, "“kind” is missing")]
    [InlineData("companies:\n  - name: [Yoti]\n    slug: yoti\n    kind: [vendor]\n", 2, "plain text")]
    [InlineData("companies:\n  - name: Yoti\n    slug: Yoti Ltd\n    kind: [vendor]\n", 3, "no slug")]
    [InlineData(Company + "    homepage: yoti.com\n", 5, "no key of this entry")]
    [InlineData(Company + "    aliases: Yoti Ltd\n", 5, "must be a list")]
    [InlineData(Company + "    aliases: [Yoti Ltd, \"\"]\n", 5, "empty value")]
    [InlineData(Company + "    country: UK\n", 5, "ISO 3166-1")]
    [InlineData(Company + "    ambiguous: [Yo]\n    context: [age]\n", 5, "no name of this entry")]
    [InlineData(Company + "    ambiguous: [Yoti]\n", 5, "“context” is missing")]
    [InlineData(Company + "    context: [\"age * check\"]\n", 5, "may only end the last word")]
    [InlineData(Company + "  - name: Yoti Two\n    slug: yoti\n    kind: [vendor]\n", 6, "line 3")]
    [InlineData(Company + "  - name: Other\n    slug: other\n    kind: [vendor]\n    aliases: [yoti]\n", 8, "line 2")]
    [InlineData("companies:\n  - name: Yoti\n    slug: yoti\n    kind: [wizard]\n", 4, "no kind of company")]
    public void A_mistake_among_companies_is_named_with_its_line(string companies, int line, string says) =>
        Named(CatalogueLoader.CompaniesFile, line, says, Load(companies, Topic, Provider));

    [Theory]
    [InlineData("topics:\n  - name: Funding\n    slug: funding\n", 2, "“description” is missing")]
    [InlineData(Topic + "    yieldsTo: [weather]\n", 8, "slug of no other topic")]
    [InlineData(Topic + "    yieldsTo: [funding]\n", 8, "slug of no other topic")]
    [InlineData(Topic + "    except: [\"fund*ing\"]\n", 8, "may only end the last word")]
    [InlineData(Topic + "      - weight: heavy\n        phrases: [round]\n", 8, "no weight")]
    [InlineData(Topic + "      - weight: 9\n        phrases: [round]\n", 8, "no weight")]
    [InlineData(Topic + "      - phrases: [round]\n", 8, "“weight” is missing")]
    [InlineData(Topic + "      - weight: 2\n", 8, "no phrases")]
    [InlineData(Topic + "      - weight: 2\n        phrases: [a + b + c + d]\n", 9, "at most 3")]
    [InlineData(Topic + "      - weight: 2\n        phrases: [\"raises + \\u2026\"]\n", 9, "no word to look for")]
    [InlineData(Topic + "      - weight: 2\n        phrases: [\"raises *\"]\n", 9, "space before")]
    [InlineData(Topic + "      - round\n", 8, "keys and values")]
    public void A_mistake_among_topics_is_named_with_its_line(string topics, int line, string says) =>
        Named(CatalogueLoader.TopicsFile, line, says, Load(Company, topics, Provider));

    [Theory]
    [InlineData("providers:\n  - name: Axios\n", 2, "“domains” is missing")]
    [InlineData("providers:\n  - name: Axios\n    domains: [https://axios.com/]\n", 3, "no domain")]
    [InlineData("providers:\n  - name: Axios\n    domains: [www.axios.com]\n", 3, "no domain")]
    [InlineData(Provider + "  - name: Axios Two\n    domains: [axios.com]\n", 5, "line 3")]
    [InlineData(Provider + "    marks: [Go deeper]\n  - name: Other\n    domains: [other.com]\n    marks: [Go deeper]\n", 7, "line 4")]
    public void A_mistake_among_providers_is_named_with_its_line(string providers, int line, string says) =>
        Named(CatalogueLoader.ProvidersFile, line, says, Load(Company, Topic, providers));

    [Fact]
    public void Every_mistake_of_every_file_is_told_at_once()
    {
        var loading = Load(Company + "    country: UK\n    size: big\n", Topic + "    yieldsTo: [weather]\n", "providers: none\n");

        Assert.Equal([("companies.yaml", 5), ("companies.yaml", 6), ("providers.yaml", 1), ("topics.yaml", 8)], loading.Errors.Select(error => (error.File, error.Line)));
        Assert.Null(loading.Data);
    }

    [Fact]
    public void A_missing_file_is_a_mistake()
    {
        var loading = CatalogueLoader.Load(Path.Combine(_folder.FullName, "nowhere"));

        Assert.Null(loading.Data);
        Assert.Equal(3, loading.Errors.Count);
        Assert.All(loading.Errors, error => Assert.Contains("cannot be read", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_in_another_encoding_is_a_mistake()
    {
        Load(Company, Topic, Provider);
        File.WriteAllBytes(Path.Combine(_folder.FullName, CatalogueLoader.ProvidersFile), [.. "providers: # "u8, 0xE9, (byte)'\n']);

        Assert.Contains("UTF-8", Assert.Single(CatalogueLoader.Load(_folder.FullName).Errors).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    static void Named(string file, int line, string says, CatalogueLoading loading)
    {
        Assert.Null(loading.Data);
        var error = loading.Errors[0];
        Assert.Equal((file, line), (error.File, error.Line));
        Assert.True(error.Column >= 1);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    CatalogueLoading Load(string companies, string topics, string providers)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, CatalogueLoader.CompaniesFile), companies);
        File.WriteAllText(Path.Combine(_folder.FullName, CatalogueLoader.TopicsFile), topics);
        File.WriteAllText(Path.Combine(_folder.FullName, CatalogueLoader.ProvidersFile), providers);
        return CatalogueLoader.Load(_folder.FullName);
    }
}
