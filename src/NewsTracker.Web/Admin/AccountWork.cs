using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>What a change of accounts works with, inside its transaction.</summary>
/// <param name="News">The database.</param>
/// <param name="Users">Accounts in it.</param>
/// <param name="Now">UTC.</param>
public sealed record AccountUnit(NewsContext News, UserManager<Account> Users, DateTime Now)
{
    /// <summary>What was done, for the log.</summary>
    /// <param name="act">The act.</param>
    public void Log(AuditAct act) => AuditLog.Add(News, act, Now);

    /// <summary>Ends an account's sessions.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="kept">One that goes on; null: none.</param>
    public Task EndSessionsAsync(Account account, long? kept = null) =>
        News.Sessions.Where(session => session.AccountId == account.Id && session.Id != (kept ?? 0)).ExecuteDeleteAsync();

    /// <summary>Makes an account; an open invitation for its address ends, whoever made it.</summary>
    /// <param name="email">Signs in with it.</param>
    /// <param name="role">What the person may do.</param>
    /// <param name="password">At least twelve characters.</param>
    public async Task<IdentityResult> CreateAsync(string email, AccountRole role, string password)
    {
        foreach (var invitation in await News.Invitations.Where(invitation => invitation.AccountId == null).ToListAsync())
            if (Users.NormalizeEmail(invitation.Email) == Users.NormalizeEmail(email)) News.Remove(invitation);
        return await Users.CreateAsync(new Account { UserName = email, Email = email, Role = role }, password);
    }

    /// <summary>Sets a new password and ends a lockout; every session of the account ends.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="password">At least twelve characters.</param>
    public async Task<IdentityResult> SetPasswordAsync(Account account, string password)
    {
        foreach (var validator in Users.PasswordValidators)
            if (await validator.ValidateAsync(Users, account, password) is { Succeeded: false } weak) return weak;

        account.PasswordHash = Users.PasswordHasher.HashPassword(account, password);
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        await EndSessionsAsync(account);
        return await Users.UpdateSecurityStampAsync(account);
    }

    /// <summary>A refusal in one sentence.</summary>
    /// <param name="sentence">What is wrong and what to do.</param>
    public static IdentityResult Refusal(string sentence) => IdentityResult.Failed(new IdentityError { Description = sentence });
}

/// <summary>Changes of accounts: one transaction each, with its entry in the log, whole or not at all.</summary>
/// <param name="scopes">Each is a unit of work of its own.</param>
/// <param name="clock">When things happen.</param>
public sealed class AccountWork(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Changes something.</summary>
    /// <param name="change">Does so; what it refuses is not saved.</param>
    /// <returns>What is wrong, as sentences; empty where it was done.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Func<AccountUnit, Task<IdentityResult>> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        var news = scope.ServiceProvider.GetRequiredService<NewsContext>();
        await using var transaction = await news.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        var result = await change(new AccountUnit(news, scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), clock.GetUtcNow().UtcDateTime));
        if (!result.Succeeded) return [.. result.Errors.Select(error => error.Description)];
        await news.SaveChangesAsync();
        await transaction.CommitAsync();
        return [];
    }
}
