using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>A piece of the sentence that says what is shown.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Strong">True for what a person asked for.</param>
readonly record struct SentencePart(string Text, bool Strong);

/// <summary>The sentence above a list: “42 articles about <b>Megvii</b> and <b>Funding</b>, 2018–2020”.</summary>
sealed class ResultSentence
{
    const int MostOfSearch = 120;

    readonly List<SentencePart> _parts = [];

    ResultSentence()
    {
    }

    /// <summary>Says what a filter shows.</summary>
    /// <param name="total">Articles found.</param>
    /// <param name="filter">What was asked for.</param>
    /// <param name="names">What slugs are called.</param>
    public static IReadOnlyList<SentencePart> Of(int total, ArticleFilter filter, FilterNames names)
    {
        var sentence = new ResultSentence();
        var count = Counted.Of(total, "article");
        sentence.Plain(char.ToUpperInvariant(count[0]) + count[1..]);
        sentence.Search(filter);
        sentence.Subjects(filter, names);
        sentence.From(filter, names);
        sentence.When(filter);
        return sentence._parts;
    }

    void Search(ArticleFilter filter)
    {
        if (filter.Text is not { } text) return;
        Plain(" matching ");
        Strong(Shortened.To(text, MostOfSearch));
    }

    void Subjects(ArticleFilter filter, FilterNames names)
    {
        var about = filter.Role == CompanyRole.Subject && filter.Companies.Count > 0 ? " mainly about " : " about ";
        var companies = Asked(filter.Companies);
        var topics = Asked(filter.Topics);
        if (companies.Count + topics.Count > 0) Plain(about);
        else if (filter.Text is null && filter.Providers.Count == 0) Plain(Scope(filter.Scope));
        Alternatives(companies, names.Company);
        if (companies.Count > 0 && topics.Count > 0) Plain(companies.Count > 1 || topics.Count > 1 ? ", and " : " and ");
        Alternatives(topics, names.Topic);
        Without([.. Refused(filter.Companies).Select(names.Company), .. Refused(filter.Topics).Select(names.Topic)]);
    }

    void From(ArticleFilter filter, FilterNames names)
    {
        var providers = Asked(filter.Providers);
        if (providers.Count > 0) Plain(" from ");
        Alternatives(providers, names.Provider);
        Without([.. Refused(filter.Providers).Select(names.Provider)]);
    }

    void When(ArticleFilter filter)
    {
        if (DateWords.Range(filter.From, filter.To) is { } range) Plain($", {range}");
        if (DateWords.Range(filter.AddedFrom, filter.AddedTo) is { } added) Plain($", added {added}");
        if (filter.Undated == UndatedMode.Only) Plain(", undated");
        if (filter.Undated == UndatedMode.Include && (filter.From ?? filter.To) is not null) Plain(" or undated");
    }

    void Alternatives(List<List<string>> alternatives, Func<string, string> name)
    {
        for (var i = 0; i < alternatives.Count; i++)
        {
            if (i > 0) Plain(i < alternatives.Count - 1 ? ", " : " or ");
            for (var j = 0; j < alternatives[i].Count; j++)
            {
                if (j > 0) Plain(" and ");
                Strong(name(alternatives[i][j]));
            }
        }
    }

    void Without(IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            Plain(i == 0 ? ", without " : " or ");
            Strong(names[i]);
        }
    }

    void Plain(string text) => _parts.Add(new SentencePart(text, Strong: false));

    void Strong(string text) => _parts.Add(new SentencePart(text, Strong: true));

    static List<List<string>> Asked(IReadOnlyList<NameFilter> filters) =>
        [.. filters.Select(filter => filter.Terms.Where(term => !term.Excluded).Select(term => term.Slug).ToList()).Where(slugs => slugs.Count > 0)];

    static IEnumerable<string> Refused(IReadOnlyList<NameFilter> filters) =>
        filters.SelectMany(filter => filter.Terms).Where(term => term.Excluded).Select(term => term.Slug).Distinct();

    static string Scope(ScopeValue? scope) => scope switch
    {
        ScopeValue.FacialRecognition => " about face recognition",
        ScopeValue.Other => " about other things than face recognition",
        _ => ", whatever they are about",
    };
}
