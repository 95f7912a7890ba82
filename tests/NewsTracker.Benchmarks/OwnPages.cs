using System.Text;

namespace NewsTracker.Benchmarks;

/// <summary>Files of every kind that the reader takes, written for it.</summary>
static class OwnPages
{
    /// <summary>A saved page with everything that a page declares of itself.</summary>
    public const string Html = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Gate maker raises $20 million | The Herald</title>
        <link rel="canonical" href="https://herald.example/2021/03/04/gates"><meta property="og:site_name" content="The Herald">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Gate maker raises $20 million","datePublished":"2021-03-04T09:00:00Z"}</script></head>
        <body><nav><a href="/">Home</a> <a href="/tech">Tech</a></nav><article><h1>Gate maker raises $20 million</h1><p>By Ann Example</p><time datetime="2021-03-04">4 March 2021</time>
        <p>A company that builds face recognition gates for airports said on Thursday that it has raised $20 million from two investors.</p>
        <p>The gates compare a traveller’s face with the photo in the passport, and the company wants to sell them to four more airports this year.</p>
        <figure><img src="gate.jpg"><figcaption>A gate.</figcaption></figure><p>Rights groups have asked for a ban on the system, which they say keeps photos for too long.</p></article>
        <aside><h2>Read more</h2><ul><li><a href="/a">Rival gate maker fined €3 million</a></li></ul></aside></body></html>
        """;

    /// <summary>What a person copies from a page.</summary>
    public const string Scrape = """
        The Herald
        Menu
        News
        Technology
        Subscribe

        Council votes to keep its cameras

        By Ann Example
        Published 12 May 2022, 10:15 GMT

        The council of Marlow voted on Tuesday to keep the facial recognition cameras at its station for two more years.
        The cameras were made by SenseTime and cost £1.2 million, most of which the county paid.

        Advertisement

        “We were asked whether they work, and they do,” said the council’s speaker.
        Rights groups said that they would go to court, as they had in 2019 when a fine of €250,000 was paid.

        Share this
        Read more
        A gate maker raises $20 million
        © 2022 The Herald. All rights reserved.
        """;

    /// <summary>Front matter with every field, a text below it and a list of other articles.</summary>
    public const string FrontMatter = """
        ---
        category: news
        title: "Megvii’s gates come to four more airports"
        excerpt: >
          Megvii, Face++ and others raised a total of $1.5 billion: "a market of $7 billion by 2025",
          analysts say.
        publishedDateTime: 2021-03-04T09:00:00Z
        webUrl: "https://herald.example/2021/03/gates?id=7&utm_source=x"
        ampWebUrl: 'https://herald.example/amp/2021/03/gates'
        type: article
        quality: 59
        heat: -1
        published: false
        provider: {name: The Herald, domain: herald.example}
        topics: [Computer Vision, "AI", 'Airports']
        images:
          - url: "https://herald.example/gate.jpg"
            width: 1366
            height: 768
            isCached: true
        unplanned: {key: [1, 2.5, null, ~, true, 2021-03-04]}
        related:
          - title: "Rival gate maker fined €3 million"
            excerpt: |
              A court fined it.
              It will appeal.
            publishedDateTime: 2021-02-28
            webUrl: https://times.example/fined
            provider:
              name: Times
              domain: times.example
            secured: true
          - title: Ein Gericht verbietet Gesichtserkennung im Bahnhof
            webUrl: "https://zeitung.example/a/b-1"
        ---
        Megvii said on Thursday that its gates will come to four more airports.

        The company had planned an offering in Hong Kong, which it withdrew.
        """;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<byte[]> All { get; } = [.. new[] { Html, Scrape, FrontMatter }.Select(Encoding.UTF8.GetBytes)];
}
