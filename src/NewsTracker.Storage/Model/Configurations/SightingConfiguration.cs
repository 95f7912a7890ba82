using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class SightingConfiguration : IEntityTypeConfiguration<Sighting>
{
    public void Configure(EntityTypeBuilder<Sighting> builder)
    {
        builder.HasIndex(sighting => sighting.ArticleId);
        builder.HasIndex(sighting => new { sighting.FileId, sighting.Entry });
        builder.Property(sighting => sighting.Fingerprint).HasMaxLength(Lengths.Fingerprint);
        builder.HasOne<Article>().WithMany().HasForeignKey(sighting => sighting.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<TrackedFile>().WithMany().HasForeignKey(sighting => sighting.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(sighting => sighting.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(sighting => sighting.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
