using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.HasIndex(receipt => new { receipt.RunId, receipt.Outcome });
        builder.HasIndex(receipt => receipt.Sha256).HasFilter($"\"Outcome\" = {(int)FileOutcome.Rejected}");
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(receipt => receipt.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(receipt => receipt.Sha256).HasMaxLength(Lengths.Sha256);
        builder.Property(receipt => receipt.Fields).AsJson(StoreJson.Default.IReadOnlyListString, []);
        builder.Property(receipt => receipt.Warnings).AsJson(StoreJson.Default.IReadOnlyListString, []);
    }
}
