namespace NewsTracker.Ingestion.Catalogue;

/// <summary>What a company can be to this industry.</summary>
public static class CompanyKinds
{
    /// <summary>Known chiefly for face recognition: an article about it is in scope.</summary>
    public const string Face = "face";

    /// <summary>Writes about markets: never the subject of an article that quotes it.</summary>
    public const string Analyst = "analyst";

    /// <summary>Puts money into others.</summary>
    public const string Investor = "investor";

    /// <summary>Every kind that a catalogue may use.</summary>
    public static IReadOnlyList<string> All { get; } = [Face, "vendor", "platform", "integrator", Investor, "customer", Analyst];
}
