using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class ArticleCompanyConfiguration : IEntityTypeConfiguration<ArticleCompany>
{
    public void Configure(EntityTypeBuilder<ArticleCompany> builder)
    {
        builder.HasKey(tag => new { tag.ArticleId, tag.CompanyId });
        builder.HasIndex(tag => tag.CompanyId);
        builder.HasOne<Article>().WithMany().HasForeignKey(tag => tag.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Company>().WithMany().HasForeignKey(tag => tag.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(tag => tag.Forms).AsJson(StoreJson.Default.IReadOnlyListString, []);
    }
}
