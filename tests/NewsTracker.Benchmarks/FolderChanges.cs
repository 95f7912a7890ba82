using System.Text;

namespace NewsTracker.Benchmarks;

/// <summary>What happens to a folder between two imports: some files change, some get another name, some break, some go. The same for the same seed.</summary>
/// <param name="Changed">Full paths of files that say something else.</param>
/// <param name="Renamed">Full paths that files have now.</param>
/// <param name="Broken">Full paths of files that can be read no more.</param>
/// <param name="Removed">Full paths of files that went.</param>
sealed record FolderChanges(IReadOnlyList<string> Changed, IReadOnlyList<string> Renamed, IReadOnlyList<string> Broken, IReadOnlyList<string> Removed)
{
    /// <summary>Makes them.</summary>
    /// <param name="folder">With all below.</param>
    /// <param name="random">Which files, and how.</param>
    /// <param name="counts">How many of each.</param>
    public static FolderChanges Make(string folder, Random random, (int Changed, int Renamed, int Broken, int Removed) counts)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        random.Shuffle(files);
        var left = new Queue<string>(files);
        return new FolderChanges(
            [.. Take(left, counts.Changed).Select(file => Change(file, random))],
            [.. Take(left, counts.Renamed).Select(Rename)],
            [.. Take(left, counts.Broken).Select(file => Break(file, random))],
            [.. Take(left, counts.Removed).Select(Remove)]);
    }

    static List<string> Take(Queue<string> from, int count) => [.. Enumerable.Range(0, count).Select(_ => from.Dequeue())];

    static string Change(string file, Random random)
    {
        var text = File.ReadAllText(file);
        var title = text.IndexOf("title: \"", StringComparison.Ordinal);
        var excerpt = text.IndexOf("excerpt: \"", StringComparison.Ordinal);
        File.WriteAllText(file, random.Next(3) switch
        {
            0 when title >= 0 => text.Insert(title + "title: \"".Length, $"Update {random.Next(1000)}: "),
            1 when excerpt >= 0 => text.Insert(excerpt + "excerpt: \"".Length, $"Megvii said on day {random.Next(1000)} that this changed. "),
            _ => $"{text.TrimEnd()}\n\nCorrection {random.Next(1000)}: an earlier version of this article misstated what Clearview AI had told the court.\n",
        });
        return file;
    }

    static string Rename(string file)
    {
        var renamed = Path.Combine(Path.GetDirectoryName(file)!, $"renamed-{Path.GetFileName(file)}");
        File.Move(file, renamed);
        return renamed;
    }

    static string Break(string file, Random random)
    {
        File.WriteAllBytes(file, random.Next(3) switch
        {
            0 => [],
            1 => Encoding.UTF8.GetBytes("---\ntitle: \"A quote that never ends\nwebUrl: [\n---\n"),
            _ => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D],
        });
        return file;
    }

    static string Remove(string file)
    {
        File.Delete(file);
        return file;
    }
}
