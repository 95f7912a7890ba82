using Microsoft.AspNetCore.Identity;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>
/// Refuses a password that the person's own e-mail tells: whoever guesses tries that first. Every way to a password asks the same validators:
/// the first account, an invitation, the account's page, the command line.
/// </summary>
sealed class OwnNameInPassword : IPasswordValidator<Account>
{
    // Two or three letters stand in many a good password by chance.
    const int ShortestName = 4;

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(password is not null && user.Email is { } email && Tells(email, password)
            ? AccountUnit.Refusal("The password is the e-mail address or has part of it in it, which is what others try first. Choose one that has nothing to do with it.")
            : IdentityResult.Success);

    static bool Tells(string email, string password)
    {
        if (email.Contains(password.Trim(), StringComparison.OrdinalIgnoreCase)) return true;
        var name = email.Split('@')[0];
        return name.Length >= ShortestName && password.Contains(name, StringComparison.OrdinalIgnoreCase);
    }
}
