using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using NewsTracker.Ingestion;

namespace NewsTracker.Web.Presentation;

/// <summary>A date of publication as an element. A list has one in each row, where a partial view would cost more than all else of the row.</summary>
static class PublishedTime
{
    /// <summary>A <c>time</c> that tells how it is known; a <c>span</c> where there is no date to tell machines.</summary>
    /// <param name="date">The date.</param>
    public static IHtmlContent Of(PublishedDate date)
    {
        var machine = DateWords.Machine(date);
        var element = new TagBuilder(machine is null ? "span" : "time");
        if (machine is not null)
        {
            element.Attributes["datetime"] = machine;
            element.Attributes["title"] = DateWords.HowKnown(date);
            if (date.Source == DateSource.Estimated) element.AddCssClass("estimate");
        }

        element.InnerHtml.Append(DateWords.Published(date));
        return element;
    }
}
