using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class TopicConfiguration : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.HasIndex(topic => topic.Slug).IsUnique();
        builder.Property(topic => topic.Slug).HasMaxLength(Lengths.Slug);
        builder.Property(topic => topic.Name).HasMaxLength(Lengths.Name);
    }
}
