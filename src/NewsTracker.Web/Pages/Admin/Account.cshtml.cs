using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>A person's own account: password and sessions.</summary>
/// <param name="accounts">Changes passwords.</param>
/// <param name="sessions">Lists and ends sessions.</param>
[EnableRateLimiting(DeskSetup.DoorLimit)]
sealed class AccountModel(AccountDirectory accounts, SessionDesk sessions) : PageModel
{
    /// <summary>What was just done.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>As typed; never sent back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>As typed; never sent back.</summary>
    [BindProperty]
    public string? NewPassword { get; set; }

    /// <summary>What was wrong, as sentences.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Where the person is signed in, the last used first.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>The session of this request.</summary>
    public long This => SessionDesk.IdOf(User);

    /// <summary>Shows both.</summary>
    /// <param name="cancellation">The request's.</param>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Changes the password; every other session ends.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancellation)
    {
        Problems = await accounts.ChangePasswordAsync(AccountId, This, Password ?? "", NewPassword ?? "");
        if (Problems.Count == 0) return Done("The password is changed, and every other session has ended.");
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Ends one session.</summary>
    /// <param name="session">Which.</param>
    public async Task<IActionResult> OnPostEndAsync(long session)
    {
        await sessions.EndAsync(AccountId, session, User.Name());
        return Done("That session has ended.");
    }

    /// <summary>Ends every session but this one.</summary>
    public async Task<IActionResult> OnPostOthersAsync()
    {
        await sessions.EndOthersAsync(AccountId, This, User.Name());
        return Done("Every other session has ended.");
    }

    string AccountId => User.FindFirstValue(ClaimTypes.NameIdentifier)!;

    RedirectToPageResult Done(string notice)
    {
        Notice = notice;
        return RedirectToPage();
    }

    async Task LoadAsync(CancellationToken cancellation) => Sessions = await sessions.ListAsync(AccountId, cancellation);
}
