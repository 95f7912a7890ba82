using System.CommandLine;
using NewsTracker.Benchmarks;
using NewsTracker.Benchmarks.Learning;

var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Files to import; a few thousand, so that there is time to kill." };
var folders = new Argument<DirectoryInfo[]>("FOLDER") { Description = "Files to read, with all below.", Arity = ArgumentArity.OneOrMore };
var times = new Option<int>("--times") { Description = "How often to kill.", DefaultValueFactory = _ => 10 };
var minutes = new Option<double>("--minutes") { Description = "How long to go on.", DefaultValueFactory = _ => 10 };
var seed = new Option<int>("--seed") { Description = "Of the random numbers.", DefaultValueFactory = _ => 1 };

var kill = new Command("kill", "Kills an import at random instants and proves that nothing is lost.") { folder, times, seed };
kill.SetAction((result, cancellation) =>
    new KillSoak(result.GetRequiredValue(folder).FullName, result.GetValue(times), new Random(result.GetValue(seed))).RunAsync(Console.Out, cancellation));

var speed = new Command("speed", "Measures how fast one warm thread reads files, from bytes to tags.") { folders };
speed.SetAction(result => new SpeedTest(Specimens.Ingestor(), Specimens.Read(result.GetRequiredValue(folders))).Run(Console.Out));

var soak = new Command("soak", "Reads damaged copies of files: no fault, no hang, no growth.") { folders, minutes, seed };
soak.SetAction((result, cancellation) => Task.FromResult(
    new Soak(Specimens.Ingestor(), new FileMutations([.. Specimens.Read(result.GetRequiredValue(folders)).Select(file => file.Bytes)]), result.GetValue(seed))
        .Run(TimeSpan.FromMinutes(result.GetValue(minutes)), Console.Out, cancellation)));

var data = new Argument<DirectoryInfo>("DATA") { Description = "Labelled scrapes: heavy/ and light/ with bodies*.json, scrapes*/ with scrapes*.jsonl." };
var model = new Option<FileInfo?>("--out") { Description = "Where to write what was learned; without it only the scores are told." };

var learn = new Command("learn-lines", "Learns to tell text from furniture, and scores pages that were not learned from.") { data, model };
learn.SetAction(result => new LineLearning(LabelledScrape.Load(result.GetRequiredValue(data)), new TreeSettings()).Run(Console.Out, result.GetValue(model)));

return await new RootCommand("Soaks and measurements of NewsTracker; docs/benchmarks.md quotes them.") { kill, speed, soak, learn }.Parse(args).InvokeAsync();
