using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage.Importing;

public sealed class BadFilesTests(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Forty_bad_files_are_told_one_by_one_and_the_good_ones_beside_them_are_taken()
    {
        await BadFolder.WriteAsync(tracker.Inbox, TestContext.Current.CancellationToken);
        foreach (var start in (string[])["000", "001", "002", "003", "004"]) tracker.PutSeed(start);
        tracker.Put("one-bad-field.md", "---\ntitle: Oosto opens an office\nquality: many\nwebUrl: https://example.com/oosto\n---\n");

        var report = await tracker.ImportAsync();

        var rejected = report.Files.Where(file => file.Outcome == FileOutcome.Rejected).ToDictionary(file => Path.GetFileName(file.Path), file => file.Rejection!);
        Assert.Equal(
            BadFolder.Expected.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            rejected.Where(pair => pair.Key != "pipe").Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Code)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.True(rejected.Count >= 40);
        Assert.All(rejected.Values, rejection => Assert.Contains(". ", rejection.Message, StringComparison.Ordinal));
        Assert.All(rejected.Values.Where(rejection => rejection.Code == NewsTracker.Ingestion.RejectionCode.Yaml), rejection => Assert.NotNull(rejection.Line));
        Assert.Equal(6, report.Totals.Added);
        Assert.Equal(0, await new ChangedFiles(tracker.Database, Tracker.Limits).CountAsync([tracker.Inbox], TestContext.Current.CancellationToken));
        Assert.Contains("Line 3", Assert.Single(report.Files, file => file.Path == "one-bad-field.md").Warnings.Single().Message, StringComparison.Ordinal);
    }
}
