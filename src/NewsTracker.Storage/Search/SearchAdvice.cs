namespace NewsTracker.Storage.Search;

/// <summary>What to tell about a piece of a search text that other search engines take otherwise.</summary>
static class SearchAdvice
{
    /// <summary>A sentence; null where nothing is to be told.</summary>
    /// <param name="token">The piece.</param>
    /// <param name="isBetween">Whether something stands after it, and before it too unless it is a “not”, of an “or” what one in capitals would join: a small one there may be meant so.</param>
    public static string? Of(SearchToken token, bool isBetween) => token switch
    {
        { Kind: SearchTokenKind.Field, Field: "provider", Text: var named } when !named.Contains('.', StringComparison.Ordinal) =>
            $"“provider:{named}” asks for a publisher by its domain, such as axios.com; only one whose domain nobody knows goes by its name.",
        { Kind: SearchTokenKind.Text, Quoted: false, Negated: false, Field: { } blank } when token.Text == blank =>
            $"Nothing stands right behind “{blank}:”, so “{blank}” was searched as a word. Write its value without a space, as in company:megvii or after:2020.",
        { Kind: SearchTokenKind.Text, Quoted: false, Negated: false, Field: { } field } =>
            $"There is no filter “{field}:”, so this was searched as words. Filters are company:, topic:, provider:, after: and before:.",
        { Kind: SearchTokenKind.Text, Quoted: false, Negated: false, Text: "AND" or "NOT" } => OfJoint(token.Text),
        { Kind: SearchTokenKind.Text, Quoted: false, Negated: false } when isBetween => OfJoint(token.Text),
        _ => null,
    };

    static string? OfJoint(string word) => word.ToUpperInvariant() switch
    {
        "AND" => $"“{word}” was searched as a word. Leave it out: words side by side must all be there.",
        "NOT" => $"“{word}” was searched as a word. To leave a word out of the answer, write a hyphen before it: -word.",
        "OR" => $"“{word}” was searched as a word. In capitals, OR finds what has either of the words beside it.",
        _ => null,
    };
}
