using System.Text.Json.Nodes;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Benchmarks.Learning;

/// <summary>A scrape whose true text is known.</summary>
/// <param name="Set">The folder it comes from: <c>heavy</c>, <c>light</c> or <c>scrapes</c>; scores are given for each.</param>
/// <param name="Page">The page it was taken from; dumps of one page are never on both sides of a cross-validation.</param>
/// <param name="Document">Its lines.</param>
/// <param name="Labels">For each line whether it is text.</param>
/// <param name="Truth">The true text.</param>
sealed record LabelledScrape(string Set, string Page, LineDocument Document, bool[] Labels, string Truth)
{
    /// <summary>The set of scrapes on face recognition.</summary>
    public const string OwnField = "scrapes";

    /// <summary>The same with nothing around the text: most files are nearly that.</summary>
    public LabelledScrape TextAlone() => this with
    {
        Document = new LineDocument([.. Document.Lines.Where((_, index) => Labels[index])]),
        Labels = [.. Labels.Where(label => label)],
    };

    /// <summary>Reads a folder: <c>heavy/</c> and <c>light/</c> with dumps whose texts stand in <c>bodies*.json</c>, and <c>scrapes*/</c> whose lines stand in <c>scrapes*.jsonl</c>.</summary>
    /// <param name="folder">Where they lie, at any depth.</param>
    public static IReadOnlyList<LabelledScrape> Load(DirectoryInfo folder)
    {
        var files = folder.GetFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal).ToList();
        var bodies = files.Where(file => file.Name.StartsWith("bodies", StringComparison.Ordinal) && file.Extension == ".json").SelectMany(Bodies);
        var scrapes = files.Where(file => file.Name.StartsWith("scrapes", StringComparison.Ordinal) && file.Extension == ".jsonl").SelectMany(Scrapes);
        var truths = bodies.Concat(scrapes).ToDictionary(StringComparer.Ordinal);
        return [.. files.Where(file => file.Extension == ".txt").Select(file => (file, Name: Path.GetFileNameWithoutExtension(file.Name)))
            .Where(file => truths.ContainsKey(file.Name)).Select(file => Read(file.file, file.Name, truths[file.Name]))];
    }

    /// <summary>A scrape of known text.</summary>
    public static LabelledScrape Of(string set, string page, string text, string truth)
    {
        var lines = LineReader.Read(text);
        return new(set, page, new LineDocument(lines), LineLabels.Of(lines, truth), truth);
    }

    static LabelledScrape Read(FileInfo file, string page, string truth) =>
        Of(file.Directory!.Name.StartsWith("scrapes", StringComparison.Ordinal) ? OwnField : file.Directory.Name, page, File.ReadAllText(file.FullName), truth);

    static IEnumerable<KeyValuePair<string, string>> Bodies(FileInfo file) =>
        JsonNode.Parse(File.ReadAllText(file.FullName))!.AsObject().Select(page => KeyValuePair.Create(page.Key, page.Value!.GetValue<string>()));

    static IEnumerable<KeyValuePair<string, string>> Scrapes(FileInfo file) => File.ReadLines(file.FullName).Select(row => JsonNode.Parse(row)!)
        .Select(row => KeyValuePair.Create(
            Path.GetFileNameWithoutExtension(row["file"]!.GetValue<string>()),
            string.Join("\n\n", row["lines"]!.AsArray().Where(line => line!["kind"]!.GetValue<string>() is "body" or "subhead").Select(line => line!["text"]!.GetValue<string>()))));
}
