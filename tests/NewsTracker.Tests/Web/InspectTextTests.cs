using NewsTracker.Ingestion;
using NewsTracker.Web.Cli;

namespace NewsTracker.Tests.Web;

public sealed class InspectTextTests
{
    static CompanyTag Company(string name, CompanyRole role, bool known) => new(name, name.ToLowerInvariant(), role, 1, known, ValueSource.Inferred, null);

    static string Told(ArticleDraft draft)
    {
        using var output = new StringWriter { NewLine = "\n" };
        InspectText.Write(new("a.txt", null, new(draft, null, "utf-8", SourceFormat.Text), null), output);
        return output.ToString();
    }

    [Fact]
    public void Names_that_the_catalogue_lacks_are_marked() => Assert.Contains(
        "companies  Megvii (subject), Newface (subject, found), NEC, Oldface (found)\n",
        Told(new()
        {
            Companies =
            [
                Company("Megvii", CompanyRole.Subject, true), Company("Newface", CompanyRole.Subject, false),
                Company("NEC", CompanyRole.Mention, true), Company("Oldface", CompanyRole.Mention, false),
            ],
        }),
        StringComparison.Ordinal);

    [Fact]
    public void Dates_are_told_as_precisely_as_they_are_known_and_once()
    {
        var day = PublishedDate.OnDay(new(2019, 7, 31), DateSource.Address, null);
        var month = PublishedDate.InMonth(2018, 7, DateSource.Estimated, "in July");

        var told = Told(new() { Published = day, DateCandidates = [day, day with { Evidence = "another" }, month, month] });

        Assert.Contains("published  2019-07-31, address\n", told, StringComparison.Ordinal);
        Assert.Contains("also told  ≈ 2018-07, estimated\n", told, StringComparison.Ordinal);
    }
}
