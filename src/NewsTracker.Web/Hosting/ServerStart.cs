using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Queries;
using NewsTracker.Storage.Retagging;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Hosting;

/// <summary>What happens before the server listens, and the plain lines that tell a person so.</summary>
/// <param name="preparation">Makes the database fit.</param>
/// <param name="runs">Whether there is any article.</param>
/// <param name="importer">Fills an empty database.</param>
/// <param name="changes">What an import would find.</param>
/// <param name="retagger">Whether tags are out of date.</param>
/// <param name="catalogueJobs">Goes on with a retag that was interrupted.</param>
/// <param name="indexes">Loaded before the first page is served.</param>
/// <param name="accounts">Whether there is anybody to sign in.</param>
/// <param name="setupCode">Shown while there is nobody.</param>
/// <param name="settings">Places and folders.</param>
sealed class ServerStart(
    Preparation preparation, RunQueries runs, Importer importer, ChangedFiles changes, Retagger retagger, CatalogueJobs catalogueJobs, ArticleIndexes indexes,
    AccountDirectory accounts, SetupCode setupCode, TrackerSettings settings)
{
    bool _imported;

    public async Task PrepareAsync(TextWriter output, CancellationToken cancellation)
    {
        await output.WriteLineAsync($"Data: {settings.Places.Root}");
        await output.WriteLineAsync($"Inbox: {settings.Import.Inbox}");
        await preparation.RunAsync(output.WriteLine, cancellation);
        if (await runs.IsEmptyAsync(cancellation)) await ImportAsync("first start", output, cancellation);
        else if (settings.Import.OnStart) await ImportAsync("start", output, cancellation);
        await indexes.RefreshAsync(cancellation);
    }

    /// <summary>Says where the pages are, how the first account is made, and what an import or a retag would find: pages need not wait for that. A retag that was interrupted goes on.</summary>
    public async Task AnnounceAsync(IEnumerable<string> addresses, TextWriter output, CancellationToken cancellation)
    {
        foreach (var address in addresses) await output.WriteLineAsync($"Open {address}");
        if (!await accounts.AnyAsync(cancellation)) await output.WriteLineAsync($"No account yet: make the first one at /admin/setup with the code {setupCode.Code}");
        if (!_imported && await changes.CountAsync(settings.Import.Sources, cancellation) is > 0 and var changed)
            await output.WriteLineAsync($"{Counted.Of(changed, "file")} new or changed: preview at /admin");
        if (await retagger.NeededAsync(cancellation) is > 0 and var stale)
            await output.WriteLineAsync(await RetagAsync(Counted.Of(stale, "article"), cancellation));
    }

    async Task ImportAsync(string startedBy, TextWriter output, CancellationToken cancellation)
    {
        var report = await importer.RunAsync(new ImportRequest(settings.Import.Sources, false, startedBy, WithoutUndone: true), null, cancellation);
        cancellation.ThrowIfCancellationRequested();
        _imported = true;
        await output.WriteLineAsync(RunSentences.Totals(report));
        foreach (var file in report.Files.Where(file => file.Rejection is not null)) await output.WriteLineAsync(RunSentences.Rejected(file));
    }

    // A new catalogue or reader waits for a person; what one of them started before is theirs already.
    async Task<string> RetagAsync(string stale, CancellationToken cancellation) =>
        await retagger.InterruptedByAsync(cancellation) is { } by && catalogueJobs.TryRetag(by)
            ? $"{stale} left by a retag that was interrupted: it goes on, see /admin/catalogue"
            : $"Retag needed: {stale}";
}
