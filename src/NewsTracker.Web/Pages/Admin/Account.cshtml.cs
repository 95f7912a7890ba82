using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>A person's own account: password and sessions.</summary>
/// <param name="users">Accounts.</param>
/// <param name="signIn">Keeps this session where all others end.</param>
[EnableRateLimiting(DeskSetup.DoorLimit)]
sealed class AccountModel(UserManager<Account> users, SignInManager<Account> signIn) : PageModel
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
        if (await users.GetUserAsync(User) is not { } account) return Challenge();
        var changed = await users.ChangePasswordAsync(account, Password ?? "", NewPassword ?? "");
        if (!changed.Succeeded)
        {
            Problems = [.. changed.Errors.Select(error => error.Description)];
            return Page();
        }

        await signIn.RefreshSignInAsync(account);
        Notice = "The password is changed, and every other session has ended.";
        return RedirectToPage();
    }

    /// <summary>Ends every session but this one.</summary>
    public async Task<IActionResult> OnPostOthersAsync()
    {
        if (await users.GetUserAsync(User) is not { } account) return Challenge();
        await users.UpdateSecurityStampAsync(account);
        await signIn.RefreshSignInAsync(account);
        Notice = "Every other session has ended.";
        return RedirectToPage();
    }
}
