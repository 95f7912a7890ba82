using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class SettledDoubtConfiguration : IEntityTypeConfiguration<SettledDoubt>
{
    public void Configure(EntityTypeBuilder<SettledDoubt> builder)
    {
        builder.HasKey(doubt => new { doubt.Kind, doubt.ArticleId });
        builder.Property(doubt => doubt.Kind).HasConversion<string>().HasMaxLength(Lengths.Word);
        builder.Property(doubt => doubt.SettledBy).HasMaxLength(Lengths.Email);
    }
}
