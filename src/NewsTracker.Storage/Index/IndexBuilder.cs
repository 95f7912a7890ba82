using NewsTracker.Ingestion;
using NewsTracker.Storage.Model;

namespace NewsTracker.Storage.Index;

/// <summary>Makes the sets of an index from its table.</summary>
/// <param name="table">The articles.</param>
/// <param name="names">What their tags are called.</param>
sealed class IndexBuilder(ArticleTable table, TagNames names)
{
    readonly IndexedArticle[] _articles = table.Articles;

    /// <summary>Makes them.</summary>
    public ArticleIndex Build() => new(
        table,
        new ArticlePositions(_articles),
        Sets(),
        Tags(names.Companies, table.Companies, withSubjects: true, names.Leading),
        Tags(names.Topics, table.Topics, withSubjects: false, leading: []),
        Providers());

    ValueSets Sets()
    {
        var fineness = ByCode(2, position => Fineness(_articles[position].Newest));
        return new ValueSets(
            Named(ByCode(2, position => _articles[position].Scope), code => (ScopeValue)code),
            Named(ByCode(table.Words.Length, position => _articles[position].Type), code => table.Words[code]),
            Named(ByCode(table.Words.Length, position => _articles[position].Language), code => table.Words[code]),
            Named(ByCode(2, position => _articles[position].Origin), code => (ArticleOrigin)code),
            Named(ByCode(3, position => _articles[position].Format), code => (SourceFormat)code),
            Named(ByCode(2, position => _articles[position].Promoted), code => code == 1),
            fineness[DateKeys.YearOnly],
            fineness[DateKeys.MonthOnly]);
    }

    static int Fineness(long newest) => newest != DateKeys.Undated && DateKeys.FinenessOf(newest) is var fineness and <= DateKeys.MonthOnly ? fineness : -1;

    PositionSet[] ByCode(int groups, Func<int, int> code) => PositionSets.ByCode(_articles.Length, groups, code);

    static Dictionary<T, PositionSet> Named<T>(PositionSet[] sets, Func<int, T> value)
        where T : notnull => sets.Index().Where(set => set.Item.Count > 0).ToDictionary(set => value(set.Index), set => set.Item);

    TagIndex Tags(IReadOnlyList<TagName> names, TagLinks links, bool withSubjects, IReadOnlyList<LeadingSlug> leading)
    {
        var groups = Groups(names);
        var all = PositionSets.ByLinks(links, groups, subjects: false);
        var subjects = withSubjects ? PositionSets.ByLinks(links, groups, subjects: true) : null;
        return new TagIndex([.. names.Select(name => Tag(name, all[name.Id], subjects?[name.Id]))], groups, (among, asSubject, counts) =>
        {
            foreach (var position in among)
                foreach (var tag in links.Of(position))
                    if (!asSubject || (tag & 1) != 0)
                        counts[tag >> 1]++;
        }, leading);
    }

    TagIndex Providers()
    {
        // In an array of their own: a walk over many articles that touches one number of each would wait for a line of memory every time.
        int[] providers = [.. _articles.Select(article => article.Provider)];
        var groups = Groups(names.Providers);
        var sets = PositionSets.ByCode(providers.Length, groups, position => providers[position]);
        return new TagIndex([.. names.Providers.Select(name => Tag(name, sets[name.Id], subjects: null))], groups, (among, _, counts) =>
        {
            foreach (var position in among) counts[providers[position]]++;
        });
    }

    static int Groups(IReadOnlyList<TagName> names) => names.Count == 0 ? 1 : names.Max(name => name.Id) + 1;

    IndexedTag Tag(TagName name, PositionSet articles, PositionSet? subjects) =>
        new(name.Id, name.Slug, name.Name, name.Own, articles, subjects ?? PositionSet.None(_articles.Length));
}
