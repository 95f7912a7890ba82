using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Corrections;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Admin;

/// <summary>What a person typed to correct one field; every part may be missing.</summary>
public sealed record CorrectionForm
{
    /// <summary>As <see cref="CorrectableField"/> names it.</summary>
    public string Field { get; init; } = "";

    /// <summary>Title, date, address, excerpt or scope; the provider's name.</summary>
    public string? Value { get; init => field = Text(value); }

    /// <summary>The provider's domain.</summary>
    public string? Domain { get; init; }

    /// <summary>A paragraph to cut away, by its place from 0.</summary>
    public int? Cut { get; init; }

    /// <summary>A piece to put back, by its place among what was cut.</summary>
    public int? Restore { get; init; }

    /// <summary>What each company on the article is from now on: <c>subject</c>, <c>mention</c>, or nothing to take it away.</summary>
    public Dictionary<string, string> Roles { get; init; } = [];

    /// <summary>A company to add, by name.</summary>
    public string? Added { get; init; }

    /// <summary>One of the catalogue's names that was offered in place of <see cref="Added"/>.</summary>
    public string? Meant { get; init; }

    /// <summary>The name that a person wants added although the catalogue lacks it; another one is asked about anew.</summary>
    public string? Confirmed { get; init; }

    /// <summary>Slugs of the tracker's own topics that are on it.</summary>
    public IList<string> Topics { get; init; } = [];

    /// <summary>Places of the sums to keep.</summary>
    public IList<int> Money { get; init; } = [];

    /// <summary>Kinds of the sums, by place.</summary>
    public IList<MoneyKind> Kinds { get; init; } = [];

    /// <summary>How certain the sums are, by place.</summary>
    public IList<MoneyStatus> Statuses { get; init; } = [];

    /// <summary>Whose the sums are, by place; empty for nobody's.</summary>
    public IList<string?> Owners { get; init; } = [];

    /// <summary>A sum to add, in digits or as <c>1.5 billion</c>; empty for none.</summary>
    public string? Amount { get; init; }

    /// <summary>The currency of the sum to add, ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>What the sum to add is.</summary>
    public MoneyKind AddedKind { get; init; }

    /// <summary>How certain the sum to add is.</summary>
    public MoneyStatus AddedStatus { get; init; }

    /// <summary>Whose the sum to add is, by slug; empty for nobody's.</summary>
    public string? AddedOwner { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>An address as a person typed it; null where nothing was typed.</summary>
    /// <param name="text">http or https.</param>
    /// <param name="isWrong">Whether something was typed that is no web address.</param>
    public static string? Address(string? text, out bool isWrong)
    {
        var typed = Text(text);
        isWrong = typed is not null && WebLink.Href(typed) is null;
        return typed;
    }

    /// <summary>A text as a person typed it, without what cannot be seen; null where nothing was.</summary>
    /// <param name="text">Any.</param>
    public static string? Text(string? text) => TextRepair.Typed(text ?? "") is { Length: > 0 } typed ? typed : null;
}
