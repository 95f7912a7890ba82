using System.CommandLine;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Exports;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Cli;

/// <summary>Articles out of the database, by the filters of the pages.</summary>
static class ExportVerb
{
    static readonly Option<string> Format = Formats();
    static readonly Option<string?> Out = PathArgument.NotBlank(new("--out") { Description = "The file to write. Default: standard output.", HelpName = "FILE" });

    public static Command Create(VerbHost host)
    {
        var verb = new Verb(
            "export",
            "Writes the articles that match, all of them; jsonl includes their text, csv does not.",
            "export --company megvii --out megvii.jsonl",
            "export --format csv --topic funding --from 2018 --to 2020 --out funding.csv")
        {
            Format, Out,
        };
        foreach (var (_, option) in ExportFilters.All) verb.Add(option);
        verb.SetAction((parsed, cancellation) => RunAsync(host, parsed, cancellation));
        return verb;
    }

    static async Task<int> RunAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        var query = Query(parsed).ToList();
        var asked = ArticleFilter.Parse(query, defaultScope: null);
        if (asked.Problems.Count > 0) throw new SettingsException(string.Join(Environment.NewLine, asked.Problems.Select(problem => problem.Message)));
        await using var services = await host.OpenExistingAsync(parsed, cancellation);
        await services.GetRequiredService<ArticleIndexes>().RefreshAsync(cancellation);
        var queries = services.GetRequiredService<ArticleQueries>();
        var found = queries.List(asked.Filter with { Cursor = null, Size = 1 }, cancellation);
        foreach (var help in await new DeadEnds(queries, services.GetRequiredService<TagQueries>()).HelpAsync(found.UnknownNames, cancellation))
            await Console.Error.WriteLineAsync($"{help.Asked.Slug} {help.Problem}{Meant(help.Close)}");
        foreach (var note in found.Echo?.Notes ?? []) await Console.Error.WriteLineAsync(note);
        if (found.Total == 0) await Console.Error.WriteLineAsync($"No article matches.{(query.Count == 0 ? "" : " Leave a filter out, or export without any, which gives all articles.")}");
        var articles = queries.ExportAsync(asked.Filter, cancellation);
        if (parsed.GetValue(Out) is { } file) await ExportFile.WriteAsync(Path.GetFullPath(file), WriteAsync);
        else await WriteAsync(Console.OpenStandardOutput());
        return ExitCodes.Done;

        // No server, so no address of a site: permanent links are paths.
        Task WriteAsync(Stream output) => parsed.GetValue(Format) == "csv"
            ? ArticleExport.WriteCsvAsync(articles, output, "", cancellation)
            : ArticleExport.WriteJsonLinesAsync(articles, output, cancellation);
    }

    static string Meant(IReadOnlyList<TagSummary> close) => close.Count == 0 ? "" : $" Did you mean {string.Join(" or ", close.Select(name => name.Slug))}?";

    static IEnumerable<KeyValuePair<string, string>> Query(ParseResult parsed) =>
        from filter in ExportFilters.All
        from value in parsed.GetValue(filter.Option) ?? []
        select KeyValuePair.Create(filter.Name, value);

    static Option<string> Formats()
    {
        var format = new Option<string>("--format") { Description = "jsonl: an article a line, as in the API; csv: a table.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        return format;
    }
}
