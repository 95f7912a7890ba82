using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Model;

/// <summary>A company or investor, from the catalogue or found in text.</summary>
public sealed class Company
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>As addresses carry it; unique and stable.</summary>
    public required string Slug { get; init; }

    /// <summary>Canonical name.</summary>
    public required string Name { get; set; }

    /// <summary>False for a name that the catalogue lacks.</summary>
    public bool InCatalogue { get; set; }

    /// <summary>The catalogue entry as JSON; null for a found name.</summary>
    public string? Definition { get; set; }
}

/// <summary>A topic: one of the tracker's own, or one that files declare.</summary>
public sealed class Topic
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>As addresses carry it; unique and stable.</summary>
    public required string Slug { get; init; }

    /// <summary>As people read it.</summary>
    public required string Name { get; set; }

    /// <summary>Place among the tracker's own topics; null for a topic of the origin.</summary>
    public int? Position { get; set; }

    /// <summary>The catalogue entry as JSON; null for a topic of the origin.</summary>
    public string? Definition { get; set; }
}

/// <summary>A publisher, keyed by domain: one domain carries several names.</summary>
public sealed class Provider
{
    /// <summary>Key.</summary>
    public long Id { get; init; }

    /// <summary>Lower case, without <c>www.</c>; the slug of the name where no domain is known. Unique.</summary>
    public required string Domain { get; init; }

    /// <summary>The catalogue's name, else the first one seen.</summary>
    public required string Name { get; set; }

    /// <summary>The catalogue entry as JSON; null for a publisher known only from articles.</summary>
    public string? Definition { get; set; }
}

/// <summary>A company on an article.</summary>
public sealed class ArticleCompany
{
    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>The company.</summary>
    public long CompanyId { get; init; }

    /// <summary>Subject or mention.</summary>
    public CompanyRole Role { get; init; }

    /// <summary>How often it is named.</summary>
    public int Mentions { get; init; }

    /// <summary>Inferred or corrected.</summary>
    public ValueSource Source { get; init; }

    /// <summary>A sentence that names it.</summary>
    public string? Evidence { get; init; }

    /// <summary>The spellings found, for marking them in the text.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];
}

/// <summary>A topic on an article.</summary>
public sealed class ArticleTopic
{
    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>The topic.</summary>
    public long TopicId { get; init; }

    /// <summary>Place among the article's topics, from 0.</summary>
    public int Position { get; init; }

    /// <summary>Declared, inferred or corrected.</summary>
    public ValueSource Source { get; init; }

    /// <summary>The words that decided it.</summary>
    public string? Evidence { get; init; }
}

/// <summary>A sum of money that an article states.</summary>
public sealed class ArticleMoney
{
    /// <summary>The article.</summary>
    public long ArticleId { get; init; }

    /// <summary>Place among the article's sums, from 0.</summary>
    public int Position { get; init; }

    /// <summary>What the sum is.</summary>
    public MoneyKind Kind { get; init; }

    /// <summary>How certain it is.</summary>
    public MoneyStatus Status { get; init; }

    /// <summary>In whole units of the currency.</summary>
    public decimal Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Whose it is; null in doubt.</summary>
    public long? CompanyId { get; init; }

    /// <summary>A conversion printed beside it; null where there is none.</summary>
    public decimal? ConvertedAmount { get; init; }

    /// <summary>The conversion's currency, ISO 4217.</summary>
    public string? ConvertedCurrency { get; init; }

    /// <summary>Inferred or corrected.</summary>
    public ValueSource Source { get; init; }

    /// <summary>The sentence that states it.</summary>
    public string? Evidence { get; init; }

    /// <summary>The spellings found, for marking them in the text.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];
}
