using NewsTracker.Ingestion.Cleaning;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NewsTracker.Ingestion.Catalogue;

/// <summary>A value with its place in the file, so that checks across entries can name it.</summary>
readonly record struct Placed(string Text, Mark At);

/// <summary>An entry as read, with what is needed to complain about it later.</summary>
sealed record CatalogueEntry<T>(T Value, EntryReader Source);

/// <summary>Reads one entry's keys and notes every mistake with its place; a value in error is left out and reading goes on.</summary>
sealed class EntryReader(string file, YamlMappingNode map, List<CatalogueError> errors)
{
    /// <summary>Reports keys that no entry of this kind has.</summary>
    /// <param name="known">The keys it may have.</param>
    public void CheckKeys(params IReadOnlyList<string> known)
    {
        foreach (var key in map.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name } || !known.Contains(name, StringComparer.Ordinal))
                Report(key.Start, $"“{key}” is no key of this entry; it may have {string.Join(", ", known)}. Correct the spelling or remove it.");
    }

    /// <summary>A text that must be there; empty where it is not, after reporting it.</summary>
    public Placed Required(string key)
    {
        if (Optional(key) is { } text) return text;
        if (Child(key) is null) Report(map.Start, $"“{key}” is missing; add a line “{key}: …” to this entry.");
        return new Placed("", map.Start);
    }

    /// <summary>A text that may be left out.</summary>
    public Placed? Optional(string key) => Child(key) is { } node ? Text(node, key) : null;

    /// <summary>A list of texts; empty where the key is absent.</summary>
    public List<Placed> List(string key)
    {
        var texts = new List<Placed>();
        foreach (var item in Items(key))
            if (Text(item, key) is { } text) texts.Add(text);
        return texts;
    }

    /// <summary>A list of entries inside this one.</summary>
    public List<EntryReader> Entries(string key)
    {
        var entries = new List<EntryReader>();
        foreach (var item in Items(key))
        {
            if (item is YamlMappingNode entry) entries.Add(new EntryReader(file, entry, errors));
            else Report(item.Start, $"Each item of “{key}” must be keys and values.");
        }

        return entries;
    }

    /// <summary>Name and slug, which every top entry has.</summary>
    public (string Name, string Slug) NameAndSlug()
    {
        var name = Required("name");
        var slug = Required("slug");
        if (slug.Text.Length > 0) CheckSlug(slug, Slugs.ForName(name.Text));
        return (name.Text, slug.Text);
    }

    /// <summary>Reports what is no slug.</summary>
    public void CheckSlug(Placed slug, string example)
    {
        if (Slugs.From(slug.Text) != slug.Text) Report(slug.At, $"“{slug.Text}” is no slug: lower-case letters, digits and single “-” only, such as “{example}”.");
    }

    public void Report(Mark at, string message) => errors.Add(CatalogueLoader.At(file, at, message));

    YamlNode? Child(string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    IEnumerable<YamlNode> Items(string key)
    {
        var node = Child(key);
        if (node is YamlSequenceNode list) return list.Children;
        if (node is not null) Report(node.Start, $"“{key}” must be a list; write it as “{key}: [one, two]”.");
        return [];
    }

    // Every entry comes this way, of a file or of a form: a name with a character that nobody sees would never be found in texts, which have none.
    Placed? Text(YamlNode node, string key)
    {
        if (node is YamlScalarNode { Value: { } raw } && TextRepair.Typed(raw) is { Length: > 0 } text) return new Placed(text, node.Start);
        Report(node.Start, node is YamlScalarNode
            ? $"“{key}” has an empty value; fill it in, or remove it."
            : $"“{key}” must be plain text; put it in quotes if it holds “:”, “#”, “[” or “{{”.");
        return null;
    }
}
