using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace NewsTracker.Benchmarks.Load;

/// <summary>A person at the desk, as their browser asks: forms with the token of their page, cookies of their own.</summary>
sealed class DeskEditor : IDisposable
{
    readonly HttpClient _client;

    /// <summary>Opens a browser that knows nothing yet.</summary>
    /// <param name="server">Where.</param>
    public DeskEditor(Uri server) =>
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = server };

    /// <summary>The longest that one answer took, and what it answered.</summary>
    public (TimeSpan Took, string To) Longest { get; private set; }

    /// <summary>Signs in.</summary>
    /// <exception cref="HttpRequestException">Refused.</exception>
    public Task SignInAsync(string email, string password, CancellationToken cancellation) =>
        SubmitAsync("/admin/sign-in", [new("Email", email), new("Password", password)], cancellation);

    /// <summary>Corrects a title.</summary>
    /// <exception cref="HttpRequestException">Refused.</exception>
    public Task CorrectTitleAsync(long article, string title, CancellationToken cancellation) =>
        SubmitAsync(string.Create(CultureInfo.InvariantCulture, $"/admin/articles/{article}"), [new("Form.Field", "title"), new("Form.Value", title), new("Form.Reason", "soak")], cancellation);

    // What was taken is answered by sending the browser on; everything else shows the form again.
    async Task SubmitAsync(string page, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellation)
    {
        var address = new Uri(page, UriKind.Relative);
        using var form = await TimedAsync($"GET {page}", () => _client.GetAsync(address, cancellation));
        var token = FormToken.In(await form.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation));
        using var body = new FormUrlEncodedContent([.. fields, new(FormToken.Field, token)]);
        using var answer = await TimedAsync($"POST {page}", () => _client.PostAsync(address, body, cancellation));
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new HttpRequestException($"{page} answered {(int)answer.StatusCode} to its form", null, answer.StatusCode);
    }

    async Task<HttpResponseMessage> TimedAsync(string what, Func<Task<HttpResponseMessage>> request)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await request();
        if (Stopwatch.GetElapsedTime(start) is var took && took > Longest.Took) Longest = (took, what);
        return answer;
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
