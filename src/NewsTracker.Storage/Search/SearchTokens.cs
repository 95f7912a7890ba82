namespace NewsTracker.Storage.Search;

/// <summary>Cuts a search text into pieces; whatever is typed, there is a reading of it.</summary>
sealed class SearchTokens(string text)
{
    static readonly string[] Fields = ["company", "topic", "provider", "after", "before"];

    int _at;

    public IEnumerable<SearchToken> Read()
    {
        while (SkipSpace())
        {
            var negated = text[_at] == '-';
            while (_at < text.Length && text[_at] == '-') _at++;
            if (_at < text.Length && !IsSpace(text[_at])) yield return Piece(negated);
        }
    }

    SearchToken Piece(bool negated)
    {
        if (IsQuote(text[_at])) return new(SearchTokenKind.Text, Phrase(), null, Quoted: true, negated);
        var word = Word();
        if (word == "OR" && !negated) return new(SearchTokenKind.Or, word, null, false, false);
        if (FieldOf(word) is not { } field) return new(SearchTokenKind.Text, word, LikeField(word), false, negated);
        var value = word[(field.Length + 1)..];
        if (value.Length == 0 && _at < text.Length && IsQuote(text[_at])) value = Phrase();
        return string.IsNullOrWhiteSpace(value)
            ? new(SearchTokenKind.Text, field, field, false, negated)
            : new(SearchTokenKind.Field, value, field, false, negated);
    }

    bool SkipSpace()
    {
        while (_at < text.Length && IsSpace(text[_at])) _at++;
        return _at < text.Length;
    }

    string Word()
    {
        var start = _at;
        while (_at < text.Length && !IsSpace(text[_at]) && !IsQuote(text[_at])) _at++;
        return text[start.._at];
    }

    // An unclosed quotation mark reaches to the end. FTS5 takes a NUL for the end of its expression.
    string Phrase()
    {
        var start = ++_at;
        while (_at < text.Length && !IsQuote(text[_at])) _at++;
        var phrase = text[start.._at].Replace('\0', ' ');
        _at++;
        return phrase;
    }

    static string? FieldOf(string word) =>
        Array.Find(Fields, field => word.Length > field.Length && word[field.Length] == ':' && word.StartsWith(field, StringComparison.OrdinalIgnoreCase));

    // Something must follow the colon: a headline's “China: …” is no field, and neither is the scheme of an address.
    string? LikeField(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || !word[..colon].All(char.IsLetter) || word[colon..].StartsWith("://", StringComparison.Ordinal)) return null;
        return colon < word.Length - 1 || (_at < text.Length && IsQuote(text[_at])) ? word[..colon] : null;
    }

    static bool IsSpace(char sign) => char.IsWhiteSpace(sign) || char.IsControl(sign);

    static bool IsQuote(char sign) => sign is '"' or '“' or '”' or '„' or '«' or '»';
}
