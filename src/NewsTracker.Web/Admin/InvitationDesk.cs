using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>A link that was just made.</summary>
/// <param name="Code">Told this once: the database has its hash. Null where none was made.</param>
/// <param name="Problems">Why none was made, as sentences.</param>
public sealed record MadeLink(string? Code, IReadOnlyList<string> Problems);

/// <summary>What came of using a link.</summary>
/// <param name="Email">Who may sign in now; null where nobody can.</param>
/// <param name="Problems">What is wrong with the password, as sentences; empty where the link itself is good for nothing.</param>
public sealed record TakenLink(string? Email, IReadOnlyList<string> Problems);

/// <summary>One-time links, to a new account or to a new password: made by administrators, handed over by them, used once.</summary>
/// <param name="database">Where they are.</param>
/// <param name="work">Makes accounts of them.</param>
/// <param name="clock">Ends them.</param>
public sealed class InvitationDesk(NewsDatabase database, AccountWork work, TimeProvider clock)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Every link that can be used, the newest first.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<Invitation>> OpenAsync(CancellationToken cancellation)
    {
        await using var news = database.Open();
        return await Open(news, clock.GetUtcNow().UtcDateTime).AsNoTracking().OrderByDescending(invitation => invitation.Id).ToListAsync(cancellation);
    }

    /// <summary>Makes a link to a new account; an earlier one for the same person ends.</summary>
    /// <param name="email">Whom it is for.</param>
    /// <param name="role">What they will be allowed to do.</param>
    /// <param name="by">Who makes it.</param>
    public Task<MadeLink> InviteAsync(string email, AccountRole role, string by) => MakeAsync(by, async unit =>
    {
        if (await unit.Users.FindByEmailAsync(email) is not null) return (AccountUnit.Refusal($"{email} has an account already. Make a link for a new password beside it."), null);
        foreach (var validator in unit.Users.UserValidators)
            if (await validator.ValidateAsync(unit.Users, new Account { UserName = email, Email = email }) is { Succeeded: false } refusal) return (refusal, null);
        return (IdentityResult.Success, new Recipient(email, role, null));
    });

    /// <summary>Makes a link to a new password; an earlier one for the same person ends. The old password goes on until the link is used.</summary>
    /// <param name="accountId">Whom it is for.</param>
    /// <param name="by">Who makes it.</param>
    public Task<MadeLink> ResetAsync(string accountId, string by) => MakeAsync(by, async unit =>
        await unit.Users.FindByIdAsync(accountId) is { } account
            ? (IdentityResult.Success, new Recipient(account.Email!, account.Role, account.Id))
            : (AccountUnit.Refusal("That account is gone; no link was made."), null));

    /// <summary>Takes a link back.</summary>
    /// <param name="id">Which; one that is gone already is passed over.</param>
    /// <param name="by">Who.</param>
    public Task<IReadOnlyList<string>> RevokeAsync(long id, string by) => work.RunAsync(async unit =>
    {
        if (await unit.News.Invitations.FindAsync(id) is not { } invitation) return IdentityResult.Success;
        unit.News.Remove(invitation);
        unit.Log(new AuditAct(by, AuditKind.LinkRevoked) { Subject = invitation.Email });
        return IdentityResult.Success;
    });

    /// <summary>Whom a code is for; null where it is good for nothing, for whatever reason.</summary>
    /// <param name="code">From the link.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<string?> FindAsync(string code, CancellationToken cancellation)
    {
        await using var news = database.Open();
        return (await FindAsync(news, code, clock.GetUtcNow().UtcDateTime, cancellation))?.Email;
    }

    /// <summary>Uses a link: the account is there, or has the new password, and the link is gone.</summary>
    /// <param name="code">From the link.</param>
    /// <param name="password">At least twelve characters; one that is refused leaves the link as it was.</param>
    public async Task<TakenLink> TakeAsync(string code, string password)
    {
        string? email = null;
        var problems = await work.RunAsync(async unit =>
        {
            if (await FindAsync(unit.News, code, unit.Now, CancellationToken.None) is not { } invitation) return IdentityResult.Failed();
            unit.News.Remove(invitation);
            var result = await UseAsync(unit, invitation, password);
            if (result.Succeeded) email = invitation.Email;
            return result;
        });
        return problems.Count > 0 ? new TakenLink(null, problems) : new TakenLink(email, []);
    }

    static async Task<IdentityResult> UseAsync(AccountUnit unit, Invitation invitation, string password)
    {
        if (invitation.AccountId is not { } id)
        {
            unit.Log(new AuditAct(invitation.Email, AuditKind.AccountAdded) { Subject = invitation.Email, Reason = $"invited by {invitation.MadeBy}", After = RoleWords.Of(invitation.Role) });
            return await unit.CreateAsync(invitation.Email, invitation.Role, password);
        }

        if (await unit.Users.FindByIdAsync(id) is not { } account) return IdentityResult.Failed();
        unit.Log(new AuditAct(invitation.Email, AuditKind.PasswordReset) { Subject = invitation.Email, Reason = $"by a link of {invitation.MadeBy}" });
        return await unit.SetPasswordAsync(account, password);
    }

    async Task<MadeLink> MakeAsync(string by, Func<AccountUnit, Task<(IdentityResult Result, Recipient? For)>> recipient)
    {
        var code = SecretKey.New();
        var problems = await work.RunAsync(async unit =>
        {
            var (result, person) = await recipient(unit);
            if (person is null) return result;
            await unit.News.Invitations.Where(invitation => invitation.Email == person.Email || invitation.ExpiresAt <= unit.Now).ExecuteDeleteAsync();
            unit.News.Add(new Invitation
            {
                Email = person.Email,
                Role = person.Role,
                AccountId = person.AccountId,
                CodeHash = SecretKey.Hash(code),
                MadeBy = by,
                MadeAt = unit.Now,
                ExpiresAt = unit.Now + Lifetime,
            });
            unit.Log(new AuditAct(by, AuditKind.LinkMade) { Subject = person.Email, After = person.AccountId is null ? $"a new account: {RoleWords.Of(person.Role)}" : "a new password" });
            return result;
        });
        return problems.Count > 0 ? new MadeLink(null, problems) : new MadeLink(code, []);
    }

    // Every open one is compared, each in constant time: how long it takes tells nothing about any of them.
    static async Task<Invitation?> FindAsync(NewsContext news, string code, DateTime now, CancellationToken cancellation)
    {
        var hash = SecretKey.Hash(code);
        Invitation? found = null;
        foreach (var invitation in await Open(news, now).ToListAsync(cancellation))
            if (CryptographicOperations.FixedTimeEquals(invitation.CodeHash, hash)) found = invitation;
        return found;
    }

    // Earlier versions left an invitation behind when its address got an account in another way.
    static IQueryable<Invitation> Open(NewsContext news, DateTime now) => news.Invitations.Where(invitation => invitation.ExpiresAt > now
        && (invitation.AccountId != null || !news.Users.Any(account => EF.Functions.Collate(account.Email, "NOCASE") == invitation.Email)));

    sealed record Recipient(string Email, AccountRole Role, string? AccountId);
}
