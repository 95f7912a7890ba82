using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>A sum as one sentence states it.</summary>
/// <param name="Place">Where.</param>
/// <param name="Reading">What it means there.</param>
/// <param name="Status">How certain it is there.</param>
/// <param name="Owner">Whose it is there.</param>
sealed record MoneyStatement(MoneyPlace Place, MoneyReading Reading, MoneyStatus Status, MoneyOwner Owner)
{
    public MoneySum Sum => Place.Sum;
}

/// <summary>Finds the sums of money that an article states: what, how certain and whose. Thread-safe.</summary>
static class MoneyTagger
{
    /// <summary>Longest evidence, in characters.</summary>
    const int EvidenceLength = 240;

    /// <summary>Every sum, in the order of the text; one that is stated twice is one.</summary>
    /// <param name="text">Title, excerpt and body.</param>
    /// <param name="mentions">The companies named in them.</param>
    /// <param name="tags">The same as tags: who is the subject.</param>
    public static IReadOnlyList<MoneyFact> Tag(ArticleText text, IReadOnlyList<Mention> mentions, IReadOnlyList<CompanyTag> tags)
    {
        var yen = new YenSign(text, mentions);
        var sums = text.Fields.Select(field => (Field: field, Sums: MoneyText.Find(field, yen))).Where(pair => pair.Sums.Count > 0).ToList();
        if (sums.Count == 0) return [];
        var owners = new MoneyOwners(Subject(text, mentions, tags));
        var statements = sums.SelectMany(pair => Statements(pair.Field, pair.Sums, mentions, owners)).ToList();
        var companies = mentions.GroupBy(mention => mention.Company).ToDictionary(group => group.Key, group => group.First().Entry);
        return [.. MoneyGroup.Of(statements).Select(group => Fact(group, group.Company is { } company ? companies[company] : null))];
    }

    static List<MoneyStatement> Statements(TextField text, List<MoneySum> sums, IReadOnlyList<Mention> mentions, MoneyOwners owners)
    {
        var field = MoneyField.Of(text, mentions);
        var (kinds, statuses, stands) = (MoneyPoints.Find(field), MoneyStatuses.Find(field), MoneyStands.Find(field));
        var statements = new List<MoneyStatement>();
        int? last = null;
        foreach (var place in MoneyPlace.Of(field, sums))
        {
            var before = statements.LastOrDefault();
            var reading = MoneyKinds.Read(place, kinds, before);
            var owner = owners.Of(place, reading, stands, last);
            last = owner.Company ?? last;
            statements.Add(new MoneyStatement(place, reading, MoneyStatuses.Read(place, statuses, reading, before), owner));
        }

        return statements;
    }

    static MoneyFact Fact(MoneyGroup group, CatalogueCompany? company)
    {
        var sum = group.Best.Sum;
        return new MoneyFact(
            MoneyKinds.Kind(group.Sense), group.Status, sum.Amount, sum.Currency, company?.Name, company?.Slug, group.Converted, ValueSource.Inferred,
            Sentences.Around(sum.Field, sum.Start, sum.End, EvidenceLength))
        {
            Forms = group.Forms,
        };
    }

    /// <summary>The only company that the article is about. One that its title names only as a source or customer, “used by X”, is not whom sums are about.</summary>
    static int? Subject(ArticleText text, IReadOnlyList<Mention> mentions, IReadOnlyList<CompanyTag> tags)
    {
        if (tags.Where(tag => tag.Role == CompanyRole.Subject).ToList() is not [var only]) return null;
        List<Mention> own = [.. mentions.Where(mention => mention.Entry.Slug == only.Slug)];
        List<Mention> titled = [.. own.Where(mention => mention.Field == text.Title)];
        if (titled.Count > 0 && MoneyField.Of(titled[0].Field, mentions) is var title && titled.TrueForAll(mention => MoneyOwners.IsAside(title, mention))) return null;
        return own.Count > 0 ? own[0].Company : null;
    }
}
