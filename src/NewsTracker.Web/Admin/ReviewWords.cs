using NewsTracker.Storage.Model;
using NewsTracker.Storage.Reviewing;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Admin;

/// <summary>Doubts as people read them.</summary>
static class ReviewWords
{
    /// <summary>A doubt's heading.</summary>
    public static string Heading(DoubtKind kind) => kind switch
    {
        DoubtKind.Undated => "No date",
        DoubtKind.DateDoubted => "Doubtful date",
        DoubtKind.TitleInferred => "Headline made up",
        DoubtKind.LossyText => "Unreadable characters",
        DoubtKind.InjectedText => "Foreign words in the text",
        DoubtKind.NoCompany => "No company",
        DoubtKind.Identity => "Doubtful identity",
        _ => "Same headline twice",
    };

    /// <summary>What a person does about it.</summary>
    public static string Advice(DoubtKind kind) => kind switch
    {
        DoubtKind.Undated => "No date was told anywhere. Give it one, with the precision that is known.",
        DoubtKind.DateDoubted => "What tells the date does not agree with something else. Correct the date, or let it stand.",
        DoubtKind.TitleInferred => "The file has no headline, so one was made from its address or its text. Correct it, or let it stand.",
        DoubtKind.LossyText => "Some characters of the file could not be read. Save the article again and import it, correct what people see, or let it stand.",
        DoubtKind.InjectedText => "Words that do not belong there stood in the text and were cut. See whether the cut is right.",
        DoubtKind.NoCompany => "No company of the catalogue is named. Add the one it is about, or let it stand.",
        DoubtKind.Identity => "No address is known, so the words alone tell which article it is: the same story in other words would be another article. Give the address, merge it with the article that it is, or let it stand.",
        _ => "Two addresses carry the same headline: one article twice, a copy, or two articles. Merge them, hide a copy, or let both stand.",
    };

    /// <summary>The field of the correction page that settles it.</summary>
    public static string Field(DoubtKind kind) => kind switch
    {
        DoubtKind.Undated or DoubtKind.DateDoubted => "published",
        DoubtKind.NoCompany => "companies",
        DoubtKind.Identity => "url",
        DoubtKind.LossyText or DoubtKind.InjectedText => "body",
        _ => "title",
    };

    /// <summary>A count that may go on: <c>12</c>, <c>1,000 or more</c>.</summary>
    public static string Count(int count) => count < ReviewQueue.CountedTo ? Counted.Number(count) : $"{Counted.Number(count)} or more";
}
