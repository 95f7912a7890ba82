using System.Diagnostics;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Tests.Ingestion.Reading;

public sealed class FileWalkerTests : IDisposable
{
    readonly string _top = Directory.CreateTempSubdirectory("walk").FullName;

    string Root => Path.Combine(_top, "root");

    public FileWalkerTests()
    {
        Write("root/b.txt", "b");
        Write("root/a/z.txt", "z");
        Write("root/a/.hidden", "h");
        Write("root/.git/config", "g");
        Write("root/catalogue/companies.yaml", "c");
        Write("outside/o.txt", "o");
    }

    public void Dispose() => Directory.Delete(_top, recursive: true);

    [Fact]
    public void Files_come_in_ordinal_order_without_hidden_ones_and_the_catalogue() =>
        Assert.Equal(["a/z.txt", "b.txt"], FileWalker.Walk([Root]).Select(found => found.Path));

    [Fact]
    public void Overlapping_roots_give_each_file_once() =>
        Assert.Equal(["b.txt", "a/z.txt"], FileWalker.Walk([Path.Combine(Root, "b.txt"), Root, Path.Combine(Root, "a"), Root + "/"]).Select(found => found.Path));

    [Fact]
    public void A_place_that_does_not_exist_is_said_so()
    {
        var found = Assert.Single(FileWalker.Walk([Path.Combine(Root, "nowhere")]));

        Assert.Equal(RejectionCode.Unreadable, found.Rejection?.Code);
    }

    [Fact]
    public void Links_inside_are_followed_once_and_links_out_never()
    {
        File.CreateSymbolicLink(Path.Combine(Root, "c-inside"), Path.Combine(Root, "b.txt"));
        File.CreateSymbolicLink(Path.Combine(Root, "d-outside"), Path.Combine(_top, "outside/o.txt"));
        File.CreateSymbolicLink(Path.Combine(Root, "e-nowhere"), Path.Combine(_top, "gone"));
        File.CreateSymbolicLink(Path.Combine(Root, "f-self"), Path.Combine(Root, "f-self"));
        Directory.CreateSymbolicLink(Path.Combine(Root, "a/loop"), Root);
        Directory.CreateSymbolicLink(Path.Combine(Root, "g-folder"), Path.Combine(_top, "outside"));

        var found = FileWalker.Walk([Root]).ToArray();

        Assert.Equal(["a/z.txt", "b.txt"], found.Where(item => item.File is not null).Select(item => item.Path));
        Assert.Equal(["d-outside", "e-nowhere", "f-self", "g-folder"], found.Where(item => item.Rejection is not null).Select(item => item.Path));
    }

    [Fact]
    public void A_link_to_the_root_itself_is_a_root()
    {
        Directory.CreateSymbolicLink(Path.Combine(_top, "link"), Root);

        Assert.Equal(["a/z.txt", "b.txt"], FileWalker.Walk([Path.Combine(_top, "link")]).Where(item => item.Rejection is null).Select(item => item.Path));
    }

    [Fact]
    public async Task A_pipe_is_never_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps its pipes elsewhere.");
        using (var mkfifo = Process.Start("mkfifo", Path.Combine(Root, "pipe"))) await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("pipe", FileWalker.Walk([Root]).Single(item => item.Path == "pipe").Rejection!.Message, StringComparison.Ordinal);
        Assert.Equal(RejectionCode.Unreadable, (await Read("pipe")).Rejection?.Code);
    }

    [Fact]
    public async Task A_file_is_read_with_its_checksum()
    {
        var file = (await Read("b.txt")).File!;

        Assert.Equal(("b.txt", "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"), (file.Path, file.Sha256));
    }

    [Fact]
    public async Task A_file_that_is_empty_too_large_or_gone_is_told_apart()
    {
        Write("root/empty.txt", "");
        Write("root/large.txt", new string('x', 101));

        Assert.Empty((await Read("empty.txt")).File!.Bytes);
        Assert.Equal(RejectionCode.TooLarge, (await Read("large.txt")).Rejection?.Code);
        Assert.Equal(RejectionCode.Unreadable, (await Read("gone.txt")).Rejection?.Code);
        Assert.Equal(RejectionCode.Unreadable, (await Read("a")).Rejection?.Code);
    }

    Task<SourceReading> Read(string path) =>
        new SourceReader(new IngestionLimits { MaxFileBytes = 100 }).ReadAsync(new FoundFile(Root, path), TestContext.Current.CancellationToken);

    void Write(string path, string text)
    {
        var full = Path.Combine(_top, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
