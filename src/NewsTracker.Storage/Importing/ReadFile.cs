using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Importing;

/// <summary>A file as the readers hand it to the planner.</summary>
/// <param name="FullPath">Where it lies.</param>
/// <param name="Path">As people name it.</param>
/// <param name="Tracked">What is known of it from earlier runs.</param>
/// <param name="Content">Its bytes; null where they could not be read, or need not be.</param>
/// <param name="Draft">What was understood; null where rejected, or where bytes and reader are those of the last time.</param>
/// <param name="Rejection">Why it is not taken.</param>
sealed record ReadFile(string FullPath, string Path, TrackedFile? Tracked, ReadContent? Content, ArticleDraft? Draft, Rejection? Rejection);

/// <summary>A file's bytes, packed while it was read so that a batch stays small in memory.</summary>
/// <param name="Sha256">Checksum of the original.</param>
/// <param name="Length">Size of the original, in bytes.</param>
/// <param name="Packed">As <see cref="OriginalBytes"/> keeps them; null where the file was rejected.</param>
/// <param name="Encoding">Web name.</param>
/// <param name="Format">How it is written.</param>
sealed record ReadContent(string Sha256, long Length, byte[]? Packed, string? Encoding, SourceFormat? Format);
