using NewsTracker.Web.Cli;

namespace NewsTracker.Tests.Web;

public sealed class ExportFileTests : IDisposable
{
    readonly string _home = Directory.CreateTempSubdirectory("newstracker-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task An_export_that_fails_half_way_leaves_the_earlier_one()
    {
        var file = Path.Combine(_home, "all.csv");
        await File.WriteAllTextAsync(file, "earlier", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IOException>(() => ExportFile.WriteAsync(file, async output =>
        {
            await output.WriteAsync("half"u8.ToArray());
            throw new IOException("disk is full");
        }));

        Assert.Equal("earlier", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([file], Directory.GetFiles(_home));
    }
}
