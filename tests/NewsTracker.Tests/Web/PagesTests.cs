using System.Net;
using System.Text.Json;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Tests.Web;

/// <summary>The public side as a visitor meets it, over the five seeds and one hostile file.</summary>
public sealed class PagesTests(PagesTests.Site site) : IClassFixture<PagesTests.Site>
{
    const string Hostile = """
        ---
        title: "<script>alert(1)</script> SenseTime & facial recognition"
        excerpt: "<img src=x onerror=alert(2)> facial recognition: SenseTime raised $77 million <b>Evil</b>"
        webUrl: "javascript:alert(3)"
        publishedDateTime: 2021-02-03T04:05:06Z
        provider: { name: "<b>Evil</b>", domain: "evil.example" }
        topics: ["<i>topic</i>"]
        ---
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/?company=megvii&topic=funding&from=2018&undated=include&sort=oldest")]
    [InlineData("/?q=%22facial+recognition%22+-apple")]
    [InlineData("/?undated=only")]
    [InlineData("/?scope=all&size=2")]
    [InlineData("/companies")]
    [InlineData("/companies/sensetime")]
    [InlineData("/topics")]
    [InlineData("/topics/funding")]
    [InlineData("/providers/axios.com")]
    public async Task A_page_answers(string address)
    {
        var (status, page) = await GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("</html>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?from=yesterday", HttpStatusCode.BadRequest, "“from” can be a year (2020), a month (2020-07) or a day (2020-07-31).")]
    [InlineData("/?company=sensetme", HttpStatusCode.OK, "is not in the catalogue")]
    [InlineData("/?company=sensetme", HttpStatusCode.OK, "/?company=sensetime")]
    [InlineData("/?q=company:sensetme", HttpStatusCode.OK, "/?q=company%3Asensetime")]
    [InlineData("/?q=provider:%22the+axios%22", HttpStatusCode.OK, "/?q=provider%3Aaxios.com")]
    [InlineData("/?q=-", HttpStatusCode.OK, "“-” holds nothing to search for.")]
    [InlineData("/error/500", HttpStatusCode.NotFound, "There is nothing at this address")]
    [InlineData("/?company=sensetime&from=1990&to=1991", HttpStatusCode.OK, "Drop a filter")]
    [InlineData("/?company=sensetime&from=2018&to=2018", HttpStatusCode.OK, "1 undated")]
    [InlineData("/?company=sensetime&from=2018-08&to=2022", HttpStatusCode.OK, "≈ 2020")]
    [InlineData("/articles/999999/nothing", HttpStatusCode.NotFound, "There is nothing at this address")]
    [InlineData("/companies/nobody", HttpStatusCode.NotFound, "There is nothing at this address")]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "There is nothing at this address")]
    public async Task A_page_says_what_happened_and_what_to_do(string address, HttpStatusCode status, string words)
    {
        var (answered, page) = await GetAsync(address);

        Assert.Equal(status, answered);
        Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_slug_moves_for_good_to_the_right_one()
    {
        var answer = await site.Visitor.GetAsync($"/articles/{await IdAsync("q=%22STAR+market%22")}/old-headline", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.EndsWith("/chinese-facial-recognition-developer-closes-1-5-billion-funding-round", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Untrusted_text_stays_text_on_every_page()
    {
        var id = await IdAsync("provider=evil.example");
        var slug = (await JsonAsync($"/api/v1/articles/{id}")).GetProperty("slug").GetString()!;
        foreach (var address in (string[])["/?provider=evil.example", PageAddress.Article(id, slug), "/providers/evil.example", "/companies/sensetime", "/?q=%3Cscript%3Ealert(1)"])
        {
            var (_, page) = await GetAsync(address);

            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>Evil", page, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task An_article_shows_its_text_its_doubts_and_where_it_comes_from()
    {
        var (_, page) = await GetAsync(await PageOfAsync("q=%22Uyghur+concerns%22&provider=theguardian.com"));

        Assert.Contains("address says 6 Jan", page, StringComparison.Ordinal);
        Assert.Contains("Read at theguardian.com", page, StringComparison.Ordinal);
        Assert.Contains("companies and topics rest on title and excerpt", page, StringComparison.Ordinal);
        Assert.Contains("004_37fe0a9652d9db5f.txt", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Companies_are_marked_in_a_text_and_cuts_can_be_seen_at_their_place()
    {
        var (_, page) = await GetAsync(await PageOfAsync("undated=only&company=megvii"));

        Assert.Contains("<a class=\"named subject\" href=\"/companies/sensetime\">SenseTime</a>", page, StringComparison.Ordinal);
        Assert.Contains("Cut here: ", page, StringComparison.Ordinal);
        Assert.Contains("Original address unknown", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sum_stands_beside_its_text_with_its_hedge_and_is_marked_in_it()
    {
        var (_, page) = await GetAsync(await PageOfAsync("q=%22STAR+market%22"));

        Assert.Contains("$1.5B <small>round</small>", page, StringComparison.Ordinal);
        Assert.Contains("<small class=\"hedge\">planned</small>", page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"named sum\" href=\"#money\" title=\"$1.5 billion round, planned: SenseTime\">$1.5 billion</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_page_lists_sums_with_hedge_and_article_and_adds_nothing_up()
    {
        var (_, page) = await GetAsync("/companies/sensetime");
        var rows = page[page.IndexOf("id=\"money\"", StringComparison.Ordinal)..].Split("<tr>");

        Assert.Contains(rows, row => row.Contains("31 Jul 2020", StringComparison.Ordinal) && row.Contains("$1.5B", StringComparison.Ordinal)
            && row.Contains("<span class=\"hedge\">planned</span>", StringComparison.Ordinal) && row.Contains("closes-1-5-billion", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("$512M", StringComparison.Ordinal));
        Assert.True(page.IndexOf("$1.5B", StringComparison.Ordinal) < page.IndexOf("$512M", StringComparison.Ordinal));
        Assert.Contains("$77M", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/articles?from=soon", HttpStatusCode.BadRequest, "from")]
    [InlineData("/api/v1/articles?fields=all", HttpStatusCode.BadRequest, "fields")]
    [InlineData("/api/v1/facets?size=0", HttpStatusCode.BadRequest, "size")]
    [InlineData("/api/v1/articles/999999", HttpStatusCode.NotFound, "no such article")]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound, "/openapi/v1.json")]
    [InlineData("/export.csv?sort=loudest", HttpStatusCode.BadRequest, "sort")]
    public async Task Programs_get_problem_details(string address, HttpStatusCode status, string words)
    {
        var answer = await site.Visitor.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_walked_to_its_end_and_downloads_hold_as_many()
    {
        List<long> seen = [];
        string? cursor = null;
        int total;
        do
        {
            var page = await JsonAsync($"/api/v1/articles?size=7{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            total = page.GetProperty("total").GetInt32();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(article => article.GetProperty("id").GetInt64()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        var lines = (await GetAsync("/export.jsonl")).Page.TrimEnd('\n').Split('\n');

        Assert.Equal(total, seen.Distinct().Count());
        Assert.Equal(seen, lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetInt64()));
    }

    [Theory]
    [InlineData("q=company:Face%2B%2B", "company=megvii")]
    [InlineData("q=company:%E5%95%86%E6%B1%A4", "company=sensetime")]
    [InlineData("company=face-plus-plus", "company=megvii")]
    public async Task Another_name_of_a_company_finds_what_its_own_finds(string other, string own)
    {
        var total = (await JsonAsync($"/api/v1/articles?{other}")).GetProperty("total").GetInt32();

        Assert.NotEqual(0, total);
        Assert.Equal((await JsonAsync($"/api/v1/articles?{own}")).GetProperty("total").GetInt32(), total);
    }

    [Fact]
    public async Task Lists_leave_the_body_out_unless_asked_for()
    {
        var without = (await JsonAsync("/api/v1/articles?undated=only")).GetProperty("items")[0];
        var with = (await JsonAsync("/api/v1/articles?undated=only&fields=body")).GetProperty("items")[0];

        Assert.False(without.TryGetProperty("body", out _));
        Assert.StartsWith("China’s facial recognition start-ups", with.GetProperty("body").GetString(), StringComparison.Ordinal);
    }

    async Task<(HttpStatusCode Status, string Page)> GetAsync(string address)
    {
        using var answer = await site.Visitor.GetAsync(address, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    async Task<JsonElement> JsonAsync(string address) => JsonDocument.Parse((await GetAsync(address)).Page).RootElement;

    async Task<long> IdAsync(string query) => (await JsonAsync($"/api/v1/articles?{query}")).GetProperty("items")[0].GetProperty("id").GetInt64();

    async Task<string> PageOfAsync(string query)
    {
        var article = (await JsonAsync($"/api/v1/articles?{query}")).GetProperty("items")[0];
        return PageAddress.Article(article.GetProperty("id").GetInt64(), article.GetProperty("slug").GetString()!);
    }

    /// <summary>One server for all of these tests: they only read.</summary>
    public sealed class Site : IAsyncDisposable
    {
        readonly NewsTrackerApp _app = new();

        public Site()
        {
            File.WriteAllText(Path.Combine(_app.Inbox, "hostile.txt"), Hostile);
            Visitor = _app.Visitor();
        }

        public HttpClient Visitor { get; }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
