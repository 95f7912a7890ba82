using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>Puts the account's role into its sign-in.</summary>
/// <param name="users">Accounts.</param>
/// <param name="options">Names of claims.</param>
sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(identity.RoleClaimType, user.Role.ToString()));
        return identity;
    }
}
