using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using NewsTracker.Storage.Index;
using NewsTracker.Web.Admin;

namespace NewsTracker.Web.Hosting;

/// <summary>
/// Answers of one state of the data, for people who are not signed in: an unchanged page is told so without being made again, and one that was made
/// is given again from memory, compressed as it was. Another state starts afresh. Such answers pass the request log by: a line would cost more than they do.
/// </summary>
/// <param name="indexes">Tell the state of the data.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore that is never asked for its handle holds nothing to give back, and a page may be under way while the host is taken down.")]
sealed class PageCache(ArticleIndexes indexes)
{
    const long MostBytes = 24 * 1024 * 1024;
    const int LongestPage = 256 * 1024;
    const string Revalidate = "no-cache";

    static readonly string[] Cached = ["/articles", "/companies", "/topics", "/providers", "/api/v1", "/openapi"];

    // What a page looks like depends on the build too.
    static readonly string Build = string.Join('-', ((Type[])[typeof(PageCache), typeof(ArticleIndexes), typeof(Ingestion.Ingestor)])
        .Select(type => type.Assembly.ManifestModule.ModuleVersionId.ToString("N")));

    // Making a page is work for a processor, and reading what the system nearly always has in memory: more at a time than there are processors would
    // only hold each other up, and whoever corrects or imports behind all of them.
    readonly SemaphoreSlim _turns = new(Environment.ProcessorCount, Environment.ProcessorCount);

    volatile KeptPages _kept = new(TrackerVersion.None);

    /// <summary>Answers from memory, or lets the page be made and keeps it.</summary>
    public async Task AnswerAsync(HttpContext context, RequestDelegate make)
    {
        var kept = Kept();
        if (kept.Version.Data.Version < 0 || !IsForEveryone(context.Request))
        {
            await make(context);
            return;
        }

        var key = Key(context.Request);
        if (context.Request.Headers.IfNoneMatch is { Count: > 0 } known && Tag(kept.Version, key) is var tag && Matches(known, tag)) Unchanged(context.Response, tag);
        else if (kept.Find(key) is { } page) await page.WriteAsync(context.Response);
        else await MakeAsync(context, make, key);
    }

    async Task MakeAsync(HttpContext context, RequestDelegate make, string key)
    {
        using var made = new MemoryStream();
        KeptPages kept;
        KeptPage? page;
        await _turns.WaitAsync(context.RequestAborted);
        try
        {
            // Meanwhile the data may have moved on, and somebody else have asked for the same. The state is taken before the page is made,
            // so that what is kept is never older than it says.
            kept = Kept();
            page = kept.Find(key);
            if (page is null) await MakeAsync(context, make, made);
        }
        finally
        {
            _turns.Release();
        }

        await (page is null ? SendAsync(context, made.ToArray(), kept, key) : page.WriteAsync(context.Response));
    }

    static async Task MakeAsync(HttpContext context, RequestDelegate make, MemoryStream made)
    {
        var wire = context.Response.Body;
        context.Response.Body = made;
        try
        {
            await make(context);
        }
        finally
        {
            context.Response.Body = wire;
        }
    }

    static async Task SendAsync(HttpContext context, byte[] body, KeptPages kept, string key)
    {
        var response = context.Response;
        var keep = response.StatusCode == StatusCodes.Status200OK && body.Length <= LongestPage && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        if (keep)
        {
            response.Headers.ETag = Tag(kept.Version, key);
            response.Headers.CacheControl = Revalidate;
        }

        if (response.StatusCode is not (StatusCodes.Status304NotModified or StatusCodes.Status204NoContent)) response.ContentLength = body.Length;
        // Headers that are added at the last moment are there from here on.
        await response.StartAsync(context.RequestAborted);
        if (keep) kept.Keep(key, new KeptPage([.. response.Headers.Where(header => header.Key != HeaderNames.Date)], body), MostBytes);
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    // Pages that were begun in an older state are kept with that state's, which go with the last of them.
    KeptPages Kept()
    {
        var (kept, version) = (_kept, indexes.Version);
        if (kept.Version == version) return kept;
        return _kept = new KeptPages(version);
    }

    static bool IsForEveryone(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && (request.Path == "/" || Array.Exists(Cached, start => request.Path.StartsWithSegments(start)))
        && !request.Cookies.Keys.Any(name => name.StartsWith(DeskSetup.SessionCookie, StringComparison.Ordinal));

    // Pages print their whole address, and stand in memory as they were compressed.
    static string Key(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        var encoding = accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "";
        return $"{encoding} {request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}";
    }

    static string Tag(TrackerVersion version, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Build} {version.Data.Version} {version.Data.Stamp} {version.Catalogue} {version.LastRun} anonymous {key}"));
        return $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"";
    }

    static bool Matches(StringValues known, string tag) => known.Any(value => value == "*" || value?.Contains(tag, StringComparison.Ordinal) == true);

    static void Unchanged(HttpResponse response, string tag)
    {
        response.StatusCode = StatusCodes.Status304NotModified;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = Revalidate;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
    }

    /// <summary>The pages of one state of the data.</summary>
    sealed class KeptPages(TrackerVersion version)
    {
        readonly ConcurrentDictionary<string, KeptPage> _pages = new(StringComparer.Ordinal);
        long _bytes;

        public TrackerVersion Version => version;

        public KeptPage? Find(string key) => _pages.GetValueOrDefault(key);

        // Pages are cheap to make: a full memory is simply emptied.
        public void Keep(string key, KeptPage page, long mostBytes)
        {
            if (Interlocked.Add(ref _bytes, page.Body.Length) > mostBytes)
            {
                _pages.Clear();
                Interlocked.Exchange(ref _bytes, page.Body.Length);
            }

            _pages[key] = page;
        }
    }

    /// <summary>A page as it went out.</summary>
    sealed record KeptPage(KeyValuePair<string, StringValues>[] Headers, byte[] Body)
    {
        public Task WriteAsync(HttpResponse response)
        {
            foreach (var (name, value) in Headers) response.Headers[name] = value;
            return response.Body.WriteAsync(Body, 0, Body.Length);
        }
    }
}

/// <summary>Puts the cache in front of everything else.</summary>
static class PageCacheSetup
{
    /// <summary>Answers from memory where that is possible.</summary>
    public static void UsePageCache(this WebApplication app)
    {
        var cache = new PageCache(app.Services.GetRequiredService<ArticleIndexes>());
        app.Use(next => context => cache.AnswerAsync(context, next));
    }
}
