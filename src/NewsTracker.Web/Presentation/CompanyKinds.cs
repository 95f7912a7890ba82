namespace NewsTracker.Web.Presentation;

/// <summary>The catalogue's kinds of company in words.</summary>
static class CompanyKinds
{
    /// <summary>All of them: <c>face recognition, investor</c>.</summary>
    public static string Of(IEnumerable<string> kinds) => string.Join(", ", kinds.Select(kind => kind == "face" ? "face recognition" : kind));
}
