using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Tagging;

/// <summary>Tells what is said not to have happened: “did not raise $5 million”, “denied that it would pay $5 million”. Thread-safe.</summary>
static partial class MoneyDenials
{
    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>What brings money about, or moves it: “did not say how it spent $5 million” denies nothing.</summary>
    const string Deed = @"(rais(e|es|ed|ing)|receiv(e|ed|ing)|secur(e|ed|ing)|clos(e|ed|ing)|land(ed)?|collect(ed)?|attract(ed)?|accept(ed|ing)?|g[eo]t|won|win|winning|pay|paid|paying|settled?|settling|agreed? to|fined?|"
        + @"penali[sz]ed|invest(ed|ing)?|bought|buy|buying|acquir(e|ed|ing)|s[eo]ld|selling|sign(ed|ing)?|award(ed)?|valued|worth|generated?|reach(ed)?|offer(ed)?|bid|impos(e|ed|ing)|order(ed)?|spen[dt]|borrow(ed)?|seek|sought|have|take|taken)";

    const string Not = @"(not|cannot|never|[a-z]+n't|no longer)( (yet|ever|actually|really|in fact|even|also|so far|been|be|have|had|to)){0,3}";

    const string Fails = @"(fail(ed|s)? to|refus(ed|es) to|declin(ed|es) to|unable to|not able to|rather than|instead of|without( ever)?( having)?( been)?)";

    const string Denies = @"(den(y|ies|ied|ying)|dismiss(es|ed|ing)?|disput(e|es|ed|ing)|rebut(s|ted)?|refut(e|es|ed))";

    /// <summary>Whether the words around a sum deny it.</summary>
    public static bool IsDenied(MoneyPlace place) =>
        NotDone().IsMatch(Behind(place.Before, Turn())) || Denied().IsMatch(Behind(place.Before, HardTurn())) || Undone().IsMatch(UpToTurn(place.Behind));

    static ReadOnlySpan<char> UpToTurn(ReadOnlySpan<char> text)
    {
        foreach (var turn in Turn().EnumerateMatches(text)) return text[..turn.Index];
        return text;
    }

    /// <summary>Whether what was denied before goes on: “did not raise $5 million at a $1 billion valuation”.</summary>
    /// <param name="denied">The sum that is denied.</param>
    /// <param name="place">The next one.</param>
    public static bool ReachesOn(MoneyPlace denied, MoneyPlace place) => denied.Sentence == place.Sentence && !Turn().IsMatch(place.Before);

    /// <summary>What follows the last place where another clause may begin.</summary>
    static ReadOnlySpan<char> Behind(ReadOnlySpan<char> text, Regex turns)
    {
        var start = 0;
        foreach (var turn in turns.EnumerateMatches(text)) start = turn.Index + turn.Length;
        return text[start..];
    }

    [GeneratedRegex(@"\b(" + Not + "|" + Fails + ") " + Deed + @"( \S+){0,6}\s*$", Options)]
    private static partial Regex NotDone();

    [GeneratedRegex(@"\b" + Denies + @"( [a-z]+)? (that|having|(the |any |all |media |press |such )*(reports?|rumou?rs?|claims?|suggestions?|speculation)|(a|an|the|any) ([^ ,;:]+ ){0,2}reports?|it|(rais|receiv|secur|pay|agree|buy|acquir|sell|invest|seek|spend)ing)\b", Options)]
    private static partial Regex Denied();

    [GeneratedRegex(@"^( \S+){0,6} " + Not + " " + Deed + @"\b", Options)]
    private static partial Regex Undone();

    [GeneratedRegex(@"[,;:]|\b(but|and|although|though|while|whereas|when|since|because|after|before|that|which|who)\b", Options)]
    private static partial Regex Turn();

    [GeneratedRegex(@"[;:]|\bbut\b|, (and|although|though|while|whereas)\b", Options)]
    private static partial Regex HardTurn();
}
