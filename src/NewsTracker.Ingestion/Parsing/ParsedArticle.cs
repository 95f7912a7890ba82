namespace NewsTracker.Ingestion.Parsing;

/// <summary>What a parser made of a file: a draft, or the reason why there is none. Exactly one of the two is set.</summary>
/// <param name="Draft">The article; null where rejected.</param>
/// <param name="Rejection">Why not; null where understood.</param>
public sealed record ParsedArticle(ArticleDraft? Draft, Rejection? Rejection);
