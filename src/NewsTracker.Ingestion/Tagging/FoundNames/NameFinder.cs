using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Ingestion.Tagging.FoundNames;

/// <summary>A company's name that the catalogue lacks, with every place where it stands.</summary>
/// <param name="Name">As written, without its legal form.</param>
/// <param name="Places">In reading order.</param>
sealed record FoundName(string Name, IReadOnlyList<(TextField Field, int Start, int End)> Places);

/// <summary>
/// Finds companies by what is said of them, with few mistakes rather than many finds (rules in docs/taxonomy.md). Thread-safe.
/// </summary>
/// <param name="names">The catalogue's names: what it knows is not looked for.</param>
/// <param name="publishers">Names of publishers, folded: cited media are no companies of a story.</param>
sealed class NameFinder(CompanyNames names, IReadOnlySet<string> publishers)
{
    /// <summary>A capital letter alone or two are rarely a name.</summary>
    const int ShortestName = 3;

    /// <summary>Longer runs of letters are no name.</summary>
    const int LongestName = 60;

    readonly HashSet<string> _slugs = [.. names.Companies.Select(company => company.Slug)];

    /// <summary>All of one article, in order of their first place.</summary>
    /// <param name="text">Title, excerpt and body.</param>
    /// <param name="known">Every name of the catalogue that stands there, counted or not.</param>
    /// <param name="publisher">Who published it; null where unknown.</param>
    public IReadOnlyList<FoundName> Find(ArticleText text, IReadOnlyList<(TextField Field, NameHit Hit)> known, string? publisher)
    {
        var groups = new Dictionary<string, NameGroup>(StringComparer.Ordinal);
        var marketReport = text.Title is { } title && MarketReport.IsTitle(title.Folded);
        foreach (var field in text.Fields)
        {
            if (Folding.IsShouted(field.Text)) continue;
            var places = known.Where(pair => pair.Field == field).Select(pair => (pair.Hit.Start, pair.Hit.End)).ToList();
            var candidates = NameCandidates.In(new TextWords(field)).Where(candidate => !places.Exists(place => place.Start < candidate.End && candidate.Start < place.End)).ToList();
            foreach (var candidate in candidates) Group(groups, candidate).Add(candidate);
            foreach (var listed in NameRows.Listed(candidates, places, marketReport)) Group(groups, listed).Evidence |= NameEvidence.Listed;
            foreach (var buyer in NameDeals.Buyers(candidates, places)) Group(groups, buyer).Evidence |= NameEvidence.Buyer;
        }

        var sure = groups.Values.Where(group => group.IsCompany && !IsOther(text, group, publisher)).ToList();
        return [.. sure.Where(group => !sure.Exists(longer => longer.Goes(group))).GroupBy(group => Slugs.ForName(group.Name))
            .Select(spellings => new FoundName(spellings.First().Name, [.. spellings.SelectMany(group => PlacesOf(group, groups.Values)).OrderBy(place => place.Field.Part).ThenBy(place => place.Start)]))];
    }

    static NameGroup Group(Dictionary<string, NameGroup> groups, Candidate candidate)
    {
        if (!groups.TryGetValue(candidate.Name, out var group)) groups[candidate.Name] = group = new NameGroup(candidate.Name);
        return group;
    }

    /// <summary>The places of a name and of its first words alone: Synapse after Synapse Technology.</summary>
    static IEnumerable<(TextField Field, int Start, int End)> PlacesOf(NameGroup group, IEnumerable<NameGroup> all) =>
        all.Where(other => other == group || group.Goes(other)).SelectMany(other => other.Candidates).Select(place => (place.Words.Field, place.Start, place.End));

    /// <summary>Whether a name is a publisher’s, a person’s, an authority’s or a common word’s.</summary>
    bool IsOther(ArticleText text, NameGroup group, string? publisher)
    {
        var folded = Folding.Fold(group.Name);
        if (folded.Length is < ShortestName or > LongestName || publishers.Contains(folded) || publishers.Contains("the " + folded)) return true;
        if (publisher is not null && Folding.Fold(publisher).Contains(folded, StringComparison.Ordinal)) return true;
        if (_slugs.Contains(Slugs.ForName(group.Name))) return true;
        var first = group.Candidates[0];
        for (var i = first.First; i <= first.Last; i++)
            if (first.Words.Is(i, NameWords.Elsewhere) && !IsOfTheTrade(first, i)) return true;
        if (first.Length > 1) return first.Length == 2 && first.Words.Is(first.First, NameWords.GivenNames);
        return text.Fields.Any(field => StandsInLowerCase(field, folded));
    }

    /// <summary>“Computer Services” is what a company sells; “Immigration Services” is an authority.</summary>
    static bool IsOfTheTrade(Candidate name, int word) =>
        word == name.Last && word > name.First && name.Words.Folded(word) is "services" && name.Words.Is(word - 1, NameWords.Trade);

    static bool StandsInLowerCase(TextField field, string folded)
    {
        for (var at = field.Folded.IndexOf(folded, StringComparison.Ordinal); at >= 0; at = field.Folded.IndexOf(folded, at + 1, StringComparison.Ordinal))
            if (field.Text.AsSpan(at, folded.Length).SequenceEqual(folded) && Folding.IsWordEdge(field.Text, at) && Folding.IsWordEdge(field.Text, at + folded.Length)) return true;
        return false;
    }

    /// <summary>Every place of one spelling, and what speaks for it.</summary>
    sealed class NameGroup(string name)
    {
        public string Name { get; } = name;

        public List<Candidate> Candidates { get; } = [];

        public NameEvidence Evidence { get; set; }

        bool _inProse;

        bool _isProduct;

        /// <summary>One strong sign or two weak ones; those of a headline in capitals need the name in the text too.</summary>
        public bool IsCompany => !_isProduct
            && (_inProse || (Evidence & NameEvidence.EvenInHeadlines) != 0)
            && ((Evidence & NameEvidence.Enough) != 0 || System.Numerics.BitOperations.PopCount((uint)Evidence) >= 2);

        public void Add(Candidate candidate)
        {
            Candidates.Add(candidate);
            Evidence |= NameEvidences.Of(candidate);
            _inProse |= !candidate.Words.IsTitleCase;
            _isProduct |= candidate.First > 0 && candidate.Words[candidate.First - 1].IsPossessive && candidate.Words.Follows(candidate.First);
        }

        /// <summary>Whether another name is the beginning of this one.</summary>
        public bool Goes(NameGroup other) => Name.Length > other.Name.Length && Name.StartsWith(other.Name, StringComparison.Ordinal) && Name[other.Name.Length] == ' ';
    }
}
