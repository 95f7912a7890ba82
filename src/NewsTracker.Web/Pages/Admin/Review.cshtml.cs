using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Queries;
using NewsTracker.Storage.Reviewing;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Pages.Admin;

/// <summary>What a person should look at, list by list, each with what settles it.</summary>
/// <param name="queue">Articles in doubt.</param>
/// <param name="names">Names that the catalogue lacks.</param>
/// <param name="found">Sentences that give them.</param>
/// <param name="files">Files that were not taken.</param>
/// <param name="counts">How much is on each list.</param>
/// <param name="inbox">Where files can be replaced.</param>
sealed class ReviewModel(ReviewQueue queue, LackingNames names, FoundNames found, RefusedFiles files, ReviewCounts counts, Inbox inbox) : PageModel
{
    /// <summary>Articles, names or files on the page.</summary>
    public const int Shown = 100;

    /// <summary>What was just done; null otherwise.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The doubt that is shown; null: names or files, where one of these is set, else the first list that has any.</summary>
    [BindProperty(SupportsGet = true)]
    public DoubtKind? Kind { get; set; }

    /// <summary>Whether names that the catalogue lacks are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Names { get; set; }

    /// <summary>Whether files that were not taken are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Files { get; set; }

    /// <summary>Every list with how much is on it.</summary>
    public IReadOnlyList<ReviewCount> Counts { get; private set; } = [];

    /// <summary>The list that is shown; null where there is nothing at all.</summary>
    public string? Address { get; private set; }

    /// <summary>The articles of the doubt.</summary>
    public IReadOnlyList<DoubtedArticle> Articles { get; private set; } = [];

    /// <summary>The names, most frequent first.</summary>
    public IReadOnlyList<TagSummary> Lacking { get; private set; } = [];

    /// <summary>A sentence for each name, by slug.</summary>
    public IReadOnlyDictionary<string, string> Sentences { get; private set; } = new Dictionary<string, string>();

    /// <summary>The files, by the folder that they were found under.</summary>
    public IReadOnlyList<IGrouping<string, RefusedFile>> Refused { get; private set; } = [];

    /// <summary>How many rows there are.</summary>
    public int Rows => Articles.Count + Lacking.Count + Refused.Sum(folder => folder.Count());

    /// <summary>Shows a list.</summary>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return NotFound();
        Counts = await counts.AllAsync(cancellation);
        Address = Files ? ReviewCounts.Files : Names ? ReviewCounts.Names : Kind is { } asked ? ReviewCounts.Of(asked) : Counts.FirstOrDefault(list => list.Count > 0)?.Address;
        switch (Address)
        {
            case null:
                break;
            case ReviewCounts.Files:
                Refused = [.. (await files.WaitingAsync(Shown, cancellation)).GroupBy(Folder)];
                break;
            case ReviewCounts.Names:
                Lacking = [.. (await names.AllAsync(cancellation)).Take(Shown)];
                Sentences = await found.SentencesAsync([.. Lacking.Select(name => name.Slug)], cancellation);
                break;
            default:
                Kind ??= Counts.First(list => list.Address == Address).Kind;
                if (Kind is { } kind) Articles = queue.Of(kind, Shown);
                break;
        }

        return Page();
    }

    /// <summary>The article with the same headline that stands before one; null where that is the first of them.</summary>
    /// <param name="place">The article's, in <see cref="Articles"/>.</param>
    public DoubtedArticle? Twin(int place) =>
        Kind == DoubtKind.SameHeadline && place > 0 && Articles[place - 1].Title == Articles[place].Title ? Articles[place - 1] : null;

    /// <summary>Whether a file lies in the inbox, where another can take its place.</summary>
    /// <param name="file">One that was not taken.</param>
    public bool IsInInbox(RefusedFile file) => Folder(file) == inbox.Folder && !file.Path.Contains('/', StringComparison.Ordinal);

    /// <summary>Lets a doubt stand.</summary>
    /// <param name="article">The article.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostAsync(long article, CancellationToken cancellation)
    {
        if (Kind is not { } kind) return BadRequest();
        Notice = await queue.SettleAsync(kind, article, User.Name(), cancellation)
            ? $"{ReviewWords.Heading(kind)}: article {article} stands as it is, until it changes."
            : $"There is no article {article}, so nothing was noted.";
        return RedirectToPage(new { kind });
    }

    /// <summary>Settles that a name is no company worth following.</summary>
    /// <param name="slug">The name's.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostNameAsync(string slug, CancellationToken cancellation)
    {
        Notice = await names.DismissAsync(slug, User.Name(), cancellation) is { } name
            ? $"“{name}” is no company worth following: you are not asked about it again. Its articles keep the name."
            : "That name is on the list no longer, so nothing was noted.";
        return RedirectToPage(new { names = true });
    }

    /// <summary>Lets a file that was not taken stand.</summary>
    /// <param name="file">Its full path.</param>
    /// <param name="sha256">What the person saw of it.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IActionResult> OnPostFileAsync(string file, string? sha256, CancellationToken cancellation)
    {
        Notice = await files.SettleAsync(file, sha256, User.Name(), cancellation)
            ? $"“{TextRepair.Visible(Path.GetFileName(file))}” stands as it is: you are asked again when it changes and is refused again."
            : "That file changed, or was taken, meanwhile, so nothing was noted.";
        return RedirectToPage(new { files = true });
    }

    // Of one that was refused before full paths were noted nobody knows the folder.
    static string Folder(RefusedFile file) =>
        !Path.IsPathRooted(file.FullPath) ? ""
        : file.FullPath != file.Path && file.FullPath.EndsWith($"{Path.DirectorySeparatorChar}{file.Path}", StringComparison.Ordinal) ? file.FullPath[..^(file.Path.Length + 1)]
        : Path.GetDirectoryName(file.FullPath) ?? "";
}
