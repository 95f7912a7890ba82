using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Retagging;

/// <summary>Adds up what a retag changes; grows with the number of tags, not with the number of articles.</summary>
sealed class RetagTally
{
    /// <summary>Of what is gained, of what is lost and of what changes: enough to see what kind of change it is.</summary>
    const int MostSamples = 3;

    /// <summary>Most characters of a sample's title, old and new value.</summary>
    const int LongestText = 90;

    /// <summary>Characters that a sample of long text shows before the place where it differs.</summary>
    const int Lead = 30;

    readonly Dictionary<string, Count> _fields = [];
    readonly Dictionary<string, Count> _companies = [];
    readonly Dictionary<string, Count> _topics = [];
    int _articles;
    int _changed;

    public void Add(ArticleChange article)
    {
        _articles++;
        if (article.Fields.Count == 0) return;
        _changed++;
        foreach (var change in article.Fields) Of(_fields, change.Field, change.Field).Add(article, change.Old, change.New);
        AddTags(_companies, article, draft => draft.Companies.Select(company => (company.Slug, company.Name, Role(company), company.Evidence)));
        AddTags(_topics, article, draft => draft.Topics.Select(topic => (topic.Slug, topic.Name, topic.Name, topic.Evidence)));
    }

    public RetagPlan ToPlan(long dataVersion) => new(
        _articles, _changed,
        [.. _fields.Values.OrderByDescending(count => count.All).Select(count => new RetagField(count.Name, count.Gain, count.Lose, count.Change, count.Samples))],
        Tags(_companies), Tags(_topics), dataVersion);

    static IReadOnlyList<RetagTag> Tags(Dictionary<string, Count> tags) =>
    [
        .. tags.OrderByDescending(pair => pair.Value.All).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new RetagTag(pair.Value.Name, pair.Key, pair.Value.Gain, pair.Value.Lose, pair.Value.Change, pair.Value.Samples)),
    ];

    static string Role(CompanyTag company) => company.Role == CompanyRole.Subject ? "subject" : "mention";

    static void AddTags(Dictionary<string, Count> tags, ArticleChange article, Func<ArticleDraft, IEnumerable<(string Slug, string Name, string Shown, string? Sentence)>> read)
    {
        var before = read(article.Before).DistinctBy(tag => tag.Slug).ToDictionary(tag => tag.Slug);
        var after = read(article.After).DistinctBy(tag => tag.Slug).ToDictionary(tag => tag.Slug);
        foreach (var (slug, name, shown, sentence) in before.Values)
            if (!after.TryGetValue(slug, out var kept)) Of(tags, slug, name).Add(article, shown, null, sentence);
            else if (kept.Shown != shown) Of(tags, slug, kept.Name).Add(article, shown, kept.Shown, kept.Sentence);
        foreach (var (slug, name, shown, sentence) in after.Values)
            if (!before.ContainsKey(slug)) Of(tags, slug, name).Add(article, null, shown, sentence);
    }

    static Count Of(Dictionary<string, Count> counts, string key, string name)
    {
        if (!counts.TryGetValue(key, out var count)) counts[key] = count = new Count(name);
        return count;
    }

    sealed class Count(string name)
    {
        public string Name => name;

        public int Gain { get; private set; }

        public int Lose { get; private set; }

        public int Change { get; private set; }

        public int All => Gain + Lose + Change;

        public List<RetagSample> Samples { get; } = [];

        public void Add(ArticleChange article, string? before, string? after, string? sentence = null)
        {
            if (before is null) Gain++;
            else if (after is null) Lose++;
            else Change++;
            if (Samples.Count(sample => (sample.Old is null, sample.New is null) == (before is null, after is null)) == MostSamples) return;
            var same = before.AsSpan().CommonPrefixLength(after);
            Samples.Add(new RetagSample(article.Id, Around(article.After.Title ?? "", 0), Around(before, same), Around(after, same)) { Sentence = sentence });
        }

        [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
        static string? Around(string? text, int place)
        {
            if (text is null || text.Length <= LongestText) return text;
            var from = Math.Clamp(place - Lead, 0, text.Length - LongestText);
            if (char.IsLowSurrogate(text[from])) from++;
            var to = Math.Min(text.Length, from + LongestText);
            if (char.IsHighSurrogate(text[to - 1])) to--;
            return (from > 0 ? "…" : "") + text[from..to] + (to < text.Length ? "…" : "");
        }
    }
}
