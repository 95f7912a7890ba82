using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Benchmarks.Synthetic;
using NewsTracker.Storage;

namespace NewsTracker.Benchmarks.Load;

/// <summary>
/// Clients browse a served tracker; meanwhile a second process imports new files, a third makes a backup as soon as the first of them are in, and people sign
/// in and correct articles. No request may fail, no article be lost, every correction stands, and the backup holds whatever was committed before it began.
/// </summary>
/// <param name="program">NewsTracker.Web.dll.</param>
/// <param name="data">The data directory; the articles stay in it.</param>
/// <param name="clients">How many browse, without a pause.</param>
/// <param name="span">How long they do; the import goes on to its end.</param>
/// <param name="articles">How many to import, ten in a file.</param>
/// <param name="report">Where the figures go.</param>
sealed class LoadSoak(string program, string data, int clients, TimeSpan span, int articles, TextWriter report)
{
    const int Related = 9;
    const int Warming = 100;
    const string Password = "a long enough password";
    static readonly TimeSpan AnswerGoal = TimeSpan.FromSeconds(2);
    static readonly TimeSpan ShownAfter = TimeSpan.FromSeconds(30);

    readonly TrackerProcess _tracker = new(data, program);
    readonly List<string> _problems = [];

    /// <summary>Runs it.</summary>
    /// <returns>1 where anything but the time is not as it should be.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var inbox = new TemporaryFolder();
        using var kept = new TemporaryFolder();
        using var database = new NewsDatabase(Path.Combine(data, "news.db"));
        var before = (await CommittedAsync(database, cancellation)).Articles;
        var files = articles / (Related + 1);
        SyntheticFiles.Write(inbox.Path, files, seed: before, Related);
        var email = string.Create(CultureInfo.InvariantCulture, $"soak-{before}@example.org");
        Require("admin add", await _tracker.RunAsync(Password, ["admin", "add", email, "--role", "editor", "--password-stdin"], cancellation));

        using var server = await ServedTracker.StartAsync(program, data, cancellation);
        var desk = new DeskSoak(server, email, Password);
        var addresses = await VisitedAddresses.FindAsync(server);
        for (var page = 0; page < Warming; page++) await server.GetAsync(addresses.Next());

        using var time = new CancellationTokenSource(span);
        var browsing = Browsing.RunAsync(server, clients, addresses.Next, time.Token);
        var importing = ImportAsync(inbox.Path, cancellation);
        var backingUp = BackUpAsync(database, before, Path.Combine(kept.Path, "kept.zip"), importing, cancellation);
        await desk.RunAsync(span, cancellation);
        Judge(await browsing);
        await importing;
        var committed = await backingUp;

        await JudgeArticlesAsync(server, database, before + (files * (Related + 1)), cancellation);
        await JudgeDeskAsync(desk);
        await JudgeBackupAsync(kept.Path, committed, cancellation);
        foreach (var problem in _problems) await report.WriteLineAsync($"WRONG: {problem}");
        await report.WriteLineAsync(_problems.Count == 0 ? "all as it should be" : $"{_problems.Count} things wrong");
        return _problems.Count == 0 ? 0 : 1;
    }

    void Judge(Browsing browsing)
    {
        browsing.Tell($"{clients} clients", span, report);
        if (browsing.Failures > 0) _problems.Add($"{browsing.Failures} requests failed");
    }

    async Task ImportAsync(string inbox, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        Require("import", await _tracker.RunAsync(cancellation, "import", inbox));
        await report.WriteLineAsync(FormattableString.Invariant($"import: {clock.Elapsed.TotalSeconds:F1} s"));
    }

    async Task<Committed> BackUpAsync(NewsDatabase database, int before, string file, Task importing, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        Committed committed;
        do committed = await CommittedAsync(database, cancellation);
        while (committed.Articles == before && !importing.IsCompleted && await timer.WaitForNextTickAsync(cancellation));

        var clock = Stopwatch.StartNew();
        Require("backup", await _tracker.RunAsync(cancellation, "backup", file));
        await report.WriteLineAsync(FormattableString.Invariant($"backup: {clock.Elapsed.TotalSeconds:F1} s, begun with {committed.Articles - before} of the new articles{(importing.IsCompleted ? "; the import ended before it" : "")}"));
        return committed;
    }

    async Task JudgeArticlesAsync(ServedTracker server, NewsDatabase database, int expected, CancellationToken cancellation)
    {
        var (stored, clock) = ((await CommittedAsync(database, cancellation)).Articles, Stopwatch.StartNew());
        var shown = await VisitedAddresses.TotalAsync(server);
        while (shown != stored && clock.Elapsed < ShownAfter)
        {
            await Task.Delay(100, cancellation);
            shown = await VisitedAddresses.TotalAsync(server);
        }

        await report.WriteLineAsync(FormattableString.Invariant($"articles: {expected} expected, {stored} stored, {shown} shown after {clock.Elapsed.TotalSeconds:F1} s"));
        if (stored != expected || shown != expected) _problems.Add("articles are lost");
        Require("check", await _tracker.RunAsync(cancellation, "check"));
    }

    async Task JudgeDeskAsync(DeskSoak desk)
    {
        var problems = await desk.ProblemsAsync();
        await report.WriteLineAsync(FormattableString.Invariant(
            $"desk: {desk.Corrected} of {DeskSoak.People} signed in and corrected; longest answer {desk.Longest.Took.TotalSeconds:F2} s, to {desk.Longest.To} (goal {AnswerGoal.TotalSeconds:F0} s)"));
        _problems.AddRange(problems);
        if (desk.Corrected < DeskSoak.People) _problems.Add($"{desk.Corrected} corrections for {DeskSoak.People} people");
    }

    async Task JudgeBackupAsync(string folder, Committed committed, CancellationToken cancellation)
    {
        var restored = Path.Combine(folder, "restored");
        var tracker = new TrackerProcess(restored, program);
        Require("restore", await tracker.RunAsync(cancellation, "restore", Path.Combine(folder, "kept.zip")));
        Require("check of what was restored", await tracker.RunAsync(cancellation, "check"));
        using var database = new NewsDatabase(Path.Combine(restored, "news.db"));
        var lost = committed.Rows.Except((await CommittedAsync(database, cancellation)).Rows).ToList();
        await report.WriteLineAsync(FormattableString.Invariant($"restored: {lost.Count} of {committed.Rows.Count} articles and corrections that were there before the backup are missing"));
        if (lost.Count > 0) _problems.Add($"the backup lacks {lost[0]}");
    }

    static async Task<Committed> CommittedAsync(NewsDatabase database, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var rows = (await context.Articles.Select(article => new { article.Id, Key = article.UrlKey ?? article.ContentKey }).ToListAsync(cancellation)).ConvertAll(article => $"article {article.Id} {article.Key}");
        var corrections = await context.Corrections.Select(correction => new { correction.Id, correction.Value }).ToListAsync(cancellation);
        return new(rows.Count, [.. rows, .. corrections.Select(correction => $"correction {correction.Id} {correction.Value}")]);
    }

    void Require(string verb, (int ExitCode, string Output) outcome)
    {
        if (outcome.ExitCode != 0) _problems.Add($"{verb} says {outcome.ExitCode}: {outcome.Output}");
    }

    /// <summary>What is in a database at one time.</summary>
    /// <param name="Articles">How many of the rows are articles.</param>
    /// <param name="Rows">Articles and corrections, each as one line.</param>
    sealed record Committed(int Articles, IReadOnlyList<string> Rows);
}
