using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Benchmarks.Synthetic;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Parsing;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Ingestion.Tagging;
using NewsTracker.Ingestion.Tagging.FoundNames;
using NewsTracker.Storage;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Queries;
using NewsTracker.Storage.Search;

namespace NewsTracker.Benchmarks.Inner;

/// <summary>Inner parts, each alone, in this process.</summary>
public class InnerBenchmarks
{
    const int Articles = 100_000;
    readonly string _query = "company:sensetime \"facial recognition\" airport* -china A.I. S&P from:2020 AT&T";

    readonly FrontMatterParser _parser = new(new IngestionLimits());
    readonly SourceText _file = new("seed.txt", TextDecoder.Decode(Specimens.Own()[0]).Text!, "utf-8", SourceFormat.FrontMatter);
    ArticleIndex? _index;
    CompanyTagger? _companies;
    ArticleDraft _headline = null!;
    ArticleFilter _filter = null!;

    /// <summary>Runs all of them and prints the table.</summary>
    public static int Run()
    {
        using var artifacts = new TemporaryFolder();
        var config = new ManualConfig { ArtifactsPath = artifacts.Path }
            .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithWarmupCount(4).WithIterationCount(12))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default);
        var summary = BenchmarkRunner.Run<InnerBenchmarks>(config);
        return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;
    }

    /// <summary>The first seed with its list, from text to draft.</summary>
    [Benchmark(Description = "reading a front-matter file with 13 entries in its list")]
    public object ReadFrontMatter() => _parser.Parse(_file);

    /// <summary>Folding, finding and weighing.</summary>
    [Benchmark(Description = "finding companies in a title and an excerpt")]
    public object FindCompanies()
    {
        var text = new ArticleText(_headline);
        return _companies!.Tag(text, _companies.Mentions(text, publisher: null, namesOnly: false));
    }

    /// <summary>Two names and a span of time, and every count that a list shows beside it, taken before.</summary>
    [Benchmark(Description = "a filter with all facets over 100,000 articles, counted before")]
    public object FilterWithFacets() => FacetCounter.Count(_index!, _filter, Matches());

    /// <summary>The same articles, and their companies, topics and providers counted anew.</summary>
    [Benchmark(Description = "a filter over 100,000 articles, and every tag counted among what passes")]
    public object FilterAndCount()
    {
        var among = Matches().All;
        return (_index!.Companies.Counts(among), _index.Topics.Counts(among), _index.Providers.Counts(among));
    }

    /// <summary>What a person types.</summary>
    [Benchmark(Description = "understanding a query")]
    public object ParseQuery() => SearchQuery.Parse(_query);

    [GlobalSetup(Target = nameof(FindCompanies))]
    public void LoadCatalogue()
    {
        var catalogue = Specimens.Catalogue();
        _companies = new CompanyTagger(catalogue.Names, new NameFinder(catalogue.Names, catalogue.PublisherNames));
        _headline = _parser.Parse(_file).Draft! with { Body = null };
    }

    [GlobalSetup(Targets = [nameof(FilterWithFacets), nameof(FilterAndCount)])]
    public async Task LoadIndexAsync()
    {
        using var folder = new TemporaryFolder();
        await new SyntheticTracker(folder.Path, Articles, seed: 1).WriteAsync(TextWriter.Null, CancellationToken.None);
        using var database = new NewsDatabase(Path.Combine(folder.Path, "news.db"));
        var indexes = new ArticleIndexes(database, NullLogger<ArticleIndexes>.Instance);
        await indexes.RefreshAsync(CancellationToken.None);
        _index = indexes.Current;
        _filter = new FilterParser(
            [new("company", SyntheticNames.Company(2)), new("topic", SyntheticNames.Topic(1)), new("from", "2018"), new("to", "2022-06")], ScopeValue.FacialRecognition).Parse().Filter;
        SqliteConnection.ClearAllPools();
        if (new FilterMatches(_index, _filter, SearchQuery.Parse(null), words: null).All.Count == 0) throw new InvalidOperationException("nothing matches the filter, so that nothing is measured");
    }

    FilterMatches Matches() => new(_index!, _filter, SearchQuery.Parse(null), words: null);
}
