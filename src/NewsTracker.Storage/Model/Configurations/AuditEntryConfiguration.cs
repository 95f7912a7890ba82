using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(entry => entry.Who).HasMaxLength(Lengths.Email);
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(Lengths.Word);
        // A page is the last entries of one person, of one kind, or of all: each ends in the key's order.
        builder.HasIndex(entry => entry.Who);
        builder.HasIndex(entry => entry.Kind);
    }
}
