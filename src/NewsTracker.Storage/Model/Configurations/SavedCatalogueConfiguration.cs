using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class SavedCatalogueConfiguration : IEntityTypeConfiguration<SavedCatalogue>
{
    public void Configure(EntityTypeBuilder<SavedCatalogue> builder)
    {
        builder.Property(saved => saved.Version).HasMaxLength(Lengths.Word);
        builder.Property(saved => saved.SavedBy).HasMaxLength(Lengths.Email);
    }
}
