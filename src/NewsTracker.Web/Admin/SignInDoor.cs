using Microsoft.AspNetCore.Identity;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>Signs people in, and tells nobody whether an account exists: one message, and the same work, for every refusal.</summary>
/// <param name="signIn">Cookies and lockout.</param>
/// <param name="users">Accounts.</param>
/// <param name="decoy">Checked where there is no password to check.</param>
public sealed class SignInDoor(SignInManager<Account> signIn, UserManager<Account> users, DecoyPassword decoy)
{
    /// <summary>Tries; five wrong passwords lock an account for a quarter of an hour.</summary>
    /// <param name="email">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <returns>True where the person is signed in now.</returns>
    public async Task<bool> TryAsync(string email, string password)
    {
        var account = await users.FindByEmailAsync(email);
        if (account is null || await users.IsLockedOutAsync(account))
        {
            decoy.Check(users.PasswordHasher, password);
            return false;
        }

        return (await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;
    }
}

/// <summary>A password nobody has, made once, so that refusing an unknown person costs what refusing a known one does.</summary>
public sealed class DecoyPassword
{
    readonly Account _nobody = new();
    readonly Lazy<string> _hash;

    /// <summary>Hashes it at the first use.</summary>
    public DecoyPassword() => _hash = new(() => new PasswordHasher<Account>().HashPassword(_nobody, Guid.NewGuid().ToString()));

    /// <summary>Does the work of checking.</summary>
    /// <param name="hasher">The one that checks real ones.</param>
    /// <param name="password">As typed.</param>
    public void Check(IPasswordHasher<Account> hasher, string password) => hasher.VerifyHashedPassword(_nobody, _hash.Value, password);
}
