using System.Net;
using NewsTracker.Benchmarks.Load;

namespace NewsTracker.Tests.Web;

/// <summary>Forms as a browser sends them: with the token that their page carries.</summary>
static class Forms
{
    /// <summary>Fetches a page, takes its token, posts the fields.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var token = await client.TokenAsync(page);
        return await client.PostAsync(action, Body([.. fields, (FormToken.Field, token)]), TestContext.Current.CancellationToken);
    }

    /// <summary>The token that a page's forms carry.</summary>
    public static async Task<string> TokenAsync(this HttpClient client, string page) =>
        FormToken.In(await client.GetStringAsync(page, TestContext.Current.CancellationToken));

    public static FormUrlEncodedContent Body(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public static async Task SignInAsync(this HttpClient client, string email = NewsTrackerApp.Email)
    {
        using var answer = await client.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("Email", email), ("Password", NewsTrackerApp.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>The page of an article as readers see it, wherever its headline puts it.</summary>
    public static async Task<string> ArticlePageAsync(this HttpClient client, long id)
    {
        using var leads = await client.GetAsync($"/articles/{id}", TestContext.Current.CancellationToken);
        return await client.GetStringAsync(leads.Headers.Location, TestContext.Current.CancellationToken);
    }
}
