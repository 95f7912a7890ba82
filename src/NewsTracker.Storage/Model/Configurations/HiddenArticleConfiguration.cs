using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsTracker.Storage.Model.Configurations;

sealed class HiddenArticleConfiguration : IEntityTypeConfiguration<HiddenArticle>
{
    public void Configure(EntityTypeBuilder<HiddenArticle> builder)
    {
        builder.HasKey(hidden => hidden.ArticleId);
        builder.Property(hidden => hidden.ArticleId).ValueGeneratedNever();
        builder.Property(hidden => hidden.HiddenBy).HasMaxLength(Lengths.Email);
    }
}
