using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.HasIndex(document => document.Sha256).IsUnique();
        // Nearly everything is front matter (0); the others are found without passing all originals.
        builder.HasIndex(document => document.Format).HasFilter("\"Format\" > 0");
        builder.Property(document => document.Sha256).HasMaxLength(Lengths.Sha256);
        builder.Property(document => document.Encoding).HasMaxLength(Lengths.Word);
    }
}
