using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Adds to a draft what the catalogue lets one infer: companies, topics, scope and publisher. Pure, idempotent and thread-safe.</summary>
/// <param name="catalogue">What is known of the industry.</param>
public sealed class Tagger(CompiledCatalogue catalogue)
{
    readonly CompanyTagger _companies = new(catalogue.Names);
    readonly TopicTagger _topics = new(catalogue.Topics);
    readonly ScopeTagger _scope = new(catalogue.Names);
    readonly ProviderTagger _providers = new(catalogue);

    /// <summary>Tags a draft and its related ones. What was inferred before is worked out anew; what was declared or corrected stays.</summary>
    /// <param name="draft">Read and cleaned.</param>
    /// <returns>The same draft with companies, topics, scope and provider filled in.</returns>
    public ArticleDraft Tag(ArticleDraft draft)
    {
        var text = new ArticleText(draft);
        var companies = _companies.Tag(text);
        return draft with
        {
            Companies = companies,
            Topics = Topics(draft.Topics, text),
            Scope = draft.Scope.Source == ValueSource.Inferred ? _scope.Tag(text, draft.Url, companies) : draft.Scope,
            Provider = _providers.Tag(draft),
            Related = [.. draft.Related.Select(Tag)],
        };
    }

    List<TopicTag> Topics(IReadOnlyList<TopicTag> before, ArticleText text)
    {
        var topics = before.Where(tag => tag.Source != ValueSource.Inferred).Select(Canonical).ToList();
        var given = topics.Select(tag => tag.Slug).ToHashSet(StringComparer.Ordinal);
        topics.AddRange(_topics.Tag(text).Where(tag => given.Add(tag.Slug)));
        return topics;
    }

    TopicTag Canonical(TopicTag tag) => catalogue.TopicsByName.TryGetValue(tag.Name, out var known) ? tag with { Slug = known.Slug } : tag;
}
