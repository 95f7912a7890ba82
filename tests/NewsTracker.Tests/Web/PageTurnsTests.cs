using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Importing;
using NewsTracker.Storage.Index;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Tests.Web;

/// <summary>Many visitors at once wait for each other, and nobody at the desk for them.</summary>
public sealed class PageTurnsTests : IAsyncLifetime
{
    readonly NewsTrackerApp _app = new();
    readonly TaskCompletionSource _free = new();
    PageCache _cache = null!;
    int _making;
    int _written;

    public async ValueTask InitializeAsync()
    {
        using var visitor = _app.Visitor();
        using var ready = await visitor.GetAsync("/", TestContext.Current.CancellationToken);
        ready.EnsureSuccessStatusCode();
        _cache = new PageCache(_app.Services.GetRequiredService<ArticleIndexes>());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task As_many_pages_are_made_at_a_time_as_there_are_processors_and_the_others_afterwards()
    {
        var pages = Crowd();

        Assert.Equal(Environment.ProcessorCount, _making);

        _free.SetResult();
        await Task.WhenAll(pages);
        Assert.Equal(pages.Count, _making);
    }

    [Fact]
    public async Task What_many_wait_for_is_made_by_those_whose_turn_comes_first()
    {
        var pages = Crowd();
        List<DefaultHttpContext> same = [.. Enumerable.Range(0, 5 * Environment.ProcessorCount).Select(_ => Visit("same", CancellationToken.None))];
        foreach (var visit in same) visit.Response.Body = new MemoryStream();
        pages.AddRange(same.Select(visit => _cache.AnswerAsync(visit, WriteAsync)));

        _free.SetResult();
        await Task.WhenAll(pages);

        Assert.Equal(pages.Count - same.Count, _making);
        Assert.InRange(_written, 1, Environment.ProcessorCount);
        Assert.All(same, visit => Assert.Equal("made", Encoding.UTF8.GetString(((MemoryStream)visit.Response.Body).ToArray())));
    }

    [Fact]
    public async Task A_page_that_was_waited_for_is_of_the_state_of_its_making()
    {
        var pages = Crowd();
        var visit = Visit("later", CancellationToken.None);
        pages.Add(_cache.AnswerAsync(visit, MakeAsync));
        await File.WriteAllTextAsync(Path.Combine(_app.Inbox, "new.txt"), "---\ntitle: A face recognition start-up opens\n---\n", TestContext.Current.CancellationToken);
        await _app.Services.GetRequiredService<Importer>().RunAsync(new ImportRequest([_app.Inbox], false, "test"), null, TestContext.Current.CancellationToken);
        await _app.Services.GetRequiredService<ArticleIndexes>().RefreshAsync(TestContext.Current.CancellationToken);

        _free.SetResult();
        await Task.WhenAll(pages);

        var again = Visit("later", CancellationToken.None);
        again.Request.Headers.IfNoneMatch = visit.Response.Headers.ETag;
        await _cache.AnswerAsync(again, _ => throw new InvalidDataException());
        Assert.Equal(StatusCodes.Status304NotModified, again.Response.StatusCode);
    }

    [Fact]
    public async Task Who_is_signed_in_does_not_wait_behind_visitors()
    {
        var pages = Crowd();
        var own = Visit("signed-in", CancellationToken.None);
        own.Request.Headers.Cookie = $"{DeskSetup.SessionCookie}=x";

        var answer = _cache.AnswerAsync(own, _ => Task.CompletedTask);

        Assert.True(answer.IsCompletedSuccessfully);
        _free.SetResult();
        await Task.WhenAll(pages);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_or_fails_takes_nobody_s_turn()
    {
        using var gone = new CancellationTokenSource();
        var pages = Crowd();
        var waiting = _cache.AnswerAsync(Visit("gone", gone.Token), MakeAsync);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _free.SetResult();
        await Task.WhenAll(pages);
        for (var failing = 0; failing < Environment.ProcessorCount; failing++)
            await Assert.ThrowsAsync<InvalidDataException>(() => _cache.AnswerAsync(Visit("failing", CancellationToken.None), _ => throw new InvalidDataException()));

        await _cache.AnswerAsync(Visit("next", CancellationToken.None), MakeAsync);

        Assert.Equal(pages.Count + 1, _making);
    }

    List<Task> Crowd() => [.. Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(page => _cache.AnswerAsync(Visit($"{page}", CancellationToken.None), MakeAsync))];

    Task MakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref _making);
        return _free.Task;
    }

    Task WriteAsync(HttpContext context)
    {
        Interlocked.Increment(ref _written);
        return context.Response.WriteAsync("made", CancellationToken.None);
    }

    static DefaultHttpContext Visit(string page, CancellationToken aborted) => new()
    {
        Request = { Method = HttpMethods.Get, Path = "/", QueryString = new QueryString($"?q={page}") },
        RequestAborted = aborted,
    };
}
