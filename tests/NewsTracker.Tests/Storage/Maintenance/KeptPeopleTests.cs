using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Storage.Maintenance;

/// <summary>A backup keeps people with everything of theirs, and the log goes on behind a restore.</summary>
public sealed class KeptPeopleTests : IAsyncDisposable
{
    readonly KeptFolder _kept = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _kept.DisposeAsync();

    [Fact]
    public async Task Accounts_sessions_links_and_log_come_back_and_the_restore_is_the_last_entry()
    {
        await _kept.ImportAsync(1);
        await AddPersonAsync("before@example.org");
        await _kept.BackUpAsync();
        await AddPersonAsync("after@example.org");

        await _kept.RestoreAsync(overwrite: true);

        using var database = new NewsDatabase(_kept.Folder.Database);
        await using var context = database.Open();
        Assert.Equal("before@example.org", (await context.Users.SingleAsync(Cancellation)).Email);
        Assert.Equal("before@example.org", (await context.Invitations.SingleAsync(Cancellation)).MadeBy);
        Assert.Equal("Firefox on Linux", (await context.Sessions.SingleAsync(Cancellation)).Browser);
        var log = (await new AuditQueries(database).PageAsync(new AuditFilter(null, null), null, 10, Cancellation)).Entries;
        Assert.Equal([AuditKind.Restored, AuditKind.AccountAdded, AuditKind.ImportStarted], log.Select(entry => entry.Kind));
        Assert.Equal((AuditLog.CommandLine, "backup.zip", "as of 2026-11-24 12:00:00 UTC"), (log[0].Who, log[0].Subject, log[0].After));
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => context.AuditEntries.ExecuteDeleteAsync(Cancellation));
    }

    async Task AddPersonAsync(string email)
    {
        using var database = new NewsDatabase(_kept.Folder.Database);
        await using var context = database.Open();
        var now = _kept.Clock.GetUtcNow().UtcDateTime;
        var account = new Account { UserName = email, Email = email, Role = AccountRole.Admin };
        context.Add(account);
        context.Add(new Session { AccountId = account.Id, KeyHash = System.Text.Encoding.UTF8.GetBytes(email), SignedInAt = now, LastSeenAt = now, Browser = "Firefox on Linux" });
        context.Add(new Invitation { Email = "guest@example.org", CodeHash = [1], MadeBy = email, MadeAt = now, ExpiresAt = now.AddDays(7) });
        AuditLog.Add(context, new AuditAct(email, AuditKind.AccountAdded) { Subject = email }, now);
        await context.SaveChangesAsync(Cancellation);
    }
}
