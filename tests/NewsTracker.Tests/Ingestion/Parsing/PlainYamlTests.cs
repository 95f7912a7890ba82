using System.Text;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Parsing;

namespace NewsTracker.Tests.Ingestion.Parsing;

/// <summary>The fast reader says what the whole parser says, or nothing.</summary>
public sealed class PlainYamlTests
{
    const int Mutations = 100_000;

    const string Usual = """
        category: news
        title: "A headline with \"quotes\" and a \\ in it"
        excerpt: 'It’s plain: text'
        publishedDateTime: 2020-07-31T18:06:00Z
        webUrl: https://example.com/a?b=c#d
        quality: 59
        heat: -1
        published: false
        secured:

        provider:
          name: Axios
          domain: axios.com

        topics:
          - Computer Vision
          - "AI: the rest"

        related:
          - title: One
            images:
              - url: "https://example.com/i.jpg"
                width: 831
            provider:
              name: Reuters
          - title: Two
            quality: 3

        """;

    static readonly IngestionLimits Limits = new();

    [Fact]
    public void It_takes_the_files_as_they_usually_are() =>
        Assert.All([Usual, .. FrontMatterSeeds()], yaml => Assert.NotNull(PlainYaml.Read(Block(yaml), Limits)));

    [Fact]
    public void What_it_takes_of_seeds_and_their_like_equals_the_whole_parsers_reading() => Assert.All([Usual, .. FrontMatterSeeds()], yaml => Assert.Null(Difference(yaml)));

    [Fact]
    public void What_it_takes_of_mutations_equals_the_whole_parsers_reading()
    {
        var random = new Random(20_261_124);
        var taken = 0;
        for (var round = 0; round < Mutations; round++)
        {
            var yaml = Mutated(Usual, random);
            if (PlainYaml.Read(Block(yaml), Limits) is null) continue;
            taken++;
            Assert.True(Difference(yaml) is null, $"{Difference(yaml)}\n{yaml}");
        }

        Assert.InRange(taken, Mutations / 20, Mutations);
    }

    [Theory]
    [InlineData("title: a: b")]
    [InlineData("title: a # b")]
    [InlineData("title: [a]")]
    [InlineData("title: *a")]
    [InlineData("title: &a b")]
    [InlineData("title: |\n  a")]
    [InlineData("title: a\n  b")]
    [InlineData("title: \"a\n  b\"")]
    [InlineData("title: \"\\u0041\"")]
    [InlineData("title: 'it''s'")]
    [InlineData("title: a\ntitle: b")]
    [InlineData("topics:\n- a")]
    [InlineData("topics:\n  -\n    a")]
    [InlineData("topics:\n  - - a")]
    [InlineData("title:\ta")]
    [InlineData("title: a ")]
    [InlineData("title: a\u2028b")]
    [InlineData("a b: c")]
    [InlineData("# only a comment")]
    [InlineData("a:\n   b: 1\n  c: 2")]
    public void It_leaves_alone_what_is_out_of_the_ordinary(string yaml) => Assert.Null(PlainYaml.Read(Block(yaml), Limits));

    static FrontMatterBlock Block(string yaml) => new(yaml, 1, "");

    static string? Difference(string yaml)
    {
        var warnings = new WarningList();
        var rejection = new YamlReader(Block(yaml), Limits, warnings).Read(out var whole);
        if (rejection is not null) return $"rejected: {rejection.Message}";
        if (warnings.All.Count > 0) return $"warned: {warnings.All[0].Message}";
        var (left, right) = (Told(PlainYaml.Read(Block(yaml), Limits)), Told(whole));
        return left == right ? null : $"{left}\n{right}";
    }

    static string Told(YamlValue? value)
    {
        var told = new StringBuilder();
        Tell(value, told);
        return told.ToString();
    }

    static void Tell(YamlValue? value, StringBuilder told)
    {
        told.Append(value?.Line).Append(value?.Depth).Append(value?.Size);
        switch (value)
        {
            case YamlText text:
                told.Append(text.Plain ? '=' : '"').Append(text.Value);
                break;
            case YamlList list:
                told.Append('[');
                foreach (var item in list.Items) Tell(item, told);
                told.Append(']');
                break;
            case YamlMap map:
                told.Append('{');
                foreach (var (key, entry) in map.Entries)
                {
                    told.Append(key).Append(':');
                    Tell(entry, told);
                }

                told.Append('}');
                break;
            default:
                told.Append("none");
                break;
        }
    }

    static string Mutated(string yaml, Random random)
    {
        const string letters = "  \n\n-:#\"'\\[]{}|>&*!%@,?=~ab1\t\r\u00a0\u2028";
        var text = new StringBuilder(yaml);
        for (var changes = 1 + random.Next(3); changes > 0; changes--)
        {
            var at = random.Next(text.Length - 8);
            switch (random.Next(5))
            {
                case 0:
                    text.Insert(at, letters[random.Next(letters.Length)]);
                    break;
                case 1:
                    text[at] = letters[random.Next(letters.Length)];
                    break;
                case 2:
                    text.Remove(at, 1 + random.Next(7));
                    break;
                case 3:
                    text.Insert(at, text.ToString(random.Next(text.Length - 8), 1 + random.Next(7)));
                    break;
                default:
                    var lines = text.ToString().Split('\n').ToList();
                    var from = random.Next(lines.Count);
                    lines.Insert(random.Next(lines.Count), new string(' ', random.Next(4)) + lines[from].TrimStart());
                    text = new StringBuilder(string.Join('\n', lines));
                    break;
            }
        }

        return text.ToString();
    }

    static IEnumerable<string> FrontMatterSeeds() =>
        Seeds.Files.Select(File.ReadAllText).Where(text => text.StartsWith("---", StringComparison.Ordinal)).Select(text => FrontMatterBlock.Cut(text)!.Yaml);
}
