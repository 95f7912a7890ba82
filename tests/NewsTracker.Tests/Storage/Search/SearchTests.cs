using NewsTracker.Ingestion;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Tests.Storage.Search;

public sealed class SearchStore : IAsyncLifetime
{
    public TestStore Store { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Store.InitializeAsync();
        await Store.AddAsync(
            new TestArticle(1)
            {
                Title = "Megvii raises money",
                Body = "The maker of Face++ closed a round.\n\nIts A.I. software recognises faces.",
                Subjects = ["megvii"],
                Topics = ["funding"],
                Provider = "reuters.com",
                Published = PublishedDate.OnDay(new DateOnly(2018, 7, 31), DateSource.Text, null),
            },
            new TestArticle(2)
            {
                Title = "An airport tries cameras",
                Excerpt = "Facial recognition at the gate; S&P 500 unmoved.",
                Body = "Facial recognition speeds boarding. Critics of facial scans object.",
                Subjects = ["nec"],
                Mentions = ["megvii"],
                Provider = "axios.com",
                Published = PublishedDate.InYear(2020, DateSource.Estimated, "in 2020"),
            },
            new TestArticle(3)
            {
                Title = "Court hears case on recognition of faces",
                Body = "A judge weighs facial evidence against Société Générale; airport police listened.",
                Topics = ["lawsuits"],
                Mentions = ["sensetime"],
            },
            new TestArticle(4) { Title = "Recognition for a singer", Body = "Nothing <b>to</b> see here.", Scope = ScopeValue.Other });
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}

public sealed class SearchTests(SearchStore search) : IClassFixture<SearchStore>
{
    [Theory]
    [InlineData("airport", "2,3")]
    [InlineData("AIRPORT cameras", "2")]
    [InlineData("\"facial recognition\"", "2")]
    [InlineData("facial -recognition", "")]
    [InlineData("facial -\"facial recognition\"", "3")]
    [InlineData("-airport", "1,4")]
    [InlineData("-airport -money", "4")]
    [InlineData("cameras OR judge", "2,3")]
    [InlineData("airport cameras OR judge", "2,3")]
    [InlineData("recogni*", "1,2,3,4")]
    [InlineData("societe generale", "3")]
    [InlineData("company:megvii", "1,2")]
    [InlineData("company:Megvii,nec", "2")]
    [InlineData("company:megvii OR company:sensetime", "1,2,3")]
    [InlineData("-company:megvii", "3,4")]
    [InlineData("topic:\"Funding\"", "1")]
    [InlineData("provider:Axios.com airport", "2")]
    [InlineData("after:2019", "2")]
    [InlineData("before:2018-07", "1")]
    [InlineData("after:2018-07-31 before:2018-07-31", "1")]
    public void The_query_language_finds(string text, string ids) => Assert.Equal(ids, Found(text));

    [Theory]
    [InlineData("Face++", "1")]
    [InlineData("A.I.", "1")]
    [InlineData("S&P", "2")]
    [InlineData("\"facial recog", "")]
    [InlineData("\"facial recognition", "2")]
    [InlineData("airport -", "2,3")]
    [InlineData("airport --", "2,3")]
    [InlineData("NEAR(airport", "")]
    [InlineData("airport) (cameras", "2")]
    [InlineData("airport *", "2,3")]
    [InlineData("* airport", "2,3")]
    [InlineData("airport AND", "")]
    [InlineData("OR airport", "2,3")]
    [InlineData("airport OR", "2,3")]
    [InlineData("airport OR OR cameras", "2,3")]
    [InlineData("airport OR -cameras", "3")]
    [InlineData("Title:airport", "")]
    [InlineData("{Title Body}:airport", "")]
    [InlineData("^airport", "2,3")]
    [InlineData("airport + police", "3")]
    [InlineData("it's", "")]
    [InlineData("'; DROP TABLE Articles; --", "")]
    [InlineData("airport\0cameras", "2")]
    [InlineData("after:yesterday airport", "2,3")]
    [InlineData("company: airport", "")]
    [InlineData("company:unheard-of", "")]
    public void Nothing_that_a_person_types_is_an_error(string text, string ids) => Assert.Equal(ids, Found(text));

    [Theory]
    [InlineData("airport AND cameras", "“AND” was searched as a word. Leave it out: words side by side must all be there.")]
    [InlineData("airport AND cameras AND police", "“AND” was searched as a word. Leave it out: words side by side must all be there.")]
    [InlineData("airport and cameras", "“and” was searched as a word. Leave it out: words side by side must all be there.")]
    [InlineData("company:megvii or company:sensetime", "“or” was searched as a word. In capitals, OR finds what has either of the words beside it.")]
    [InlineData("airport or cameras", "“or” was searched as a word. In capitals, OR finds what has either of the words beside it.")]
    [InlineData("airport not cameras", "“not” was searched as a word. To leave a word out of the answer, write a hyphen before it: -word.")]
    [InlineData("not cameras", "“not” was searched as a word. To leave a word out of the answer, write a hyphen before it: -word.")]
    [InlineData("airport NOT cameras", "“NOT” was searched as a word. To leave a word out of the answer, write a hyphen before it: -word.")]
    [InlineData("author:smith airport", "There is no filter “author:”, so this was searched as words. Filters are company:, topic:, provider:, after: and before:.")]
    [InlineData("Title:\"facial recognition\"", "There is no filter “Title:”, so this was searched as words. Filters are company:, topic:, provider:, after: and before:.")]
    [InlineData("Company: airport", "Nothing stands right behind “company:”, so “company” was searched as a word. Write its value without a space, as in company:megvii or after:2020.")]
    [InlineData("airport after:", "Nothing stands right behind “after:”, so “after” was searched as a word. Write its value without a space, as in company:megvii or after:2020.")]
    [InlineData("airport OR -cameras", "OR joins words, or values of one filter; here it was left out.")]
    [InlineData("OR airport", "OR joins words, or values of one filter; here it was left out.")]
    [InlineData("airport OR", "OR joins words, or values of one filter; here it was left out.")]
    [InlineData("airport OR after:2015", "OR joins words, or values of one filter; here it was left out.")]
    [InlineData("after:2020 before:2018", "“after:2020” lies after “before:2018”, so nothing can match; swap them.")]
    [InlineData("provider:axios", "“provider:axios” asks for a publisher by its domain, such as axios.com; only one whose domain nobody knows goes by its name.")]
    public void What_others_take_otherwise_is_told(string text, string note) =>
        Assert.Equal(note, Assert.Single(List(new ArticleFilter { Text = text }).Echo?.Notes ?? []));

    [Theory]
    [InlineData("and airport")]
    [InlineData("airport \"and\" cameras")]
    [InlineData("<script>alert(1)</script> airport")]
    [InlineData("airport -AND -author:smith")]
    [InlineData("airport OR cameras")]
    [InlineData("airport or -cameras")]
    [InlineData("company:megvii or airport")]
    [InlineData("\"AND NOT author:smith\"")]
    [InlineData("China: airport")]
    [InlineData("https://axios.com/airport")]
    [InlineData("10:30 airport")]
    [InlineData("provider:axios.com airport")]
    public void What_is_meant_as_typed_gets_no_advice(string text) => Assert.Empty(List(new ArticleFilter { Text = text }).Echo?.Notes ?? []);

    [Theory]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("*")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("OR")]
    [InlineData("- - OR * \"")]
    public void A_text_without_a_word_asks_for_nothing(string text) => Assert.Equal("1,2,3,4", Found(text));

    [Fact]
    public void Any_text_at_all_gives_an_answer()
    {
        var random = new Random(11);
        const string signs = "ab\"'*-+:()^{}&|~\\,. OR NEAR company: after:2020 商汤 é\0\t“”";
        for (var round = 0; round < 150; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => signs[random.Next(signs.Length)]));
            var page = List(new ArticleFilter { Text = text });
            Assert.InRange(page.Total, 0, 4);
        }
    }

    [Fact]
    public void A_text_without_end_is_cut_and_says_so()
    {
        var page = List(new ArticleFilter { Text = string.Join(' ', Enumerable.Repeat("airport", 5000)) });

        Assert.Equal(2, page.Total);
        Assert.Contains(page.Echo?.Notes ?? [], note => note.Contains("first 64 words", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("facial megvii OR sensetime -huawei company:nec after:2018", "facial and (megvii or sensetime), without huawei; company nec; from 2018")]
    [InlineData("\"facial recognition\"", "“facial recognition”")]
    [InlineData("recogni* before:2020-07", "recogni…; to 2020-07")]
    [InlineData("-topic:funding", "topic not funding")]
    [InlineData("sensetime and megvii -or", "sensetime and “and” and megvii, without “or”")]
    [InlineData("+", "")]
    public void The_echo_says_what_was_understood(string text, string understood)
    {
        var page = List(new ArticleFilter { Text = text });

        Assert.Equal(understood, page.Echo?.Understood);
    }

    [Fact]
    public void Signs_that_are_not_searched_are_told()
    {
        var page = List(new ArticleFilter { Text = "Face++" });

        Assert.Equal("Signs are not searched: “Face++” finds every “Face”.", Assert.Single(page.Echo?.Notes ?? []));
    }

    [Fact]
    public void A_word_in_the_title_counts_more()
    {
        var page = List(new ArticleFilter { Text = "recognition" });

        Assert.Equal(ArticleSort.Relevance, page.Sort);
        Assert.Equal(2, page.Items[^1].Id);
    }

    [Fact]
    public void Snippets_mark_the_words_and_stay_text()
    {
        var page = List(new ArticleFilter { Text = "see" });

        var row = Assert.Single(page.Items);
        Assert.Equal("Nothing <b>to</b> see here.", string.Concat(row.Snippet?.Select(part => part.Text) ?? []));
        Assert.Equal("see", Assert.Single(row.Snippet ?? [], part => part.Marked).Text);
    }

    [Fact]
    public void Words_that_stand_only_in_the_title_need_no_snippet()
    {
        var page = List(new ArticleFilter { Text = "singer" });

        Assert.Null(Assert.Single(page.Items).Snippet);
    }

    [Fact]
    public void Names_that_the_tracker_does_not_know_are_told()
    {
        var filter = new ArticleFilter { Text = "topic:unheard-of" }.WithCompany("nobody").WithCompany("nec");

        var page = List(filter);

        Assert.Equal([new UnknownName("company", "nobody"), new UnknownName("topic", "unheard-of")], page.UnknownNames);
        Assert.Equal(0, page.Total);
    }

    [Fact]
    public void Dates_inside_the_text_leave_out_as_the_date_filter_does()
    {
        var page = List(new ArticleFilter { Text = "before:2020-03" });

        Assert.Equal(new LeftOut(Undated: 2, Overlapping: 1), page.LeftOut);
    }

    string Found(string text)
    {
        var page = List(new ArticleFilter { Text = text });
        return string.Join(',', page.Items.Select(row => row.Id).Order());
    }

    ArticlePage List(ArticleFilter filter) => search.Store.Articles.List(filter, TestContext.Current.CancellationToken);
}
