namespace NewsTracker.Storage.Model.Sqlite.Migrations;

/// <summary>
/// Triggers that let the log only grow, whoever writes. The first is for <c>INSERT OR REPLACE</c>, which deletes without asking a trigger.
/// </summary>
static class AppendOnly
{
    public const string Create = """
        CREATE TRIGGER AuditEntries_Replaced BEFORE INSERT ON AuditEntries WHEN EXISTS (SELECT 1 FROM AuditEntries WHERE Id = new.Id) BEGIN
            SELECT RAISE(ABORT, 'The log only grows: no entry is replaced.');
        END;

        CREATE TRIGGER AuditEntries_Changed BEFORE UPDATE ON AuditEntries BEGIN
            SELECT RAISE(ABORT, 'The log only grows: no entry is changed.');
        END;

        CREATE TRIGGER AuditEntries_Deleted BEFORE DELETE ON AuditEntries BEGIN
            SELECT RAISE(ABORT, 'The log only grows: no entry is deleted.');
        END;
        """;
}
