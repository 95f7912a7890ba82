using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Presentation;

/// <summary>A list of names beside a profile, each with a link to its page and one to the articles that carry both.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Names">Most frequent first.</param>
/// <param name="Page">Where a name's page is.</param>
/// <param name="Both">Where the articles that carry both are listed.</param>
sealed record NamesBeside(string Title, IReadOnlyList<TagCount> Names, Func<string, string> Page, Func<string, string> Both);
