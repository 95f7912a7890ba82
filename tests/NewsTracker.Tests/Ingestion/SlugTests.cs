using NewsTracker.Ingestion;

namespace NewsTracker.Tests.Ingestion;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Face++", "face-plus-plus")]
    [InlineData("AT&T", "at-and-t")]
    [InlineData("IPO & listings", "ipo-and-listings")]
    [InlineData("Société Générale", "societe-generale")]
    [InlineData("China’s top firm", "chinas-top-firm")]
    [InlineData("商汤", "untitled")]
    [InlineData("", "untitled")]
    public void A_slug_is_plain_ascii(string name, string slug) => Assert.Equal(slug, Slugs.From(name));

    [Theory]
    [InlineData("Computer Vision", "computer-vision")]
    [InlineData("人工智能", "x-161332dd5b")]
    public void A_name_in_ascii_is_spelled_and_any_other_is_hashed(string name, string slug) => Assert.Equal(slug, Slugs.ForName(name));

    [Theory]
    [InlineData("人工智能", "公司", false)]
    [InlineData("Экономика", "экономика", true)]
    [InlineData("ｶﾒﾗ", "カメラ", true)]
    [InlineData("", "!", false)]
    public void Names_without_ascii_share_a_slug_only_where_they_are_one_name(string one, string other, bool same) =>
        Assert.Equal(same, Slugs.ForName(one) == Slugs.ForName(other));

    [Fact]
    public void A_long_slug_is_cut_between_words()
    {
        var slug = Slugs.From(string.Join(' ', Enumerable.Repeat("recognition", 20)));

        Assert.True(slug.Length <= Slugs.MaxLength);
        Assert.EndsWith("recognition", slug, StringComparison.Ordinal);
    }
}
