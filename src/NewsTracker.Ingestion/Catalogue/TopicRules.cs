namespace NewsTracker.Ingestion.Catalogue;

/// <summary>A rule as it is matched: parts that must stand in one sentence.</summary>
/// <param name="Topic">The topic's number.</param>
/// <param name="Weight">Points.</param>
/// <param name="Parts">Numbers of phrases.</param>
readonly record struct CompiledRule(int Topic, int Weight, int[] Parts);

/// <summary>The rules of all topics, ready to be matched in one pass. Immutable and thread-safe.</summary>
sealed class TopicRules
{
    /// <summary>Between the parts of a rule.</summary>
    public const string PartSeparator = " + ";

    /// <summary>Most parts of a rule.</summary>
    public const int MaxParts = 3;

    readonly List<Phrase> _phrases = [];
    readonly Dictionary<Phrase, int> _numbers = [];

    public TopicRules(IReadOnlyList<CatalogueTopic> topics)
    {
        Topics = topics;
        var rules = new List<CompiledRule>();
        for (var i = 0; i < topics.Count; i++)
            foreach (var rule in topics[i].Rules)
                foreach (var phrase in rule.Phrases)
                    rules.Add(new CompiledRule(i, rule.Weight, [.. phrase.Split(PartSeparator).Select(Number)]));
        Except = [.. topics.Select(topic => topic.Except.Select(Number).ToHashSet())];
        Requires = [.. topics.Select(topic => topic.Requires.Select(Number).ToHashSet())];
        YieldsTo = [.. topics.Select(topic => Enumerable.Range(0, topics.Count).Where(at => topic.YieldsTo.Contains(topics[at].Slug)).ToArray())];
        ByFirstPart = rules.ToLookup(rule => rule.Parts[0]);
        Finder = new PhraseAutomaton(_phrases);
    }

    public IReadOnlyList<CatalogueTopic> Topics { get; }

    /// <summary>The rules by their first part: only what was found needs looking at.</summary>
    public ILookup<int, CompiledRule> ByFirstPart { get; }

    /// <summary>Per topic, the phrases inside which nothing counts.</summary>
    public IReadOnlyList<HashSet<int>> Except { get; }

    /// <summary>Per topic, the phrases of which one must stand.</summary>
    public IReadOnlyList<HashSet<int>> Requires { get; }

    /// <summary>Per topic, the topics that push it out.</summary>
    public IReadOnlyList<int[]> YieldsTo { get; }

    public PhraseAutomaton Finder { get; }

    int Number(string text)
    {
        var phrase = Phrase.Parse(text);
        if (_numbers.TryGetValue(phrase, out var number)) return number;
        _numbers[phrase] = _phrases.Count;
        _phrases.Add(phrase);
        return _phrases.Count - 1;
    }
}
