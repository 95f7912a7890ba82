using Microsoft.OpenApi;

namespace NewsTracker.Web.Endpoints;

/// <summary>Describes to readers of the API what its addresses take: the same names as the address bar of the pages.</summary>
static class FilterDescriptions
{
    const string Scope = "facialRecognition, other, or all (the default here).";
    const string Date = "2020, 2020-07 or 2020-07-31; both ends are included.";

    static readonly (string Name, string Description)[] Filters =
    [
        ("q", "Words (all of them), \"a phrase\", -without, OR, prefix*; company:, topic:, provider:, after: and before: inside it."),
        ("scope", Scope),
        ("company", "A slug; -slug excludes; a,b means both."),
        ("topic", "A slug; -slug excludes; a,b means both."),
        ("provider", "A domain; -domain excludes."),
        ("role", "subject: only articles that are mainly about the company."),
        ("from", $"Published on or after: {Date}"),
        ("to", $"Published on or before: {Date}"),
        ("undated", "only, include or exclude; by default undated articles are left out once a date is asked for."),
        ("addedFrom", $"Known to the tracker since: {Date}"),
        ("addedTo", $"Known to the tracker until: {Date}"),
        ("type", "article, video."),
        ("origin", "file or related."),
        ("language", "ISO 639-1."),
        ("format", "frontMatter, text or html."),
        ("promoted", "true or false: the origin's promotion switch."),
        ("sort", "newest (the default), oldest, added, relevance (the default with q), quality or heat."),
    ];

    static readonly (string Name, string Description)[] Pages =
    [
        ("size", "Articles in an answer, 1 to 100; 25 by default."),
        ("cursor", "The `next` of the answer before; leave it out for the first one."),
        ("fields", "body adds the text."),
    ];

    /// <summary>Whether the address of a list takes this name.</summary>
    public static bool IsName(string name) => Filters.Concat(Pages).Any(known => known.Name == name);

    /// <summary>The address takes every filter.</summary>
    public static RouteHandlerBuilder TakesFilters(this RouteHandlerBuilder route) => route.Takes(Filters);

    /// <summary>The address answers page by page.</summary>
    public static RouteHandlerBuilder TakesPages(this RouteHandlerBuilder route) => route.Takes(Pages);

    /// <summary>The address takes the scope alone.</summary>
    public static RouteHandlerBuilder TakesScope(this RouteHandlerBuilder route) => route.Takes([("scope", Scope)]);

    static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, (string Name, string Description)[] parameters) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach (var (name, description) in parameters)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = name,
                    Description = description,
                    In = ParameterLocation.Query,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }

            return Task.CompletedTask;
        });
}
