using ShuangDa.Grains.Journal;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Operations;

public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _folder = new();

    public PrivateFilesTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes; the folder's access list decides.");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_made_is_for_the_own_account_alone()
    {
        PrivateFiles.MakeFolder(_folder.File("new"), "*");
        PrivateFiles.Create(_folder.File("new/file"), FileMode.CreateNew).Dispose();
        PrivateFiles.Prepare(_folder.File("new/database"));
        Assert.Equal("700", ModeOf("new"));
        Assert.Equal("600", ModeOf("new/file"));
        Assert.Equal("600", ModeOf("new/database"));
    }

    [Fact]
    public void A_folder_that_was_left_open_is_closed_with_what_is_in_it()
    {
        Left("ours", "a.upload", "b.upload");
        PrivateFiles.MakeFolder(_folder.File("ours"), "*.upload");
        Assert.Equal(["700", "600", "600"], new[] { "ours", "ours/a.upload", "ours/b.upload" }.Select(ModeOf));
    }

    [Fact]
    public void A_folder_that_others_use_too_stays_as_it_is_and_only_our_files_in_it_are_closed()
    {
        Left("shared", "a.upload", "syslog");
        PrivateFiles.MakeFolder(_folder.File("shared"), "*.upload");
        Assert.Equal(["755", "600", "644"], new[] { "shared", "shared/a.upload", "shared/syslog" }.Select(ModeOf));
    }

    private void Left(string folder, params string[] files)
    {
        Directory.CreateDirectory(_folder.File(folder));
        SetMode(folder, Open);
        foreach (var file in files)
        {
            File.WriteAllText(_folder.File($"{folder}/{file}"), "x");
            SetMode($"{folder}/{file}", Open & ~(UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute));
        }
    }

    private void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.File(path), mode);
        }
    }

    private string ModeOf(string path) => OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(_folder.File(path)), 8);
}
