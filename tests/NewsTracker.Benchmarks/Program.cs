using System.CommandLine;
using NewsTracker.Benchmarks;
using NewsTracker.Benchmarks.Inner;
using NewsTracker.Benchmarks.Kills;
using NewsTracker.Benchmarks.Learning;
using NewsTracker.Benchmarks.Load;
using NewsTracker.Benchmarks.Synthetic;

var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Files to import; a few thousand, so that there is time to kill." };
var folders = new Argument<DirectoryInfo[]>("FOLDER") { Description = "Files to read, with all below.", Arity = ArgumentArity.OneOrMore };
var times = new Option<int>("--times") { Description = "How often to kill each.", DefaultValueFactory = _ => 10 };
var seed = new Option<int>("--seed") { Description = "Of everything random.", DefaultValueFactory = _ => 1 };
var data = new Option<DirectoryInfo>("--data") { Description = "The tracker's data directory.", Required = true };
var articles = new Option<int>("--articles") { Description = "How many.", Required = true };
var rounds = new Option<int>("--rounds") { Description = "How often; the table shows the median.", DefaultValueFactory = _ => 3 };
var server = new Option<FileInfo>("--server")
{
    Description = "NewsTracker.Web.dll of a published program; else the one built with this.",
    DefaultValueFactory = _ => new FileInfo(TrackerProcess.Executable),
};

var kill = new Command("kill", "Kills imports, retags, undos, backups and restores at random instants and proves that nothing is lost, half or stuck.") { folder, times, seed };
kill.SetAction((result, cancellation) =>
    new KillSoak(result.GetRequiredValue(folder).FullName, result.GetValue(times), new Random(result.GetValue(seed))).RunAsync(Console.Out, cancellation));

var preview = new Command("preview", "Changes, renames, breaks and removes files of a copy of a folder and proves that preview and apply agree.") { folder, seed };
preview.SetAction((result, cancellation) =>
    new PreviewSoak(result.GetRequiredValue(folder).FullName, result.GetValue(seed)).RunAsync(Console.Out, cancellation));

var sequences = new Option<int>("--sequences") { Description = "How many.", DefaultValueFactory = _ => 200 };
var history = new Command("history", "Goes through random histories of imports, edits, corrections, hiding, merges, undos and retags, and holds each state against a model.") { sequences, seed };
history.SetAction((result, cancellation) => new HistorySoak(result.GetValue(sequences), result.GetValue(seed)).RunAsync(Console.Out, cancellation));

var writeLoad = new Command("write-load", "Measures how fast all-new articles are written, against the same rows by SQLite's own means.") { articles, seed };
writeLoad.SetAction((result, cancellation) => new WriteLoad(result.GetValue(articles), result.GetValue(seed), Console.Out).RunAsync(cancellation));

var inner = new Command("inner", "Measures inner parts alone, by BenchmarkDotNet; takes about two minutes.");
inner.SetAction(_ => InnerBenchmarks.Run());

var speed = new Command("speed", "Measures how fast one warm thread reads files, from bytes to tags.") { folders };
speed.SetAction(result => new SpeedTest(Specimens.Ingestor(), Specimens.Read(result.GetRequiredValue(folders))).Run(Console.Out));

var clients = new Option<int>("--clients") { Description = "How many browse at once, without a pause.", DefaultValueFactory = _ => 64 };
var seconds = new Option<int>("--seconds") { Description = "How long they browse.", DefaultValueFactory = _ => 60 };
var imported = new Option<int>("--articles") { Description = "How many to import meanwhile, ten in a file.", DefaultValueFactory = _ => 50_000 };
var load = new Command("load", "Browses a tracker while files are imported into it, a backup is made and people sign in and correct; proves that nothing fails and nothing is lost.") { data, clients, seconds, imported, server };
load.SetAction((result, cancellation) => new LoadSoak(
    result.GetRequiredValue(server).FullName, result.GetRequiredValue(data).FullName, result.GetValue(clients), TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(imported), Console.Out).RunAsync(cancellation));

var count = new Option<int>("--count") { Description = "How many inputs.", DefaultValueFactory = _ => 100_000 };
var pages = new Argument<DirectoryInfo[]>("FOLDER") { Description = "Files to damage beside the seeds and those that are built in.", Arity = ArgumentArity.ZeroOrMore };
var mutations = new Command("mutations", "Reads damaged copies of files: no fault, no hang, no growth.") { pages, count, seed };
mutations.SetAction((result, cancellation) =>
{
    var files = new FileMutations([.. Specimens.Own(), .. Specimens.Read(result.GetRequiredValue(pages)).Select(file => file.Bytes)]);
    var reading = new MutationSoak(Specimens.Ingestor(), files, result.GetValue(seed), Console.Out);
    var code = reading.Run(result.GetValue(count), cancellation);
    return Task.FromResult(reading.Grew ? 1 : code);
});

var soak = new Command("soak", "Long proofs; a little of each runs as a test.") { history, load, kill, mutations };

var labelled = new Argument<DirectoryInfo>("DATA") { Description = "Labelled scrapes: heavy/ and light/ with bodies*.json, scrapes*/ with scrapes*.jsonl." };
var model = new Option<FileInfo?>("--out") { Description = "Where to write what was learned; without it only the scores are told." };

var learn = new Command("learn-lines", "Learns to tell text from furniture, and scores pages that were not learned from.") { labelled, model };
learn.SetAction(result => new LineLearning(LabelledScrape.Load(result.GetRequiredValue(labelled)), new TreeSettings()).Run(Console.Out, result.GetValue(model)));

var generate = new Command("generate", "Writes a synthetic tracker.") { articles, data, seed };
generate.SetAction((result, cancellation) =>
    new SyntheticTracker(result.GetRequiredValue(data).FullName, result.GetValue(articles), result.GetValue(seed)).WriteAsync(Console.Out, cancellation));

var serveLoad = new Command("serve-load", "Serves a synthetic tracker and browses it.") { data, rounds, server };
serveLoad.SetAction((result, cancellation) =>
    new ServeLoad(result.GetRequiredValue(server).FullName, result.GetRequiredValue(data).FullName, result.GetValue(rounds), Console.Out).RunAsync(cancellation));

var files = new Option<int>("--files") { Description = "How many to import.", DefaultValueFactory = _ => 20_000 };

var importLoad = new Command("import-load", "Browses a synthetic tracker while files are imported into it.") { data, files, server };
importLoad.SetAction((result, cancellation) => new ImportLoad(
    result.GetRequiredValue(server).FullName, result.GetRequiredValue(data).FullName, result.GetValue(files), Console.Out).RunAsync(cancellation));

return await new RootCommand("Soaks and measurements of NewsTracker; docs/benchmarks.md quotes them.") { preview, speed, soak, learn, generate, serveLoad, importLoad, writeLoad, inner }.Parse(args).InvokeAsync();
