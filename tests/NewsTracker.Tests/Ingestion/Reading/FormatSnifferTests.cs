using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Tests.Ingestion.Reading;

public sealed class FormatSnifferTests
{
    [Theory]
    [InlineData("---\ntitle: x\n---\n", SourceFormat.FrontMatter)]
    [InlineData("\r\n---  \r\ntitle: x", SourceFormat.FrontMatter)]
    [InlineData("----\ntitle", SourceFormat.Text)]
    [InlineData("--- title", SourceFormat.Text)]
    [InlineData("<!DOCTYPE html><p>x", SourceFormat.Html)]
    [InlineData("  <HTML lang=en>", SourceFormat.Html)]
    [InlineData("<!-- saved --><html>", SourceFormat.Html)]
    [InlineData("<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p><p>g</p><p>h</p>", SourceFormat.Html)]
    [InlineData("A headline\n\nGM <GM.N> rose. He wrote <html> by hand.", SourceFormat.Text)]
    public void The_content_decides(string text, SourceFormat format) => Assert.Equal(format, FormatSniffer.Sniff(text));
}
