using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>The log of what people did.</summary>
/// <param name="log">Where it lies.</param>
[Authorize(Policy = DeskSetup.AdminOnly)]
sealed class LogModel(AuditQueries log) : PageModel
{
    const int EntriesShown = 100;

    /// <summary>Only what this one did; null or empty: everybody.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    /// <summary>Only such entries; null: everything.</summary>
    [BindProperty(SupportsGet = true)]
    public AuditKind? Kind { get; set; }

    /// <summary>Only entries before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>A page of it.</summary>
    public AuditPage Shown { get; private set; } = null!;

    /// <summary>Everybody who did anything.</summary>
    public IReadOnlyList<string> Everybody { get; private set; } = [];

    /// <summary>Shows a page of it.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Everybody = await log.EverybodyAsync(cancellation);
        Shown = await log.PageAsync(new AuditFilter(string.IsNullOrEmpty(Who) ? null : Who, Kind), Before, EntriesShown, cancellation);
    }

    /// <summary>The same entries at another address.</summary>
    /// <param name="path">The address.</param>
    /// <param name="before">Only entries before this one; null: from the newest on.</param>
    public string Address(string path, long? before) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["who"] = string.IsNullOrEmpty(Who) ? null : Who,
        ["kind"] = Kind is { } kind ? EnumWords.Of(kind) : null,
        ["before"] = before?.ToString(CultureInfo.InvariantCulture),
    });
}
