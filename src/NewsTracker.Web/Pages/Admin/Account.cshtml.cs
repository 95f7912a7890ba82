using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>A person's own account: password and sessions.</summary>
/// <param name="users">Accounts.</param>
/// <param name="accounts">Changes passwords.</param>
/// <param name="log">Told what was done.</param>
/// <param name="signIn">Keeps this session where all others end.</param>
[EnableRateLimiting(DeskSetup.DoorLimit)]
sealed class AccountModel(UserManager<Account> users, AccountDirectory accounts, AuditLog log, SignInManager<Account> signIn) : PageModel
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

    /// <summary>Changes the password; every other session ends.</summary>
    public async Task<IActionResult> OnPostPasswordAsync()
    {
        Problems = await accounts.ChangePasswordAsync(users.GetUserId(User)!, Password ?? "", NewPassword ?? "");
        if (Problems.Count > 0) return Page();
        await signIn.RefreshSignInAsync((await users.GetUserAsync(User))!);
        Notice = "The password is changed, and every other session has ended.";
        return RedirectToPage();
    }

    /// <summary>Ends every session but this one.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostOthersAsync(CancellationToken cancellation)
    {
        if (await users.GetUserAsync(User) is not { } account) return Challenge();
        await users.UpdateSecurityStampAsync(account);
        await signIn.RefreshSignInAsync(account);
        await log.WriteAsync(new AuditAct(account.Email!, AuditKind.SessionsEnded) { Subject = account.Email }, cancellation);
        Notice = "Every other session has ended.";
        return RedirectToPage();
    }
}
