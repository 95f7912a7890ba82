using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class DismissedNameConfiguration : IEntityTypeConfiguration<DismissedName>
{
    public void Configure(EntityTypeBuilder<DismissedName> builder)
    {
        builder.HasKey(name => name.Slug);
        builder.Property(name => name.Slug).HasMaxLength(Lengths.Slug);
        builder.Property(name => name.DismissedBy).HasMaxLength(Lengths.Email);
    }
}
