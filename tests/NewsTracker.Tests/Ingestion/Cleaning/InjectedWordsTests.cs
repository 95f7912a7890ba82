using CsCheck;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Tests.Ingestion.Cleaning;

public sealed class InjectedWordsTests
{
    [Theory]
    [InlineData("The council put the cameras up two years ago, the mayor told us\u00a0alarm repair in leeds.", "told us\u00a0alarm repair in leeds", "The council put the cameras up two years ago, the mayor.")]
    [InlineData("The council put the cameras up  best online casino and nobody had told the people of the town.", "best online casino", null)]
    [InlineData("The council of the town put the cameras up\u00a0cheap car rentals in dubai\u00a0and nobody was told of it.", "cheap car rentals in dubai", null)]
    [InlineData("The council of the town put the cameras up and nobody was told, \u00a0essay writing services", "essay writing services", "The council of the town put the cameras up and nobody was told,")]
    public void Advertising_glued_into_a_sentence_is_taken_out(string line, string injected, string? left)
    {
        var sifted = InjectedWords.Sift(line);

        Assert.Equal([injected], sifted.Injected);
        Assert.Equal(left ?? line.Replace(injected, string.Empty, StringComparison.Ordinal), sifted.Text);
    }

    [Theory]
    [InlineData("The company that runs the best online casino of the island checks the face of each guest at the door.")]
    [InlineData("The firm sells its\u00a0camera systems in London and has dealers in Leeds, where the council bought forty of them.")]
    [InlineData("The firm put\u00a0face recognition systems in schools and shops in towns all over the country, the report says.")]
    [InlineData("camera dealers in leeds")]
    public void Sentences_about_trades_keep_their_words(string line) => Assert.Equal((line, 0), InjectedWords.Sift(line) is var sifted ? (sifted.Text, sifted.Injected.Count) : default);

    [Theory]
    [InlineData("The council of Marlow put the cameras up at the  cheap flight tickets  station two years ago, the mayor said.", "cheap flight tickets")]
    [InlineData("The council of Marlow put the cameras up,\u00a0hair transplant clinic prices\u00a0and nobody in the town was told.", "hair transplant clinic prices")]
    [InlineData("The council of Marlow  put them up in the  station two years ago, the mayor of the town said on Monday.", null)]
    [InlineData("The council put the cameras up two years ago.  Nobody in the town was told of it, the mayor said.  She was.", null)]
    [InlineData("The council of Marlow put the  Marlow Station Cameras  up two years ago, the mayor of the town said.", null)]
    public void Bare_words_between_two_gaps_are_told_and_left(string line, string? suspected)
    {
        var sifted = InjectedWords.Sift(line);

        Assert.Equal((line, 0), (sifted.Text, sifted.Injected.Count));
        Assert.Equal(suspected is null ? [] : [suspected], sifted.Suspected);
    }

    [Fact]
    public void What_is_left_and_what_was_taken_make_up_the_line() =>
        Gen.OneOf(Gen.Const("\u00a0alarm repair in leeds"), Gen.Const(" the town "), Gen.Const("told us"), Gen.Const("."), Gen.String).Array[0, 12].Sample(parts =>
        {
            var line = string.Concat(parts);
            var sifted = InjectedWords.Sift(line);
            Assert.Equal(Solid(line), Solid(sifted.Text) + sifted.Injected.Sum(Solid));
        }, iter: 500);

    static int Solid(string text) => text.Count(letter => !char.IsWhiteSpace(letter));
}
