using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class CorrectionConfiguration : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.HasIndex(correction => correction.ArticleId);
        builder.Property(correction => correction.Field).HasMaxLength(Lengths.Word);
        builder.Property(correction => correction.MadeBy).HasMaxLength(Lengths.Email);
    }
}
