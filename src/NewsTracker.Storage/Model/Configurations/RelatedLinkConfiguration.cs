using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class RelatedLinkConfiguration : IEntityTypeConfiguration<RelatedLink>
{
    public void Configure(EntityTypeBuilder<RelatedLink> builder)
    {
        builder.HasKey(link => new { link.ArticleId, link.Position });
        builder.HasIndex(link => link.RelatedId);
        builder.HasOne<Article>().WithMany().HasForeignKey(link => link.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Article>().WithMany().HasForeignKey(link => link.RelatedId).OnDelete(DeleteBehavior.Cascade);
    }
}
