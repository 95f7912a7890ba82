using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Index;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Importing;

public sealed class StoredMoneyTests(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Sums_are_stored_as_they_were_read_rewritten_when_a_file_changes_and_shown_on_their_companys_page_in_order()
    {
        var cancellation = TestContext.Current.CancellationToken;
        tracker.Put("later.txt", File("2021-05-01", "https://a.example/later", "Megvii facial recognition sales rise to 5 billion yuan (US$720 million)", "According to two people."));
        tracker.Put("first.txt", File("2020-05-01", "https://a.example/first", "Megvii raises $40.5 million for facial recognition", "The company was valued at $4 billion."));
        await tracker.ImportAsync();
        var indexes = new ArticleIndexes(tracker.Database, NullLogger<ArticleIndexes>.Instance);
        await indexes.RefreshAsync(cancellation);
        var articles = new ArticleQueries(tracker.Database, indexes);
        var tags = new TagQueries(tracker.Database, indexes);

        var money = (await tags.CompanyAsync("megvii", cancellation))?.Money ?? [];
        // As written, for clients read them so: no zero behind a point.
        Assert.Equal(["40500000", "4000000000", "5000000000"], money.Select(sum => sum.Fact.Amount.ToString(CultureInfo.InvariantCulture)));
        var stored = Assert.Single(articles.Find(money[^1].ArticleId)?.Values.Money ?? []);
        Assert.Equal((MoneyKind.Revenue, "Megvii", "megvii", "CNY"), (stored.Kind, stored.Company, stored.CompanySlug, stored.Currency));
        Assert.Equal(new MoneyAmount(720_000_000m, "USD"), stored.Converted);
        Assert.Equal(["5 billion yuan (US$720 million)"], stored.Forms);
        Assert.Equal(stored with { Forms = [] }, money[^1].Fact with { Forms = [] });

        tracker.Put("later.txt", File("2021-05-01", "https://a.example/later", "Megvii facial recognition sales rise to 6 billion yuan", "According to two people."));
        var again = await tracker.ImportAsync();
        await indexes.RefreshAsync(cancellation);

        Assert.Contains(again.Files.Single(file => file.Path == "later.txt").Changes, change => change.Field == "money");
        Assert.Equal(
            [40_500_000m, 4_000_000_000m, 6_000_000_000m],
            (await tags.CompanyAsync("megvii", cancellation))?.Money.Select(sum => sum.Fact.Amount));
    }

    static string File(string day, string url, string title, string excerpt) =>
        $"""
        ---
        title: "{title}"
        excerpt: "{excerpt}"
        webUrl: "{url}"
        publishedDateTime: {day}T08:00:00Z
        ---
        """;
}
