using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Maintenance;

/// <summary>Whether every original still hashes to its checksum.</summary>
/// <param name="Problems">Sentences.</param>
/// <param name="Documents">Originals looked at.</param>
sealed record OriginalsCheck(IReadOnlyList<string> Problems, int Documents)
{
    const string Remedy = "Restore the last backup, or import the file again.";

    public static async Task<OriginalsCheck> RunAsync(NewsContext context, CancellationToken cancellation)
    {
        var problems = new List<string>();
        var documents = 0;
        await foreach (var document in context.Documents.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            documents++;
            if (!IsWhole(document)) problems.Add($"The original {document.Sha256} is damaged: its bytes do not hash to its checksum. {Remedy}");
        }

        return new OriginalsCheck(problems, documents);
    }

    static bool IsWhole(Document document)
    {
        try
        {
            var bytes = OriginalBytes.Unpack(document.Content);
            return bytes.LongLength == document.Length && Convert.ToHexStringLower(SHA256.HashData(bytes)) == document.Sha256;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
