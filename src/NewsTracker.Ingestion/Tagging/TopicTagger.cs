using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Infers topics by the catalogue's rules; how points are counted is told in docs/taxonomy.md. Thread-safe.</summary>
sealed class TopicTagger(TopicRules rules)
{
    /// <summary>Points from which a topic is inferred.</summary>
    const double Threshold = 4;

    /// <summary>A topic this far below the strongest one is a side remark where there is a body.</summary>
    const double ShareInBody = 0.2;

    /// <summary>The same where title and excerpt are all: few words, and most of them meant.</summary>
    const double ShareInTeaser = 0.1;

    /// <summary>Most topics inferred for one article.</summary>
    const int MaxTopics = 4;

    const double TitleFactor = 2;

    /// <summary>Deep in a body everything gets mentioned: points there are worth less.</summary>
    const double DeepFactor = 0.3;

    const int EvidenceLength = 120;

    /// <summary>The inferred topics, strongest first.</summary>
    public IReadOnlyList<TopicTag> Tag(ArticleText text)
    {
        var scores = new TopicScore[rules.Topics.Count];
        foreach (var field in text.Fields) Count(field, scores);

        var found = Enumerable.Range(0, scores.Length).Where(topic => scores[topic].Points >= Threshold && (rules.Requires[topic].Count == 0 || scores[topic].Allowed)).ToList();
        if (found.Count == 0) return [];
        var isMarketReport = text.Title is { } title && MarketReport.IsTitle(title.Folded);
        var share = text.Fields[^1].Part == TextPart.Body ? ShareInBody : ShareInTeaser;
        var enough = share * found.Max(topic => scores[topic].Points);
        return [.. found
            .Where(topic => scores[topic].Points >= enough && !IsPushedOut(topic))
            .OrderByDescending(topic => scores[topic].Points)
            .Take(MaxTopics)
            .Select(topic => new TopicTag(rules.Topics[topic].Name, rules.Topics[topic].Slug, ValueSource.Inferred, Evidence(scores[topic].Best)))];

        // One sentence on the size of the market makes no market report of a story: whoever pushes a topic out weighs at least as much, or the headline is such a report's.
        bool IsPushedOut(int topic) => Array.Exists(rules.YieldsTo[topic], other =>
            found.Contains(other) && scores[other].Points >= enough && (scores[other].Points >= scores[topic].Points || isMarketReport));
    }

    static string Evidence(Match match) => Sentences.Around(match.Field, match.Start, match.End, EvidenceLength);

    void Count(TextField field, TopicScore[] scores)
    {
        var found = new List<PhraseHit>();
        rules.Finder.Find(field.Folded, found);
        if (found.Count == 0) return;

        var hits = new TopicHits(found);
        for (var topic = 0; topic < scores.Length; topic++)
            if (rules.Requires[topic].Any(phrase => hits.Of(phrase).Count > 0)) scores[topic].Allowed = true;
        foreach (var phrase in hits.Phrases)
            foreach (var rule in rules.ByFirstPart[phrase])
                if (FirstMatch(field, rule, hits) is { } match)
                    scores[rule.Topic].Add(rule.Weight * Factor(match), match);
    }

    static double Factor(Match match) =>
        match.Field.Part == TextPart.Title ? TitleFactor : match.Field.IsDeep(match.Start) ? DeepFactor : 1;

    /// <summary>The first place where all parts stand in one sentence, outside of the topic's exceptions.</summary>
    Match? FirstMatch(TextField field, CompiledRule rule, TopicHits hits)
    {
        if (Array.Exists(rule.Parts, part => hits.Of(part).Count == 0)) return null;
        var except = rules.Except[rule.Topic];
        foreach (var hit in hits.Of(rule.Parts[0]))
        {
            if (hits.IsIn(hit, except)) continue;
            var match = new Match(field, hit.Start, hit.End);
            var whole = true;
            foreach (var part in rule.Parts.AsSpan(1))
            {
                var other = hits.Within(part, field.SentenceBounds(hit.Start)).FirstOrDefault(other => !hits.IsIn(other, except));
                whole &= other.End > 0;
                match = match with { Start = Math.Min(match.Start, other.Start), End = Math.Max(match.End, other.End) };
            }

            if (whole) return match;
        }

        return null;
    }

    readonly record struct Match(TextField Field, int Start, int End);

    struct TopicScore
    {
        double _strongest;

        public double Points { get; private set; }

        /// <summary>Whether a phrase that the topic requires was seen.</summary>
        public bool Allowed { get; set; }

        /// <summary>The match that weighed most: the evidence.</summary>
        public Match Best { get; private set; }

        public void Add(double points, Match match)
        {
            Points += points;
            if (points <= _strongest) return;
            _strongest = points;
            Best = match;
        }
    }
}
