using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>The way out.</summary>
/// <param name="door">Ends the session.</param>
sealed class SignOutModel(SignInDoor door) : PageModel
{
    /// <summary>Signs out.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await door.LeaveAsync(User, cancellation);
        return LocalRedirect("/");
    }
}
