using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Ingestion;
using NewsTracker.Storage;
using NewsTracker.Storage.Catalogue;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Benchmarks;

/// <summary>
/// Imports a copy of a folder, lets 200 of its files change, 50 get another name, 30 break and 20 go, and proves that preview and apply agree in every
/// count and field; then that a file which changes between the two makes apply refuse with its name.
/// </summary>
sealed class PreviewSoak(string folder, int seed)
{
    static readonly IngestionLimits Limits = new();

    public async Task<int> RunAsync(TextWriter report, CancellationToken cancellation)
    {
        using var place = new TemporaryFolder();
        var inbox = Copy(Path.Combine(place.Path, "inbox"));
        using var database = new NewsDatabase(Path.Combine(place.Path, "news.db"));
        await database.MigrateAsync(cancellation);
        var catalogues = new CatalogueStore(database, TimeProvider.System);
        await catalogues.EnsureLoadedAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "catalogue"), cancellation);
        var importer = new Importer(
            database, catalogues, new ImportLockKeeper(database, TimeProvider.System), Limits, TimeProvider.System, NullLogger<Importer>.Instance);
        await report.WriteLineAsync($"imported: {Told((await RunAsync(importer, new([inbox], false, "soak"), cancellation)).Totals)}");

        FolderChanges.Make(inbox, new Random(seed), (200, 50, 30, 20));
        var preview = await RunAsync(importer, new([inbox], true, "soak"), cancellation);
        await report.WriteLineAsync($"preview:  {Told(preview.Totals)}, {preview.Moves.Renamed.Count} renamed, {preview.Moves.Gone.Count} gone");
        List<string> problems = [.. await RefusalAsync(importer, preview, cancellation)];

        var applied = await RunAsync(importer, ImportRequest.Applying(preview.Plan!, "soak"), cancellation);
        await report.WriteLineAsync($"applied:  {Told(applied.Totals)}");
        problems.AddRange(preview.Files.Zip(applied.Files).Where(pair => !pair.First.SaysTheSameAs(pair.Second)).Select(pair => $"{pair.First.Path} differs"));
        problems.AddRange(await ReceiptsAsync(database, preview, applied.RunId!.Value, cancellation));
        var again = await RunAsync(importer, new([inbox], true, "soak"), cancellation);
        await report.WriteLineAsync($"again:    {Told(again.Totals)}");
        if (again.Totals is not { Added: 0, Updated: 0 }) problems.Add("applied, the plan still has something to do");
        foreach (var problem in problems) await report.WriteLineAsync(problem);
        await report.WriteLineAsync(problems.Count == 0
            ? $"preview and apply agree in {preview.Files.Count} files and {preview.Files.Sum(file => file.Changes.Count)} changed fields"
            : $"{problems.Count} differences");
        return problems.Count == 0 ? 0 : 1;
    }

    static async Task<IEnumerable<string>> RefusalAsync(Importer importer, ImportReport preview, CancellationToken cancellation)
    {
        var file = preview.Files[^1].FullPath;
        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        await File.AppendAllTextAsync(file, "\nmeanwhile\n", cancellation);
        try
        {
            await RunAsync(importer, ImportRequest.Applying(preview.Plan!, "soak"), cancellation);
            return ["a changed file was not refused"];
        }
        catch (StoreException refusal)
        {
            return refusal.Message.Contains(preview.Files[^1].Path, StringComparison.Ordinal) ? [] : [$"refused without the name: {refusal.Message}"];
        }
        finally
        {
            await File.WriteAllBytesAsync(file, bytes, CancellationToken.None);
        }
    }

    static async Task<IEnumerable<string>> ReceiptsAsync(NewsDatabase database, ImportReport preview, long runId, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var receipts = await context.Receipts.AsNoTracking().Where(receipt => receipt.RunId == runId).OrderBy(receipt => receipt.Id).ToListAsync(cancellation);
        if (receipts.Count != preview.Files.Count) return [$"{receipts.Count} receipts for {preview.Files.Count} files"];
        return preview.Files.Zip(receipts)
            .Where(pair => !IsOf(pair.Second, pair.First))
            .Select(pair => $"the receipt of {pair.First.Path} differs");
    }

    static bool IsOf(Receipt receipt, FileReport file) =>
        (receipt.Path, receipt.Outcome, receipt.Code, receipt.Line) == (file.Path, file.Outcome, file.Rejection?.Code, file.Rejection?.Line)
        && receipt.Fields.SequenceEqual(file.Changes.Select(change => change.Field));

    static Task<ImportReport> RunAsync(Importer importer, ImportRequest request, CancellationToken cancellation) => importer.RunAsync(request, null, cancellation);

    static string Told(ImportProgress totals) => string.Create(
        CultureInfo.InvariantCulture,
        $"{totals.Found} files, {totals.Added} added, {totals.Updated} updated, {totals.Unchanged} unchanged, {totals.Rejected} rejected, {totals.RelatedAdded} related, {totals.Elapsed.TotalSeconds:F1} s");

    string Copy(string to)
    {
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }
}
