using System.CommandLine;
using NewsTracker.Benchmarks;

var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Files to import; a few thousand, so that there is time to kill." };
var times = new Option<int>("--times") { Description = "How often to kill.", DefaultValueFactory = _ => 10 };
var seed = new Option<int>("--seed") { Description = "Of the random instants.", DefaultValueFactory = _ => 1 };

var kill = new Command("kill", "Kills an import at random instants and proves that nothing is lost.") { folder, times, seed };
kill.SetAction((result, cancellation) =>
    new KillSoak(result.GetRequiredValue(folder).FullName, result.GetValue(times), new Random(result.GetValue(seed))).RunAsync(Console.Out, cancellation));

return await new RootCommand("Soaks and measurements of NewsTracker; docs/benchmarks.md quotes them.") { kill }.Parse(args).InvokeAsync();
