using NewsTracker.Ingestion.Catalogue;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Ingestion.Tagging.FoundNames;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Adds to a draft its language and what the catalogue lets one infer: companies, topics, sums of money, scope and publisher. Pure, idempotent and thread-safe.</summary>
/// <param name="catalogue">What is known of the industry.</param>
public sealed class Tagger(CompiledCatalogue catalogue)
{
    readonly CompanyTagger _companies = new(catalogue.Names, new NameFinder(catalogue.Names, catalogue.PublisherNames));
    readonly TopicTagger _topics = new(catalogue.Topics);
    readonly ProviderTagger _providers = new(catalogue);

    /// <summary>Tags a draft and its related ones. What was inferred before is worked out anew; what was declared or corrected stays.</summary>
    /// <param name="draft">Read and cleaned.</param>
    /// <returns>The same draft with language, companies, topics, money, scope and provider filled in.</returns>
    public ArticleDraft Tag(ArticleDraft draft) => TagAlone(draft) with { Related = [.. draft.Related.Select(Tag)] };

    /// <summary>Tags a draft alone; its related ones get language and publisher, by which they are compared, and nothing else.</summary>
    /// <param name="draft">Read and cleaned.</param>
    public ArticleDraft TagOwn(ArticleDraft draft) => TagAlone(draft) with { Related = [.. draft.Related.Select(Introduce)] };

    ArticleDraft TagAlone(ArticleDraft draft)
    {
        var text = new ArticleText(draft);
        var (language, provider) = (Language(draft.Language, text), _providers.Tag(draft));
        draft = draft with { Language = language };
        var mentions = _companies.Mentions(text, provider?.Name, namesOnly: draft.IsTaggedByNamesOnly);
        var companies = _companies.Tag(text, mentions);
        return draft with
        {
            Companies = companies,
            Topics = Topics(draft, text),
            Money = Money(draft, text, mentions, companies),
            Scope = draft.Scope.Source == ValueSource.Inferred ? ScopeTagger.Tag(text, draft.Url, mentions, companies) : draft.Scope,
            Provider = provider,
            Warnings = FoundingYears.Warnings(draft, mentions, companies),
        };
    }

    ArticleDraft Introduce(ArticleDraft draft) => draft with { Language = Language(draft.Language, new ArticleText(draft)), Provider = _providers.Tag(draft) };

    static string? Language(string? declared, ArticleText text) => LanguageJudge.Told(declared, text.Fields.Select(field => field.Folded));

    /// <summary>Corrected sums stay; the rules are English, so a text in another language has no inferred ones.</summary>
    static List<MoneyFact> Money(ArticleDraft draft, ArticleText text, IReadOnlyList<Mention> mentions, IReadOnlyList<CompanyTag> companies)
    {
        var money = draft.Money.Where(fact => fact.Source != ValueSource.Inferred).ToList();
        if (!draft.IsTaggedByNamesOnly) money.AddRange(MoneyTagger.Tag(text, mentions, companies));
        return money;
    }

    List<TopicTag> Topics(ArticleDraft draft, ArticleText text)
    {
        var topics = draft.Topics.Where(tag => tag.Source != ValueSource.Inferred).Select(Canonical).ToList();
        if (draft.IsTaggedByNamesOnly) return topics;
        var given = topics.Select(tag => tag.Slug).ToHashSet(StringComparer.Ordinal);
        topics.AddRange(_topics.Tag(text).Where(tag => given.Add(tag.Slug)));
        return topics;
    }

    TopicTag Canonical(TopicTag tag) => catalogue.TopicsByName.TryGetValue(tag.Name, out var known) ? tag with { Slug = known.Slug } : tag;
}
