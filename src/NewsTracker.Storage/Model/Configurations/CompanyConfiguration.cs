using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class CompanyConfiguration : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.HasIndex(company => company.Slug).IsUnique();
        builder.Property(company => company.Slug).HasMaxLength(Lengths.Slug);
        builder.Property(company => company.Name).HasMaxLength(Lengths.Name);
    }
}
