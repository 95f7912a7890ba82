using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsTracker.Ingestion.Dates;

/// <summary>
/// Writes the dates of other languages as ISO 8601, so that <see cref="DateText"/> can read them. Works by the language that a page's markup
/// declares: a month's name in one language is another month in its neighbour's.
/// </summary>
public static partial class ForeignDates
{
    /// <summary>Month names by language, January first; each as the letters that all its forms begin with, forms that differ split by <c>/</c>.</summary>
    static readonly Dictionary<string, string[][]> Months = Named(
        ("ar", "يناير فبراير/شباط مارس/آذار أبريل/ابريل/نيسان مايو/أيار يونيو/حزيران يوليو/تموز أغسطس/اغسطس/آب سبتمبر/أيلول أكتوبر/اكتوبر نوفمبر ديسمبر"),
        ("bg", "яну фев март апр май юни юли авг сеп окт ноем дек"),
        ("bs", "jan feb mar apr maj jun jul av sep ok nov dec"),
        ("cs", "led úno bře dub kvě červen/června července/červenec srp zář říj list pros"),
        ("da", "jan feb mar apr maj jun jul aug sep okt nov dec"),
        ("de", "jan/jän feb mär/maer apr mai jun jul aug sep okt nov dez"),
        ("el", "ιαν φεβ μαρ/μάρ απρ μαΐ/μαι/μάι ιουν/ιούν ιουλ/ιούλ αυγ/αύγ σεπ οκτ νοε/νοέ δεκ"),
        ("es", "ene feb mar abr may jun jul ago sep/set oct nov dic"),
        ("fi", "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu"),
        ("fr", "jan fév/fev mar avr mai juin juil aoû/aou sep oct nov déc/dec"),
        ("hr", "sij velj ožuj trav svib lip srp kol ruj list stud pros"),
        ("hu", "jan feb már/mar ápr/apr máj/maj jún/jun júl/jul aug sze okt nov dec"),
        ("id", "jan feb mar apr mei jun jul agu/agt sep okt nov des"),
        ("it", "gen feb mar apr mag giu lug ago set ott nov dic"),
        ("ms", "jan feb mac apr mei jun jul ogo/ogos sep okt nov dis"),
        ("nl", "jan feb maa/mrt apr mei jun jul aug sep okt nov dec"),
        ("no", "jan feb mar apr mai jun jul aug sep okt nov des"),
        ("pl", "sty lut mar kwi maj cze lip sie wrz paź/paz lis gru"),
        ("pt", "jan fev mar abr mai jun jul ago set out nov dez"),
        ("ro", "ian feb mar apr mai iun iul aug sep oct noi/noe dec"),
        ("ru", "янв фев мар апр май/мая июн июл авг сен окт ноя дек"),
        ("sk", "jan feb mar apr máj/maj jún/jun júl/jul aug sep okt nov dec"),
        ("sl", "jan feb mar apr maj jun jul avg sep okt nov dec"),
        ("sq", "jan shk mar pri maj qer korr gush shta tet nën/nen dhj"),
        ("sr", "jan/јан feb/феб mar/мар apr/апр maj/мај jun/јун jul/јул av/ав sep/сеп ok/ок nov/нов dec/дец"),
        ("sv", "jan feb mar apr maj jun jul aug sep okt nov dec"),
        ("tr", "oca şub/sub mar nis may haz tem ağu/agu eyl eki kas ara"),
        ("uk", "січ лют бер кві тра чер лип сер вер жов лис гру"));

    /// <summary>Languages that write day, month and year in this order wherever they are spoken; English is not among them.</summary>
    static readonly HashSet<string> DayFirst = [.. Months.Keys, "he", "vi", "th"];

    /// <summary>Rewrites the dates in a text.</summary>
    /// <param name="text">A value of markup or a short line.</param>
    /// <param name="tag">The language that the markup declares, such as <c>pt-BR</c>; null takes a name only where no two languages disagree.</param>
    public static string ToIso(string text, string? tag)
    {
        var language = Language(tag);
        var plain = language is "ar" or "fa" ? WithPlainDigits(text) : text;
        if (language == "en" && !IsDayFirstEnglish(tag)) return plain;
        if ((language is not null && DayFirst.Contains(language)) || IsDayFirstEnglish(tag)) plain = Numbers().Replace(plain, match => Iso(match, Number(match, "month")));
        var languages = language is not null && Months.TryGetValue(language, out var own) ? [own] : Months.Values.ToArray();
        foreach (var pattern in (ReadOnlySpan<Regex>)[DayThenMonth(), YearThenMonth(), MonthThenDay()])
            plain = pattern.Replace(plain, match => Iso(match, MonthOf(match.Groups["name"].Value, languages)));
        return plain;
    }

    static string? Language(string? tag) => tag?.Trim().Split('-', '_')[0].ToLowerInvariant() switch
    {
        "nb" or "nn" => "no",
        var language => language,
    };

    /// <summary>English where the country settles the order; plain “en” and the United States leave it open.</summary>
    static bool IsDayFirstEnglish(string? tag) =>
        tag?.Trim().Replace('_', '-').ToUpperInvariant() is "EN-GB" or "EN-AU" or "EN-NZ" or "EN-IE" or "EN-IN" or "EN-ZA" or "EN-SG" or "EN-HK" or "EN-NG" or "EN-KE";

    /// <summary>The month of that name; 0 where no language knows it, or two of them disagree.</summary>
    static int MonthOf(string name, string[][][] languages)
    {
        var months = languages.Select(months => 1 + Array.FindIndex(months, forms => Array.Exists(forms, form => name.StartsWith(form, StringComparison.InvariantCultureIgnoreCase))))
            .Where(month => month > 0).Distinct().ToList();
        return months is [var only] ? only : 0;
    }

    static string Iso(Match match, int month)
    {
        var (year, day) = (Number(match, "year"), Number(match, "day"));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? string.Create(CultureInfo.InvariantCulture, $" {year:0000}-{month:00}-{day:00} ")
            : match.Value;
    }

    static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    static string WithPlainDigits(string text) =>
        string.Concat(text.Select(letter => char.IsDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter));

    static Dictionary<string, string[][]> Named(params ReadOnlySpan<(string Language, string Names)> languages)
    {
        var named = new Dictionary<string, string[][]>(StringComparer.Ordinal);
        foreach (var (language, names) in languages) named[language] = [.. names.Split(' ').Select(forms => forms.Split('/'))];
        return named;
    }

    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    const string Year = "(?<year>(19|20)[0-9]{2})";

    /// <summary>“07.10.2020”, “7/10/2020”.</summary>
    [GeneratedRegex(@"\b(?<day>[0-9]{1,2})(\. ?|/|-)(?<month>[0-9]{1,2})(\. ?|/|-)" + Year + @"\b", Options)]
    private static partial Regex Numbers();

    /// <summary>“9 de octubre de 2020”, “24 نيسان / أبريل 2020”, “1er août 2020”.</summary>
    [GeneratedRegex(@"\b(?<day>[0-9]{1,2})(er|º|ο|\.)?( de | d’| d'|[\s/-]+)(?<name>\p{L}{2,12})\.?( ?/ ?\p{L}{2,12})?,?( de | del |[\s/-]+)" + Year + @"\b", Options)]
    private static partial Regex DayThenMonth();

    /// <summary>“2020. június 4.”.</summary>
    [GeneratedRegex(@"\b" + Year + @"\.? (?<name>\p{L}{2,12})\.? (?<day>[0-9]{1,2})\b", Options)]
    private static partial Regex YearThenMonth();

    /// <summary>“ديسمبر 22, 2020”, “Febrero 17, 2020”.</summary>
    [GeneratedRegex(@"\b(?<name>\p{L}{3,12})\.? (?<day>[0-9]{1,2}),? " + Year + @"\b", Options)]
    private static partial Regex MonthThenDay();
}
