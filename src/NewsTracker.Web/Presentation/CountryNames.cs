using System.Globalization;

namespace NewsTracker.Web.Presentation;

/// <summary>Countries by name.</summary>
static class CountryNames
{
    /// <summary>The English name of an ISO 3166-1 alpha-2 code; the code itself where nobody knows it.</summary>
    public static string Of(string code)
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }
}
