using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class RefusedFileConfiguration : IEntityTypeConfiguration<RefusedFile>
{
    public void Configure(EntityTypeBuilder<RefusedFile> builder)
    {
        builder.HasKey(file => file.FullPath);
        builder.Property(file => file.Sha256).HasMaxLength(Lengths.Sha256);
        builder.Property(file => file.SettledBy).HasMaxLength(Lengths.Email);
    }
}
