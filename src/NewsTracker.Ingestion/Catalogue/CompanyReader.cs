using System.Globalization;

namespace NewsTracker.Ingestion.Catalogue;

/// <summary>Reads and checks one entry of <c>companies.yaml</c>.</summary>
static class CompanyReader
{
    public static CatalogueEntry<CatalogueCompany> Read(EntryReader entry)
    {
        entry.CheckKeys("name", "slug", "aliases", "kind", "country", "ticker", "founded", "ambiguous", "context", "except", "former");
        var (name, slug) = entry.NameAndSlug();
        var aliases = entry.List("aliases");
        return new CatalogueEntry<CatalogueCompany>(new CatalogueCompany
        {
            Name = name,
            Slug = slug,
            Aliases = Texts(aliases),
            Kind = Kinds(entry),
            Country = Country(entry),
            Ticker = entry.Optional("ticker")?.Text,
            Founded = Founded(entry),
            Ambiguous = Ambiguous(entry, [name, .. Texts(aliases)]),
            Context = Phrases(entry, "context"),
            Except = Phrases(entry, "except"),
            Former = Former(entry),
        }, entry);
    }

    static string[] Texts(List<Placed> placed) => [.. placed.Select(text => text.Text)];

    static string[] Kinds(EntryReader entry)
    {
        var kinds = entry.List("kind");
        if (kinds.Count == 0) entry.Report(entry.Required("name").At, $"“kind” is missing; add one or more of {string.Join(", ", CompanyKinds.All)}.");
        foreach (var kind in kinds)
            if (!CompanyKinds.All.Contains(kind.Text, StringComparer.Ordinal))
                entry.Report(kind.At, $"“{kind.Text}” is no kind of company; use {string.Join(", ", CompanyKinds.All)}.");
        return Texts(kinds);
    }

    static string? Country(EntryReader entry)
    {
        if (entry.Optional("country") is not { } country) return null;
        if (!CountryCodes.Contains(country.Text))
            entry.Report(country.At, $"“{country.Text}” is no country code of ISO 3166-1 alpha-2; use two capitals such as US or GB, or leave it out where unsure.");
        return country.Text;
    }

    static int? Founded(EntryReader entry)
    {
        if (entry.Optional("founded") is not { } founded) return null;
        if (int.TryParse(founded.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1800 and <= 2100) return year;
        entry.Report(founded.At, $"“{founded.Text}” is no year; write four digits such as 2014, or leave it out where unsure.");
        return null;
    }

    static string[] Ambiguous(EntryReader entry, IReadOnlyList<string> names)
    {
        var ambiguous = entry.List("ambiguous");
        foreach (var name in ambiguous)
            if (!names.Contains(name.Text, StringComparer.Ordinal))
                entry.Report(name.At, $"“{name.Text}” is called ambiguous but is no name of this entry; add it to “aliases” in this very spelling.");
        if (ambiguous.Count > 0 && entry.List("context").Count == 0)
            entry.Report(ambiguous[0].At, $"“{ambiguous[0].Text}” is ambiguous, but “context” is missing; list words that make it this company when they stand near.");
        return Texts(ambiguous);
    }

    static string[]? Former(EntryReader entry)
    {
        var former = entry.List("former");
        foreach (var slug in former) entry.CheckSlug(slug, "merged-company");
        return former.Count == 0 ? null : [.. Texts(former).Distinct(StringComparer.Ordinal)];
    }

    static string[] Phrases(EntryReader entry, string key)
    {
        var phrases = entry.List(key);
        foreach (var phrase in phrases)
            if (PhraseGrammar.Mistake(phrase.Text) is { } mistake)
                entry.Report(phrase.At, mistake);
        return Texts(phrases);
    }
}
