using CsCheck;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Tests.Ingestion.Cleaning;

public sealed class TextRepairTests
{
    static readonly string[] Pieces =
    [
        "a", "Z", " ", "\n", "\r\n", "\u00a0", "\u200b", "\u202e", "\u200f", "#8238;", "&", "amp;", "#38;", "lt;", "nbsp;", "<", ">", "b>", "</p>", "<br/>", "â", "€", "™", "\u009d",
        "Ã", "©", "¢", "‚", "¬", "„", "É", "ð", "Ÿ", "˜", "€", "\u0007", "😀", "\ud83d", "…", "”", "?", "é", "Ð", "Ñ", "¾", ";", "x",
    ];

    [Fact]
    public void What_turns_writing_round_is_written_out_where_it_must_stay() =>
        Assert.Equal(@"inv\u202Etxt\u2069.exe ömit", TextRepair.Visible("inv\u202etxt\u2069.exe ömit"));

    [Theory]
    [InlineData("Chinaâ€™s top firm", "China’s top firm", "mojibake")]
    [InlineData("Chinaâ\u0080\u0099s top firm", "China’s top firm", "mojibake")]
    [InlineData("ChinaÃ¢â‚¬â„¢s top firm", "China’s top firm", "mojibake")]
    [InlineData("â€œNo,â€\u009d he said", "“No,” he said", "mojibake")]
    [InlineData("It’s fine, but itâ€™s not", "It’s fine, but it’s not", "mojibake")]
    [InlineData("SociÃ©tÃ© GÃ©nÃ©rale", "Société Générale", "mojibake")]
    [InlineData("Viá»‡t Nam", "Việt Nam", "mojibake")]
    [InlineData("ÐœÐ¾Ñ\u0081ÐºÐ²Ð°", "Москва", "mojibake")]
    [InlineData("ðŸ˜€ it works", "😀 it works", "mojibake")]
    [InlineData("10Â°C", "10°C", "mojibake")]
    [InlineData("AT&#038;T &amp; others", "AT&T & others", "entities")]
    [InlineData("Q&amp;amp;A", "Q&A", "entities")]
    [InlineData("It&#8217;s &#x2014; &rsquo;tis&#150;so", "It’s — ’tis–so", "entities")]
    [InlineData("a&nbsp;b", "a b", "entities,whitespace")]
    [InlineData("a\u00a0b  c\nd\u200be", "a b c de", "whitespace")]
    [InlineData("<b>Bold</b> <a href=\"https://x.example\">link</a><br/>next", "Bold link next", "tags,whitespace")]
    [InlineData("bell\u0007 rings", "bell rings", "control")]
    [InlineData("Megvii \u202eseirf\u202c, \u2066Sense\u200eTime\u2069 grows\u200f", "Megvii seirf, SenseTime grows", "control")]
    [InlineData("Megvii &#8238;gpj.exe", "Megvii gpj.exe", "control,entities")]
    public void Damage_is_mended_and_named(string raw, string text, string repairs)
    {
        var repaired = TextRepair.Line(raw);

        Assert.Equal(text, repaired.Text);
        Assert.Equal(repairs, string.Join(',', repaired.Repairs));
    }

    [Theory]
    [InlineData("Nhận dạng khuôn mặt: Việt Nam thử nghiệm tại Đà Nẵng")]
    [InlineData("L’Été à la française — «où ça?»… CAFÉ, hésité…”")]
    [InlineData("„Spaß“ und Größe")]
    [InlineData("SOCIÉTÉ™ and MANHÃ…")]
    [InlineData("«está»… ¿sí?")]
    [InlineData("Распознавание лиц в Москве")]
    [InlineData("זיהוי פנים (AnyVision) בישראל")]
    [InlineData("商汤科技\u3000人脸识别")]
    [InlineData("👨‍👩‍👧 family, naïve café, señor, Ærø, £5 ±2°")]
    [InlineData("GM <GM.N> jumps; a List<string> too")]
    [InlineData("AT&T; R&D; 5 < 6 > 4")]
    [InlineData("Really?? Yes!")]
    [InlineData("")]
    public void Text_that_is_right_is_left_alone(string text)
    {
        Assert.Equal(text, TextRepair.Line(text).Text);
        Assert.Empty(TextRepair.Line(text).Repairs);
    }

    [Fact]
    public void Trimming_alone_is_no_repair()
    {
        Assert.Empty(TextRepair.Line("  a headline \r\n").Repairs);
        Assert.Empty(TextRepair.Block("one \r\ntwo\r\n").Repairs);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> & “Face” <b>recognition</b> firm", "& “Face” recognition firm")]
    [InlineData("A headline<style type='text/css'>b { color: red }</style> <mark>of</mark> <iframe src=x></iframe>note", "A headline of note")]
    [InlineData("Shares of <GM.N> and <Scripps Inc> rose", "Shares of <GM.N> and <Scripps Inc> rose")]
    public void Markup_goes_whatever_tag_it_is(string raw, string text) => Assert.Equal(text, TextRepair.Line(raw).Text);

    [Fact]
    public void A_block_keeps_its_paragraphs() =>
        Assert.Equal("one\n\ntwo two\nthree", TextRepair.Block("\r\none\r\n\r\n\r\n two  two\r\nthree\r\n").Text);

    [Theory]
    [InlineData("China??s top firm", true)]
    [InlineData("broken \ufffd mark", true)]
    [InlineData("he said â€ and left", true)]
    [InlineData("Really?? Yes!", false)]
    [InlineData("What? No", false)]
    public void Lost_characters_are_noticed(string text, bool lossy) => Assert.Equal(lossy, TextRepair.IsLossy(text));

    [Fact]
    public void Cleaning_twice_is_cleaning_once()
    {
        Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(picks => string.Concat(picks.Select(pick => Pieces[pick]))).Sample(raw =>
        {
            var line = TextRepair.Line(raw).Text;
            var block = TextRepair.Block(raw).Text;
            return TextRepair.Line(line).Text == line && TextRepair.Block(block).Text == block;
        }, iter: 20_000);
        Gen.String.Sample(raw => TextRepair.Line(TextRepair.Line(raw).Text).Text == TextRepair.Line(raw).Text, iter: 5_000);
    }

    [Fact]
    public void Nested_damage_does_not_take_for_ever()
    {
        var nested = string.Concat(Enumerable.Repeat("<", 200_000)) + string.Concat(Enumerable.Repeat("b>", 200_000));

        Assert.NotEmpty(TextRepair.Line(nested).Text);
        Assert.Equal("&", TextRepair.Line("&" + string.Concat(Enumerable.Repeat("amp;", 200_000))).Text);
    }
}
