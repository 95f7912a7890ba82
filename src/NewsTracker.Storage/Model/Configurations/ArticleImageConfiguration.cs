using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class ArticleImageConfiguration : IEntityTypeConfiguration<ArticleImage>
{
    public void Configure(EntityTypeBuilder<ArticleImage> builder)
    {
        builder.HasKey(image => new { image.ArticleId, image.Position });
        builder.HasOne<Article>().WithMany().HasForeignKey(image => image.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}
