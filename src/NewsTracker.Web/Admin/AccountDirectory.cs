using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>The people who may sign in: made, listed, given a new password. The same for the desk and the command line.</summary>
/// <param name="database">Where they are kept.</param>
/// <param name="scopes">Each change is a unit of work of its own.</param>
public sealed class AccountDirectory(NewsDatabase database, IServiceScopeFactory scopes)
{
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

    /// <summary>Makes an account.</summary>
    /// <param name="email">Signs in with it.</param>
    /// <param name="password">At least twelve characters.</param>
    /// <param name="role">What they may do.</param>
    /// <returns>What is wrong, as sentences; empty where it was made.</returns>
    public async Task<IReadOnlyList<string>> AddAsync(string email, string password, AccountRole role)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return Problems(await users.CreateAsync(new Account { UserName = email, Email = email, Role = role }, password));
    }

    /// <summary>Sets a new password, ends a lockout and signs the person out everywhere.</summary>
    /// <param name="email">Who.</param>
    /// <param name="password">At least twelve characters.</param>
    /// <returns>What is wrong, as sentences; empty where it was set.</returns>
    public async Task<IReadOnlyList<string>> ResetAsync(string email, string password)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByEmailAsync(email) is not { } account) return [$"There is no account {email}. “admin list” shows them all."];
        foreach (var validator in users.PasswordValidators)
            if (Problems(await validator.ValidateAsync(users, account, password)) is { Count: > 0 } problems) return problems;

        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        return Problems(await users.UpdateSecurityStampAsync(account));
    }

    static IReadOnlyList<string> Problems(IdentityResult result) => [.. result.Errors.Select(error => error.Description)];
}
