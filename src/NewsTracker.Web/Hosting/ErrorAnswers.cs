namespace NewsTracker.Web.Hosting;

/// <summary>What is answered where nothing else was: problem details to programs, a page to people.</summary>
static class ErrorAnswers
{
    public static void UseErrorAnswers(this WebApplication app)
    {
        app.UseWhen(IsForPrograms, branch => branch.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(context => !IsForPrograms(context), branch => branch.UseExceptionHandler("/error").UseStatusCodePagesWithReExecute("/error/{0}"));
    }

    static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/openapi") || context.Request.Path.StartsWithSegments("/health");
}
