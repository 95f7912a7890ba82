namespace NewsTracker.Ingestion.Tagging;

/// <summary>One sum with every statement of it. A total over time and a single sum are two, and so are equal sums of two companies.</summary>
sealed class MoneyGroup
{
    /// <summary>Sentences over which a fine, a settlement, a market or a purchase stays what is spoken of.</summary>
    const int TopicReach = 3;

    /// <summary>The same for what goes with it: the fees of a settlement.</summary>
    const int AsideReach = 2;

    readonly List<MoneyStatement> _statements;

    MoneyGroup(MoneyStatement first) => _statements = [first];

    /// <summary>The statement that says most clearly what the sum is.</summary>
    public MoneyStatement Best => _statements.MaxBy(statement => statement.Reading.Points)!;

    /// <summary>What it is.</summary>
    public MoneySense Sense { get; private set; }

    /// <summary>Whose it is; null in doubt.</summary>
    public int? Company { get; private set; }

    /// <summary>How certain: a headline is short of words, so the text is asked first.</summary>
    public MoneyStatus Status
    {
        get
        {
            var text = Careful(_statements.Where(statement => statement.Sum.Field.Part != TextPart.Title));
            return text == MoneyStatus.Unknown ? Careful(_statements) : text;
        }
    }

    /// <summary>A conversion printed beside one of the statements.</summary>
    public MoneyAmount? Converted => _statements.Select(statement => statement.Sum.Converted).FirstOrDefault(converted => converted is not null);

    /// <summary>The spellings found.</summary>
    public IReadOnlyList<string> Forms =>
        [.. _statements.Select(statement => statement.Sum).Select(sum => sum.Field.Text[sum.Start..sum.End]).Distinct(StringComparer.Ordinal)];

    /// <summary>Groups statements in the order of the text.</summary>
    public static IReadOnlyList<MoneyGroup> Of(IReadOnlyList<MoneyStatement> statements)
    {
        var (groups, of) = (new List<MoneyGroup>(), new List<MoneyGroup>());
        foreach (var statement in statements)
        {
            var group = groups.Find(group => group.Takes(statement));
            if (group is null) groups.Add(group = new MoneyGroup(statement));
            else group._statements.Add(statement);
            of.Add(group);
        }

        foreach (var group in groups) group.Settle();
        for (var i = 1; i < statements.Count; i++) of[i].Inherit(statements[i], of[i - 1], statements[i - 1]);
        return groups;
    }

    bool Takes(MoneyStatement statement) =>
        _statements[0].Sum is var sum && sum.Amount == statement.Sum.Amount && sum.Currency == statement.Sum.Currency
        && _statements.TrueForAll(other => (other.Status == MoneyStatus.Cumulative) == (statement.Status == MoneyStatus.Cumulative)
            && other.Owner.Many == statement.Owner.Many
            && (other.Owner.Company is null || statement.Owner.Company is null || other.Owner.Company == statement.Owner.Company));

    void Settle()
    {
        var best = Best;
        Sense = best.Reading.Sense;
        // What was raised in all is no round, nor is what several raised together.
        if (Sense is MoneySense.Round && (best.Owner.Many || Status == MoneyStatus.Cumulative)) Sense = MoneySense.Aside;
        if (Sense != MoneySense.MarketSize) Company = best.Owner.Company ?? Alike(best).Select(statement => statement.Owner.Company).FirstOrDefault(company => company is not null);
        // What a company invests is an investment; what a state or “investors” invest is not.
        if (Sense == MoneySense.Investment && best.Reading.ByVerb && Company is null) Sense = MoneySense.Aside;
    }

    /// <summary>A sum about which its own sentence says nothing belongs to what was spoken of just before: “… fined it $5 million. Another $2 million may follow.”</summary>
    void Inherit(MoneyStatement statement, MoneyGroup before, MoneyStatement previous)
    {
        if (this == before || Best != statement || statement.Sum.Field != previous.Sum.Field || statement.Owner.Many) return;
        var distance = statement.Place.SentencesSince(previous.Place);
        if (Sense == MoneySense.None && distance <= TopicReach && before.Sense is MoneySense.Settlement or MoneySense.Fine or MoneySense.MarketSize or MoneySense.Purchase)
        {
            Sense = before.Sense;
            Company = Sense == MoneySense.MarketSize ? null : Company ?? before.Company;
        }
        else if (Sense == MoneySense.Aside && distance <= AsideReach && Company is null && (before.Sense is MoneySense.Settlement or MoneySense.Fine || before._inherited))
        {
            Company = before.Company;
            _inherited = true;
        }
    }

    bool _inherited;

    /// <summary>The statements that read the sum the same way: “Apple paid $200 million” does not make it Apple’s where another says for what.</summary>
    IEnumerable<MoneyStatement> Alike(MoneyStatement best) => _statements.Where(statement => statement.Reading.Sense == best.Reading.Sense);

    static MoneyStatus Careful(IEnumerable<MoneyStatement> statements) =>
        statements.Aggregate(MoneyStatus.Unknown, (status, statement) => MoneyStatuses.MoreCareful(status, statement.Status));
}
