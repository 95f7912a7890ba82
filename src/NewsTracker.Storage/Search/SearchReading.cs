using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Storage.Search;

/// <summary>
/// Puts the pieces of a search text together: words side by side must all match, <c>OR</c> joins its two neighbours,
/// <c>-</c> excludes, and fields apply to the whole text.
/// </summary>
sealed class SearchReading(string text)
{
    const int MaxLength = 1000;
    const int MaxPieces = 64;

    readonly List<List<SearchTerm>> _words = [];
    readonly List<SearchTerm> _without = [];
    readonly List<(string Name, List<NameFilter> Alternatives)> _fields = [];
    readonly List<string> _notes = [];
    DateBound? _after;
    DateBound? _before;

    // What an OR would join on to: "" for words, a field's name, null for nothing.
    string? _joinable;
    bool _or;
    bool _isBetween;

    public SearchQuery Read()
    {
        List<SearchToken> pieces = [.. Pieces()];
        foreach (var (place, token) in pieces.Index())
        {
            _isBetween = IsBetween(pieces, place);
            Take(token);
        }

        if (_or) LeaveOutOr();
        JudgeDates();
        if (_words.Count + _without.Count + _fields.Count + _notes.Count == 0 && (_after ?? _before) is null)
            _notes.Add($"“{text.Trim()}” holds nothing to search for.");
        IReadOnlyList<SearchField> fields = [.. _fields.Select(field => new SearchField(field.Name, field.Alternatives))];
        var echo = new SearchEcho(Understood(), _notes, [.. _words.SelectMany(terms => terms).Select(term => term.Text)]);
        return new SearchQuery(_words, _without, fields, _after, _before, echo);
    }

    static bool IsBetween(List<SearchToken> pieces, int place)
    {
        if (place == pieces.Count - 1) return false;
        if (pieces[place].Text.Equals("not", StringComparison.OrdinalIgnoreCase)) return true;
        if (place == 0) return false;
        return !pieces[place].Text.Equals("or", StringComparison.OrdinalIgnoreCase) || (JoinableOf(pieces[place - 1]) is { } kind && kind == JoinableOf(pieces[place + 1]));
    }

    // What an OR joins: words with words, values of one filter with each other; what is excluded and what is a date with nothing.
    static string? JoinableOf(SearchToken token) => token switch
    {
        { Negated: true } or { Kind: SearchTokenKind.Or } or { Kind: SearchTokenKind.Field, Field: "after" or "before" } => null,
        { Kind: SearchTokenKind.Text } => "",
        _ => token.Field,
    };

    IEnumerable<SearchToken> Pieces()
    {
        var kept = text.Length <= MaxLength ? text : text[..MaxLength];
        var pieces = new SearchTokens(kept).Read().ToList();
        if (pieces.Count > MaxPieces || kept.Length < text.Length)
            _notes.Add($"Only the first {MaxPieces} words within the first {MaxLength} characters were searched.");
        return pieces.Take(MaxPieces);
    }

    void Take(SearchToken token)
    {
        if (token.Kind == SearchTokenKind.Or)
        {
            if (_joinable is null) LeaveOutOr();
            _or = _joinable is not null;
            return;
        }

        if (token.Kind == SearchTokenKind.Text) TakeWord(token);
        else if (token.Field is "after" or "before") TakeDate(token);
        else TakeName(token);
        _or = false;
    }

    void TakeWord(SearchToken token)
    {
        if (SearchTerm.Of(token) is not { } term)
        {
            _notes.Add($"“{token.Text}” holds no letter or digit and was not searched.");
            return;
        }

        Advise(token);
        if (term.LosesSigns) _notes.Add($"Signs are not searched: “{term.Text}” finds every “{term.Text.TrimEnd(term.Text[^1])}”.");
        var joins = JoinsOn(token);
        if (token.Negated) _without.Add(term);
        else if (joins) _words[^1].Add(term);
        else _words.Add([term]);
    }

    void Advise(SearchToken token)
    {
        if (SearchAdvice.Of(token, _isBetween) is { } advice && !_notes.Contains(advice)) _notes.Add(advice);
    }

    void TakeName(SearchToken token)
    {
        var name = token.Field ?? "";
        var filter = new NameFilter([.. Slugged(name, token.Text).Select(slug => new NameTerm(slug, token.Negated))]);
        if (filter.Terms.Count == 0) return;
        Advise(token);
        if (JoinsOn(token)) _fields[^1].Alternatives.Add(filter);
        else _fields.Add((name, [filter]));
    }

    static IEnumerable<string> Slugged(string name, string value) => value
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(part => name == "provider" ? part.ToLowerInvariant() : Slugs.ForName(part));

    void TakeDate(SearchToken token)
    {
        JoinsOn(token);
        if (token.Negated || DateBound.Parse(token.Text) is not { } bound)
            _notes.Add($"“{token.Field}:{token.Text}” was left out: a date is written 2020, 2020-07 or 2020-07-31.");
        else if (token.Field == "after") _after = bound;
        else _before = bound;
    }

    // Whether an OR joins the piece on to the one before; the next one may join on to this.
    bool JoinsOn(SearchToken token)
    {
        var joins = _or && JoinableOf(token) is { } kind && kind == _joinable;
        if (_or && !joins) LeaveOutOr();
        _joinable = JoinableOf(token);
        return joins;
    }

    void LeaveOutOr()
    {
        const string Note = "OR joins words, or values of one filter; here it was left out.";
        if (!_notes.Contains(Note)) _notes.Add(Note);
    }

    void JudgeDates()
    {
        if (_after is { } after && _before is { } before && after.First > before.Last)
            _notes.Add($"“after:{after.Text}” lies after “before:{before.Text}”, so nothing can match; swap them.");
    }

    string Understood()
    {
        var words = string.Join(" and ", _words.Select(terms => Shown(terms, _words.Count > 1)));
        var without = _without.Count == 0 ? "" : $"without {Shown(_without, grouped: false)}";
        IEnumerable<string> wanted = [words, without];
        IEnumerable<string> parts =
        [
            string.Join(", ", wanted.Where(part => part.Length > 0)),
            .. _fields.Select(field => $"{field.Name} {string.Join(" or ", field.Alternatives.Select(Shown))}"),
            _after is null ? "" : $"from {_after.Text}",
            _before is null ? "" : $"to {_before.Text}",
        ];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    static string Shown(List<SearchTerm> terms, bool grouped)
    {
        var shown = string.Join(" or ", terms.Select(term => term.Shown));
        return grouped && terms.Count > 1 ? $"({shown})" : shown;
    }

    static string Shown(NameFilter filter) => string.Join(" and ", filter.Terms.Select(term => term.Excluded ? $"not {term.Slug}" : term.Slug));
}
