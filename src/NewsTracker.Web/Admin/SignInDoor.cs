using Microsoft.AspNetCore.Identity;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>Signs people in, and tells nobody whether an account exists: one message, and the same work, for every refusal.</summary>
/// <param name="signIn">Cookies and lockout.</param>
/// <param name="users">Accounts.</param>
/// <param name="decoy">Checked where there is no password to check.</param>
/// <param name="news">Where the account notes the last time; the log is told who came, and whose password was tried.</param>
/// <param name="clock">When they came.</param>
public sealed class SignInDoor(SignInManager<Account> signIn, UserManager<Account> users, DecoyPassword decoy, NewsContext news, TimeProvider clock)
{
    const string Unknown = "somebody";

    /// <summary>Tries; five wrong passwords lock an account for a quarter of an hour.</summary>
    /// <param name="email">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="cancellation">The request's.</param>
    /// <returns>True where the person is signed in now.</returns>
    public async Task<bool> TryAsync(string email, string password, CancellationToken cancellation)
    {
        var account = await users.FindByEmailAsync(email);
        if (account is null || await users.IsLockedOutAsync(account))
        {
            decoy.Check(users.PasswordHasher, password);
            return false;
        }

        // A locked account is not told again and again: the log grows by what people do, not by what machines try.
        var entered = (await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;
        var now = clock.GetUtcNow().UtcDateTime;
        if (entered) account.LastSignInAt = now;
        AuditLog.Add(news, entered ? new AuditAct(account.Email!, AuditKind.SignedIn) : new AuditAct(Unknown, AuditKind.SignInRefused) { Subject = account.Email }, now);
        await news.SaveChangesAsync(cancellation);
        return entered;
    }

    /// <summary>Signs the person out.</summary>
    /// <param name="who">By e-mail.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task LeaveAsync(string who, CancellationToken cancellation)
    {
        await signIn.SignOutAsync();
        AuditLog.Add(news, new AuditAct(who, AuditKind.SignedOut), clock.GetUtcNow().UtcDateTime);
        await news.SaveChangesAsync(cancellation);
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
