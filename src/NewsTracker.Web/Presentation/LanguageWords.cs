using System.Globalization;
using NewsTracker.Ingestion;

namespace NewsTracker.Web.Presentation;

/// <summary>Languages by name.</summary>
static class LanguageWords
{
    /// <summary>“German: tagged by names only, the rules for topics are written for English”; null where the language is unknown.</summary>
    public static string? Of(ArticleDraft article) => article.Language is not { } code ? null
        : article.IsTaggedByNamesOnly ? $"{Name(code)}: tagged by names only, the rules for topics are written for English"
        : Name(code);

    static string Name(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
