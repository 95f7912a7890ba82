using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NewsTracker.Tests.Browser;

/// <summary>What must hold of every page.</summary>
static class PageChecks
{
    /// <summary>
    /// To run before a page does: sums up what moved on it without a person's doing. A busy machine paints a page of which not all has come, and what
    /// settles then by less than a thousandth of the window is seen by nobody; browsers call up to a tenth good.
    /// </summary>
    public const string WatchShifts = """
        window.shifts = [];
        new PerformanceObserver(list => {
          for (const shift of list.getEntries())
            if (!shift.hadRecentInput && shift.value >= 0.001) shifts.push(`${shift.value.toFixed(4)} ${shift.sources.map(source => source.node?.className || source.node?.nodeName).join(", ")}`);
        }).observe({ type: "layout-shift", buffered: true });
        """;

    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Waits until the address holds something. It is looked at again and again: waiting for the event of a navigation misses one that comes between the
    /// look at the address and the waiting, as those within a document do.
    /// </summary>
    public static Task ArriveAsync(this IPage page, string part) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(part)), new() { Timeout = 30_000 });

    /// <summary>axe finds nothing that keeps people out, and nothing is wider than the window.</summary>
    public static async Task NothingInTheWayAsync(this IPage page)
    {
        var faults = await page.InTheWayAsync();
        Assert.True(faults.Count == 0, $"{page.Url}\n" + string.Join('\n', faults));
    }

    /// <summary>What axe finds, and what is wider than the window.</summary>
    /// <param name="page">As it stands.</param>
    /// <param name="onlyColours">True looks only for what can differ between light and dark.</param>
    public static async Task<IReadOnlyList<string>> InTheWayAsync(this IPage page, bool onlyColours = false)
    {
        // The package's own call opens a page more for every look; pages without frames need none, and their faults alone are quick to carry over.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe);
        List<string> faults =
        [
            .. await page.EvaluateAsync<string[]>("""
                async onlyColours => (await axe.run(document, { resultTypes: ["violations"], ...(onlyColours ? { runOnly: ["color-contrast", "link-in-text-block"] } : {}) }))
                  .violations.map(one => `${one.id}: ${one.help}: ${one.nodes[0].html}`)
                """, onlyColours),
        ];
        if (!await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")) faults.Add("wider than its window");
        return faults;
    }

    /// <summary>What moved while the page was loaded and its scripts made themselves useful.</summary>
    public static async Task<IEnumerable<string>> ShiftsAsync(this IPage page, int width)
    {
        var shifts = await page.EvaluateAsync<string[]>("() => new Promise(done => setTimeout(() => done(window.shifts), 50))");
        return shifts.Select(shift => $"{page.Url} at {width} px moves by {shift}");
    }
}
