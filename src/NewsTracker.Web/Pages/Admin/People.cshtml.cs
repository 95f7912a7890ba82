using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>The people who may sign in, and the links by which others come in.</summary>
/// <param name="accounts">The people.</param>
/// <param name="invitations">The links.</param>
/// <param name="clock">Tells who is locked.</param>
[Authorize(Policy = DeskSetup.AdminOnly)]
sealed class PeopleModel(AccountDirectory accounts, InvitationDesk invitations, TimeProvider clock) : PageModel
{
    /// <summary>What was just done.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Whom to invite, as typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>What they will be allowed to do.</summary>
    [BindProperty]
    public AccountRole Role { get; set; }

    /// <summary>Everybody, by e-mail.</summary>
    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    /// <summary>Every link that can be used.</summary>
    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    /// <summary>The link that was just made, whole; shown in this one answer and kept nowhere.</summary>
    public string? Link { get; private set; }

    /// <summary>Whom it is for.</summary>
    public string? LinkFor => Invitations is [var newest, ..] ? newest.Email : null;

    /// <summary>Until when it can be used, UTC.</summary>
    public DateTime LinkExpires => Invitations[0].ExpiresAt;

    /// <summary>What was wrong, as sentences.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Whether wrong passwords keep an account shut.</summary>
    /// <param name="account">Which.</param>
    public bool IsLocked(Account account) => account.LockoutEnd > clock.GetUtcNow();

    /// <summary>Shows everybody.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation);

    /// <summary>Makes a link to a new account.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation) =>
        await ShowLinkAsync(await invitations.InviteAsync(Email?.Trim() ?? "", Role, User.Name()), cancellation);

    /// <summary>Makes a link to a new password.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostResetAsync(string id, CancellationToken cancellation) => await ShowLinkAsync(await invitations.ResetAsync(id, User.Name()), cancellation);

    /// <summary>Takes a link back.</summary>
    /// <param name="link">Which.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostRevokeAsync(long link, CancellationToken cancellation) =>
        await DoneAsync(await invitations.RevokeAsync(link, User.Name()), "The link is good for nothing any more.", cancellation);

    /// <summary>Changes a role.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostRoleAsync(string id, CancellationToken cancellation) =>
        await DoneAsync(await accounts.ChangeRoleAsync(id, Role, User.Name()), "The role is changed; it holds from the person’s next request on.", cancellation);

    /// <summary>Signs a person out everywhere.</summary>
    /// <param name="id">Whom.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostSignOutAsync(string id, CancellationToken cancellation) =>
        await DoneAsync(await accounts.SignOutAsync(id, User.Name()), "Every session of that person has ended.", cancellation);

    /// <summary>Removes an account.</summary>
    /// <param name="id">Which.</param>
    /// <param name="sure">Whether the box was ticked.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostRemoveAsync(string id, bool sure, CancellationToken cancellation) => await DoneAsync(
        sure ? await accounts.RemoveAsync(id, User.Name()) : ["Tick the box beside “Remove” to remove an account; nothing was removed."],
        "The account is removed. What the person did stays in the log.",
        cancellation);

    async Task<IActionResult> DoneAsync(IReadOnlyList<string> problems, string done, CancellationToken cancellation)
    {
        if (problems.Count == 0)
        {
            Notice = done;
            return RedirectToPage();
        }

        Problems = problems;
        await LoadAsync(cancellation);
        return Page();
    }

    // Shown in the answer itself: a redirect would have to keep the link somewhere.
    async Task<IActionResult> ShowLinkAsync(MadeLink made, CancellationToken cancellation)
    {
        Problems = made.Problems;
        await LoadAsync(cancellation);
        if (made.Code is { } code) Link = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/admin/invitation/{code}";
        return Page();
    }

    async Task LoadAsync(CancellationToken cancellation)
    {
        Accounts = await accounts.ListAsync(cancellation);
        Invitations = await invitations.OpenAsync(cancellation);
    }
}
