using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>The log in words.</summary>
public static class AuditWords
{
    /// <summary>The same to choose by, with nothing after it: “gave a wrong password”.</summary>
    /// <param name="kind">What.</param>
    public static string Choice(AuditKind kind) => Kind(kind) switch
    {
        [.. var act, ' ', 'o', 'f'] => act,
        [.. var act, ' ', 'f', 'o', 'r'] => act,
        [.. var act, ':'] => act,
        var act => act,
    };

    /// <summary>What somebody did: “corrected”; who did so stands before it.</summary>
    /// <param name="kind">What.</param>
    public static string Kind(AuditKind kind) => kind switch
    {
        AuditKind.SignedIn => "signed in",
        AuditKind.SignInRefused => "gave a wrong password for",
        AuditKind.SignedOut => "signed out",
        AuditKind.PasswordChanged => "changed the own password",
        AuditKind.PasswordReset => "set a new password for",
        AuditKind.AccountAdded => "made the account",
        AuditKind.AccountRemoved => "removed the account",
        AuditKind.RoleChanged => "changed the role of",
        AuditKind.LinkMade => "made a one-time link for",
        AuditKind.LinkRevoked => "took back a one-time link for",
        AuditKind.SessionsEnded => "ended sessions of",
        AuditKind.Corrected => "corrected",
        AuditKind.CorrectionReverted => "took back a correction of",
        AuditKind.FileAccepted => "accepted what the file says for",
        AuditKind.CorrectionKept => "kept a correction of",
        AuditKind.DoubtSettled => "let a doubt stand:",
        AuditKind.RefusalSettled => "let a file stand that was not taken:",
        AuditKind.NameDismissed => "does not want to follow",
        AuditKind.Hidden => "hid",
        AuditKind.Shown => "showed again",
        AuditKind.Merged => "merged",
        AuditKind.TakenApart => "took apart the merge of",
        AuditKind.ImportStarted => "started an import of",
        AuditKind.ImportCancelled => "cancelled the import",
        AuditKind.RetagStarted => "started a retag",
        AuditKind.UndoStarted => "started to undo",
        AuditKind.CatalogueImported => "changed the catalogue:",
        AuditKind.CatalogueEdited => "edited the catalogue:",
        AuditKind.CompaniesMerged => "merged companies:",
        AuditKind.CatalogueRestored => "restored an earlier catalogue:",
        AuditKind.FilesSent => "sent files:",
        AuditKind.FileRemoved => "removed from the inbox",
        AuditKind.BackupStarted => "started a backup",
        AuditKind.BackupDownloaded => "downloaded the backup",
        AuditKind.Restored => "restored the backup",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without words."),
    };
}
