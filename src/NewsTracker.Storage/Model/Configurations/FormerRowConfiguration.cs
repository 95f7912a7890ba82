using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class FormerRowConfiguration : IEntityTypeConfiguration<FormerRow>
{
    public void Configure(EntityTypeBuilder<FormerRow> builder)
    {
        builder.HasKey(former => new { former.RunId, former.Kind, former.RowId });
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(former => former.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
