using NewsTracker.Ingestion;
using NewsTracker.Tests.Ingestion.Catalogue;

namespace NewsTracker.Tests.Ingestion.Tagging;

public sealed class LanguageTests
{
    const string German = "SenseTime hat nach einem Bericht eine „funding round“ in Höhe von zwei Milliarden Dollar abgeschlossen. Das Geld soll in die Gesichtserkennung und in neue Büros fließen, wie der Anbieter aus Hongkong am Montag mit zwei Sätzen sagte.";

    static ArticleDraft Tag(string title, string? body, string? declared = null) =>
        Shipped.Tagger.Tag(new ArticleDraft { Title = title, Body = body, Language = declared });

    [Theory]
    [InlineData("en", "The mayor said that the cameras at the gate are not in use and that they would be taken down by the end of the month.")]
    [InlineData("de", German)]
    [InlineData("fr", "Le ministre a dit que les caméras de la gare ne sont pas utilisées et qu’elles seront retirées par la ville avant la fin du mois.")]
    [InlineData("es", "El alcalde dijo que las cámaras de la estación no están en uso y que el ayuntamiento las va a retirar antes del fin de mes, según su oficina.")]
    [InlineData("pt", "O prefeito disse que as câmeras da estação não estão em uso e que a cidade vai retirar os aparelhos até o fim do mês, segundo uma nota.")]
    [InlineData("it", "Il sindaco ha detto che le telecamere della stazione non sono in uso e che il comune le toglierà dalla piazza entro la fine del mese.")]
    [InlineData("nl", "De burgemeester zei dat de camera’s van het station niet in gebruik zijn en dat ze voor het einde van de maand worden weggehaald.")]
    [InlineData("ru", "Мэр города заявил, что камеры на вокзале не используются и что их снимут до конца месяца, но не сказал, как это будет сделано.")]
    [InlineData("ja", "市長は駅のカメラを使っていないと述べ、月末までに取り外すと発表した。")]
    [InlineData("zh", "市长表示，车站的人脸识别摄像头没有使用，月底之前将全部拆除。")]
    [InlineData("ko", "시장은 역의 카메라를 사용하지 않으며 월말까지 철거하겠다고 밝혔다.")]
    public void Running_text_tells_its_language(string language, string text) => Assert.Equal(language, Tag("", text).Language);

    [Theory]
    [InlineData("Megvii files for Hong Kong IPO")]
    [InlineData("Gesichtserkennung am Bahnhof")]
    [InlineData("De La Rue, La Poste, El Al, Das Keyboard, Der Spiegel, Die Zeit: customers")]
    [InlineData("Fans at the gate: “Das ist nicht gut, und es wird auch nicht besser”, a man from Berlin said of the cameras")]
    public void Names_few_words_and_a_mixture_tell_none(string title) => Assert.Null(Tag(title, null).Language);

    [Fact]
    public void Another_language_is_tagged_by_names_alone()
    {
        var draft = Tag("SenseTime wächst", German);

        Assert.True(draft.IsTaggedByNamesOnly);
        Assert.Equal("SenseTime", Assert.Single(draft.Companies).Name);
        Assert.Equal(ScopeValue.FacialRecognition, draft.Scope.Value);
        Assert.Empty(draft.Topics);
        Assert.Contains(Tag("SenseTime closes funding round", null).Topics, topic => topic.Slug == "funding");
    }

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("en", "de")]
    [InlineData(null, "de")]
    public void What_a_page_declares_stands_unless_a_template_said_English(string? declared, string language) =>
        Assert.Equal(language, Tag("SenseTime wächst", German, declared).Language);
}
