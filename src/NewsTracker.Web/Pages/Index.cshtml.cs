using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;
using NewsTracker.Web.Endpoints;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Pages;

/// <summary>The list: search, filters with counts, a timeline, articles.</summary>
/// <param name="articles">What is shown.</param>
/// <param name="runs">What was added last.</param>
/// <param name="deadEnds">What to do where nothing is shown.</param>
sealed class IndexModel(ArticleQueries articles, RunQueries runs, DeadEnds deadEnds) : PageModel
{
    /// <summary>What is shown.</summary>
    public ArticleFilter Filter { get; private set; } = new();

    /// <summary>What could not be understood in the address.</summary>
    public IReadOnlyList<FilterProblem> Problems { get; private set; } = [];

    /// <summary>The page of the list.</summary>
    public ArticlePage List { get; private set; } = null!;

    /// <summary>What slugs are called.</summary>
    public FilterNames Names { get; private set; } = null!;

    /// <summary>The active filters.</summary>
    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    /// <summary>Filters to drop, where nothing is found.</summary>
    public IReadOnlyList<WayOut> WaysOut { get; private set; } = [];

    /// <summary>Names that nobody knows.</summary>
    public IReadOnlyList<UnknownNameHelp> Unknown { get; private set; } = [];

    /// <summary>What the tracker learned of last; only on the home page.</summary>
    public LastAdded? Added { get; private set; }

    /// <summary>True where the tracker holds no article at all.</summary>
    public bool Nothing => List.Total == 0 && Chips.Count == 0 && List.OtherScope == 0;

    /// <summary>True for the first page without any filter.</summary>
    public bool Home => Chips.Count == 0 && Filter.Scope == ScopeValue.FacialRecognition && Filter.Cursor is null;

    /// <summary>How many filters are active, for the disclosure on a phone.</summary>
    public int Active => Chips.Count;

    /// <summary>The orders that make sense here, with their names.</summary>
    public IEnumerable<(ArticleSort Sort, string Name)> Sorts =>
    [
        .. Filter.Text is null ? Array.Empty<(ArticleSort, string)>() : [(ArticleSort.Relevance, "Best match")],
        (ArticleSort.Newest, "Newest"), (ArticleSort.Oldest, "Oldest"), (ArticleSort.Added, "Last added"),
    ];

    /// <summary>Shows the list.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        (Filter, Problems) = RequestFilter.Of(Request.Query, ScopeValue.FacialRecognition);
        Filter = articles.AsCanonical(Filter);
        List = articles.List(Filter, cancellation);
        Names = new FilterNames(List.Facets);
        Chips = FilterChips.Of(Filter, Names);
        Unknown = await deadEnds.HelpAsync(List.UnknownNames, cancellation);
        if (List.Total == 0) WaysOut = deadEnds.WaysOut(Chips, cancellation);
        if (Home) Added = runs.LastAdded();
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>The address of the list in another order.</summary>
    public string Sorted(ArticleSort sort)
    {
        var usual = Filter.Text is null ? ArticleSort.Newest : ArticleSort.Relevance;
        return PageAddress.List(Filter with { Sort = sort == usual ? null : sort, Cursor = null });
    }

    /// <summary>The address with dates widened to whole years, which takes in what overlapped only partly; null where that is this page, as with dates inside the search.</summary>
    public string? WholeYears()
    {
        var wider = PageAddress.List(Filter.WithDates(WholeYear(Filter.From), WholeYear(Filter.To)));
        return wider == PageAddress.List(Filter with { Cursor = null }) ? null : wider;
    }

    static DateBound? WholeYear(DateBound? bound) =>
        bound is null ? null : new DateBound(bound.Text[..4], new DateOnly(bound.First.Year, 1, 1), new DateOnly(bound.First.Year, 12, 31));
}
