using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsTracker.Storage.Index;

/// <summary>
/// An <see cref="ArticleTable"/> in a file beside the database, as it lies in memory, so that a start need not read every article. Nothing but time is
/// lost with it: one that is damaged, or written by another build, is not taken.
/// </summary>
/// <param name="path">Full path.</param>
sealed class IndexFile(string path)
{
    const long Mark = 0x78646e692e73776e; // “nws.indx” where the lowest byte comes first

    // What the numbers mean may change with any build.
    static readonly Guid Build = typeof(IndexFile).Assembly.ManifestModule.ModuleVersionId;

    /// <summary>Reads it.</summary>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="InvalidDataException">It cannot be taken; the message says why.</exception>
    public ArticleTable? Read()
    {
        if (!File.Exists(path)) return null;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        var header = new Header[1];
        if (file.Length < Size(header)) throw new InvalidDataException("it is cut off");
        var reading = new CheckedStream(file);
        reading.Read(header);
        var told = header[0];
        if (told.Mark != Mark || told.Build != Build) throw new InvalidDataException("another build wrote it");
        if (file.Length != told.FileSize) throw new InvalidDataException("it has another length than it says");
        var articles = reading.Read(new IndexedArticle[told.Articles]);
        var companies = new TagLinks(reading.Read(new int[told.Articles + 1]), reading.Read(new int[told.Companies]));
        var topics = new TagLinks(reading.Read(new int[told.Articles + 1]), reading.Read(new int[told.Topics]));
        var words = Encoding.UTF8.GetString(reading.Read(new byte[told.Words]));
        var (sum, written) = (reading.Sum, new uint[1]);
        if (reading.Read(written)[0] != sum) throw new InvalidDataException("its checksum is wrong");
        return new ArticleTable(new DataState(told.Version, told.Stamp), articles, companies, topics, words.Length == 0 ? [] : words.Split('\0'));
    }

    /// <summary>Writes it under another name and renames it, so that a reader finds all of it or the one before.</summary>
    /// <exception cref="IOException">The disk does not allow it.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory's permissions do not allow it.</exception>
    public void Write(ArticleTable table)
    {
        var words = Encoding.UTF8.GetBytes(string.Join('\0', table.Words));
        var unfinished = $"{path}.{Environment.ProcessId}";
        try
        {
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                var writing = new CheckedStream(file);
                writing.Write([new Header(
                    Mark, Build, table.State.Version, table.State.Stamp, table.Articles.Length, table.Companies.Tags.Length, table.Topics.Tags.Length, words.Length)]);
                writing.Write(table.Articles);
                writing.Write(table.Companies.Starts);
                writing.Write(table.Companies.Tags);
                writing.Write(table.Topics.Starts);
                writing.Write(table.Topics.Tags);
                writing.Write(words);
                writing.Write([writing.Sum]);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    static long Size<T>(T[] items)
        where T : unmanaged => (long)items.Length * Marshal.SizeOf<T>();

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    readonly record struct Header(long Mark, Guid Build, long Version, long Stamp, int Articles, int Companies, int Topics, int Words)
    {
        public long FileSize =>
            Marshal.SizeOf<Header>() + ((long)Articles * Marshal.SizeOf<IndexedArticle>()) + ((2 * ((long)Articles + 1)) + Companies + (long)Topics) * sizeof(int) + Words + sizeof(uint);
    }

    // A checksum against accidents (CRC-32C, which processors compute as fast as memory is read); nobody else writes into this directory.
    sealed class CheckedStream(Stream stream)
    {
        const int Piece = 1 << 20;

        public uint Sum { get; private set; } = uint.MaxValue;

        // In pieces that are summed while they are still near.
        public T[] Read<T>(T[] items)
            where T : unmanaged
        {
            for (var bytes = MemoryMarshal.AsBytes(items.AsSpan()); !bytes.IsEmpty; bytes = bytes[Math.Min(Piece, bytes.Length)..])
            {
                var piece = bytes[..Math.Min(Piece, bytes.Length)];
                stream.ReadExactly(piece);
                Add(piece);
            }

            return items;
        }

        public void Write<T>(T[] items)
            where T : unmanaged
        {
            var bytes = MemoryMarshal.AsBytes(items.AsSpan());
            Add(bytes);
            stream.Write(bytes);
        }

        void Add(ReadOnlySpan<byte> bytes)
        {
            var sum = Sum;
            foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes)) sum = BitOperations.Crc32C(sum, word);
            foreach (var rest in bytes[(bytes.Length & ~7)..]) sum = BitOperations.Crc32C(sum, rest);
            Sum = sum;
        }
    }
}
