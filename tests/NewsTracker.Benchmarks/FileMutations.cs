using System.Text;

namespace NewsTracker.Benchmarks;

/// <summary>Damages files as no person would: the same random numbers give the same damage.</summary>
/// <param name="files">Sound ones.</param>
/// <param name="mostBytes">Of an input; what a file grows beyond it is cut off.</param>
sealed class FileMutations(IReadOnlyList<byte[]> files, int mostBytes = FileMutations.MostBytes)
{
    /// <summary>Larger inputs say no more and cost time.</summary>
    public const int MostBytes = 1 << 20;

    const int MostRepeats = 20_000;

    const int MostSums = 8_000;

    static readonly byte[][] Tokens = [.. new[]
    {
        "---\n", "\n---\n", "- ", ": ", "  ", "\t", "&a ", "*a ", "!!binary ", "|\n", ">\n", "? ", "{", "[", "]", "}", "'", "\"", "\\u", "\\ud800", "%", "@", "`", "# ", "<<: *a\n", "related:\n- title: ",
        "<div>", "</div>", "<p>", "<table><tr><td>", "<script>", "<!--", "-->", "<![CDATA[", "<html lang=x>", "<svg><style>", "<template>", "&amp;amp;", "&#", "&#x110000;", "<a href='", "<meta charset=utf-7>", "<time datetime='",
        "\0", "\u0001", "\u001b[2J", "\u007f", "\r", "\r\n", "\n\n", "\u2028", "\u202e", "\ufeff", "\u0301", "\ud83d\ude00", "\u00e2\u20ac\u2122", "\u00c3\u00a9",
        "$9999999999999999999999 billion", "€1,1,1.1.1 million", "0000-00-00", "February 31, 2021", "https://[::1]:99999/?%zz", "A.B.C.D. ", "Ltd. (0.HK) ",
    }.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Sentences that state sums, about known companies, found names, pronouns and nobody: a text of nothing else is the hardest for whoever weighs each sum by its surroundings.</summary>
    static readonly byte[][] Sums = [.. new[]
    {
        "Facial recognition startup Kairos raised $4 million in funding. ", "Megvii raised ¥5 million, bringing its total to $40 million to date, ", "It did not pay $3 million or $4 million to settle.\n", "The firm was sold for €30 million ",
        "$1 to $2 to $3 billion ", "Acme Robotics Inc. raised 200,000 Swedish kronor (about €18,600) and ", "said to have reportedly planned a round, a fine, a market of $7 billion by 2025. ",
    }.Select(Encoding.UTF8.GetBytes)];

    /// <summary>One of the files with one to four kinds of damage.</summary>
    public byte[] Next(Random random)
    {
        var bytes = Any(random);
        for (var left = random.Next(1, 5); left > 0; left--) bytes = Damaged(bytes, random);
        return bytes.Length > mostBytes ? bytes[..mostBytes] : bytes;
    }

    byte[] Damaged(byte[] bytes, Random random)
    {
        var (from, to) = Range(bytes, random);
        return random.Next(10) switch
        {
            0 => Flipped(bytes, random),
            1 => [.. bytes[..from], .. bytes[to..]],
            2 => [.. bytes[..to], .. bytes[from..]],
            3 => bytes[..from],
            4 => Spliced(bytes, from, random),
            5 => [.. bytes[..from], .. Token(random), .. bytes[from..]],
            6 => [.. bytes[..from], .. Repeated(Token(random), random), .. bytes[from..]],
            7 => Swapped(bytes, random),
            8 => [.. bytes[..from], .. ManySums(random), .. bytes[from..]],
            _ => [.. bytes[..from], .. RandomBytes(random), .. bytes[from..]],
        };
    }

    byte[] Any(Random random) => files[random.Next(files.Count)];

    byte[] Spliced(byte[] bytes, int from, Random random)
    {
        var other = Any(random);
        var (start, end) = Range(other, random);
        return random.Next(2) == 0 ? [.. bytes[..from], .. other[start..]] : [.. bytes[..from], .. other[start..end], .. bytes[from..]];
    }

    static byte[] Flipped(byte[] bytes, Random random)
    {
        byte[] flipped = [.. bytes];
        for (var left = random.Next(1, 33); left > 0 && flipped.Length > 0; left--) flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    static byte[] Token(Random random) => Tokens[random.Next(Tokens.Length)];

    /// <summary>A token over and over: deep nesting, endless lines, floods of marks.</summary>
    static IEnumerable<byte> Repeated(byte[] token, Random random) =>
        Enumerable.Repeat(token, Math.Min(MostBytes / token.Length, 1 << random.Next(15) | random.Next(MostRepeats / 8))).SelectMany(bytes => bytes);

    /// <summary>A few of the sentences in turn, up to some thousand times.</summary>
    static IEnumerable<byte> ManySums(Random random)
    {
        byte[][] own = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Sums[random.Next(Sums.Length)])];
        return Enumerable.Range(0, random.Next(1, MostSums)).SelectMany(index => own[index % own.Length]);
    }

    static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(1, 64)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>The text in another encoding than it says, or taken for another.</summary>
    static byte[] Swapped(byte[] bytes, Random random) => random.Next(5) switch
    {
        0 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)),
        1 => Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(bytes)),
        2 => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(bytes)),
        3 => Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(bytes)),
        _ => [0xFF, 0xFE, .. bytes],
    };

    /// <summary>Mostly short: a file that keeps its shape goes deeper into the reader.</summary>
    static (int From, int To) Range(byte[] bytes, Random random)
    {
        var from = random.Next(bytes.Length + 1);
        var longest = random.Next(4) == 0 ? bytes.Length - from : Math.Min(200, bytes.Length - from);
        return (from, from + random.Next(longest + 1));
    }
}
