using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace NewsTracker.Web.Admin;

/// <summary>Looks behind the cookie at each request: the session must still be open, and the person may do what the account may do now.</summary>
/// <param name="sessions">Those that are open.</param>
/// <param name="seen">Told who came.</param>
sealed class SessionCookie(SessionDesk sessions, LastSeen seen) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await sessions.RenewAsync(context.Principal!, context.HttpContext.RequestAborted) is { } person)
        {
            context.ReplacePrincipal(person);
            seen.Note(SessionDesk.IdOf(person));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    // The same answer for pages and for JSON: to the door.
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
