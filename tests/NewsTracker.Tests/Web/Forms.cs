using System.Net;
using System.Text.RegularExpressions;

namespace NewsTracker.Tests.Web;

/// <summary>Forms as a browser sends them: with the token that their page carries.</summary>
static partial class Forms
{
    /// <summary>Fetches a page, takes its token, posts the fields.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var html = await client.GetStringAsync(page, cancellation);
        var token = WebUtility.HtmlDecode(Token().Match(html).Groups[1].Value);
        return await client.PostAsync(action, Body([.. fields, ("__RequestVerificationToken", token)]), cancellation);
    }

    public static FormUrlEncodedContent Body(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public static async Task SignInAsync(this HttpClient client, string email = NewsTrackerApp.Email)
    {
        using var answer = await client.SubmitAsync("/admin/sign-in", "/admin/sign-in", ("Email", email), ("Password", NewsTrackerApp.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
