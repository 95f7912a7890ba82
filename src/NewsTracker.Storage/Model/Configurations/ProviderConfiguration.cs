using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class ProviderConfiguration : IEntityTypeConfiguration<Provider>
{
    public void Configure(EntityTypeBuilder<Provider> builder)
    {
        builder.HasIndex(provider => provider.Domain).IsUnique();
        builder.Property(provider => provider.Domain).HasMaxLength(Lengths.Domain);
        builder.Property(provider => provider.Name).HasMaxLength(Lengths.Name);
    }
}
