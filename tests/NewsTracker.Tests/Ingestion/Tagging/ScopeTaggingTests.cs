using NewsTracker.Ingestion;
using NewsTracker.Tests.Ingestion.Catalogue;

namespace NewsTracker.Tests.Ingestion.Tagging;

public sealed class ScopeTaggingTests
{
    [Theory]
    [InlineData("Facial-recognition scanners come to the airport", null)]
    [InlineData("Shops may scan faces", null)]
    [InlineData("Gesichtserkennung am Bahnhof", null)]
    [InlineData("人脸识别进校园", null)]
    [InlineData("Clearview AI raises money from investors", null)]
    [InlineData("Your face is your boarding pass", "The airport tries facial recognition at its gates. Facial recognition is optional, it says.")]
    [InlineData(null, "Facial recognition spreads. More face recognition is planned. Critics of face scanning object.")]
    public void It_is_about_faces(string? title, string? excerpt)
    {
        var scope = Shipped.Tagger.Tag(new ArticleDraft { Title = title, Excerpt = excerpt }).Scope;

        Assert.Equal((ScopeValue.FacialRecognition, ValueSource.Inferred), (scope.Value, scope.Source));
        Assert.False(string.IsNullOrEmpty(scope.Evidence));
    }

    [Theory]
    [InlineData("AI must be regulated, says chief executive", "He named deepfakes and “nefarious uses of facial recognition” as dangers.")]
    [InlineData("Meeting face to face", "They met in person.")]
    [InlineData("Companies face fines", "The regulator recognises the effort.")]
    [InlineData("Voice recognition for cars", "It understands drivers.")]
    [InlineData(null, null)]
    public void A_passing_mention_does_not_make_it_about_faces(string? title, string? excerpt) =>
        Assert.Equal(ScopeClaim.Other, Shipped.Tagger.Tag(new ArticleDraft { Title = title, Excerpt = excerpt }).Scope);

    [Fact]
    public void The_address_was_a_headline_once()
    {
        var draft = new ArticleDraft { Title = "They know you", Url = "https://example.com/2020/01/facial-recognition-app.html" };

        Assert.Contains("facial recognition app", Shipped.Tagger.Tag(draft).Scope.Evidence, StringComparison.Ordinal);
        Assert.Equal(ScopeClaim.Other, Shipped.Tagger.Tag(draft with { Url = "https://face-recognition.example/" }).Scope);
    }

    [Theory]
    [InlineData(1, ScopeValue.Other)]
    [InlineData(12, ScopeValue.FacialRecognition)]
    public void A_body_must_keep_to_the_matter(int mentions, ScopeValue expected)
    {
        var filler = string.Concat(Enumerable.Repeat("The council spoke of roads and of water. ", 100));
        var body = filler + string.Concat(Enumerable.Repeat("Facial recognition was on the table. ", mentions));

        Assert.Equal(expected, Shipped.Tagger.Tag(new ArticleDraft { Title = "The council met", Body = body }).Scope.Value);
    }

    [Fact]
    public void What_a_person_decided_stays()
    {
        var decided = new ScopeClaim(ScopeValue.Other, ValueSource.Correction, null);

        Assert.Equal(decided, Shipped.Tagger.Tag(new ArticleDraft { Title = "Facial recognition", Scope = decided }).Scope);
    }
}
