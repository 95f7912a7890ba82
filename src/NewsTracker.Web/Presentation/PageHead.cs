namespace NewsTracker.Web.Presentation;

/// <summary>What a page tells the frame around it.</summary>
/// <param name="Title">For the window; the name of the site is added.</param>
sealed record PageHead(string Title)
{
    /// <summary>Where <see cref="Of"/> finds it.</summary>
    public const string Key = nameof(PageHead);

    /// <summary>Which entry of the main menu it belongs to, by its address; null: none.</summary>
    public string? Section { get; init; }

    /// <summary>The search words in force.</summary>
    public string? Search { get; init; }

    /// <summary>What a search keeps.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept { get; init; } = [];

    /// <summary>What the page set; the site's name alone where it set nothing.</summary>
    public static PageHead Of(IDictionary<string, object?> viewData) =>
        viewData.TryGetValue(Key, out var head) && head is PageHead given ? given : new PageHead(viewData["Title"] as string ?? "");
}
