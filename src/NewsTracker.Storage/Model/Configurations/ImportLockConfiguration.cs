using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class ImportLockConfiguration : IEntityTypeConfiguration<ImportLock>
{
    public void Configure(EntityTypeBuilder<ImportLock> builder)
    {
        builder.Property(held => held.Id).ValueGeneratedNever();
        builder.Property(held => held.Host).HasMaxLength(Lengths.Name);
        builder.Property(held => held.Boot).HasMaxLength(Lengths.Name);
    }
}
