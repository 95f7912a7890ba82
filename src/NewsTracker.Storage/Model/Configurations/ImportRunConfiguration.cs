using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("Runs");
        builder.Property(run => run.StartedBy).HasMaxLength(Lengths.Email);
        builder.Property(run => run.Roots).AsJson(StoreJson.Default.IReadOnlyListString, []);
    }
}
