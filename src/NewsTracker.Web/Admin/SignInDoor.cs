using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Admin;

/// <summary>Signs people in and out, and tells nobody whether an account exists: one message, and the same work, for every refusal.</summary>
/// <param name="signIn">Passwords and lockout.</param>
/// <param name="users">Accounts.</param>
/// <param name="decoy">Checked where there is no password to check.</param>
/// <param name="news">Where sessions are; the log is told who came, and whose password was tried.</param>
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

        if ((await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded)
        {
            await EnterAsync(account, cancellation);
            return true;
        }

        // A locked account is not told again and again: the log grows by what people do, not by what machines try.
        AuditLog.Add(news, new AuditAct(Unknown, AuditKind.SignInRefused) { Subject = account.Email }, Now);
        await news.SaveChangesAsync(cancellation);
        return false;
    }

    /// <summary>Signs the person out.</summary>
    /// <param name="person">The request's.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task LeaveAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        await using var transaction = await news.Database.BeginTransactionAsync(cancellation);
        await EndAsync(person, cancellation);
        AuditLog.Add(news, new AuditAct(person.Identity?.Name ?? Unknown, AuditKind.SignedOut), Now);
        await news.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await signIn.Context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    async Task EnterAsync(Account account, CancellationToken cancellation)
    {
        var browser = BrowserWords.Of(signIn.Context.Request.Headers.UserAgent);
        await using var transaction = await news.Database.BeginTransactionAsync(cancellation);
        // A key is never taken over from an earlier session of the same browser.
        await EndAsync(signIn.Context.User, cancellation);
        account.LastSignInAt = Now;
        AuditLog.Add(news, new AuditAct(account.Email!, AuditKind.SignedIn) { Subject = $"with {browser}" }, Now);
        var person = await SessionDesk.OpenAsync(news, account, browser, Now, cancellation);
        await transaction.CommitAsync(cancellation);
        await signIn.Context.SignInAsync(IdentityConstants.ApplicationScheme, person);
    }

    async Task EndAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        var id = SessionDesk.IdOf(person);
        await news.Sessions.Where(session => session.Id == id).ExecuteDeleteAsync(cancellation);
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
