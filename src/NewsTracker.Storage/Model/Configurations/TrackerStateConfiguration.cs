using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class TrackerStateConfiguration : IEntityTypeConfiguration<TrackerState>
{
    public void Configure(EntityTypeBuilder<TrackerState> builder)
    {
        builder.Property(state => state.Id).ValueGeneratedNever();
        builder.Property(state => state.CatalogueVersion).HasMaxLength(Lengths.Word);
        builder.HasData(new TrackerState { Id = 1 });
    }
}
