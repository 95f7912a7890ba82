using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Model;

/// <summary>A file that the last import which came upon it did not take. It is one no longer once it is taken, or gone from its folder.</summary>
public sealed class RefusedFile
{
    /// <summary>Where it lies on the machine that imported it; only the path below its folder where it was refused before full paths were noted.</summary>
    public required string FullPath { get; init; }

    /// <summary>Its path below the root it was found under: how people name it.</summary>
    public required string Path { get; init; }

    /// <summary>Checksum; null where it could not be read.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Why it was not taken.</summary>
    public RejectionCode Code { get; set; }

    /// <summary>The same as a sentence with the remedy.</summary>
    public required string Message { get; set; }

    /// <summary>Line in the file, from 1; null where it is the whole file.</summary>
    public int? Line { get; set; }

    /// <summary>The import that refused it last.</summary>
    public long RunId { get; set; }

    /// <summary>Who let it stand, by e-mail; null while it waits for a look.</summary>
    public string? SettledBy { get; set; }

    /// <summary>UTC; null while it waits for a look.</summary>
    public DateTime? SettledAt { get; set; }
}
