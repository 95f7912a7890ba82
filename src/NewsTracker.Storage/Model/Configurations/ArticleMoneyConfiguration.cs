using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class ArticleMoneyConfiguration : IEntityTypeConfiguration<ArticleMoney>
{
    public void Configure(EntityTypeBuilder<ArticleMoney> builder)
    {
        builder.HasKey(money => new { money.ArticleId, money.Position });
        builder.HasIndex(money => money.CompanyId);
        builder.HasOne<Article>().WithMany().HasForeignKey(money => money.ArticleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Company>().WithMany().HasForeignKey(money => money.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(money => money.Forms).AsJson(StoreJson.Default.IReadOnlyListString, []);
        builder.Property(money => money.Currency).HasMaxLength(Lengths.Currency);
        builder.Property(money => money.ConvertedCurrency).HasMaxLength(Lengths.Currency);
    }
}
