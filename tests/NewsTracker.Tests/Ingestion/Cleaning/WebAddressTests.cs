using CsCheck;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Tests.Ingestion.Cleaning;

public sealed class WebAddressTests
{
    static readonly string[] Pieces =
    [
        "https://", "http://", "//", "www.", "amp.", "m.", "a.example", "google.com/amp/s/", "x.cdn.ampproject.org/c/s/", "/", "/amp", ".amp", ".html",
        "?", "&", "amp;", "%61mp;", "amp", "=1", "utm_source=x", "id=7", "%2", "%e2%80%99", "’", " ", "{x}", "#f", ":80", ":443", ":8080", "@", "\\", "é", "+", "%2B",
    ];

    static readonly Gen<string> Addresses =
        Gen.Int[0, Pieces.Length - 1].Array[0, 14].Select(picks => "https://" + string.Concat(picks.Select(pick => Pieces[pick])));

    [Theory]
    [InlineData(" https://a.example/x?a=1&amp;b=2 ", "https://a.example/x?a=1&b=2")]
    [InlineData("//a.example/x", "https://a.example/x")]
    [InlineData("HTTP://A.example/x y/’{z}", "HTTP://A.example/x y/’{z}")]
    [InlineData("https://a.example:8443", "https://a.example:8443")]
    [InlineData("https://münchen.example/ä", "https://münchen.example/ä")]
    [InlineData("\u200ehttps://a.example/\u202egnp.exe", "https://a.example/%E2%80%AEgnp.exe")]
    public void An_address_stays_as_given(string raw, string clean) => Assert.Equal(clean, WebAddress.Clean(raw));

    [Theory]
    [InlineData("https://a.example/x\u200ey", "https://a.example/x%E2%80%8Ey")]
    [InlineData("https://a.example/\u202egnp.exe", "https://a.example/%e2%80%aegnp.exe")]
    [InlineData("https://a.example/x\u200e", "https://a.example/x")]
    public void What_turns_writing_round_gives_one_key_raw_and_encoded_and_none_at_the_end(string raw, string encoded) =>
        Assert.Equal(WebAddress.Key(encoded), WebAddress.Key(WebAddress.Clean(raw)!));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a.example/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("&#106;avascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://a.example/x")]
    [InlineData("https://")]
    [InlineData("https:///path")]
    [InlineData("https://bank.example@evil.example/")]
    [InlineData("https://bank.example\\@evil.example/")]
    [InlineData("https://a b.example/")]
    [InlineData("https://a.example/x\u0000y")]
    [InlineData("https://a.example/x\ny")]
    [InlineData("https://a.example:99999/")]
    [InlineData("https://a..example/")]
    public void What_is_no_web_address_is_refused(string? raw) => Assert.Null(WebAddress.Clean(raw));

    [Theory]
    [InlineData("http://www.A.example/Path/", "a.example/Path")]
    [InlineData("https://a.example:443/x#part", "a.example/x")]
    [InlineData("https://a.example", "a.example")]
    [InlineData("https://a.example/?", "a.example")]
    [InlineData("https://a.example/x/amp/", "a.example/x")]
    [InlineData("https://a.example/amp/en/x", "a.example/en/x")]
    [InlineData("https://a.example/x?amp", "a.example/x")]
    [InlineData("https://a.example/x?amp=1&id=3", "a.example/x?id=3")]
    [InlineData("https://a.example/x.amp.html", "a.example/x.html")]
    [InlineData("https://a.example/amp", "a.example/amp")]
    [InlineData("https://amp.a.example/x", "a.example/x")]
    [InlineData("https://amp.example/x", "amp.example/x")]
    [InlineData("https://m.a.example/x", "m.a.example/x")]
    [InlineData("https://mobile-a-example.cdn.ampproject.org/c/s/mobile.a.example/article/amp/id7", "mobile.a.example/article/id7")]
    [InlineData("https://www.google.com/amp/s/www.a.example/x/amp", "a.example/x")]
    [InlineData("https://a.example/x?utm_source=rss&utm_medium=feed&partner=rss&mod=a&source=b&ss=c&fbclid=d", "a.example/x")]
    [InlineData("https://a.example/story?story_id=1&ID=2&post=3&v=4&ArticleID=5&nid=6&a=7&search=8", "a.example/story?ArticleID=5&ID=2&a=7&nid=6&post=3&search=8&story_id=1&v=4")]
    [InlineData("https://a.example/s?search=deep learning", "a.example/s?search=deep%20learning")]
    [InlineData("https://a.example/s?search=deep+learning", "a.example/s?search=deep%20learning")]
    [InlineData("https://a.example/moody%e2%80%99s", "a.example/moody%E2%80%99s")]
    [InlineData("https://a.example/moody’s", "a.example/moody%E2%80%99s")]
    [InlineData("https://a.example/%7euser/%41", "a.example/~user/A")]
    [InlineData("https://a.example/100%", "a.example/100%25")]
    [InlineData("https://münchen.example/x", "xn--mnchen-3ya.example/x")]
    public void A_key_is_what_two_addresses_of_one_page_share(string address, string key)
    {
        Assert.Equal(key, WebAddress.Key(address));
        Assert.Equal(key, WebAddress.Key("https://" + key));
    }

    [Theory]
    [InlineData("https://www.theguardian.com/x", "theguardian.com")]
    [InlineData("https://amp.theguardian.com/x", "theguardian.com")]
    [InlineData("https://A.Example:8080?x", "a.example")]
    [InlineData("javascript:alert(1)", null)]
    public void A_domain_is_the_site(string address, string? domain) => Assert.Equal(domain, WebAddress.Domain(address));

    [Fact]
    public void Cleaning_an_address_twice_is_cleaning_it_once() =>
        Addresses.Sample(raw => WebAddress.Clean(raw) is not { } clean || WebAddress.Clean(clean) == clean, iter: 20_000);

    [Fact]
    public void A_key_of_a_key_is_the_key() =>
        Addresses.Sample(raw => WebAddress.Key(raw) is not { } key || WebAddress.Key("https://" + key) == key, iter: 20_000);

    [Fact]
    public void A_domain_is_the_host_of_the_key() =>
        Addresses.Sample(raw => WebAddress.Domain(raw) is var domain && (WebAddress.Key(raw) is { } key ? WebAddress.Domain("https://" + key) == domain && key.StartsWith(domain!, StringComparison.Ordinal) : domain is null), iter: 20_000);

    [Fact]
    public void No_text_makes_an_address_throw() => Gen.String.Sample(raw =>
    {
        foreach (var text in new[] { raw, "https://" + raw, "https://a.example/" + raw })
            WebAddress.Key(WebAddress.Clean(text) ?? text);
    }, iter: 10_000);
}
