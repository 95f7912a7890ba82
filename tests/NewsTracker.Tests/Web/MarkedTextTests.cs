using CsCheck;
using NewsTracker.Ingestion;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Tests.Web;

public sealed class MarkedTextTests
{
    static readonly MarkedText Marks = new([Company("SenseTime", "SenseTime", "商汤"), Company("Face++", "Face++"), Company("NEC", "NEC"), Company("NEC X", "NEC X")], [Sum("$5 million"), Sum("5 billion yuan (US$720 million)")]);

    static readonly string[] Scraps = ["SenseTime", "NEC", "NEC X", "商汤", "Face++", "x", " ", "<", "é"];

    [Theory]
    [InlineData("SenseTime’s round", "[SenseTime]’s round")]
    [InlineData("about SenseTime", "about [SenseTime]")]
    [InlineData("SenseTimes and CONNECT", "SenseTimes and CONNECT")]
    [InlineData("Face++, the app; Face++ again", "[Face++], the app; [Face++] again")]
    [InlineData("NEC X, not NEC", "[NEC X], not [NEC]")]
    [InlineData("NEC Xylo", "[NEC] Xylo")]
    [InlineData("公司商汤科技", "公司[商汤]科技")]
    [InlineData("<b>SenseTime</b>", "<b>[SenseTime]</b>")]
    [InlineData("SenseTime’s $5 million, not US$5 million or $5 millionth", "[SenseTime]’s {$5 million}, not US{$5 million} or $5 millionth")]
    [InlineData("5 billion yuan (US$720 million) of sales", "{5 billion yuan (US$720 million)} of sales")]
    [InlineData("", "")]
    public void Companies_and_sums_are_marked_as_whole_words(string text, string marked) =>
        Assert.Equal(marked, string.Concat(Marks.Split(text).Select(piece => piece switch
        {
            { Company: not null } => $"[{piece.Text}]",
            { Money: not null } => $"{{{piece.Text}}}",
            _ => piece.Text,
        })));

    [Fact]
    public void The_pieces_joined_are_the_text() =>
        Gen.Int[0, Scraps.Length - 1].Select(index => Scraps[index]).Array[0, 12].Sample(words =>
        {
            var text = string.Concat(words);
            return string.Concat(Marks.Split(text).Select(piece => piece.Text)) == text;
        });

    [Fact]
    public void Cut_pieces_stand_at_their_paragraph()
    {
        var view = BodyView.Of(new ArticleDraft
        {
            Body = "One.\n\nTwo.",
            Cuts = [new Cut(3, 1, "newsletter prompt", "Sign up"), new Cut(4, 1, "advertisement", "Buy"), new Cut(9, 7, "comment form", "Reply")],
        }).Paragraphs;

        Assert.Equal(["", "newsletter prompt, advertisement", "comment form"], view.Select(paragraph => paragraph.Reasons));
        Assert.Empty(view[2].Passages);
    }

    [Fact]
    public void The_words_a_topic_rests_on_are_marked_once_and_topics_share_them()
    {
        var passages = new TopicPassages([Topic("funding", "…NEC raised $5 million…"), Topic("ipo", "raised $5 million in Tokyo"), Topic("bans", "not in the text")], Marks);

        var first = passages.Split("Last week NEC raised $5 million in Tokyo. It grows.");
        var second = passages.Split("Again: NEC raised $5 million.");

        Assert.Equal(["Last week ", "NEC raised $5 million in Tokyo", ". It grows."], first.Select(passage => string.Concat(passage.Pieces.Select(piece => piece.Text))));
        Assert.Equal(["funding", "ipo"], first[1].Topics.Select(topic => topic.Slug));
        Assert.Contains(first[1].Pieces, piece => piece.Company is not null);
        Assert.Empty(Assert.Single(second).Topics);
        Assert.Equal(["funding", "ipo"], passages.Found.Order());
    }

    static TopicTag Topic(string slug, string evidence) => new(slug, slug, ValueSource.Inferred, evidence);

    static MoneyFact Sum(string form) =>
        new(MoneyKind.Round, MoneyStatus.Unknown, 5_000_000m, "USD", null, null, null, ValueSource.Inferred, null) { Forms = [form] };

    static CompanyTag Company(string name, params string[] forms) =>
        new(name, Slugs.From(name), CompanyRole.Mention, 1, true, ValueSource.Inferred, null) { Forms = forms };
}
