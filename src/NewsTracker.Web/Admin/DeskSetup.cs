using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Web.Admin;

/// <summary>The desk: accounts, sign-in, the import that runs behind it, and its addresses.</summary>
static class DeskSetup
{
    /// <summary>The policy of what only an administrator may do.</summary>
    public const string AdminOnly = "AdminOnly";

    /// <summary>The rate limit of sign-in, setup and invitations.</summary>
    public const string DoorLimit = "door";

    /// <summary>The cookie of who is signed in; its parts, where it is long, have names that start so.</summary>
    public const string SessionCookie = "newstracker.session";

    /// <summary>The rate limit of uploads.</summary>
    public const string UploadLimit = "upload";

    const int TriesPerMinute = 10;
    const int UploadsPerMinute = 30;

    public static void AddDesk(this IServiceCollection services, DataPlaces places)
    {
        services.AddAccounts().AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, ConfigureCookie);
        services.AddSingleton<SessionDesk>().AddSingleton<SessionCookie>();
        services.AddSingleton<LastSeen>().AddHostedService(provider => provider.GetRequiredService<LastSeen>());
        services.AddAuthorizationBuilder().AddPolicy(AdminOnly, policy => policy.RequireRole(nameof(AccountRole.Admin)));
        services.AddDataProtection().SetApplicationName("NewsTracker").PersistKeysToFileSystem(new DirectoryInfo(places.Keys));
        services.AddAntiforgery(forms => (forms.Cookie.Name, forms.Cookie.SecurePolicy) = ("newstracker.form", CookieSecurePolicy.SameAsRequest));
        services.Configure<CookieTempDataProviderOptions>(told => (told.Cookie.Name, told.Cookie.SecurePolicy) = ("newstracker.notice", CookieSecurePolicy.SameAsRequest));
        services.AddRateLimiter(Limit);
        services.AddRazorPages(pages =>
        {
            pages.Conventions.AuthorizeFolder("/Admin");
            pages.Conventions.AllowAnonymousToPage("/Admin/SignIn");
            pages.Conventions.AllowAnonymousToPage("/Admin/Setup");
            pages.Conventions.AllowAnonymousToPage("/Admin/Invitation");
        });
        services.AddSingleton<SetupCode>().AddSingleton<DecoyPassword>().AddScoped<SignInDoor>();
        services.AddSingleton<ImportJobs>().AddHostedService(provider => provider.GetRequiredService<ImportJobs>());
        services.AddSingleton<CatalogueDesk>().AddSingleton<CatalogueJobs>().AddHostedService(provider => provider.GetRequiredService<CatalogueJobs>());
        services.AddSingleton<Keeping>().AddSingleton<BackupJobs>().AddHostedService(provider => provider.GetRequiredService<BackupJobs>());
        services.AddSingleton<Inbox>().AddSingleton<InboxRefusals>().AddSingleton<ReviewCounts>();
        services.AddSingleton<ServerStart>();
    }

    /// <summary>The desk's addresses that are no pages. An unknown one asks for a session too, so that nothing can be learned from the answer.</summary>
    public static void MapDesk(this WebApplication app)
    {
        var desk = app.MapGroup("/admin").RequireAuthorization().ExcludeFromDescription();
        desk.MapGet("/progress", ImportProgressJson.Get);
        desk.MapGet("/runs/{id:long}/receipts.csv", ReceiptDownload.GetAsync);
        desk.MapGet("/originals/{sha256}", OriginalDownload.GetAsync).RequireAuthorization(AdminOnly);
        desk.MapGet("/backups/{name}", BackupDownload.GetAsync).RequireAuthorization(AdminOnly);
        desk.MapGet("/catalogue/progress", CatalogueEndpoints.Progress).RequireAuthorization(AdminOnly);
        desk.MapGet("/catalogue.yaml", CatalogueEndpoints.YamlAsync).RequireAuthorization(AdminOnly);
        desk.MapGet("/log.csv", AuditDownload.Get).RequireAuthorization(AdminOnly);
        desk.Map("/{**unknown}", () => Results.NotFound());
    }

    static void ConfigureCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = SessionCookie;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.LoginPath = "/admin/sign-in";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.ExpireTimeSpan = SessionDesk.Lifetime;
        cookie.SlidingExpiration = true;
        cookie.EventsType = typeof(SessionCookie);
    }

    static void Limit(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(DoorLimit, context => PostsOf(context, TriesPerMinute));
        limiter.AddPolicy(UploadLimit, context => PostsOf(context, UploadsPerMinute));
    }

    static RateLimitPartition<string> PostsOf(HttpContext context, int perMinute) => HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
        : RateLimitPartition.GetNoLimiter("reading");
}
