namespace NewsTracker.Storage.Model;

/// <summary>What was done. Stored by name: a name is never given another meaning.</summary>
public enum AuditKind
{
    /// <summary>A person signed in.</summary>
    SignedIn,

    /// <summary>A wrong password for an account that exists. Unknown names are not kept: people type passwords there.</summary>
    SignInRefused,

    /// <summary>A person signed out.</summary>
    SignedOut,

    /// <summary>A person changed the own password.</summary>
    PasswordChanged,

    /// <summary>A password was set anew, from the command line or by a one-time link.</summary>
    PasswordReset,

    /// <summary>An account was made.</summary>
    AccountAdded,

    /// <summary>An account was removed.</summary>
    AccountRemoved,

    /// <summary>An account may do something else than before.</summary>
    RoleChanged,

    /// <summary>A one-time link was made, for a new account or for a new password.</summary>
    LinkMade,

    /// <summary>A one-time link was taken back.</summary>
    LinkRevoked,

    /// <summary>Sessions were ended by somebody.</summary>
    SessionsEnded,

    /// <summary>A value was corrected.</summary>
    Corrected,

    /// <summary>A correction was taken back.</summary>
    CorrectionReverted,

    /// <summary>A correction was taken back because files say something new, which was accepted.</summary>
    FileAccepted,

    /// <summary>A correction was kept although files say something new.</summary>
    CorrectionKept,

    /// <summary>A doubt was looked at and let stand.</summary>
    DoubtSettled,

    /// <summary>A file that was not taken was looked at and let stand.</summary>
    RefusalSettled,

    /// <summary>A name that the catalogue lacks was found to be no company worth following.</summary>
    NameDismissed,

    /// <summary>Articles were hidden.</summary>
    Hidden,

    /// <summary>Hidden articles were shown again.</summary>
    Shown,

    /// <summary>Two articles became one.</summary>
    Merged,

    /// <summary>A merge was taken apart.</summary>
    TakenApart,

    /// <summary>An import was started.</summary>
    ImportStarted,

    /// <summary>The import that ran was stopped by a person.</summary>
    ImportCancelled,

    /// <summary>A retag was started.</summary>
    RetagStarted,

    /// <summary>An undo was started.</summary>
    UndoStarted,

    /// <summary>Entries of a file went into the catalogue.</summary>
    CatalogueImported,

    /// <summary>An entry of the catalogue was edited, added or removed.</summary>
    CatalogueEdited,

    /// <summary>Two companies of the catalogue were made one.</summary>
    CompaniesMerged,

    /// <summary>An earlier catalogue was put in force again.</summary>
    CatalogueRestored,

    /// <summary>Files were sent into the inbox.</summary>
    FilesSent,

    /// <summary>A file was put aside from the inbox.</summary>
    FileRemoved,

    /// <summary>A backup was asked for at the desk.</summary>
    BackupStarted,

    /// <summary>A backup was downloaded.</summary>
    BackupDownloaded,

    /// <summary>The data was replaced by a backup.</summary>
    Restored,
}

/// <summary>One line of the log: somebody did something. Triggers in the database refuse to change or delete it.</summary>
public sealed class AuditEntry
{
    /// <summary>Key; later entries have higher ones.</summary>
    public long Id { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>An account's e-mail, <c>command line</c>, or what started by itself. Kept when the account goes.</summary>
    public required string Who { get; init; }

    /// <summary>What was done.</summary>
    public AuditKind Kind { get; init; }

    /// <summary>The article it was done to; null where it is none, or several.</summary>
    public long? ArticleId { get; init; }

    /// <summary>The run it started or took back.</summary>
    public long? RunId { get; init; }

    /// <summary>To what, in words: an e-mail, a field, a file's name.</summary>
    public string? Subject { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Reason { get; init; }

    /// <summary>How it was, as people read it.</summary>
    public string? Before { get; init; }

    /// <summary>How it is since then.</summary>
    public string? After { get; init; }
}
