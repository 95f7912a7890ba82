using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>Names that somebody may have meant by one that the catalogue lacks.</summary>
static class CloseNames
{
    const int Most = 4;

    /// <summary>The closest ones: those that go by that name or contain it, or lie within a third of its letters, most frequent first.</summary>
    /// <param name="slug">As it was given; of a provider what was typed, a domain or a name.</param>
    /// <param name="known">All names.</param>
    public static IReadOnlyList<TagSummary> Of(string slug, IReadOnlyList<TagSummary> known)
    {
        var allowed = Math.Max(1, slug.Length / 3);
        var named = Slugs.ForName(slug);
        return
        [
            .. known
                .Select(name => (Name: name, Distance: Math.Min(
                    Distance(slug, name.Slug, allowed),
                    name.Aliases.Append(name.Name).Min(called => Distance(named, Slugs.ForName(called), allowed)))))
                .Where(name => name.Distance <= allowed)
                .OrderBy(name => name.Distance).ThenByDescending(name => name.Name.Count)
                .Take(Most)
                .Select(name => name.Name),
        ];
    }

    static int Distance(string asked, string name, int allowed)
    {
        if (asked == name) return -1;
        if (asked.Length >= 3 && (name.Contains(asked, StringComparison.Ordinal) || asked.Contains(name, StringComparison.Ordinal))) return 0;
        return Math.Abs(asked.Length - name.Length) > allowed ? int.MaxValue : Edits(asked, name);
    }

    /// <summary>How many letters have to be put in, taken out or changed to make one word of the other: Levenshtein's distance, one row at a time.</summary>
    /// <param name="left">One word.</param>
    /// <param name="right">The other.</param>
    public static int Edits(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost));
            }
        }

        return row[^1];
    }
}
