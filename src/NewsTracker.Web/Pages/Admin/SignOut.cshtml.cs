using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>The way out.</summary>
/// <param name="signIn">Ends the session.</param>
sealed class SignOutModel(SignInManager<Account> signIn) : PageModel
{
    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}
