using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>Makes the first account; gone (404) as soon as there is one.</summary>
/// <param name="accounts">Whether there is one.</param>
/// <param name="code">Proves that the person reads the server's output.</param>
/// <param name="door">Signs the new account in.</param>
[EnableRateLimiting(DeskSetup.DoorLimit)]
sealed class SetupModel(AccountDirectory accounts, SetupCode code, SignInDoor door) : PageModel
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>As typed.</summary>
    [BindProperty]
    public string Email { get; set; } = "";

    /// <summary>As typed; never sent back.</summary>
    [BindProperty]
    public string Password { get; set; } = "";

    /// <summary>What was wrong, as sentences.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await accounts.AnyAsync(cancellation) ? NotFound() : Page();

    /// <summary>Makes the account and signs in.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await accounts.AnyAsync(cancellation)) return NotFound();
        Problems = await MakeAsync();
        if (Problems.Count > 0) return Page();
        await door.TryAsync(Email.Trim(), Password, cancellation);
        return LocalRedirect("/admin");
    }

    async Task<IReadOnlyList<string>> MakeAsync()
    {
        if (!ModelState.IsValid) return ["Code, e-mail and password are all needed."];
        if (!code.TryTake(Code))
            return [code.Open ? "This is not the code. It stands where the server was started." : "Too many wrong codes. Start the server again for a new one."];
        var problems = await accounts.AddAsync(Email.Trim(), Password, AccountRole.Admin, "setup");
        if (problems.Count > 0) code.GiveBack();
        return problems;
    }
}
