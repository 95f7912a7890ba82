using System.Globalization;
using System.Text.RegularExpressions;
using NewsTracker.Ingestion;

namespace NewsTracker.Web.Admin;

/// <summary>The sums of an article as a person corrects them: those that stay, changed or not, and one that is added.</summary>
static partial class CorrectedMoney
{
    /// <summary>More than any sum that was ever stated; a typing error, surely.</summary>
    const decimal MostAmount = 1_000_000_000_000_000m;

    /// <summary>Reads a form.</summary>
    /// <param name="form">As posted.</param>
    /// <param name="now">The article's values, corrections included.</param>
    public static CorrectedDraft Of(CorrectionForm form, ArticleDraft now)
    {
        List<MoneyFact> facts = [.. now.Money.Index().Where(fact => form.Money.Contains(fact.Index)).Select(fact => Changed(fact.Item, fact.Index, form, now))];
        if (CorrectionForm.Text(form.Amount) is not { } typed) return CorrectedDraft.Right(now with { Money = facts });
        if (Amount(typed) is not { } sum) return CorrectedDraft.Wrong($"“{typed}” is no sum. Type digits with a point before cents, such as 1500000, 1,500,000 or 1.5 million.", nameof(form.Amount));
        if (!Currencies.All.Contains(form.Currency)) return CorrectedDraft.Wrong("Choose the currency of the sum.", nameof(form.Currency));
        var owner = Owner(form.AddedOwner, now);
        facts.Add(new MoneyFact(form.AddedKind, form.AddedStatus, sum, form.Currency!, owner?.Name, owner?.Slug, null, ValueSource.Correction, null));
        return CorrectedDraft.Right(now with { Money = facts });
    }

    /// <summary>A sum as a person types it; null for what is none.</summary>
    /// <param name="typed">Such as <c>1,500,000</c> or <c>1.5 million</c>. A comma only groups: 1,5 could be taken for 15.</param>
    public static decimal? Amount(string typed)
    {
        if (Sum().Match(typed) is not { Success: true } match) return null;
        if (!decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        var scale = match.Groups["scale"].Value.ToLowerInvariant() switch
        {
            "" => 1m,
            "thousand" or "k" => 1_000m,
            "million" or "m" => 1_000_000m,
            "billion" or "bn" or "b" => 1_000_000_000m,
            _ => 1_000_000_000_000m,
        };
        return number > 0 && number <= MostAmount / scale ? number * scale : null;
    }

    static MoneyFact Changed(MoneyFact fact, int place, CorrectionForm form, ArticleDraft now)
    {
        var owner = Owner(form.Owners.ElementAtOrDefault(place), now);
        var changed = fact with
        {
            Kind = place < form.Kinds.Count ? form.Kinds[place] : fact.Kind,
            Status = place < form.Statuses.Count ? form.Statuses[place] : fact.Status,
            Company = owner?.Name,
            CompanySlug = owner?.Slug,
        };
        return changed == fact ? fact : changed with { Source = ValueSource.Correction };
    }

    static CompanyTag? Owner(string? slug, ArticleDraft now) => now.Companies.FirstOrDefault(company => company.Slug == slug);

    [GeneratedRegex(@"^(?<number>([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,18})(\.[0-9]{1,4})?)\s*(?<scale>thousand|k|million|m|billion|bn|b|trillion|tn)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Sum();
}
