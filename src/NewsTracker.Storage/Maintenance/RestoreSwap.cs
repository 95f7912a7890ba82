using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsTracker.Storage.Maintenance;

/// <summary>
/// Puts restored data in the place of the old. Everything is made ready in a folder beside it; then one small file is renamed into place, and from that
/// instant on the new data counts: whoever holds the directory next completes the moves. Before it, the old data counts and the folder is discarded.
/// </summary>
/// <param name="folder">The data directory, held alone.</param>
/// <param name="names">Folders in it.</param>
sealed class RestoreSwap(DataFolder folder, SwapNames names)
{
    const string StagedPrefix = "restoring-";
    const string AsidePrefix = "replaced-";

    // The journal of a database belongs to it: with another one's it would be read as damage.
    static readonly string[] Replaced = [DataFolder.DatabaseName + "-wal", DataFolder.DatabaseName + "-shm", DataFolder.DatabaseName, DataFolder.KeysName];

    /// <summary>Where the new data is made ready.</summary>
    public DataFolder Staged { get; } = new(Path.Combine(folder.Root, names.Staged));

    /// <summary>Where the old data goes.</summary>
    public string Aside { get; } = Path.Combine(folder.Root, names.Aside);

    /// <summary>Makes the folder for the new data.</summary>
    /// <param name="folder">The data directory, held alone.</param>
    /// <param name="now">UTC; names the folders.</param>
    public static RestoreSwap Begin(DataFolder folder, DateTime now)
    {
        var stamp = BackupNames.Stamp(now);
        // A clock that was moved back must not mix two restores.
        var number = 1;
        while (Directory.Exists(Path.Combine(folder.Root, AsidePrefix + Numbered(stamp, number)))) number++;
        var swap = new RestoreSwap(folder, new SwapNames(StagedPrefix + Numbered(stamp, number), AsidePrefix + Numbered(stamp, number)));
        DataFolder.MakePrivate(swap.Staged.Root);
        DataFolder.MakePrivate(swap.Staged.Keys);
        return swap;
    }

    /// <summary>Whether a killed restore left something to finish or to discard.</summary>
    public static bool IsUnfinished(DataFolder folder) =>
        File.Exists(Journal(folder)) || Directory.Exists(folder.Root) && Directory.EnumerateDirectories(folder.Root, StagedPrefix + "*").Any();

    /// <summary>Finishes or discards what a killed restore left; the directory must be held alone.</summary>
    public static void Recover(DataFolder folder, Action<string> tell)
    {
        if (File.Exists(Journal(folder)))
        {
            var swap = new RestoreSwap(folder, Read(Journal(folder)));
            swap.Finish();
            tell($"A restore that was interrupted is now complete. {swap.AsideSentence}".TrimEnd());
        }

        foreach (var staged in Directory.GetDirectories(folder.Root, StagedPrefix + "*"))
        {
            Directory.Delete(staged, recursive: true);
            tell("A restore was interrupted before it changed anything; the data is as it was before it.");
        }
    }

    /// <summary>Says where the old data lies; empty where there was none.</summary>
    public string AsideSentence => Directory.Exists(Aside) ? $"The data that was here before is kept in {Aside}." : "";

    /// <summary>From here on the new data counts.</summary>
    public void Commit()
    {
        var beside = Journal(folder) + ".part";
        using (var file = File.Create(beside))
        {
            JsonSerializer.Serialize(file, names, SwapJson.Default.SwapNames);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, Journal(folder), overwrite: true);
    }

    /// <summary>Moves old data aside and new data in, and forgets the journal.</summary>
    public void Finish()
    {
        foreach (var step in Steps()) step();
    }

    /// <summary>Throws the new data away; only before <see cref="Commit"/>.</summary>
    public void Discard() => Directory.Delete(Staged.Root, recursive: true);

    /// <summary>The moves, each of which is one rename. Whichever were done before the process was killed, doing the rest again ends the same.</summary>
    internal IEnumerable<Action> Steps()
    {
        // What still waits to come in has an old counterpart to go out; what came in already must stay.
        foreach (var name in Replaced.Where(name => Exists(Path.Combine(folder.Root, name)) && Waits(name)))
        {
            yield return () => DataFolder.MakePrivate(Aside);
            yield return () => MoveAside(name);
        }

        foreach (var name in Replaced.Where(name => Exists(Path.Combine(Staged.Root, name))))
            yield return () => Directory.Move(Path.Combine(Staged.Root, name), Path.Combine(folder.Root, name));
        // The journal last: a folder of new data without it would be taken for one that never counted.
        if (Directory.Exists(Staged.Root)) yield return () => Directory.Delete(Staged.Root, recursive: true);
        yield return () => File.Delete(Journal(folder));
    }

    // The empty folder of keys that a start makes before it sees the journal is nothing to keep.
    void MoveAside(string name)
    {
        if (Directory.Exists(Path.Combine(Aside, name))) Directory.Delete(Path.Combine(folder.Root, name));
        else Directory.Move(Path.Combine(folder.Root, name), Path.Combine(Aside, name));
    }

    bool Waits(string name) =>
        Exists(Path.Combine(Staged.Root, name.StartsWith(DataFolder.DatabaseName, StringComparison.Ordinal) ? DataFolder.DatabaseName : name));

    static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    static string Journal(DataFolder folder) => Path.Combine(folder.Root, "restore.json");

    static string Numbered(string stamp, int number) => number == 1 ? stamp : $"{stamp}-{number}";

    static SwapNames Read(string journal)
    {
        using var file = File.OpenRead(journal);
        return JsonSerializer.Deserialize(file, SwapJson.Default.SwapNames)
            ?? throw new StoreException($"{journal} is damaged. Move it away by hand, see which of the data is whole with check, and start again.");
    }
}

/// <summary>The two folders of a restore, by name.</summary>
/// <param name="Staged">Holds the new data until it is moved in.</param>
/// <param name="Aside">Takes the old data.</param>
sealed record SwapNames(string Staged, string Aside);

/// <summary>JSON of the journal.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SwapNames))]
sealed partial class SwapJson : JsonSerializerContext;
