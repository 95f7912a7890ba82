using System.Security.Claims;

namespace NewsTracker.Web.Admin;

/// <summary>Who sits at the desk.</summary>
static class DeskPerson
{
    /// <summary>How the log and the runs name a person: by e-mail.</summary>
    /// <param name="person">The request's.</param>
    public static string Name(this ClaimsPrincipal person) => person.Identity?.Name ?? "desk";
}
