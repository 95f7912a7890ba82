using Microsoft.AspNetCore.Identity;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>
/// Refuses a password that the person's own e-mail tells: whoever guesses tries that first. Every way to a password asks the same validators:
/// the first account, an invitation, the account's page, the command line.
/// </summary>
sealed class OwnNameInPassword : IPasswordValidator<Account>
{
    // What has to be left for guessing; a long sentence may hold a short name by chance.
    const int OwnLetters = 8;

    // Shorter pieces stand in too many words.
    const int ShortestPiece = 3;

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(password is not null && user.Email is { } email && Tells(email, password)
            ? AccountUnit.Refusal($"Without the words of the e-mail address, which others try first, fewer than {OwnLetters} letters and digits of the password are left. Choose one that has nothing to do with it.")
            : IdentityResult.Success);

    static bool Tells(string email, string password)
    {
        var pieces = email.Split(['@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Where(piece => piece.Length >= ShortestPiece);
        var left = pieces.OrderByDescending(piece => piece.Length).Aggregate(password, (rest, piece) => rest.Replace(piece, "", StringComparison.OrdinalIgnoreCase));
        return left.Length < password.Length && left.Count(char.IsLetterOrDigit) < OwnLetters;
    }
}
