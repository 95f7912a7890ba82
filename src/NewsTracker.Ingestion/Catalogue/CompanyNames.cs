namespace NewsTracker.Ingestion.Catalogue;

/// <summary>A name that stands in a text, before context is asked.</summary>
/// <param name="Company">Its number in the catalogue.</param>
/// <param name="Start">First character.</param>
/// <param name="End">After the last character.</param>
/// <param name="Ambiguous">Whether it counts only in context.</param>
readonly record struct NameHit(int Company, int Start, int End, bool Ambiguous);

/// <summary>The names of all companies, ready to be found. Immutable and thread-safe.</summary>
sealed class CompanyNames
{
    readonly List<Name> _names = [];
    readonly PhraseAutomaton _finder;
    readonly List<int> _contextOwners = [];
    readonly PhraseAutomaton _contextFinder;

    public CompanyNames(IReadOnlyList<CatalogueCompany> companies)
    {
        Companies = companies;
        var context = new List<Phrase>();
        for (var i = 0; i < companies.Count; i++)
        {
            var company = companies[i];
            foreach (var name in company.Aliases.Prepend(company.Name).Distinct(StringComparer.Ordinal))
                _names.Add(new Name(i, name, company.Ambiguous.Contains(name, StringComparer.Ordinal)));
            foreach (var phrase in company.Except) _names.Add(new Name(NoCompany, phrase, false));
            foreach (var phrase in company.Context)
            {
                context.Add(Phrase.Parse(phrase));
                _contextOwners.Add(i);
            }
        }

        _finder = new PhraseAutomaton([.. _names.Select(name => name.Company == NoCompany ? Phrase.Parse(name.Text) : new Phrase(Folding.Fold(name.Text), false))]);
        _contextFinder = new PhraseAutomaton(context);
    }

    /// <summary>In the catalogue's order: a hit's number points here.</summary>
    public IReadOnlyList<CatalogueCompany> Companies { get; }

    /// <summary>The names in a text, in order, none overlapping: the first wins, and of those that start together the longest.</summary>
    /// <param name="text">As written.</param>
    /// <param name="folded">The same, folded.</param>
    public List<NameHit> Find(string text, string folded)
    {
        var found = new List<PhraseHit>();
        _finder.Find(folded, found);
        if (found.Count == 0) return [];
        var shouted = Folding.IsShouted(text);
        found.RemoveAll(hit => !_names[hit.Phrase].IsSpelled(text.AsSpan(hit.Start, hit.End - hit.Start), shouted));
        found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));

        var names = new List<NameHit>();
        var free = 0;
        foreach (var hit in found)
        {
            if (hit.Start < free) continue;
            free = hit.End;
            var name = _names[hit.Phrase];
            if (name.Company != NoCompany) names.Add(new NameHit(name.Company, hit.Start, hit.End, name.Ambiguous));
        }

        return names;
    }

    /// <summary>Whether words that make an ambiguous name this company stand in a text.</summary>
    public bool HasContext(int company, ReadOnlySpan<char> folded)
    {
        var found = new List<PhraseHit>();
        _contextFinder.Find(folded, found);
        return found.Exists(hit => _contextOwners[hit.Phrase] == company);
    }

    const int NoCompany = -1;

    /// <summary>Capitals up to this length are an acronym: <c>NEC</c> is a company, <c>nec</c> and <c>Nec</c> are not.</summary>
    const int LongestAcronym = 5;

    sealed record Name(int Company, string Text, bool Ambiguous)
    {
        readonly bool _exact = Ambiguous || (Text.Length <= LongestAcronym && Text.Any(char.IsUpper) && !Text.Any(char.IsLower));

        public bool IsSpelled(ReadOnlySpan<char> found, bool shouted)
        {
            if (Company == NoCompany || shouted) return true;
            if (!_exact) return !char.IsUpper(Text[0]) || char.IsUpper(found[0]);
            for (var i = 0; i < found.Length; i++)
                if (Folding.FoldSign(found[i]) != Folding.FoldSign(Text[i])) return false;
            return true;
        }
    }
}
