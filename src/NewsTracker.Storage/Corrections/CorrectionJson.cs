using System.Text.Json.Serialization;
using NewsTracker.Ingestion;

namespace NewsTracker.Storage.Corrections;

/// <summary>JSON of corrected values.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(CorrectedBody))]
[JsonSerializable(typeof(ProviderClaim))]
[JsonSerializable(typeof(PublishedDate))]
[JsonSerializable(typeof(ScopeClaim))]
[JsonSerializable(typeof(IReadOnlyList<CompanyTag>))]
[JsonSerializable(typeof(IReadOnlyList<TopicTag>))]
[JsonSerializable(typeof(IReadOnlyList<MoneyFact>))]
sealed partial class CorrectionJson : JsonSerializerContext;
