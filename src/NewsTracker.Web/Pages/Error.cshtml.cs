using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages;

/// <summary>Says what went wrong, what was kept and what to do next; shown in place of the page that failed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[IgnoreAntiforgeryToken]
sealed class ErrorModel : PageModel
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; private set; }

    /// <summary>By which the log knows the request.</summary>
    public string LogNumber => HttpContext.TraceIdentifier;

    /// <summary>What happened, in few words.</summary>
    public string Title => Status switch
    {
        404 => "There is nothing at this address",
        410 => "This article was removed",
        400 => "The address holds a value that is not allowed",
        401 => "This needs a sign-in",
        403 => "Only an administrator may do this",
        413 => "This is too much at once",
        507 => "There is no room for this",
        405 => "This address does not take such a request",
        429 => "Too many tries from your address",
        < 500 and >= 400 => "This request cannot be taken",
        _ => "Something went wrong on our side",
    };

    /// <summary>What it means and what to do.</summary>
    public string Message => HttpContext.Features.Get<RefusalSentence>()?.Text ?? Status switch
    {
        404 => "The address may be mistyped, or from another copy of the tracker. An article keeps its number for good, so a link to one keeps working.",
        410 => "It was here once and is not shown any more. Its number is never given to another article.",
        429 => "Wait a minute and try again.",
        >= 500 or < 400 => "Nothing was changed by this request. Try again; if it stays, the log has more under the number below.",
        _ => "Go back and try another way.",
    };

    /// <summary>Shows a failed read.</summary>
    /// <param name="code">The status; absent: a fault of ours.</param>
    public void OnGet([FromRoute(Name = "code")] int? code) => Show(code);

    /// <summary>Shows a failed form.</summary>
    /// <param name="code">The status; absent: a fault of ours.</param>
    public void OnPost([FromRoute(Name = "code")] int? code) => Show(code);

    void Show(int? code)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        Status = !failed ? StatusCodes.Status404NotFound : code is >= 400 and < 600 ? code.Value : StatusCodes.Status500InternalServerError;
        Response.StatusCode = Status;
    }
}
