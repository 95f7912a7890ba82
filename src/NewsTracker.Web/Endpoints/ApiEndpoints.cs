using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Endpoints;

/// <summary>The six addresses of the JSON API.</summary>
static class ApiEndpoints
{
    /// <summary>Maps them below <c>/api/v1</c>; everything else under <c>/api</c> answers 404 as problem details.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").WithTags("API");
        api.MapGet("/articles", Articles).WithName("articles").WithSummary("Articles that match the filters; `fields=body` adds their text.")
            .Produces<ApiList<ArticleDocument>>().ProducesValidationProblem().TakesFilters().TakesPages();
        api.MapGet("/articles/{id:long}", Article).WithName("article").WithSummary("One article with its text; a merged one’s id leads to the one that it is part of.").Produces<ArticleDocument>().Produces(301).ProducesProblem(404).ProducesProblem(410);
        api.MapGet("/companies", Companies).WithName("companies").WithSummary("All companies with counts.").Produces<ApiList<ApiCompany>>().ProducesValidationProblem().TakesScope();
        api.MapGet("/topics", Topics).WithName("topics").WithSummary("All topics with counts.").Produces<ApiList<ApiTopic>>().ProducesValidationProblem().TakesScope();
        api.MapGet("/providers", Providers).WithName("providers").WithSummary("All providers with counts.").Produces<ApiList<ApiProvider>>().ProducesValidationProblem().TakesScope();
        api.MapGet("/facets", Facets).WithName("facets").WithSummary("Counts per company, topic, provider and month under the same filters.")
            .Produces<FacetCounts>().ProducesValidationProblem().TakesFilters();
        routes.MapGet("/api/{**rest}", () => TypedResults.Problem("The API’s addresses are listed in /openapi/v1.json.", statusCode: 404, title: "There is nothing at this address."))
            .ExcludeFromDescription();
    }

    static IResult Articles(HttpRequest request, ArticleQueries articles, CancellationToken cancellation)
    {
        var (filter, problems) = RequestFilter.Of(request.Query, defaultScope: null);
        var fields = request.Query["fields"].OfType<string>().Where(value => value.Length > 0).ToList();
        var unknown = fields.Where(value => value != "body").Select(value => new FilterProblem("fields", value, "“fields” can be body, or be left out."));
        if (problems.Concat(unknown).ToList() is { Count: > 0 } refused) return RequestFilter.Refusal(refused);
        var withBody = fields.Count > 0;
        var page = articles.Page(filter, withBody, cancellation);
        return TypedResults.Ok(new ApiList<ArticleDocument>([.. page.Items.Select(article => ArticleDocument.From(article, withBody))], page.Total, page.Next, page.LeftOut));
    }

    static async Task<Results<Ok<ArticleDocument>, RedirectHttpResult, ProblemHttpResult>> Article(long id, HttpResponse response, ArticleQueries articles, CancellationToken cancellation)
    {
        if (articles.Find(id) is { } article) return TypedResults.Ok(ArticleDocument.From(article, withBody: true));
        if (await articles.MergedIntoAsync(id, cancellation) is not { } kept) return await articles.IsGoneAsync(id, cancellation) ? Gone(id) : Unknown(id);
        // A merge can be taken apart: clients ask again.
        response.Headers.CacheControl = "no-cache";
        return TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/api/v1/articles/{kept.Id}"), permanent: true);
    }

    static ProblemHttpResult Unknown(long id) => TypedResults.Problem(
        string.Create(CultureInfo.InvariantCulture, $"No article has the id {id}. Ids are never reused; /api/v1/articles lists those there are."),
        statusCode: StatusCodes.Status404NotFound, title: "There is no such article.");

    static ProblemHttpResult Gone(long id) => TypedResults.Problem(
        string.Create(CultureInfo.InvariantCulture, $"Article {id} was here once and is not shown any more. Its id is never given to another article."),
        statusCode: StatusCodes.Status410Gone, title: "This article was removed.");

    static Task<IResult> Companies(HttpRequest request, TagQueries tags, CancellationToken cancellation) =>
        Tags(request, scope => tags.CompaniesAsync(cancellation, scope), ApiCompany.Of);

    static Task<IResult> Topics(HttpRequest request, TagQueries tags, CancellationToken cancellation) =>
        Tags(request, scope => tags.TopicsAsync(cancellation, scope), ApiTopic.Of);

    static Task<IResult> Providers(HttpRequest request, TagQueries tags, CancellationToken cancellation) =>
        Tags(request, scope => tags.ProvidersAsync(cancellation, scope), ApiProvider.Of);

    static async Task<IResult> Tags<T>(HttpRequest request, Func<ScopeValue?, Task<IReadOnlyList<TagSummary>>> read, Func<TagSummary, T> shape)
    {
        var (filter, problems) = RequestFilter.Of(request.Query, defaultScope: null);
        return problems.Count > 0
            ? RequestFilter.Refusal(problems)
            : TypedResults.Ok(ApiList<T>.Whole([.. (await read(filter.Scope)).Select(shape)]));
    }

    static IResult Facets(HttpRequest request, ArticleQueries articles, CancellationToken cancellation)
    {
        var (filter, problems) = RequestFilter.Of(request.Query, defaultScope: null);
        return problems.Count > 0 ? RequestFilter.Refusal(problems) : TypedResults.Ok(articles.Facets(filter, cancellation));
    }
}
