using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Dates;

/// <summary>
/// Works out about when an article was written from what it tells. Dates in running text are dates of events: most bound the date of
/// publication from below and no more, so that only three ways of speaking count, and none of them once the text names a later year.
/// </summary>
public static partial class DateEstimate
{
    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>How much of a sentence is kept as evidence, in characters.</summary>
    const int LongestEvidence = 300;

    /// <summary>Years in which a pandemic spoken of as going on is the one of COVID-19.</summary>
    static readonly (int First, int Last) Pandemic = (2020, 2022);

    /// <summary>Estimates the date of a text.</summary>
    /// <param name="body">Clean text, paragraphs split by a blank line.</param>
    /// <returns>A month or a year with the sentence that tells; null where nothing does.</returns>
    public static PublishedDate? Find(string body)
    {
        var sentences = Sentences().Matches(body).Select(match => match.Value.Trim()).Where(sentence => sentence.Length > 0).ToList();
        if (sentences.Count == 0) return null;
        var latest = DateText.YearsIn(body).DefaultIfEmpty(0).Max();
        return OngoingMonth(sentences, latest) ?? AnnouncedInTheLead(sentences[0], latest) ?? YearAfterResults(sentences, latest);
    }

    /// <summary>“In July 2018 … has raised”: the perfect tense speaks of a month as not over yet.</summary>
    static PublishedDate? OngoingMonth(List<string> sentences, int latest)
    {
        foreach (var sentence in sentences)
        {
            if (!PerfectAfterMonth().IsMatch(sentence)) continue;
            if (DateText.Find(sentence) is [{ Month: { } month, Day: null } date] && date.Year == latest)
                return PublishedDate.InMonth(date.Year, month, DateSource.Estimated, Evidence(sentence));
        }

        return null;
    }

    /// <summary>The first sentence announces something and says on which day: news of that month.</summary>
    static PublishedDate? AnnouncedInTheLead(string lead, int latest) =>
        Announces().IsMatch(lead) && DateText.Find(lead) is [{ Month: { } month, Day: not null } date] && date.Year == latest
            ? PublishedDate.InMonth(date.Year, month, DateSource.Estimated, Evidence(lead))
            : null;

    /// <summary>Results of a whole year, told while the pandemic goes on: the year after.</summary>
    static PublishedDate? YearAfterResults(List<string> sentences, int latest)
    {
        if (latest + 1 < Pandemic.First || latest + 1 > Pandemic.Last || !sentences.Exists(sentence => DuringPandemic().IsMatch(sentence))) return null;
        var results = sentences.Find(sentence => AnnualResults().IsMatch(sentence) && DateText.YearsIn(sentence).Contains(latest));
        return results is null ? null : PublishedDate.InYear(latest + 1, DateSource.Estimated, Evidence(results));
    }

    static string Evidence(string sentence) => sentence.Length <= LongestEvidence ? sentence : $"{sentence[..LongestEvidence]}…";

    [GeneratedRegex(@"[^.!?\n]*([.!?]+[^\s.!?][^.!?\n]*)*[.!?\n]*", Options)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"^in (january|february|march|april|may|june|july|august|september|october|november|december),? [0-9]{4}\b.*\b(has|have) (already |now |just |so far )?\w+(ed|wn|ne|en|un|ght|ld|de)\b", Options)]
    private static partial Regex PerfectAfterMonth();

    [GeneratedRegex(@"\b(announced|announces|made known|made public|unveiled|launched|released|published|said|revealed|disclosed|confirmed)\b.{0,12}\bon ", Options)]
    private static partial Regex Announces();

    [GeneratedRegex(@"\b((during|amid|amidst|in|throughout) (this|the|the ongoing|the current|the covid-19|the coronavirus) pandemic|(during|amid|mitigate|contain|fight(ing)?|combat(ing)?|against) (covid-19|covid|the coronavirus|the pandemic|pandemic))\b", Options)]
    private static partial Regex DuringPandemic();

    [GeneratedRegex(@"^in (20[0-9]{2}),? .*\b(revenues?|sales|profits?|turnover|earnings)\b", Options)]
    private static partial Regex AnnualResults();
}
