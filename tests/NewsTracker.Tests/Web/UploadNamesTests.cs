using System.Text;
using NewsTracker.Web.Admin;

namespace NewsTracker.Tests.Web;

public sealed class UploadNamesTests
{
    public static TheoryData<string?, string?> Names => new()
    {
        { "article.txt", "article.txt" },
        { "../../etc/passwd", "passwd" },
        { @"C:\Users\me\..\news.html", "news.html" },
        { "/absolute.md", "absolute.md" },
        { "..", null },
        { "a/..", null },
        { "...", null },
        { "folder/", null },
        { "", null },
        { null, null },
        { ".hidden", "hidden" },
        { " .  .htaccess", "htaccess" },
        { "ends with dots.. .", "ends with dots" },
        { "nul\0byte.txt", "nulbyte.txt" },
        { "line\r\nbreak\t.txt", "linebreak.txt" },
        { "innocent\u202Etxt.exe", "innocenttxt.exe" },
        { "zero\u200Bwidth\uFEFF.txt", "zerowidth.txt" },
        { "half\uD83D.txt", "half.txt" },
        { "\u202E\u200B", null },
        { "a<b>c:d\"e|f?g*h.txt", "a-b-c-d-e-f-g-h.txt" },
        { "CON", "_CON" },
        { "con.txt", "_con.txt" },
        { "LPT1.tar.gz", "_LPT1.tar.gz" },
        { "com¹.md", "_com¹.md" },
        { "console.txt", "console.txt" },
        { "Gesichtserkennung für Köln.md", "Gesichtserkennung für Köln.md" },
        { "ko\u0308ln.md", "köln.md" },
        { "人脸识别 😀.txt", "人脸识别 😀.txt" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_keeps_its_last_part_and_only_what_can_be_seen(string? claimed, string? cleaned) => Assert.Equal(cleaned, UploadNames.Clean(claimed));

    [Theory]
    [InlineData("a", ".txt")]
    [InlineData("人", ".txt")]
    [InlineData("😀", "")]
    public void A_long_name_is_cut_between_letters_and_keeps_its_extension(string letter, string extension)
    {
        var cleaned = UploadNames.Clean(string.Concat(Enumerable.Repeat(letter, 400)) + extension)!;

        Assert.InRange(Encoding.UTF8.GetByteCount(cleaned), 190, 200);
        Assert.EndsWith(extension, cleaned, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', cleaned);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_and_no_name_leaves_the_folder()
    {
        var random = new Random(7);
        const string Letters = "ab./\\ \0\u202E:*CONn.1\uD83D\uDE00ö~$";
        for (var i = 0; i < 5000; i++)
        {
            var claimed = new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Letters[random.Next(Letters.Length)])]);
            if (UploadNames.Clean(claimed) is not { } name) continue;
            Assert.Equal(name, UploadNames.Clean(name));
            Assert.Equal("/inbox", Path.GetDirectoryName(Path.GetFullPath(Path.Combine("/inbox", name))));
            Assert.NotEqual('.', name[0]);
        }
    }
}
