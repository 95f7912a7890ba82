namespace NewsTracker.Ingestion.Tagging;

/// <summary>One sum with every statement of it. A total over time and a single sum are two, and so are equal sums of two companies.</summary>
sealed class MoneyGroup
{
    readonly List<MoneyStatement> _statements;
    int? _owner;
    bool _inherited;

    MoneyGroup(MoneyStatement first) => (_statements, Best) = ([first], first);

    /// <summary>The statement that says most clearly what the sum is.</summary>
    public MoneyStatement Best { get; private set; }

    /// <summary>What it is.</summary>
    public MoneySense Sense { get; private set; }

    /// <summary>Whose it is; null in doubt.</summary>
    public int? Company { get; private set; }

    /// <summary>How certain.</summary>
    public MoneyStatus Status { get; private set; }

    /// <summary>A conversion printed beside one of the statements.</summary>
    public MoneyAmount? Converted => _statements.Select(statement => statement.Sum.Converted).FirstOrDefault(converted => converted is not null);

    /// <summary>The spellings found.</summary>
    public IReadOnlyList<string> Forms =>
        [.. _statements.Select(statement => statement.Sum).Select(sum => sum.Field.Text[sum.Start..sum.End]).Distinct(StringComparer.Ordinal)];

    /// <summary>Groups statements in the order of the text.</summary>
    public static IReadOnlyList<MoneyGroup> Of(IReadOnlyList<MoneyStatement> statements)
    {
        var grouping = new Grouping();
        List<MoneyGroup> of = [.. statements.Select(grouping.Add)];
        foreach (var group in grouping.Groups) group.Settle();
        for (var i = 1; i < statements.Count; i++) of[i].Inherit(statements[i], of[i - 1], statements[i - 1]);
        return grouping.Groups;
    }

    void Settle()
    {
        Best = _statements.MaxBy(statement => statement.Reading.Points)!;
        Status = MoneyStatuses.Of(_statements);
        if (Best.Reading.Sense != MoneySense.MarketSize) Company = Best.Owner.Company ?? Alike(Best).Select(statement => statement.Owner.Company).FirstOrDefault(company => company is not null);
        Sense = MoneyKinds.Known(Best, Company, Status);
    }

    /// <summary>A sum about which its own sentence says nothing belongs to what was spoken of just before.</summary>
    void Inherit(MoneyStatement statement, MoneyGroup before, MoneyStatement previous)
    {
        if (this == before || !ReferenceEquals(Best, statement) || statement.Sum.Field != previous.Sum.Field || statement.Owner.Many) return;
        var distance = statement.Place.SentencesSince(previous.Place);
        if (MoneyKinds.GoesOn(Sense, before.Sense, distance))
        {
            Sense = before.Sense;
            Company = Sense == MoneySense.MarketSize || statement.Owner.Other ? null : Company ?? before.Company;
        }
        else if (Company is null && MoneyKinds.CanGoWith(Sense, distance) && (MoneyKinds.IsPayment(before.Sense) || before._inherited))
        {
            Company = before.Company;
            _inherited = true;
        }
    }

    /// <summary>The statements that read the sum the same way: “Apple paid $200 million” does not make it Apple’s where another says for what.</summary>
    IEnumerable<MoneyStatement> Alike(MoneyStatement best) => _statements.Where(statement => statement.Reading.Sense == best.Reading.Sense);

    /// <summary>Groups as they grow. A statement that names nobody goes to the first group of its sum; a group without an owner takes the first owner that comes.</summary>
    sealed class Grouping
    {
        readonly Dictionary<Key, MoneyGroup> _first = [];
        readonly Dictionary<(Key, int Company), MoneyGroup> _owned = [];

        public List<MoneyGroup> Groups { get; } = [];

        public MoneyGroup Add(MoneyStatement statement)
        {
            var key = new Key(statement.Sum.Amount, statement.Sum.Currency, statement.Status == MoneyStatus.Cumulative, statement.Owner.Many);
            if (Taking(key, statement.Owner.Company) is { } group) group._statements.Add(statement);
            else Groups.Add(group = new MoneyGroup(statement));
            _first.TryAdd(key, group);
            group._owner ??= statement.Owner.Company;
            if (group._owner is { } owner) _owned.TryAdd((key, owner), group);
            return group;
        }

        MoneyGroup? Taking(Key key, int? company)
        {
            if (!_first.TryGetValue(key, out var first)) return null;
            return company is not { } owner || first._owner is null || first._owner == owner ? first : _owned.GetValueOrDefault((key, owner));
        }

        readonly record struct Key(decimal Amount, string Currency, bool IsTotal, bool OfMany);
    }
}
