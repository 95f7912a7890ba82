using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class TrackedFileConfiguration : IEntityTypeConfiguration<TrackedFile>
{
    public void Configure(EntityTypeBuilder<TrackedFile> builder)
    {
        builder.ToTable("Files");
        builder.HasIndex(file => file.FullPath).IsUnique();
        builder.HasOne<Document>().WithMany().HasForeignKey(file => file.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Article>().WithMany().HasForeignKey(file => file.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(file => file.Sha256).HasMaxLength(Lengths.Sha256);
    }
}
