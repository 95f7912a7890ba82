using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>Where a one-time link leads: the person chooses a password and is signed in. A link that is good for nothing tells never why.</summary>
/// <param name="invitations">Whom it is for.</param>
/// <param name="door">Signs them in.</param>
[EnableRateLimiting(DeskSetup.DoorLimit)]
sealed class InvitationModel(InvitationDesk invitations, SignInDoor door) : PageModel
{
    /// <summary>From the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>As typed; never sent back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whom it is for; null where it is good for nothing.</summary>
    public string? Email { get; private set; }

    /// <summary>What was wrong with the password, as sentences.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    /// <summary>Uses the link and signs in.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var taken = await invitations.TakeAsync(Code, Password ?? "");
        if (taken.Email is { } email && await door.TryAsync(email, Password ?? "", cancellation)) return LocalRedirect("/admin");
        Problems = taken.Problems;
        return await ShowAsync(cancellation);
    }

    async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        Email = await invitations.FindAsync(Code, cancellation);
        if (Email is null) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
