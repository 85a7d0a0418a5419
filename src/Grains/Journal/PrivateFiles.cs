using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ShuangDa.Grains.Journal;

/// <summary>
/// 专用文件. What the program keeps on the disk is for its own account alone: files 0600, folders 0700. Registers name people, and whoever reads the keys
/// can sign in as anybody. On Windows the folder's access list decides, as always there.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolder = OfFile | UnixFileMode.UserExecute;
    private const UnixFileMode OfOthers = ~(OfFolder | UnixFileMode.SetUser | UnixFileMode.SetGroup | UnixFileMode.StickyBit);

    /// <summary>Has everything that this process makes from now on made for its own account alone, also by libraries (SQLite, the log).</summary>
    public static void MaskProcess()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Umask(Convert.ToUInt32("077", 8));
        }
    }

    /// <summary>Makes a folder of ours, or closes one that an older version left open: its files of ours, and the folder itself where nothing else is in it. A folder that is shared with others stays as its administrator made it.</summary>
    /// <param name="path">The folder's full path.</param>
    /// <param name="ours">What of it is ours, as patterns of names; none where the folder is only to be there. Given when the program starts.</param>
    public static void MakeFolder(string path, params ReadOnlySpan<string> ours)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, OfFolder);
            return;
        }

        if (ours.IsEmpty)
        {
            return;
        }

        var mine = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pattern in ours)
        {
            mine.UnionWith(Directory.EnumerateFileSystemEntries(path, pattern));
        }

        foreach (var entry in mine)
        {
            Close(entry);
        }

        if (Directory.EnumerateFileSystemEntries(path).All(mine.Contains))
        {
            Close(path);
        }
    }

    /// <summary>Makes or opens a file of ours to be written.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="mode">Whether it may exist.</param>
    /// <param name="access">What is done with it.</param>
    /// <param name="share">What others may do meanwhile.</param>
    /// <param name="bufferSize">How much is gathered before it is written; 0 for nothing.</param>
    /// <param name="options">How it is opened.</param>
    public static FileStream Create(
        string path, FileMode mode, FileAccess access = FileAccess.Write, FileShare share = FileShare.None, int bufferSize = 4096, FileOptions options = FileOptions.None)
    {
        var made = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = bufferSize, Options = options };
        if (!OperatingSystem.IsWindows())
        {
            made.UnixCreateMode = OfFile;
        }

        return new FileStream(path, made);
    }

    /// <summary>Makes an empty file of ours where there is none, for a library to open: what SQLite puts beside it takes its mode. One that is there is closed to others.</summary>
    /// <param name="path">The file's full path.</param>
    public static void Prepare(string path)
    {
        if (!File.Exists(path))
        {
            Create(path, FileMode.OpenOrCreate).Dispose();
        }

        Close(path);
    }

    /// <summary>Takes from others what they may do with a file or folder of ours, where there is one and it is ours to close.</summary>
    /// <param name="path">Its full path.</param>
    public static void Close(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            var mode = File.GetUnixFileMode(path);
            if ((mode & OfOthers) != 0)
            {
                File.SetUnixFileMode(path, mode & ~OfOthers);
            }
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // There is none, or no longer.
        }
        catch (UnauthorizedAccessException)
        {
            // Another account's: a folder on a share, a database that a group works on. What it may be is for that account to say.
        }
    }

    [UnsupportedOSPlatform("windows")]
    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint Umask(uint mask);
}
