using System.Buffers.Binary;
using System.Buffers.Text;

namespace NewsTracker.Storage.Queries;

/// <summary>
/// A place between two rows of a list, told by the sort values of one of them, so that it stays true while rows come and go.
/// </summary>
/// <param name="Sort">The order it is a place in.</param>
/// <param name="Backwards">True for the page before it.</param>
/// <param name="Key">The row's sort value.</param>
/// <param name="Newest">The row's place in time, which decides among equal keys.</param>
/// <param name="Id">The row, which decides among equal times.</param>
readonly record struct PageCursor(ArticleSort Sort, bool Backwards, long Key, long Newest, long Id)
{
    const byte Version = 1;
    const int Bytes = 3 + (3 * sizeof(long));

    public static PageCursor? Parse(string text)
    {
        if (!Base64Url.IsValid(text, out var length) || length != Bytes) return null;
        ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(text);
        if (bytes[0] != Version || bytes[1] > (byte)ArticleSort.Heat || bytes[2] > 1) return null;
        return new PageCursor((ArticleSort)bytes[1], bytes[2] == 1, Number(bytes, 0), Number(bytes, 1), Number(bytes, 2));
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        bytes[0] = Version;
        bytes[1] = (byte)Sort;
        bytes[2] = Backwards ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(bytes[3..], Key);
        BinaryPrimitives.WriteInt64BigEndian(bytes[11..], Newest);
        BinaryPrimitives.WriteInt64BigEndian(bytes[19..], Id);
        return Base64Url.EncodeToString(bytes);
    }

    static long Number(ReadOnlySpan<byte> bytes, int index) => BinaryPrimitives.ReadInt64BigEndian(bytes[(3 + (index * sizeof(long)))..]);
}
