using NewsTracker.Ingestion;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Reviewing;

/// <summary>An article of which something is in doubt.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">Its headline; null where only an address is known.</param>
/// <param name="Url">Where it was published; null where unknown.</param>
/// <param name="Provider">Who published it; null where unknown.</param>
/// <param name="Published">When.</param>
/// <param name="Warnings">What its reader doubted.</param>
public sealed record DoubtedArticle(long Id, string? Title, string? Url, string? Provider, PublishedDate Published, IReadOnlyList<Warning> Warnings);

/// <summary>What a person should look at: doubts about the articles on facial recognition that are shown.</summary>
/// <param name="database">Where they are.</param>
/// <param name="clock">When a doubt is settled.</param>
public sealed class ReviewQueue(NewsDatabase database, TimeProvider clock)
{
    /// <summary>A queue is counted no further: more than a person looks at.</summary>
    public const int CountedTo = 1000;

    static readonly string Shown = $"Scope = {(int)ScopeValue.FacialRecognition} AND Id NOT IN (SELECT ArticleId FROM HiddenArticles)";

    /// <summary>How many articles each doubt is about, no further than <see cref="CountedTo"/>.</summary>
    /// <param name="cancellation">Stops between two counts.</param>
    public IReadOnlyList<(DoubtKind Kind, int Count)> Counts(CancellationToken cancellation)
    {
        using var reader = database.Rent();
        List<(DoubtKind, int)> counts = [];
        foreach (var kind in Enum.GetValues<DoubtKind>())
        {
            cancellation.ThrowIfCancellationRequested();
            counts.Add((kind, reader.All($"SELECT count(*) FROM (SELECT 1 {Among(kind)})", (ref RowCursor row) => row.Int(), kind.ToString(), CountedTo)[0]));
        }

        return counts;
    }

    /// <summary>The articles that a doubt is about, the latest first; those that share a headline together.</summary>
    /// <param name="kind">The doubt.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<DoubtedArticle> Of(DoubtKind kind, int most)
    {
        using var reader = database.Rent();
        return reader.All(
            $"""
            SELECT article.Id, article.Title, article.Url,
                coalesce(article.ProviderName, (SELECT Name FROM Providers AS provider WHERE provider.Id = article.ProviderId)),
                article.PublishedAt, article.PublishedDay, article.PublishedPrecision, article.PublishedSource, article.PublishedEvidence, article.Warnings
            {Among(kind)}
            """,
            (ref RowCursor row) => new DoubtedArticle(
                row.Long(), StoredArticles.TitleOf(row.Text()), row.TextOrNull(), row.TextOrNull(), row.Published(), row.Json(StoreJson.Default.IReadOnlyListWarning, [])),
            kind.ToString(), most);
    }

    /// <summary>Lets a doubt stand: it is raised again only when the article changes.</summary>
    /// <param name="kind">The doubt.</param>
    /// <param name="articleId">The article.</param>
    /// <param name="by">Who, by e-mail.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>False where there is no such article.</returns>
    public async Task<bool> SettleAsync(DoubtKind kind, long articleId, string by, CancellationToken cancellation)
    {
        await using var context = database.Open();
        if (await context.Articles.FindAsync([articleId], cancellation) is null) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await context.SettledDoubts.FindAsync([kind, articleId], cancellation) is { } settled) (settled.SettledBy, settled.SettledAt) = (by, now);
        else context.SettledDoubts.Add(new SettledDoubt { Kind = kind, ArticleId = articleId, SettledBy = by, SettledAt = now });
        AuditLog.Add(context, new AuditAct(by, AuditKind.DoubtSettled) { ArticleId = articleId, Subject = kind.ToString() }, now);
        await context.SaveChangesAsync(cancellation);
        return true;
    }

    static string Among(DoubtKind kind) => $"""
        FROM Articles AS article
        WHERE {Shown} AND ({Condition(kind)})
            AND NOT EXISTS (SELECT 1 FROM SettledDoubts AS settled WHERE settled.Kind = $0 AND settled.ArticleId = article.Id AND settled.SettledAt >= article.UpdatedAt)
        ORDER BY {(kind == DoubtKind.SameHeadline ? "article.Title, article.Id" : "article.Id DESC")}
        LIMIT $1
        """;

    static string Condition(DoubtKind kind) => kind switch
    {
        DoubtKind.Undated => "article.PublishedAt IS NULL",
        // What a person decided is no longer in doubt, whatever the file says.
        DoubtKind.DateDoubted => $"article.PublishedSource IS NOT {(int)DateSource.Correction} AND " + Warned(WarningCode.DateConflict, WarningCode.FutureDate, WarningCode.BeforeFounding),
        DoubtKind.TitleInferred => "article.Title = '' OR " + Warned(WarningCode.TitleInferred),
        DoubtKind.LossyText => Warned(WarningCode.LossyText),
        DoubtKind.InjectedText => Warned(WarningCode.InjectedText),
        DoubtKind.NoCompany => "NOT EXISTS (SELECT 1 FROM ArticleCompanies AS tag WHERE tag.ArticleId = article.Id)",
        DoubtKind.SameHeadline => $"article.Title IN (SELECT Title FROM Articles WHERE {Shown} AND Title <> '' GROUP BY Title HAVING count(*) > 1)",
        DoubtKind.Identity => "article.UrlKey IS NULL AND article.Url IS NULL",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such doubt."),
    };

    // Most articles have no warning, and their two characters are passed over without a search.
    static string Warned(params IEnumerable<WarningCode> codes) =>
        "length(article.Warnings) > 2 AND (" + string.Join(" OR ", codes.Select(code => $"""instr(article.Warnings, '"{code}"')""")) + ")";
}
