using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Index;

namespace NewsTracker.Tests.Web;

public sealed class PageCacheTests : IAsyncDisposable
{
    readonly NewsTrackerApp _app = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Addresses => ["/", "/?topic=funding", "/companies", "/companies/megvii", "/topics", "/api/v1/articles", "/api/v1/facets"];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_answer_comes_again_from_memory_as_it_was(string address)
    {
        using var visitor = _app.Visitor();

        using var first = await visitor.GetAsync(address, Cancellation);
        using var again = await visitor.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.True(again.Headers.CacheControl!.NoCache);
        Assert.Equal(first.Content.Headers.ContentType, again.Content.Headers.ContentType);
        Assert.Equal(first.Headers.GetValues("Content-Security-Policy"), again.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Cancellation), await again.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Whoever_has_the_answer_is_told_that_it_holds(string address)
    {
        using var visitor = _app.Visitor();
        using var first = await visitor.GetAsync(address, Cancellation);

        using var again = await AskAsync(visitor, address, first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_change_in_the_data_makes_every_answer_anew()
    {
        using var visitor = _app.Visitor();
        using var before = await visitor.GetAsync("/?scope=all", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(_app.Inbox, "new.txt"), "---\ntitle: A face recognition start-up opens\n---\n", Cancellation);

        await _app.Services.GetRequiredService<Importer>().RunAsync(new ImportRequest([_app.Inbox], false, "test"), null, Cancellation);
        await _app.Services.GetRequiredService<ArticleIndexes>().RefreshAsync(Cancellation);
        using var after = await AskAsync(visitor, "/?scope=all", before.Headers.ETag!);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains("A face recognition start-up opens", await after.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_gets_nothing_from_memory()
    {
        using var visitor = _app.Visitor();
        using var anonymous = await visitor.GetAsync("/", Cancellation);
        await _app.AddAccountAsync();
        await visitor.SignInAsync();

        using var own = await AskAsync(visitor, "/", anonymous.Headers.ETag!);

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Null(own.Headers.ETag);
        Assert.True(own.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Each_compression_is_an_answer_of_its_own(string encoding)
    {
        using var visitor = _app.Visitor();
        using var plain = await visitor.GetAsync("/", Cancellation);
        visitor.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        using var first = await visitor.GetAsync("/", Cancellation);
        using var again = await visitor.GetAsync("/", Cancellation);

        Assert.NotEqual(plain.Headers.ETag, again.Headers.ETag);
        Assert.Equal([encoding], again.Content.Headers.ContentEncoding);
        Assert.Equal(first.Content.Headers.ContentLength, again.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/no/such/page")]
    [InlineData("/companies/nobody-at-all")]
    [InlineData("/?size=0")]
    [InlineData("/health/live")]
    [InlineData("/export.csv")]
    public async Task What_is_no_page_for_everyone_carries_no_tag(string address)
    {
        using var visitor = _app.Visitor();

        using var answer = await visitor.GetAsync(address, Cancellation);

        Assert.Null(answer.Headers.ETag);
    }

    static Task<HttpResponseMessage> AskAsync(HttpClient visitor, string address, EntityTagHeaderValue known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(known);
        return visitor.SendAsync(request, Cancellation);
    }
}
