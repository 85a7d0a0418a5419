namespace ShuangDa.Grains.Journal;

/// <summary>磁盘已满. Tells a disk, or an account's share of it, that is full from all else that goes wrong with files.</summary>
public static class FullDisk
{
    // ENOSPC; EDQUOT of Linux and of macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private static readonly int[] Codes = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Whether there was no room for what was to be written.</summary>
    /// <param name="failure">What went wrong.</param>
    public static bool Is(IOException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.GetType() == typeof(IOException) && Array.IndexOf(Codes, failure.HResult) >= 0;
    }
}
