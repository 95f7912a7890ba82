using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using NewsTracker.Tests.Web;

namespace NewsTracker.Tests.Browser;

/// <summary>What holds of every kind of page, in light and dark, on a phone and on a desk: open to everybody, still, its own, light.</summary>
[Collection(nameof(Walks))]
public sealed class EveryPageTests(BrowserFixture browser) : IAsyncDisposable
{
    const int Phone = 320;
    const int Desk = 1440;

    // The promise of README and design, in bytes as they travel.
    const int HeaviestPage = 60 * 1000;

    readonly NewsTrackerApp _app = new();
    readonly List<string> _faults = [];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Every_page_is_open_to_everybody_and_nothing_on_it_moves_or_comes_from_elsewhere()
    {
        await File.WriteAllTextAsync(Path.Combine(_app.Inbox, "broken.txt"), "---\ntitle: \"never closed\n---\n", TestContext.Current.CancellationToken);
        var site = _app.Listen();
        var page = await PageAsync(site);
        await LookAsync(page, "/admin/setup");
        await LookAsync(page, "/admin/sign-in");
        await _app.AddAccountAsync();
        foreach (var address in ForEverybody) await LookAsync(page, address);
        await LookAsync(page, await AddressAsync(page, "/?provider=axios.com"));
        await LookAsync(page, await AddressAsync(page, "/?undated=only&company=megvii"));
        await LookAsync(page, await AddressAsync(page, "/?provider=theguardian.com"));

        await page.GotoAsync("/admin");
        await page.GetByLabel("E-mail").FillAsync(NewsTrackerApp.Email);
        await page.GetByLabel("Password").FillAsync(NewsTrackerApp.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a preview" }).ClickAsync();
        await page.GetByText("Made at").WaitForAsync();
        await page.GotoAsync("/admin/catalogue/companies/sensetime");
        await page.GetByLabel("Other names").FillAsync("Facial");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).WaitForAsync();
        foreach (var address in ForThoseSignedIn) await LookAsync(page, address);

        var article = await AddressAsync(page, "/?provider=medianama.com");
        await BreakAsync();
        await LookAsync(page, article);

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?undated=only&company=megvii")]
    public async Task The_list_and_an_article_weigh_less_than_sixty_kilobytes_with_everything_of_theirs(string list)
    {
        var page = await PageAsync(_app.Listen());
        await page.GotoAsync(list == "/" ? list : await AddressAsync(page, list), new() { WaitUntil = WaitUntilState.NetworkIdle });

        var bytes = await page.EvaluateAsync<int>("""
            () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce((sum, one) => sum + one.encodedBodySize, 0)
            """);

        Assert.InRange(bytes, 10_000, HeaviestPage);
    }

    static string[] ForEverybody =>
    [
        "/", "/?company=sensetime&q=facial&from=2018&to=2020", "/?from=2018-07&to=2018-07", "/?company=sensetime&from=1990&to=1991", "/?company=sensetme",
        "/?from=yesterday", "/companies", "/companies/sensetime", "/topics", "/topics/funding", "/providers/axios.com", "/nowhere", "/admin/sign-in", "/admin/invitation/wrong",
    ];

    static string[] ForThoseSignedIn =>
    [
        "/admin", "/admin/preview", "/admin/preview?show=unchanged", "/admin/runs/1", "/admin/log", "/admin/people", "/admin/account",
        "/admin/runs", "/admin/review", "/admin/review?names=true", "/admin/review?files=true", "/admin/articles/1", "/admin/inbox", "/admin/catalogue", "/admin/catalogue?list=found",
        "/admin/catalogue/companies/sensetime", "/admin/catalogue/companies/new", "/admin/catalogue/topics/funding",
        "/admin/catalogue/versions", "/admin/catalogue/import", "/admin/catalogue/try", "/admin/merge?article=1&other=2", "/admin/merges",
        "/admin/hide?run=1", "/admin/hidden", "/admin/backups",
        "/admin/sign-out",
    ];

    async Task<IPage> PageAsync(Uri site)
    {
        var page = await browser.NewPageAsync(site, Phone);
        await page.AddInitScriptAsync(PageChecks.WatchShifts);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Host != site.Host) _faults.Add($"{page.Url} asks {request.Url}");
        };
        page.Console += (_, message) =>
        {
            // A page that answers 404 is told so in the console; everything else there is a fault of ours.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) _faults.Add($"{page.Url}: {message.Text}");
        };
        return page;
    }

    async Task LookAsync(IPage page, string address)
    {
        foreach (var width in (int[])[Phone, Desk])
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync(address);
            _faults.AddRange(await page.ShiftsAsync(width));
            foreach (var colours in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                // With reduced motion colours change at once, so none is measured halfway.
                await page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
                _faults.AddRange((await page.InTheWayAsync(onlyColours: colours == ColorScheme.Dark)).Select(fault => $"{address} at {width} px, {colours}: {fault}"));
            }
        }
    }

    static async Task<string> AddressAsync(IPage page, string list)
    {
        await page.GotoAsync(list);
        return await page.Locator(".row h3 a").First.GetAttributeAsync("href") ?? "";
    }

    // No request of a person makes the server fail; a table that is gone does.
    async Task BreakAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(_app.Data, "*.db").Single()}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "ALTER TABLE ArticleMoney RENAME TO Gone";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
