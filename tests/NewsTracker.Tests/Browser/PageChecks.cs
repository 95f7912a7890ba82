using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NewsTracker.Tests.Browser;

/// <summary>What must hold of every page.</summary>
static class PageChecks
{
    /// <summary>axe finds nothing that keeps people out, and nothing is wider than the window.</summary>
    public static async Task NothingInTheWayAsync(this IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{page.Url}\n" + string.Join('\n', found.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}")));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} is wider than its window");
    }
}
