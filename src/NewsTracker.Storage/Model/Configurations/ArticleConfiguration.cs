using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class ArticleConfiguration : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.HasIndex(article => article.UrlKey).IsUnique();
        builder.HasIndex(article => article.ContentKey);
        builder.HasIndex(article => article.ProviderId);
        builder.HasIndex(article => article.ChangedIn);
        builder.HasIndex(article => new { article.TaggedWith, article.ReadWith });
        builder.HasOne<Provider>().WithMany().HasForeignKey(article => article.ProviderId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(article => article.UrlKey).HasMaxLength(Lengths.Key);
        builder.Property(article => article.ContentKey).HasMaxLength(Lengths.Sha256);
        builder.Property(article => article.Fingerprint).HasMaxLength(Lengths.Fingerprint);
        builder.Property(article => article.TaggedWith).HasMaxLength(Lengths.Word);
        builder.Property(article => article.Slug).HasMaxLength(Lengths.Slug);
        builder.Property(article => article.ProviderName).HasMaxLength(Lengths.Name);
        builder.Property(article => article.Type).HasMaxLength(Lengths.Word);
        builder.Property(article => article.Category).HasMaxLength(Lengths.Word);
        builder.Property(article => article.Language).HasMaxLength(Lengths.Word);
        builder.Property(article => article.Cuts).AsJson(StoreJson.Default.IReadOnlyListCut, []);
        builder.Property(article => article.Repairs).AsJson(StoreJson.Default.IReadOnlyListString, []);
        builder.Property(article => article.Warnings).AsJson(StoreJson.Default.IReadOnlyListWarning, []);
        builder.Property(article => article.DateCandidates).AsJson(StoreJson.Default.IReadOnlyListPublishedDate, []);
        builder.Property(article => article.Extra)
            .AsJson(StoreJson.Default.IReadOnlyDictionaryStringJsonNode, new Dictionary<string, System.Text.Json.Nodes.JsonNode?>());
    }
}
