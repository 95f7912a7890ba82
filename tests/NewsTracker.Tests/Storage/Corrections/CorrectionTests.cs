using Microsoft.EntityFrameworkCore;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Corrections;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Corrections;

/// <summary>What a person corrected stands whatever files say, and nothing that was said is forgotten.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    const string Address = "https://example.com/a";

    readonly Tracker _tracker = new();
    readonly CorrectionDesk _desk;
    readonly CorrectionQueries _corrections;

    public CorrectionTests()
    {
        _desk = new CorrectionDesk(_tracker.Database, _tracker.Catalogues, Tracker.Limits, TimeProvider.System);
        _corrections = new CorrectionQueries(_tracker.Database);
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _tracker.InitializeAsync();
        Put("Megvii opens a lab in Paris");
        await _tracker.ImportAsync();
    }

    public ValueTask DisposeAsync() => _tracker.DisposeAsync();

    [Fact]
    public async Task Title_date_company_and_money_stand_through_unchanged_changed_and_renamed_files_and_a_retag()
    {
        await CorrectAsync("title", draft => draft with { Title = "SenseTime opens a lab" });
        await CorrectAsync("published", draft => draft with { Published = PublishedDate.InMonth(2019, 7, DateSource.Correction, null) });
        await CorrectAsync("companies", draft => draft with { Companies = [new CompanyTag("SenseTime", "sensetime", CompanyRole.Subject, 0, true, ValueSource.Correction, null)] });

        await CorrectAsync("money", draft => draft with { Money = [new MoneyFact(MoneyKind.Fine, MoneyStatus.Closed, 7_000_000, "EUR", "SenseTime", "sensetime", null, ValueSource.Correction, null)] });

        await _tracker.ImportAsync();
        await StandsAsync();
        Put("Megvii opens a lab in Lyon", excerpt: "With a teaser.");
        await _tracker.ImportAsync();
        await StandsAsync();
        File.Move(Path.Combine(_tracker.Inbox, "a.md"), Path.Combine(_tracker.Inbox, "b.md"));
        await _tracker.ImportAsync();
        await StandsAsync();
        await _tracker.RetagAsync();
        await StandsAsync();

        Assert.Equal("With a teaser.", (await ArticleAsync()).Values.Excerpt);
    }

    [Fact]
    public async Task A_corrected_text_is_tagged_anew()
    {
        await CorrectAsync("title", draft => draft with { Title = "Clearview AI is fined" });

        Assert.Equal("Clearview AI", Assert.Single((await ArticleAsync()).Values.Companies).Name);
    }

    [Fact]
    public async Task A_file_that_later_says_something_new_waits_for_a_decision_and_accepting_it_gives_its_value()
    {
        await CorrectAsync("title", draft => draft with { Title = "A better headline" });
        Assert.Empty(await _corrections.WaitingAsync(10, Cancellation));

        Put("Megvii opens a lab in Lyon");
        await _tracker.ImportAsync();

        var waiting = Assert.Single(await _corrections.WaitingAsync(10, Cancellation));
        Assert.Equal(("Megvii opens a lab in Paris", "Megvii opens a lab in Lyon", "A better headline"), (waiting.DeclaredThen, waiting.DeclaredNow, waiting.Value));
        await _desk.RevertAsync(waiting.Id, "editor", Cancellation);
        Assert.Equal("Megvii opens a lab in Lyon", (await ArticleAsync()).Values.Title);
        Assert.Empty(await _corrections.WaitingAsync(10, Cancellation));
        var entry = await _tracker.ReadAsync(context => context.AuditEntries.OrderByDescending(entry => entry.Id).FirstAsync(Cancellation));
        Assert.Equal((AuditKind.FileAccepted, "A better headline", "Megvii opens a lab in Lyon"), (entry.Kind, entry.Before, entry.After));
    }

    [Fact]
    public async Task A_correction_that_was_kept_asks_again_only_when_the_file_changes_once_more()
    {
        await CorrectAsync("title", draft => draft with { Title = "A better headline" });
        Put("Megvii opens a lab in Lyon");
        await _tracker.ImportAsync();
        await _desk.KeepAsync(Assert.Single(await _corrections.WaitingAsync(10, Cancellation)).Id, "test", Cancellation);
        Assert.Empty(await _corrections.WaitingAsync(10, Cancellation));

        Put("Megvii opens a lab in Nice");
        await _tracker.ImportAsync();

        Assert.Single(await _corrections.WaitingAsync(10, Cancellation));
        Assert.Equal("A better headline", (await ArticleAsync()).Values.Title);
    }

    [Fact]
    public async Task A_correction_retires_once_the_file_says_the_same()
    {
        await CorrectAsync("title", draft => draft with { Title = "Megvii opens a lab in Lyon" });
        Put("Megvii opens a lab in Lyon");
        await _tracker.ImportAsync();

        var retired = Assert.Single(await _corrections.OfArticleAsync(1, Cancellation));
        Assert.NotNull(retired.RetiredAt);
        Assert.False(retired.IsReplaced);
        Put("Megvii opens a lab in Nice");
        await _tracker.ImportAsync();
        Assert.Equal("Megvii opens a lab in Nice", (await ArticleAsync()).Values.Title);
    }

    [Fact]
    public async Task A_later_correction_replaces_an_earlier_one_and_history_tells_of_both()
    {
        await CorrectAsync("title", draft => draft with { Title = "First try" });
        await CorrectAsync("title", draft => draft with { Title = "Second try" });

        var history = await _corrections.OfArticleAsync(1, Cancellation);

        Assert.Equal(["Second try", "First try"], history.Select(correction => correction.Value));
        Assert.Equal([(null, false), ("editor", true)], history.Select(correction => (correction.RetiredBy, correction.IsReplaced)));
        Assert.All(history, correction => Assert.Equal("Megvii opens a lab in Paris", correction.DeclaredThen));
    }

    [Fact]
    public async Task Every_field_takes_a_correction_and_gives_it_back()
    {
        var before = (await ArticleAsync()).Values;
        var right = new ArticleDraft
        {
            Title = "T",
            Published = PublishedDate.InYear(2018, DateSource.Correction, null),
            Provider = new ProviderClaim("Axios", "axios.com", ValueSource.Correction),
            Url = "https://axios.com/x",
            Excerpt = "E",
            Body = "One.\n\nTwo.",
            Scope = new ScopeClaim(ScopeValue.FacialRecognition, ValueSource.Correction, null),
            Companies = [new CompanyTag("Corsight", "corsight", CompanyRole.Mention, 0, false, ValueSource.Correction, null)],
            Topics = [new TopicTag("Funding", "funding", ValueSource.Correction, null)],
            Money = [new MoneyFact(MoneyKind.Round, MoneyStatus.Planned, 5_000_000, "USD", null, null, null, ValueSource.Correction, "$5 million")],
        };
        foreach (var field in CorrectableField.All) await CorrectAsync(field.Name, _ => right);

        var corrected = (await ArticleAsync()).Values;
        Assert.All(CorrectableField.All, field => Assert.Equal(field.Shown(right), field.Shown(corrected)));

        foreach (var correction in await _corrections.OfArticleAsync(1, Cancellation)) await _desk.RevertAsync(correction.Id, "editor", Cancellation);
        var after = (await ArticleAsync()).Values;
        Assert.All(CorrectableField.All, field => Assert.Equal(field.Shown(before), field.Shown(after)));
    }

    async Task StandsAsync()
    {
        var values = (await ArticleAsync()).Values;
        Assert.Equal("SenseTime opens a lab", values.Title);
        Assert.Equal((new DateTime(2019, 7, 1, 0, 0, 0, DateTimeKind.Utc), DatePrecision.Month, DateSource.Correction), (values.Published.At, values.Published.Precision, values.Published.Source));
        Assert.Equal("SenseTime", Assert.Single(values.Companies).Name);
        var sum = Assert.Single(values.Money);
        Assert.Equal((MoneyKind.Fine, 7_000_000, "EUR", "sensetime", ValueSource.Correction), (sum.Kind, sum.Amount, sum.Currency, sum.CompanySlug, sum.Source));
    }

    async Task CorrectAsync(string field, Func<ArticleDraft, ArticleDraft> correct) =>
        Assert.True(await _desk.CorrectAsync(1, CorrectableField.Find(field)!, correct((await ArticleAsync()).Values), "because", "editor", Cancellation));

    Task<StoredArticle> ArticleAsync() => _tracker.ReadAsync(async context => Assert.Single(await StoredArticles.ReadAsync(context, [1], Cancellation)));

    void Put(string title, string? excerpt = null) => _tracker.Put("a.md", $"""
        ---
        title: "{title}"
        excerpt: "{excerpt}"
        publishedDateTime: 2021-03-04T05:06:07Z
        webUrl: "{Address}"
        ---
        """);
}
