using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsTracker.Tests.Web;
using NewsTracker.Web.Admin;
using static Microsoft.Playwright.Assertions;

namespace NewsTracker.Tests.Browser;

[Collection(nameof(Walks))]
public sealed partial class DeskWalkTests(BrowserFixture browser) : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task From_setup_over_sign_in_to_a_preview_that_is_applied_and_its_receipts(int width, bool javaScript)
    {
        var page = await browser.NewPageAsync(_app.Listen(), width, javaScript: javaScript);
        await page.GotoAsync("/admin/setup");
        await page.GetByLabel("Code").FillAsync(_app.Services.GetRequiredService<SetupCode>().Code);
        await FillPersonAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Desk", Exact = true })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync(Home());
        await page.GotoAsync("/admin");
        await FillPersonAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(Desk());

        await ChangeASeedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a preview" }).ClickAsync();
        await SettledAsync(page, "Made at", javaScript);
        await Expect(page.Locator("ins")).ToHaveTextAsync("A headline changed by hand");

        await page.GetByRole(AriaRole.Button, new() { Name = "Apply this plan" }).ClickAsync();
        await SettledAsync(page, "See the receipts", javaScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "See the receipts" }).ClickAsync();
        await Expect(page.Locator(".receipts li")).ToHaveCountAsync(5);
        await page.GetByRole(AriaRole.Link, new() { Name = "updated", Exact = true }).ClickAsync();
        await Expect(page.Locator(".receipts li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".receipts li")).ToContainTextAsync("headline");
    }

    static async Task FillPersonAsync(IPage page)
    {
        await page.GetByLabel("E-mail").FillAsync(NewsTrackerApp.Email);
        await page.GetByLabel("Password").FillAsync(NewsTrackerApp.Password);
    }

    // With script the page follows by itself, and going there as well would meet its reload; without it the link does.
    static async Task SettledAsync(IPage page, string told, bool javaScript)
    {
        var settled = page.GetByText(told);
        var refresh = page.GetByRole(AriaRole.Link, new() { Name = "Refresh" });
        while (!javaScript && !await settled.IsVisibleAsync())
        {
            await settled.Or(refresh).First.WaitForAsync();
            if (await refresh.IsVisibleAsync()) await refresh.ClickAsync();
        }

        await settled.WaitForAsync();
    }

    async Task ChangeASeedAsync()
    {
        var file = Path.Combine(_app.Inbox, Path.GetFileName(Seeds.Files[0]));
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var changed = text.Replace("Chinese facial recognition developer closes $1.5 billion funding round", "A headline changed by hand", StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        await File.WriteAllTextAsync(file, changed, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("^[^/]+//[^/]+/$")]
    private static partial Regex Home();

    [GeneratedRegex("/admin$")]
    private static partial Regex Desk();
}
