using System.Diagnostics;
using System.Text;
using NewsTracker.Ingestion;

namespace NewsTracker.Tests.Storage.Importing;

/// <summary>Forty files that cannot be taken, each with the code it must get.</summary>
static class BadFolder
{
    const string Fence = "---\n";
    static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    static readonly (string Name, string Text, RejectionCode Code)[] Texts =
    [
        ("empty.txt", "", RejectionCode.Empty),
        ("spaces.txt", "  \n\t\n \n", RejectionCode.Empty),
        ("bom-alone.txt", "\uFEFF", RejectionCode.Empty),
        ("unclosed.md", Fence + "title: \"A headline\"\nwebUrl: https://example.com/1\n", RejectionCode.FrontMatterUnclosed),
        ("unclosed-crlf.md", "---\r\ntitle: A headline\r\n", RejectionCode.FrontMatterUnclosed),
        ("fence-alone.md", "---", RejectionCode.FrontMatterUnclosed),
        ("open-quote.md", Matter("title: \"A headline\nwebUrl: https://example.com/2"), RejectionCode.Yaml),
        ("tab.md", Matter("title: A\nprovider:\n\tname: Axios"), RejectionCode.Yaml),
        ("colon.md", Matter("title: Judge: it is not enough: really\nwebUrl: https://example.com/3"), RejectionCode.Yaml),
        ("bad-indent.md", Matter("title: A\n  excerpt: B\n webUrl: C"), RejectionCode.Yaml),
        ("open-list.md", Matter("title: A\ntopics: [AI, ML"), RejectionCode.Yaml),
        ("open-map.md", Matter("title: A\nprovider: {name: Axios"), RejectionCode.Yaml),
        ("stray-bracket.md", Matter("title: A\ntopics: ]"), RejectionCode.Yaml),
        ("unknown-alias.md", Matter("title: *nobody"), RejectionCode.Yaml),
        ("bad-escape.md", Matter("title: \"A \\q headline\""), RejectionCode.Yaml),
        ("at-sign.md", Matter("title: @nobody"), RejectionCode.Yaml),
        ("backtick.md", Matter("title: `code`"), RejectionCode.Yaml),
        ("percent.md", Matter("title: %nothing"), RejectionCode.Yaml),
        ("too-deep.md", Matter("title: A\nextra: " + new string('[', 60) + new string(']', 60)), RejectionCode.Yaml),
        ("alias-bomb.md", Matter(AliasBomb()), RejectionCode.Yaml),
        ("many-aliases.md", Matter("title: &t A\nmore: [" + string.Join(", ", Enumerable.Repeat("*t", 100)) + "]"), RejectionCode.Yaml),
        ("root-list.md", Matter("- title: A\n- title: B"), RejectionCode.Schema),
        ("root-text.md", Matter("just some words"), RejectionCode.Schema),
        ("root-number.md", Matter("42"), RejectionCode.Schema),
        ("root-nothing.md", "---\n---\n", RejectionCode.Schema),
        ("no-title.md", Matter("type: article\npublishedDateTime: 2020-01-01T00:00:00Z"), RejectionCode.Schema),
        ("blank-title.md", Matter("title: \"  \"\nquality: 3"), RejectionCode.Schema),
        ("bad-address.md", Matter("webUrl: \"javascript:alert(1)\"\ntype: article"), RejectionCode.Schema),
        ("catalogue.md", Matter("companies:\n  - name: Megvii"), RejectionCode.NotAnArticle),
        ("menu.txt", "Home\nNews\nContact\nLog in", RejectionCode.NotAnArticle),
        ("no-text.html", "<!doctype html><html><head><title></title></head><body><nav>Home</nav></body></html>", RejectionCode.NotAnArticle),
        ("script-alone.html", "<html><body><script>alert(1)</script></body></html>", RejectionCode.NotAnArticle),
    ];

    static readonly (string Name, byte[] Bytes, RejectionCode Code)[] Binaries =
    [
        ("picture.txt", [.. Png, .. new byte[200]], RejectionCode.Binary),
        ("paper.txt", [.. "%PDF-1.7\n"u8, 0xE2, 0xE3, 0xCF, 0xD3, .. new byte[50]], RejectionCode.Binary),
        ("archive.md", [0x50, 0x4B, 3, 4, .. new byte[60]], RejectionCode.Binary),
        ("nul.txt", [.. "An article with a hole"u8, 0, 0, 0, .. " in it, and more after it."u8], RejectionCode.Binary),
        ("noise.txt", Noise(), RejectionCode.Encoding),
        ("line-of-20-mb.txt", [.. Enumerable.Repeat((byte)'a', 20 * 1024 * 1024)], RejectionCode.TooLarge),
    ];

    /// <summary>What each file must be rejected as.</summary>
    public static IReadOnlyDictionary<string, RejectionCode> Expected { get; } = Texts.Select(file => (file.Name, file.Code))
        .Concat(Binaries.Select(file => (file.Name, file.Code)))
        .Append(("loop", RejectionCode.Unreadable))
        .Append(("out.txt", RejectionCode.Unreadable))
        .ToDictionary();

    /// <summary>Writes them all; the pipe where the system has such things.</summary>
    public static async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        foreach (var (name, text, _) in Texts) await File.WriteAllTextAsync(Path.Combine(folder, name), text, new UTF8Encoding(false), cancellation);
        foreach (var (name, bytes, _) in Binaries) await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes, cancellation);
        File.CreateSymbolicLink(Path.Combine(folder, "loop"), Path.Combine(folder, "loop"));
        File.CreateSymbolicLink(Path.Combine(folder, "out.txt"), Environment.ProcessPath!);
        if (OperatingSystem.IsWindows()) return;
        using var mkfifo = Process.Start("mkfifo", Path.Combine(folder, "pipe"));
        await mkfifo.WaitForExitAsync(cancellation);
    }

    static string Matter(string yaml) => $"{Fence}{yaml}\n{Fence}";

    static string AliasBomb()
    {
        var yaml = new StringBuilder("title: A\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level <= 9; level++)
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        return yaml.ToString();
    }

    // No byte order mark, no valid UTF-8, spread over all values that no single-byte encoding favours.
    static byte[] Noise() => [.. Enumerable.Range(0, 4000).Select(i => (byte)(0x80 | ((i * 7919) >> 3 & 0x7F)))];
}
