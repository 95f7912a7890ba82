using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>The door of the desk.</summary>
/// <param name="door">Tries the key.</param>
/// <param name="accounts">Whether there is one.</param>
[EnableRateLimiting(DeskSetup.DoorLimit)]
sealed class SignInModel(SignInDoor door, AccountDirectory accounts) : PageModel
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string Email { get; set; } = "";

    /// <summary>As typed; never sent back.</summary>
    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>Where the person wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>True after a wrong try.</summary>
    public bool Refused { get; private set; }

    /// <summary>Whether there is no account yet that could sign in.</summary>
    public bool NeedsSetup { get; private set; }

    /// <summary>Shows the form.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation) => NeedsSetup = !await accounts.AnyAsync(cancellation);

    /// <summary>Signs in.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid && await door.TryAsync(Email.Trim(), Password, cancellation)) return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/admin");
        NeedsSetup = !await accounts.AnyAsync(cancellation);
        Refused = true;
        return Page();
    }
}
