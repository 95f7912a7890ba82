using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class ArticleMergeConfiguration : IEntityTypeConfiguration<ArticleMerge>
{
    public void Configure(EntityTypeBuilder<ArticleMerge> builder)
    {
        builder.ToTable("Merges");
        builder.HasIndex(merge => merge.GoneId).IsUnique();
        builder.HasIndex(merge => merge.UrlKey);
        builder.HasIndex(merge => merge.ContentKey);
        builder.HasOne<Article>().WithMany().HasForeignKey(merge => merge.KeptId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(merge => merge.UrlKey).HasMaxLength(Lengths.Key);
        builder.Property(merge => merge.ContentKey).HasMaxLength(Lengths.Sha256);
        builder.Property(merge => merge.KeptContentKey).HasMaxLength(Lengths.Sha256);
        builder.Property(merge => merge.MergedBy).HasMaxLength(Lengths.Email);
    }
}
