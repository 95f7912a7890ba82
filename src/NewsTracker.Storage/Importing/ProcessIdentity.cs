using System.Diagnostics;
using System.Globalization;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>Which process holds the import lock, told so that another one can see whether it is still alive.</summary>
/// <param name="Host">The machine.</param>
/// <param name="Boot">That machine's boot.</param>
/// <param name="ProcessId">Process number.</param>
/// <param name="Started">When it started; with the number it names one process for ever.</param>
sealed record ProcessIdentity(string Host, string Boot, int ProcessId, long Started)
{
    const string BootFile = "/proc/sys/kernel/random/boot_id";

    public static ProcessIdentity Current()
    {
        using var self = Process.GetCurrentProcess();
        return new(Environment.MachineName, CurrentBoot(), self.Id, StartOf(self));
    }

    /// <summary>Whether the holder is gone for certain; false where only time can tell (another machine).</summary>
    public static bool IsDead(ImportLock held)
    {
        if (held.Host != Environment.MachineName) return false;
        if (held.Boot != CurrentBoot()) return true;
        try
        {
            using var holder = Process.GetProcessById(held.ProcessId);
            return IsZombie(holder) || StartOf(holder) != held.ProcessStarted;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException)
        {
            return true;
        }
    }

    // No such file outside Linux; process number and start time suffice there.
    static string CurrentBoot() => File.Exists(BootFile) ? File.ReadAllText(BootFile).Trim() : "";

    // Killed, but not yet collected by its parent; it will never write again.
    static bool IsZombie(Process process) => StatusOf(process) is { } status && (status[0] is "Z" or "X");

    // The kernel's own count of ticks since boot: Process.StartTime is worked out from the clock, which can be set back.
    static long StartOf(Process process)
    {
        const int FieldsFromStateToStart = 19;
        return StatusOf(process) is { } status
            ? long.Parse(status[FieldsFromStateToStart], CultureInfo.InvariantCulture)
            : process.StartTime.ToUniversalTime().Ticks;
    }

    // The fields after the name, which may hold anything; the first is the state. Null outside Linux.
    static string[]? StatusOf(Process process)
    {
        if (!OperatingSystem.IsLinux()) return null;
        var text = File.ReadAllText($"/proc/{process.Id}/stat");
        return text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
