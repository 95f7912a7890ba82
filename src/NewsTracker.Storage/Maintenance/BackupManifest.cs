using System.Text.Json.Serialization;

namespace NewsTracker.Storage.Maintenance;

/// <summary>What a backup says of itself, in its <c>manifest.json</c>.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">Of this layout.</param>
/// <param name="Build">The build that wrote it.</param>
/// <param name="CreatedAt">UTC; everything committed before is in it.</param>
/// <param name="Schema">Every migration of the database, oldest first.</param>
/// <param name="Counts">How much it holds.</param>
/// <param name="Parts">Its files.</param>
public sealed record BackupManifest(
    string Format, int Version, string Build, DateTime CreatedAt, IReadOnlyList<string> Schema, BackupCounts Counts, IReadOnlyList<BackupPart> Parts)
{
    /// <summary>Tells a backup from any other archive.</summary>
    public const string FormatName = "NewsTracker backup";

    /// <summary>The layout that this build writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Its name in the archive.</summary>
    public const string EntryName = "manifest.json";
}

/// <summary>How much a backup holds.</summary>
/// <param name="Articles">Articles.</param>
/// <param name="Sightings">Sightings.</param>
/// <param name="Originals">Original files.</param>
/// <param name="Corrections">Corrections by hand.</param>
/// <param name="Accounts">People who may sign in.</param>
public sealed record BackupCounts(int Articles, int Sightings, int Originals, int Corrections, int Accounts);

/// <summary>One file in a backup.</summary>
/// <param name="Name">With <c>/</c> between folders.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its checksum, lower case.</param>
public sealed record BackupPart(string Name, long Bytes, string Sha256);

/// <summary>JSON of the manifest.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
sealed partial class ManifestJson : JsonSerializerContext;
