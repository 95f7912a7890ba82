using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using NewsTracker.Ingestion;
using NewsTracker.Ingestion.Reading;

namespace NewsTracker.Tests.Ingestion.Reading;

/// <summary>Files and folders that the account may not read. Root may read everything, so root's tests drop to another account first.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class PermissionTests : IDisposable
{
    const uint Nobody = 65534;

    readonly string _folder = Directory.CreateTempSubdirectory("newstracker-").FullName;

    public PermissionTests()
    {
        const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(_folder, Open);
        Directory.CreateDirectory(Path.Combine(_folder, "closed"), UnixFileMode.None);
        File.WriteAllText(Path.Combine(_folder, "secret.txt"), "For other eyes.");
        File.SetUnixFileMode(Path.Combine(_folder, "secret.txt"), UnixFileMode.None);
    }

    public void Dispose()
    {
        File.SetUnixFileMode(Path.Combine(_folder, "closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_folder_and_a_file_without_permission_are_told_with_what_to_do()
    {
        var rejections = AsNobody(() =>
        {
            var found = FileWalker.Walk([_folder]).ToList();
            var reader = new SourceReader(new IngestionLimits());
            var read = found.Select(item => item.File).OfType<FoundFile>()
                .Select(file => reader.ReadAsync(file, TestContext.Current.CancellationToken).GetAwaiter().GetResult().Rejection);
            return found.Select(item => item.Rejection).Concat(read).OfType<Rejection>().ToList();
        });

        Assert.Equal(2, rejections.Count);
        Assert.All(rejections, rejection => Assert.Equal(RejectionCode.Unreadable, rejection.Code));
        Assert.All(rejections, rejection => Assert.Contains("permission", rejection.Message, StringComparison.Ordinal));
    }

    // The kernel keeps this identity per thread, so nothing else in the process is touched.
    static T AsNobody<T>(Func<T> work)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            if (Environment.IsPrivilegedProcess && OperatingSystem.IsLinux()) _ = SetFileSystemUser(Nobody);
            try
            {
                result = work();
            }
            catch (Exception problem)
            {
                failure = problem;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw failure;
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(uint user);
}
