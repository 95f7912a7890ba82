using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class ArticleTopicConfiguration : IEntityTypeConfiguration<ArticleTopic>
{
    public void Configure(EntityTypeBuilder<ArticleTopic> builder)
    {
        builder.HasKey(tag => new { tag.ArticleId, tag.TopicId });
        builder.HasIndex(tag => tag.TopicId);
        builder.HasOne<Article>().WithMany().HasForeignKey(tag => tag.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Topic>().WithMany().HasForeignKey(tag => tag.TopicId).OnDelete(DeleteBehavior.Restrict);
    }
}
