using Microsoft.AspNetCore.Identity;

namespace NewsTracker.Storage.Model;

/// <summary>What a person may do at the desk.</summary>
public enum AccountRole
{
    /// <summary>Corrects articles.</summary>
    Editor,

    /// <summary>Everything.</summary>
    Admin,
}

/// <summary>A person who signs in at the desk.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>What they may do.</summary>
    public AccountRole Role { get; set; }

    /// <summary>UTC; null before the first time.</summary>
    public DateTime? LastSignInAt { get; set; }
}
