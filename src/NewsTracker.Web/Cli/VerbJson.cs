using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Retagging;
using NewsTracker.Storage.Undoing;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Web.Cli;

/// <summary>One file of an import.</summary>
sealed record FileLine(
    string File, FileOutcome Outcome, long? ArticleId, IReadOnlyList<FieldChange> Changes, ErrorLine? Error, IReadOnlyList<string> Warnings);

/// <summary>All of them; seconds since the start.</summary>
sealed record TotalsLine(
    long? Run, RunState State, int Found, int Done, int Added, int Updated, int Unchanged, int Rejected, int RelatedAdded, double Seconds);

/// <summary>Why a file was not taken, as the contract writes it.</summary>
sealed record ErrorLine(string Code, string Message, int? Line, int? Column)
{
    public static ErrorLine Of(Rejection rejection) => new(RunSentences.Code(rejection.Code), rejection.Message, rejection.Line, rejection.Column);
}

/// <summary>A retag: its plan, and what was written of it; run and state are null where nothing was to be written.</summary>
sealed record RetagLine(
    long? Run, RunState? State, int Applied, int Articles, int Changed,
    IReadOnlyList<RetagField> Fields, IReadOnlyList<RetagTag> Companies, IReadOnlyList<RetagTag> Topics);

/// <summary>An undo: its plan; run and state are null where nothing was to be written.</summary>
sealed record UndoLine(
    long? Run, RunState? State, long Undoes, int Removed, int Returned, int Files,
    IReadOnlyList<UndoneArticle> RemovedArticles, IReadOnlyList<UndoneArticle> ReturnedArticles, IReadOnlyList<ParkedCorrection> Corrections);

/// <summary>A catalogue file against the catalogue in force, and whether it was applied.</summary>
sealed record CatalogueLine(bool Applied, IReadOnlyList<CatalogueChange> Changes, int Same, int NotInFile);

/// <summary>JSON of the verbs' own lines.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FileLine))]
[JsonSerializable(typeof(TotalsLine))]
[JsonSerializable(typeof(ErrorLine))]
[JsonSerializable(typeof(RetagLine))]
[JsonSerializable(typeof(UndoLine))]
[JsonSerializable(typeof(CatalogueLine))]
sealed partial class VerbJson : JsonSerializerContext
{
    /// <summary>Letters of every script stand as themselves: this goes to files and terminals, never into HTML.</summary>
    public static VerbJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<FileOutcome>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<RunState>(JsonNamingPolicy.CamelCase) },
    });
}
