using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using NewsTracker.Web.Endpoints;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages;

/// <summary>The public side: pages, downloads and the JSON API.</summary>
static class PagesServices
{
    /// <summary>Adds what they need; the queries come from the store, and the desk adds Razor pages together with the rule who may see which.</summary>
    public static IServiceCollection AddNewsPages(this IServiceCollection services)
    {
        services.AddSingleton<DeadEnds>();
        services.AddSingleton<ProfileReader>();
        // Letters of every script stand as themselves: encoded ones would double a page of Chinese names. Markup is encoded all the same.
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(json =>
        {
            // Answers are application/json and never stand inside HTML, so letters of every script may stand as themselves.
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        return services;
    }

    /// <summary>Maps the pages with their fingerprinted styles and scripts.</summary>
    public static void MapNewsPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
    }

    /// <summary>Maps downloads and the API.</summary>
    public static void MapNewsApi(this WebApplication app)
    {
        ExportEndpoints.Map(app);
        ApiEndpoints.Map(app);
    }
}
