using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>One part of an article prepared for money: the names in it are blanked out, so that “Verified Market Research” is no market.</summary>
/// <param name="Field">The part.</param>
/// <param name="Masked">Its folded text without company names.</param>
/// <param name="Mentions">The companies named in it, in order.</param>
sealed partial record MoneyField(TextField Field, string Masked, IReadOnlyList<Mention> Mentions)
{
    HashSet<string>? _nameParts;

    /// <summary>Words of two capitalised ones in a row, as people's names are: who is told in full once goes by one of them later.</summary>
    public HashSet<string> NameParts => _nameParts ??= [.. NamePair().Matches(Field.Text).SelectMany(match => match.Value.Split(' '))];

    /// <summary>The names between two places, in order.</summary>
    public IEnumerable<Mention> Named(int from, int to) =>
        Ordered.Within(Mentions, from, to, static mention => mention.Start).Where(mention => mention.End <= to);

    public static MoneyField Of(TextField field, IEnumerable<Mention> mentions)
    {
        List<Mention> here = [.. mentions.Where(mention => mention.Field == field).OrderBy(mention => mention.Start)];
        var text = field.Folded.ToCharArray();
        foreach (var mention in here)
        {
            var name = text.AsSpan(mention.Start, mention.End - mention.Start);
            // “Vision Fund” stays a fund.
            if (name.EndsWith(" fund")) name = name[..^" fund".Length];
            name.Clear();
        }

        return new MoneyField(field, new string(text), here);
    }

    [GeneratedRegex(@"\b\p{Lu}[\p{L}.-]+ \p{Lu}[\p{L}-]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NamePair();
}
