using System.Text.Json.Serialization;

namespace NewsTracker.Ingestion;

/// <summary>The layer a value belongs to; a later one wins over an earlier one of inference, and a correction over all.</summary>
public enum ValueSource
{
    /// <summary>The file says so.</summary>
    Declared,

    /// <summary>We worked it out.</summary>
    Inferred,

    /// <summary>A person decided.</summary>
    Correction,
}

/// <summary>How a headline is known.</summary>
public enum TitleSource
{
    /// <summary>A front-matter key.</summary>
    Declared,

    /// <summary>A line of a text scrape.</summary>
    Text,

    /// <summary>Markup of a saved page.</summary>
    Html,

    /// <summary>The first sentence: no headline was found.</summary>
    Inferred,

    /// <summary>A person decided.</summary>
    Correction,
}

/// <summary>Whether an article is about face recognition or face biometrics.</summary>
public enum ScopeValue
{
    /// <summary>It is not.</summary>
    Other,

    /// <summary>It is.</summary>
    FacialRecognition,
}

/// <summary>What a company is to an article.</summary>
public enum CompanyRole
{
    /// <summary>Named, but not what it is about.</summary>
    Mention,

    /// <summary>The article is mainly about it.</summary>
    Subject,
}

/// <summary>What a sum of money is.</summary>
public enum MoneyKind
{
    /// <summary>None of the others, or in doubt.</summary>
    Other,

    /// <summary>A financing round.</summary>
    Round,

    /// <summary>What a company is said to be worth.</summary>
    Valuation,

    /// <summary>A settlement out of court.</summary>
    Settlement,

    /// <summary>A fine.</summary>
    Fine,

    /// <summary>Revenue or sales.</summary>
    Revenue,

    /// <summary>The worth of a contract.</summary>
    Contract,

    /// <summary>Money put into a company by one investor.</summary>
    Investment,

    /// <summary>The size of a market.</summary>
    [JsonStringEnumMemberName("market-size")]
    MarketSize,
}

/// <summary>How certain a sum is.</summary>
public enum MoneyStatus
{
    /// <summary>Nothing says.</summary>
    Unknown,

    /// <summary>It happened.</summary>
    Closed,

    /// <summary>It is to happen.</summary>
    Planned,

    /// <summary>Others say so.</summary>
    Reported,

    /// <summary>A total over time.</summary>
    Cumulative,
}

/// <summary>How a file is written, decided by its bytes and never by its name.</summary>
public enum SourceFormat
{
    /// <summary>YAML between two lines of <c>---</c>.</summary>
    FrontMatter,

    /// <summary>What is left of a page as text.</summary>
    Text,

    /// <summary>A saved page.</summary>
    Html,
}

/// <summary>What kind of doubt a <see cref="Warning"/> raises.</summary>
public enum WarningCode
{
    /// <summary>A declared value could not be understood and was left out.</summary>
    FieldLeftOut,

    /// <summary>A related entry could not be understood and was left out.</summary>
    RelatedLeftOut,

    /// <summary>Two sources tell different dates.</summary>
    DateConflict,

    /// <summary>Characters were lost before the file reached us.</summary>
    LossyText,

    /// <summary>No headline was found.</summary>
    TitleInferred,

    /// <summary>A limit was reached; the rest was left out.</summary>
    LimitReached,

    /// <summary>A key stands twice; the first one counts.</summary>
    DuplicateKey,

    /// <summary>The date of publication lay ahead when the file was read.</summary>
    FutureDate,

    /// <summary>Words that do not belong to the article were cut out of a sentence, or seem not to belong there.</summary>
    InjectedText,

    /// <summary>The date lies before a company existed that the article is about.</summary>
    BeforeFounding,

    /// <summary>A whole file was left out, because a person had undone its import.</summary>
    FileLeftOut,

    /// <summary>A file is taken by hand although a person had undone its import.</summary>
    FileTakenAgain,
}
