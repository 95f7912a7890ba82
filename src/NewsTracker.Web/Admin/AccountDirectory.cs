using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>
/// The people who may sign in: made, listed, changed, removed. The same for the desk and the command line. Each change tells what is wrong, as
/// sentences; no sentence means that it was made.
/// </summary>
/// <param name="database">Where they are kept.</param>
/// <param name="work">Changes them.</param>
public sealed class AccountDirectory(NewsDatabase database, AccountWork work)
{
    const string Gone = "That account is gone; nothing was changed.";

    /// <summary>Whether there is anybody.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<bool> AnyAsync(CancellationToken cancellation)
    {
        await using var news = database.Open();
        return await news.Users.AnyAsync(cancellation);
    }

    /// <summary>Everybody, by e-mail.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation)
    {
        await using var news = database.Open();
        return await news.Users.AsNoTracking().OrderBy(account => account.Email).ToListAsync(cancellation);
    }

    /// <summary>Makes an account; an open invitation for its address ends.</summary>
    /// <param name="email">Signs in with it.</param>
    /// <param name="password">At least twelve characters.</param>
    /// <param name="role">What they may do.</param>
    /// <param name="by">Who makes it.</param>
    public Task<IReadOnlyList<string>> AddAsync(string email, string password, AccountRole role, string by) => work.RunAsync(unit =>
    {
        unit.Log(new AuditAct(by, AuditKind.AccountAdded) { Subject = email, After = RoleWords.Of(role) });
        return unit.CreateAsync(email, role, password);
    });

    /// <summary>Whether somebody has that account, so that nothing is asked for one that is not there; changes nothing.</summary>
    /// <param name="email">Who.</param>
    public Task<IReadOnlyList<string>> CheckAsync(string email) => work.RunAsync(async unit =>
        await unit.Users.FindByEmailAsync(email) is null ? Nobody(email) : IdentityResult.Success);

    /// <summary>Sets a new password, ends a lockout and signs the person out everywhere.</summary>
    /// <param name="email">Who.</param>
    /// <param name="password">At least twelve characters.</param>
    /// <param name="by">Who sets it.</param>
    public Task<IReadOnlyList<string>> ResetAsync(string email, string password, string by) => work.RunAsync(async unit =>
    {
        if (await unit.Users.FindByEmailAsync(email) is not { } account) return Nobody(email);
        unit.Log(new AuditAct(by, AuditKind.PasswordReset) { Subject = account.Email });
        return await unit.SetPasswordAsync(account, password);
    });

    /// <summary>Changes a person's own password; every other session of theirs ends.</summary>
    /// <param name="id">Whose, by the account's key.</param>
    /// <param name="session">The session that goes on.</param>
    /// <param name="now">The password until now.</param>
    /// <param name="next">At least twelve characters.</param>
    public Task<IReadOnlyList<string>> ChangePasswordAsync(string id, long session, string now, string next) => ChangeAsync(id, async (unit, account) =>
    {
        if (next == now && await unit.Users.CheckPasswordAsync(account, now))
            return AccountUnit.Refusal("The new password is the one you have. Choose another one; nothing was changed, and no session has ended.");
        unit.Log(new AuditAct(account.Email!, AuditKind.PasswordChanged));
        await unit.EndSessionsAsync(account, session);
        return await unit.Users.ChangePasswordAsync(account, now, next);
    });

    /// <summary>Lets a person do something else than before, from their next request on.</summary>
    /// <param name="id">Whose role, by the account's key.</param>
    /// <param name="role">The new one.</param>
    /// <param name="by">Who changes it.</param>
    public Task<IReadOnlyList<string>> ChangeRoleAsync(string id, AccountRole role, string by) => ChangeAsync(id, async (unit, account) =>
    {
        if (account.Role == role) return IdentityResult.Success;
        if (await IsLastAdminAsync(unit, account)) return AccountUnit.Refusal($"{account.Email} is the last administrator. Make another one first; nothing was changed.");
        unit.Log(new AuditAct(by, AuditKind.RoleChanged) { Subject = account.Email, Before = RoleWords.Of(account.Role), After = RoleWords.Of(role) });
        account.Role = role;
        await ForgetLinksAsync(unit, account);
        return IdentityResult.Success;
    });

    /// <summary>Removes an account; what the person did stays, under their name.</summary>
    /// <param name="id">Which.</param>
    /// <param name="by">Who removes it.</param>
    public Task<IReadOnlyList<string>> RemoveAsync(string id, string by) => ChangeAsync(id, async (unit, account) =>
    {
        if (await IsLastAdminAsync(unit, account)) return AccountUnit.Refusal($"{account.Email} is the last administrator. Make another one first; nothing was removed.");
        unit.Log(new AuditAct(by, AuditKind.AccountRemoved) { Subject = account.Email, Before = RoleWords.Of(account.Role) });
        await ForgetLinksAsync(unit, account);
        return await unit.Users.DeleteAsync(account);
    });

    /// <summary>Signs a person out everywhere.</summary>
    /// <param name="id">Whom, by the account's key.</param>
    /// <param name="by">Who does so.</param>
    public Task<IReadOnlyList<string>> SignOutAsync(string id, string by) => ChangeAsync(id, async (unit, account) =>
    {
        unit.Log(new AuditAct(by, AuditKind.SessionsEnded) { Subject = account.Email });
        await unit.EndSessionsAsync(account);
        return IdentityResult.Success;
    });

    Task<IReadOnlyList<string>> ChangeAsync(string id, Func<AccountUnit, Account, Task<IdentityResult>> change) => work.RunAsync(async unit =>
        await unit.Users.FindByIdAsync(id) is { } account ? await change(unit, account) : AccountUnit.Refusal(Gone));

    static IdentityResult Nobody(string email) => AccountUnit.Refusal($"There is no account {email}. “admin list” shows them all.");

    static async Task<bool> IsLastAdminAsync(AccountUnit unit, Account account) =>
        account.Role == AccountRole.Admin && !await unit.News.Users.AnyAsync(other => other.Role == AccountRole.Admin && other.Id != account.Id);

    // A link outlives neither the right to make it nor the person it is for: else it would be a way back in.
    static Task<int> ForgetLinksAsync(AccountUnit unit, Account account) =>
        unit.News.Invitations.Where(invitation => invitation.MadeBy == account.Email || invitation.AccountId == account.Id).ExecuteDeleteAsync();
}

/// <summary>Roles in words.</summary>
static class RoleWords
{
    /// <summary>“administrator” or “editor”.</summary>
    public static string Of(AccountRole role) => role == AccountRole.Admin ? "administrator" : "editor";
}
