using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class UndoneFileConfiguration : IEntityTypeConfiguration<UndoneFile>
{
    public void Configure(EntityTypeBuilder<UndoneFile> builder)
    {
        builder.HasKey(undone => undone.Sha256);
        builder.Property(undone => undone.Sha256).HasMaxLength(Lengths.Sha256);
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(undone => undone.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
