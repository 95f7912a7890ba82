using NewsTracker.Ingestion;

namespace NewsTracker.Web.Presentation;

/// <summary>A run of a paragraph and the topics that rest on it; none for most.</summary>
/// <param name="Pieces">The run; joined they are its text.</param>
/// <param name="Topics">Whose evidence it is.</param>
sealed record TextPassage(IReadOnlyList<TextPiece> Pieces, IReadOnlyList<TopicTag> Topics);

/// <summary>Finds the words that topics rest on in an article's text, each topic's once, where it first stands.</summary>
/// <param name="topics">With their evidence.</param>
/// <param name="marks">Marks companies and sums in every run.</param>
sealed class TopicPassages(IEnumerable<TopicTag> topics, MarkedText marks)
{
    readonly List<(string Words, TopicTag Topic)> _open =
    [
        .. from topic in topics
           let words = topic.Evidence?.Trim('…')
           where words is { Length: > 0 }
           select (words, topic),
    ];

    readonly HashSet<string> _found = new(StringComparer.Ordinal);

    /// <summary>Topics whose words were found in what was split so far, by slug.</summary>
    public IReadOnlySet<string> Found => _found;

    /// <summary>Splits a paragraph; the pieces of the passages joined are the paragraph.</summary>
    public IReadOnlyList<TextPassage> Split(string paragraph)
    {
        List<TextPassage> passages = [];
        var plain = 0;
        foreach (var (start, end, found) in Places(paragraph))
        {
            if (start > plain) passages.Add(new TextPassage(marks.Split(paragraph[plain..start]), []));
            passages.Add(new TextPassage(marks.Split(paragraph[start..end]), found));
            plain = end;
        }

        if (plain < paragraph.Length) passages.Add(new TextPassage(marks.Split(paragraph[plain..]), []));
        return passages;
    }

    // Topics often share a sentence, or rest on two pieces of it: what overlaps is one passage.
    List<(int Start, int End, List<TopicTag> Topics)> Places(string paragraph)
    {
        List<(int Start, int End, List<TopicTag> Topics)> places = [];
        var here = _open
            .Select(open => (open.Topic, Start: paragraph.IndexOf(open.Words, StringComparison.Ordinal), open.Words.Length))
            .Where(place => place.Start >= 0)
            .OrderBy(place => place.Start)
            .ToList();
        foreach (var (topic, start, length) in here)
        {
            _found.Add(topic.Slug);
            if (places is [.., var last] && start < last.End)
            {
                last.Topics.Add(topic);
                places[^1] = last with { End = Math.Max(last.End, start + length) };
            }
            else places.Add((start, start + length, [topic]));
        }

        _open.RemoveAll(open => _found.Contains(open.Topic.Slug));
        return places;
    }
}
