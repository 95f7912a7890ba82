using System.Globalization;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Undoing;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Hosting;

/// <summary>What a run did, as people read it on a terminal and at the desk.</summary>
public static class RunSentences
{
    /// <summary>“11 files: 5 unchanged, 3 left out, 3 rejected”.</summary>
    /// <param name="report">Of a run that ended.</param>
    public static string Totals(ImportReport report) => Totals(report.Totals, report.Files.Count(file => file.IsLeftOut));

    /// <summary>“5 files, 14 more known only through them: 5 added”.</summary>
    /// <param name="totals">The counts.</param>
    /// <param name="leftOut">How many of the unchanged ones were passed over because a person took their bytes back.</param>
    public static string Totals(ImportProgress totals, int leftOut = 0)
    {
        var related = totals.RelatedAdded == 0 ? "" : $", {Counted.Number(totals.RelatedAdded)} more known only through them";
        (int Count, string Word)[] outcomes =
            [(totals.Added, "added"), (totals.Updated, "updated"), (totals.Unchanged - leftOut, "unchanged"), (leftOut, "left out"), (totals.Rejected, "rejected")];
        var told = string.Join(", ", outcomes.Where(outcome => outcome.Count > 0).Select(outcome => $"{Counted.Number(outcome.Count)} {outcome.Word}"));
        var left = totals.Done < totals.Found ? $" ({Counted.Number(totals.Done)} done)" : "";
        return $"{Counted.Of(totals.Found, "file")}{left}{related}{(told.Length == 0 ? "" : $": {told}")}";
    }

    /// <summary>“Undoing run 3: 2 articles go, 1 article returns to its former values; 3 files are as before it.”</summary>
    /// <param name="plan">What would be done.</param>
    public static string Undo(UndoPlan plan)
    {
        var gone = plan.Removed == 1 ? "1 article goes" : $"{Counted.Of(plan.Removed, "article")} go";
        var back = plan.Returned == 1 ? "1 article returns to its former values" : $"{Counted.Of(plan.Returned, "article")} return to their former values";
        return $"Undoing run {plan.RunId}: {gone}, {back}; {(plan.Files == 1 ? "1 file is" : $"{Counted.Of(plan.Files, "file")} are")} as before it.";
    }

    /// <summary>A file that was not taken, with the place in it.</summary>
    /// <param name="file">Rejected.</param>
    public static string Rejected(FileReport file) => file.Rejection is { } rejection ? Rejected(file.Path, rejection) : file.Path;

    /// <summary>A file that was not taken, with the place in it.</summary>
    /// <param name="path">As people name it.</param>
    /// <param name="rejection">Why.</param>
    public static string Rejected(string path, Rejection rejection) => $"{TextRepair.Visible(path)}{Place(rejection)}: {Code(rejection.Code)}: {rejection.Message}";

    /// <summary>A rejection's code as the contract writes it.</summary>
    /// <param name="code">The code.</param>
    public static string Code(RejectionCode code) => EnumWords.Of(code);

    static string Place(Rejection rejection) =>
        (rejection.Line, rejection.Column) switch
        {
            ({ } line, { } column) => string.Create(CultureInfo.InvariantCulture, $":{line}:{column}"),
            ({ } line, null) => string.Create(CultureInfo.InvariantCulture, $":{line}"),
            _ => "",
        };
}
