using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Endpoints;

/// <summary>The filter that a request asks for.</summary>
static class RequestFilter
{
    /// <summary>Reads it from the address bar.</summary>
    /// <param name="query">The request's.</param>
    /// <param name="defaultScope">Face recognition on pages, null for API and export.</param>
    public static FilterParsing Of(IQueryCollection query, ScopeValue? defaultScope) => ArticleFilter.Parse(
        query.SelectMany(pair => pair.Value.OfType<string>().Select(value => KeyValuePair.Create(pair.Key, value))), defaultScope);

    /// <summary>400 with every bad value by its name.</summary>
    public static IResult Refusal(IReadOnlyList<FilterProblem> problems) => TypedResults.ValidationProblem(
        problems.GroupBy(problem => problem.Name).ToDictionary(group => group.Key, group => group.Select(problem => problem.Message).ToArray()),
        detail: string.Join(" ", problems.Select(problem => problem.Message)),
        title: "A value in the address is not allowed.");

    /// <summary>Scheme and host that the request came by, without a slash at the end.</summary>
    public static string Site(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
