using System.Security.Cryptography;
using System.Text;
using CsCheck;
using NewsTracker.Benchmarks;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;
using NewsTracker.Tests.Ingestion.Catalogue;

namespace NewsTracker.Tests.Ingestion;

public sealed class IngestorTests
{
    static readonly Ingestor Ingestor = new(Shipped.Compiled, new IngestionLimits());

    static FileReading Ingest(byte[] bytes) => Ingestor.Ingest(new SourceFile("file.txt", bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))));

    static ArticleDraft Seed(string start) => Ingest(File.ReadAllBytes(Directory.EnumerateFiles(Shipped.Seeds, start + "*").Single())).Draft!;

    [Fact]
    public void The_first_seed_is_read_whole()
    {
        var draft = Seed("000");

        Assert.Equal("Chinese facial recognition developer closes $1.5 billion funding round", draft.Title);
        Assert.Equal(new ProviderClaim("Axios", "axios.com", ValueSource.Declared), draft.Provider);
        Assert.Equal(PublishedDate.Instant(new DateTime(2020, 7, 31, 18, 6, 0, DateTimeKind.Utc), DateSource.Declared), draft.Published);
        Assert.Equal((13, 59, -1, false), (draft.Related.Count, draft.Quality, draft.Heat, draft.Promoted));
        Assert.Equal(["Computer Vision", "AI"], draft.Topics.Where(topic => topic.Source == ValueSource.Declared).Select(topic => topic.Name));
        Assert.NotNull(draft.Secured);
        Assert.Empty(draft.Extra);
        Assert.DoesNotContain(draft.Related.SelectMany(related => related.Images), image => image.Url.Contains("&#", StringComparison.Ordinal));
    }

    [Fact]
    public void The_last_seed_s_headline_is_mended_and_its_date_doubted()
    {
        var draft = Seed("004");

        Assert.Equal("US sanctioned China’s top facial recognition firm over Uyghur concerns. It still raised millions", draft.Title);
        Assert.Equal(["mojibake:title"], draft.Repairs);
        Assert.Equal("The file says 2022-01-07, the address says 2022-01-06.", Assert.Single(draft.Warnings).Message);
        Assert.Single(draft.Related);
    }

    [Theory]
    [InlineData("000", SourceFormat.FrontMatter)]
    [InlineData("001", SourceFormat.Text)]
    [InlineData("002", SourceFormat.Text)]
    [InlineData("003", SourceFormat.Text)]
    [InlineData("004", SourceFormat.FrontMatter)]
    public void Each_seed_becomes_a_tagged_article(string start, SourceFormat format)
    {
        var reading = Ingest(File.ReadAllBytes(Directory.EnumerateFiles(Shipped.Seeds, start + "*").Single()));

        Assert.Equal((format, "utf-8", null), (reading.Format, reading.Encoding, reading.Rejection));
        Assert.Equal(ScopeValue.FacialRecognition, reading.Draft?.Scope.Value);
        Assert.Contains(reading.Draft!.Companies, company => company.Slug == "sensetime");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_marked_encoding_changes_nothing(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var reading = Ingest([.. encoding.GetPreamble(), .. encoding.GetBytes("---\r\ntitle: L’été\r\n---\r\n")]);

        Assert.Equal(("L’été", encoding.WebName), (reading.Draft?.Title, reading.Encoding));
    }

    [Fact]
    public void No_bytes_make_it_fail()
    {
        Gen.Byte.Array[0, 200].Sample(bytes => MutationSoak.IsSound(Ingest(bytes)), iter: 3_000);
        Gen.String[0, 300].Sample(text => MutationSoak.IsSound(Ingest(Encoding.UTF8.GetBytes($"<html><body>{text}"))), iter: 1_000);
        Gen.String[0, 300].Sample(text => MutationSoak.IsSound(Ingest(Encoding.UTF8.GetBytes($"---\ntitle: T\n{text}\n---\n"))), iter: 3_000);
    }
}
