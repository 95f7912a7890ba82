namespace NewsTracker.Web.Hosting;

/// <summary>What browsers are told to refuse: everything that the pages do not need.</summary>
static class SecurityHeaders
{
    /// <summary>Adds them to every answer.</summary>
    public static void UseStrictHeaders(this WebApplication app)
    {
        app.UseSecurityHeaders(new HeaderPolicyCollection()
            .AddContentSecurityPolicy(policy =>
            {
                policy.AddDefaultSrc().None();
                policy.AddScriptSrc().Self();
                policy.AddStyleSrc().Self();
                policy.AddImgSrc().Self();
                policy.AddFontSrc().Self();
                policy.AddManifestSrc().Self();
                policy.AddConnectSrc().Self();
                policy.AddFormAction().Self();
                policy.AddBaseUri().None();
                policy.AddObjectSrc().None();
                policy.AddFrameAncestors().None();
            })
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyNoReferrer()
            .AddFrameOptionsDeny()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
            .AddPermissionsPolicy(Refuse)
            .AddStrictTransportSecurityMaxAge());
    }

    // The package's own set names web-share too, which Chromium does not know and reports as an error on every page.
    static void Refuse(PermissionsPolicyBuilder policy)
    {
        policy.AddAccelerometer().None();
        policy.AddAutoplay().None();
        policy.AddCamera().None();
        policy.AddDisplayCapture().None();
        policy.AddEncryptedMedia().None();
        policy.AddFullscreen().None();
        policy.AddGeolocation().None();
        policy.AddGyroscope().None();
        policy.AddMagnetometer().None();
        policy.AddMicrophone().None();
        policy.AddMidi().None();
        policy.AddPayment().None();
        policy.AddPictureInPicture().None();
        policy.AddPublickeyCredentialsGet().None();
        policy.AddScreenWakeLock().None();
        policy.AddSyncXHR().None();
        policy.AddUsb().None();
        policy.AddXrSpatialTracking().None();
    }

    /// <summary>What a signed-in person sees, and everything of the desk, is kept in no cache.</summary>
    public static void UseNoStoreForPeople(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.User.Identity?.IsAuthenticated == true || context.Request.Path.StartsWithSegments("/admin"))
                context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
