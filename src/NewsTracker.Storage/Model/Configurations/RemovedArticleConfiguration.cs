using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class RemovedArticleConfiguration : IEntityTypeConfiguration<RemovedArticle>
{
    public void Configure(EntityTypeBuilder<RemovedArticle> builder)
    {
        builder.HasIndex(removed => removed.UrlKey);
        builder.HasIndex(removed => removed.ContentKey);
        builder.Property(removed => removed.Id).ValueGeneratedNever();
        builder.Property(removed => removed.Slug).HasMaxLength(Lengths.Slug);
        builder.Property(removed => removed.UrlKey).HasMaxLength(Lengths.Key);
        builder.Property(removed => removed.ContentKey).HasMaxLength(Lengths.Sha256);
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(removed => removed.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
