using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NewsTracker.Web.Hosting;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Admin;

/// <summary>
/// Stands before everything that would read an upload's body, the check of the form's token included: what is too much is refused by its
/// announced length, before a byte of it is read.
/// </summary>
/// <param name="settings">How much may come.</param>
sealed class UploadDoor(TrackerSettings settings) : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Files in one upload.</summary>
    public const int MostFiles = 200;

    // Names, boundaries and the token come with the files.
    const int Overhead = 64 * 1024;

    /// <inheritdoc />
    public int Order => int.MinValue;

    /// <inheritdoc />
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType) return;
        var most = settings.Import.MaxUploadBytes + Overhead;
        if (request.ContentLength is not { } length)
        {
            Refuse(context, StatusCodes.Status411LengthRequired, "The browser did not say how much it sends, so nothing was read. Send the files from the inbox page.");
            return;
        }

        if (length > most)
        {
            Refuse(context, StatusCodes.Status413PayloadTooLarge, string.Create(CultureInfo.InvariantCulture,
                $"The files have {KeepingWords.Size(length)} together; at most {KeepingWords.Size(settings.Import.MaxUploadBytes)} are taken at once. Nothing was read or kept. Send fewer at a time, or raise Import:MaxUploadBytes."));
            return;
        }

        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most;
        try
        {
            await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = most, ValueCountLimit = MostFiles + 100 }, context.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            Refuse(context, StatusCodes.Status413PayloadTooLarge, $"At most {MostFiles} files are taken at once, and this was more or no whole form. Nothing was kept. Send fewer at a time.");
        }
        catch (Exception problem) when (UploadReport.IsRefusal(problem))
        {
            Refuse(context, StatusCodes.Status507InsufficientStorage, $"The upload could not be received ({UploadReport.Told(problem)}). Nothing was kept. See that the server's temporary folder has space, then send the files again.");
        }
    }

    static void Refuse(AuthorizationFilterContext context, int status, string sentence)
    {
        // The page that tells it must not read the body either.
        context.HttpContext.Request.ContentType = null;
        context.HttpContext.Features.Set(new RefusalSentence(sentence));
        context.Result = new StatusCodeResult(status);
    }
}
