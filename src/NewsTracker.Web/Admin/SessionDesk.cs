using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>
/// The browsers in which people are signed in. A session is a row, and the cookie holds its key: whatever ends one deletes its row, and what an account
/// may do is read with it, so both hold from the next request on.
/// </summary>
/// <param name="database">Where they are.</param>
/// <param name="work">Ends them.</param>
/// <param name="clock">Tells which are over.</param>
public sealed class SessionDesk(NewsDatabase database, AccountWork work, TimeProvider clock)
{
    /// <summary>How long a session lasts after it was last used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    const string KeyClaim = "newstracker.key";
    const string IdClaim = "newstracker.session";

    /// <summary>Opens a session, and forgets those of everybody that are over.</summary>
    /// <param name="news">The sign-in's unit of work; saved here.</param>
    /// <param name="account">Whose.</param>
    /// <param name="browser">In words.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>What the cookie holds.</returns>
    public static async Task<ClaimsPrincipal> OpenAsync(NewsContext news, Account account, string browser, DateTime now, CancellationToken cancellation)
    {
        var key = SecretKey.New();
        var session = new Session { AccountId = account.Id, KeyHash = SecretKey.Hash(key), SignedInAt = now, LastSeenAt = now, Browser = browser };
        var over = now - Lifetime;
        await news.Sessions.Where(old => old.LastSeenAt <= over).ExecuteDeleteAsync(cancellation);
        news.Add(session);
        await news.SaveChangesAsync(cancellation);
        return Principal(account, key, session.Id);
    }

    /// <summary>Which session a signed-in person came by; 0 for nobody.</summary>
    /// <param name="person">The request's.</param>
    public static long IdOf(ClaimsPrincipal person) => long.TryParse(person.FindFirstValue(IdClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>A person as the database knows them now; null where the session is over.</summary>
    /// <param name="cookie">What the cookie holds.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<ClaimsPrincipal?> RenewAsync(ClaimsPrincipal cookie, CancellationToken cancellation)
    {
        if (cookie.FindFirstValue(KeyClaim) is not { } key) return null;
        var hash = SecretKey.Hash(key);
        await using var news = database.Open();
        var found = await Open(news).AsNoTracking().Where(session => session.KeyHash == hash)
            .Join(news.Users, session => session.AccountId, account => account.Id, (session, account) => new { session.Id, Account = account })
            .SingleOrDefaultAsync(cancellation);
        return found is null ? null : Principal(found.Account, key, found.Id);
    }

    /// <summary>A person's sessions, the last used first.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<Session>> ListAsync(string accountId, CancellationToken cancellation)
    {
        await using var news = database.Open();
        return await Open(news).AsNoTracking().Where(session => session.AccountId == accountId)
            .OrderByDescending(session => session.LastSeenAt).ThenByDescending(session => session.Id).ToListAsync(cancellation);
    }

    /// <summary>Ends one of a person's own sessions; one that is over already is passed over.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="by">Who.</param>
    public Task EndAsync(string accountId, long id, string by) => EndAsync(by, news => news.Sessions.Where(session => session.AccountId == accountId && session.Id == id));

    /// <summary>Ends a person's own sessions but one.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="kept">The one that goes on.</param>
    /// <param name="by">Who.</param>
    public Task EndOthersAsync(string accountId, long kept, string by) => EndAsync(by, news => news.Sessions.Where(session => session.AccountId == accountId && session.Id != kept));

    Task EndAsync(string by, Func<NewsContext, IQueryable<Session>> which) => work.RunAsync(async unit =>
    {
        var ended = await which(unit.News).ToListAsync();
        unit.News.RemoveRange(ended);
        if (ended.Count > 0) unit.Log(new AuditAct(by, AuditKind.SessionsEnded) { Subject = by, Before = string.Join(", ", ended.Select(session => session.Browser)) });
        return IdentityResult.Success;
    });

    IQueryable<Session> Open(NewsContext news)
    {
        var over = clock.GetUtcNow().UtcDateTime - Lifetime;
        return news.Sessions.Where(session => session.LastSeenAt > over);
    }

    static ClaimsPrincipal Principal(Account account, string key, long id) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.Id), new(ClaimTypes.Name, account.Email!), new(ClaimTypes.Role, account.Role.ToString()),
            new(KeyClaim, key), new(IdClaim, id.ToString(CultureInfo.InvariantCulture)),
        ],
        IdentityConstants.ApplicationScheme));
}
