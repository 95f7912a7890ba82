namespace NewsTracker.Ingestion.Catalogue;

/// <summary>What a phrase in the catalogue may look like.</summary>
static class PhraseGrammar
{
    /// <summary>What is wrong with a phrase, as a sentence with a remedy; null where nothing is.</summary>
    public static string? Mistake(string phrase)
    {
        var stem = phrase.EndsWith('*') ? phrase[..^1] : phrase;
        if (!stem.Any(c => char.IsLetterOrDigit(c) || char.IsSymbol(c))) return $"“{phrase}” holds no word to look for; write one, or remove it.";
        if (stem.Contains('*', StringComparison.Ordinal)) return $"“{phrase}” has “*” inside; it may only end the last word.";
        return stem.EndsWith(' ') ? $"“{phrase}” has a space before “*”; put “*” right behind the letters it goes on from." : null;
    }

    /// <summary>The same for a rule, whose parts are joined by <c> + </c>.</summary>
    public static string? RuleMistake(string rule)
    {
        var parts = rule.Split(TopicRules.PartSeparator);
        if (parts.Length > TopicRules.MaxParts) return $"“{rule}” has {parts.Length} parts; at most {TopicRules.MaxParts} may be joined by “ + ”.";
        return parts.Select(Mistake).FirstOrDefault(mistake => mistake is not null);
    }
}
