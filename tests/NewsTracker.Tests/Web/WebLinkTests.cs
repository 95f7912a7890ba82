using NewsTracker.Web.Presentation;

namespace NewsTracker.Tests.Web;

public sealed class WebLinkTests
{
    [Theory]
    [InlineData("https://www.axios.com/a?b=c", "https://www.axios.com/a?b=c", "axios.com")]
    [InlineData("http://example.com/a b/{c}", "http://example.com/a%20b/%7Bc%7D", "example.com")]
    [InlineData("https://axios.com@evil.example/", "https://axios.com@evil.example/", "evil.example")]
    [InlineData("https://аxios.com/", "https://аxios.com/", "xn--xios-43d.com")]
    [InlineData("javascript:alert(1)", null, null)]
    [InlineData("data:text/html,x", null, null)]
    [InlineData("//example.com/", null, null)]
    [InlineData("/local", null, null)]
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    public void Only_web_addresses_become_links(string? address, string? href, string? host)
    {
        Assert.Equal(host, WebLink.Host(address));
        Assert.Equal(href, WebLink.Href(address));
    }
}
