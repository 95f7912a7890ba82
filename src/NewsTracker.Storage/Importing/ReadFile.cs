using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>A file as the readers hand it to the planner.</summary>
/// <param name="FullPath">Where it lies.</param>
/// <param name="Path">As people name it.</param>
/// <param name="Tracked">What is known of it from earlier runs.</param>
/// <param name="Content">Its bytes; null where they could not be read, or need not be.</param>
/// <param name="Own">What was understood; null where rejected, left out, or where bytes and reader are those of the last time.</param>
/// <param name="Related">The entries of its list.</param>
/// <param name="Rejection">Why it is not taken.</param>
sealed record ReadFile(
    string FullPath, string Path, TrackedFile? Tracked, ReadContent? Content, EntryReading? Own, IReadOnlyList<EntryReading> Related, Rejection? Rejection);

/// <summary>One article that a file tells of, with what the planner compares it by: worked out where files are read, on all cores.</summary>
/// <param name="Draft">What it says.</param>
/// <param name="Identity">Which article it is.</param>
/// <param name="Claim">What it declares, as <see cref="ComparedFields.Fingerprint"/> has it.</param>
sealed record EntryReading(ArticleDraft Draft, ArticleIdentity Identity, string Claim)
{
    public static EntryReading Of(ArticleDraft draft) => new(draft, ArticleIdentity.Of(draft), ComparedFields.Fingerprint(draft));
}

/// <summary>A file's bytes, packed while it was read so that a batch stays small in memory.</summary>
/// <param name="Sha256">Checksum of the original.</param>
/// <param name="Length">Size of the original, in bytes.</param>
/// <param name="Packed">As <see cref="OriginalBytes"/> keeps them; null where the file was rejected.</param>
/// <param name="Encoding">Web name.</param>
/// <param name="Format">How it is written.</param>
sealed record ReadContent(string Sha256, long Length, byte[]? Packed, string? Encoding, SourceFormat? Format);
