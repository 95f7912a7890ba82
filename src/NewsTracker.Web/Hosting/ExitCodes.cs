using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Web.Hosting;

/// <summary>What the program's exit code means, and the one place where a failure becomes one.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but some inputs failed, each on standard error with its reason; also: cancelled half way.</summary>
    public const int SomeFailed = 1;

    /// <summary>Wrong usage: the command line or the configuration.</summary>
    public const int Usage = 2;

    /// <summary>Could not run: database or address out of reach or taken, disk full, no permission.</summary>
    public const int CouldNotRun = 3;

    /// <summary>Our own fault, with the details in the log.</summary>
    public const int OurFault = 4;

    /// <summary>Does the work and turns what it throws into a sentence on standard error and an exit code.</summary>
    /// <param name="work">Returns its own code where it ends well.</param>
    /// <param name="error">Where sentences go.</param>
    /// <param name="faults">Where the details of our own faults go.</param>
    public static async Task<int> OfAsync(Func<Task<int>> work, TextWriter error, FaultLog faults)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Cancelled; what was committed stays.");
            return SomeFailed;
        }
        catch (SettingsException problem)
        {
            await error.WriteLineAsync(TextRepair.Visible(problem.Message));
            return Usage;
        }
        catch (Exception problem) when (StoreFailures.Sentence(problem) is { } sentence)
        {
            await error.WriteLineAsync(TextRepair.Visible(sentence));
            return CouldNotRun;
        }
        catch (Exception problem) when (problem is not HostAbortedException)
        {
            await error.WriteLineAsync($"NewsTracker stopped over a fault of its own ({problem.GetType().Name}). {faults.Write(problem)}");
            return OurFault;
        }
    }
}
