using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsTracker.Tests.Web;
using static Microsoft.Playwright.Assertions;

namespace NewsTracker.Tests.Browser;

/// <summary>What a reader does, in a real browser over the five seeds.</summary>
[Collection(nameof(Walks))]
public sealed partial class ReaderWalkTests(BrowserFixture browser) : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(320, true)]
    public async Task From_home_by_company_topic_and_date_to_an_article_and_back_with_the_filter_intact(int width, bool javaScript)
    {
        var page = await browser.NewPageAsync(_app.Listen(), width, javaScript: javaScript);
        await page.GotoAsync("/");
        await Expect(page.Locator("main")).ToContainTextAsync("19 articles");

        await TickAsync(page, "SenseTime", width, javaScript);
        await page.ArriveAsync("company=sensetime");
        await TickAsync(page, "Funding", width, javaScript);
        await page.ArriveAsync("topic=funding");
        await OpenFiltersAsync(page, width);
        await page.GetByLabel("from", new() { Exact = true }).FillAsync("2020");
        await page.GetByLabel("to", new() { Exact = true }).FillAsync("2020");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await page.ArriveAsync("from=2020");
        var filtered = page.Url;

        await page.GetByRole(AriaRole.Link, new() { Name = "Chinese facial recognition developer closes $1.5 billion funding round" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("closes $1.5 billion");
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = ReadAtAxios() })).ToHaveAttributeAsync("href", AxiosAddress());
        await page.GoBackAsync();

        Assert.Equal(filtered, page.Url);
        await OpenFiltersAsync(page, width);
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { NameRegex = SenseTime() })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_filter_changes_the_list_without_a_new_page_and_back_brings_the_old_one()
    {
        var page = await browser.NewPageAsync(_app.Listen());
        await page.GotoAsync("/");
        await page.EvaluateAsync("() => { window.samePage = true; }");

        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = SenseTime() }).First.CheckAsync();
        await Expect(page.Locator(".shown h1")).ToContainTextAsync("about SenseTime");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { NameRegex = SenseTime() })).ToBeFocusedAsync();
        Assert.EndsWith("/?company=sensetime", page.Url, StringComparison.Ordinal);
        Assert.StartsWith("5 articles", await page.TitleAsync(), StringComparison.Ordinal);

        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".row.here")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("Megvii");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("q=Megvii");
        await page.ArriveAsync("company=sensetime");
        await Expect(page.Locator("#q")).ToHaveValueAsync("Megvii");

        await page.GoBackAsync();
        await Expect(page.Locator("#q")).ToHaveValueAsync("");
        await page.GoBackAsync();
        await Expect(page.Locator(".shown h1")).ToContainTextAsync("19 articles");
        await page.Locator(".timeline a").First.ClickAsync();
        await page.ArriveAsync("from=2018");
        Assert.True(await page.EvaluateAsync<bool>("() => window.samePage"));
    }

    [Fact]
    public async Task Single_keys_can_be_switched_off_and_stay_off()
    {
        var page = await browser.NewPageAsync(_app.Listen());
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("?");
        await page.GetByLabel("Single keys do something").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.ReloadAsync();

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("/");

        await Expect(page.Locator(".row.here")).ToHaveCountAsync(0);
        await Expect(page.Locator("#q")).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task Hostile_text_comes_out_inert_and_nothing_is_asked_of_another_host()
    {
        await File.WriteAllTextAsync(Path.Combine(_app.Inbox, "hostile.md"), HostileFile(), TestContext.Current.CancellationToken);
        var site = _app.Listen();
        var page = await browser.NewPageAsync(site);
        var elsewhere = new List<string>();
        var alerts = 0;
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Host != site.Host) elsewhere.Add(request.Url);
        };
        page.Dialog += (_, dialog) =>
        {
            alerts++;
            _ = dialog.DismissAsync();
        };

        await page.GotoAsync("/?scope=all&sort=added&size=100");
        await Expect(page.Locator("main")).ToContainTextAsync("<x onclick=window.stolen=1> title");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = HostileTitle() }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("title");
        Assert.DoesNotMatch(Turning(), await page.ContentAsync());

        Assert.Equal(0, await page.Locator("a[href^='javascript' i], main script, main img, main iframe, main svg[onload]").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("() => window.stolen === undefined"));
        Assert.Equal(0, alerts);
        Assert.Empty(elsewhere);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1440)]
    public async Task Endless_headlines_and_missing_values_fit_the_page(int width)
    {
        await File.WriteAllTextAsync(Path.Combine(_app.Inbox, "long.md"), LongFile(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_app.Inbox, "bare.md"), "---\nwebUrl: https://example.com/bare\n---\n", TestContext.Current.CancellationToken);
        var page = await browser.NewPageAsync(_app.Listen(), width);

        await page.GotoAsync("/?scope=all&sort=added&size=100");
        await page.NothingInTheWayAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = LongTitle() }).First.ClickAsync();
        await page.NothingInTheWayAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Listed headline 133");
    }

    static async Task TickAsync(IPage page, string name, int width, bool javaScript)
    {
        await OpenFiltersAsync(page, width);
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex($"^{Regex.Escape(name)}") }).First.CheckAsync();
        // Beside the list, script applies a tick by itself.
        if (!javaScript || width < 960) await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
    }

    static async Task OpenFiltersAsync(IPage page, int width)
    {
        var filters = page.Locator("details.filters");
        if (width < 960 && await filters.GetAttributeAsync("open") is null) await filters.Locator("> summary").ClickAsync();
    }

    static string HostileFile() => """
        ---
        title: "<script>window.stolen=1</script><x onclick=window.stolen=1> \u202eti\u200ftle"
        excerpt: "\u2067<img src=https://evil.example/x onerror=alert(1)><svg onload=alert(2)> excerpt"
        publishedDateTime: 2021-02-03T04:05:06Z
        webUrl: "javascript:alert(3)"
        ampWebUrl: "data:text/html,<script>alert(4)</script>"
        originalUrl: "JaVaScRiPt:alert(5)"
        type: "<script>alert(6)</script>"
        category: "\"><script>alert(7)</script>"
        provider: { name: "<script>alert(8)</script>", domain: "\"onmouseover=\"alert(9)" }
        topics: ["<script>alert(10)</script>", "<img src=x onerror=alert(11)>"]
        images: [{ url: "javascript:alert(12)", width: 1, height: 1 }, { url: "https://evil.example/pixel.png" }]
        related:
          - { title: "<script>alert(13)</script> listed", webUrl: "vbscript:alert(14)" }
        unplanned: "<script>alert(15)</script>"
        ---
        <script>window.stolen=1</script> A &#8238;bo&#8297;dy with <iframe src="https://evil.example"></iframe> in it.
        """;

    static string LongFile()
    {
        var related = Enumerable.Range(1, 133).Select(i => $"  - {{ title: \"Listed headline {i}\", webUrl: \"https://example.com/listed/{i}\" }}");
        return $"""
            ---
            title: "{string.Concat(Enumerable.Repeat("Unbroken", 625))} {string.Concat(Enumerable.Repeat("word ", 999))}"
            webUrl: "https://example.com/{new string('x', 900)}"
            publishedDateTime: 2021-02-03T04:05:06Z
            related:
            {string.Join('\n', related)}
            ---
            """;
    }

    [GeneratedRegex("^SenseTime")]
    private static partial Regex SenseTime();

    [GeneratedRegex("^Read at axios.com")]
    private static partial Regex ReadAtAxios();

    [GeneratedRegex("^https://www.axios.com/")]
    private static partial Regex AxiosAddress();

    [GeneratedRegex("title$")]
    private static partial Regex HostileTitle();

    [GeneratedRegex("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]")]
    private static partial Regex Turning();

    [GeneratedRegex("^Unbroken")]
    private static partial Regex LongTitle();
}
