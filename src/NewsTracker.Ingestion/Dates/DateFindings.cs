namespace NewsTracker.Ingestion.Dates;

/// <summary>What a file tells about when it was published.</summary>
/// <param name="Candidates">As <see cref="DateCandidates.Of"/> gives them: the choice first.</param>
/// <param name="Doubtful">What was told and could not be read.</param>
public sealed record DateFindings(IReadOnlyList<PublishedDate> Candidates, IReadOnlyList<DoubtfulDate> Doubtful)
{
    /// <summary>The choice; unknown where nothing tells.</summary>
    public PublishedDate Published => Candidates.FirstOrDefault(PublishedDate.Unknown);

    /// <summary>Dates that contradict the choice, and dates that nobody could read and that nothing settles.</summary>
    public IEnumerable<Warning> Warnings
    {
        get
        {
            if (DateCandidates.Conflict(Candidates) is { } conflict) yield return conflict;
            foreach (var date in Doubtful.DistinctBy(date => date.Text))
                if (!date.IsSettledBy(Candidates)) yield return date.Warning;
        }
    }
}
