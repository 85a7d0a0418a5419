using System.Globalization;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Database;

/// <summary>数据锁. Held on a SQLite file by the process that works on it, for as long as it lives: <c>shuangda.lock</c> beside <c>shuangda.db</c>. The operating system gives it back when the process ends in any way. <c>shuangda.lock.txt</c> says who holds it.</summary>
public sealed class DataFolderLock : IDisposable
{
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);

    private readonly FileStream _held;
    private readonly string _note;

    private DataFolderLock(FileStream held, string note)
    {
        _held = held;
        _note = note;
    }

    /// <summary>Takes the lock of a database file.</summary>
    /// <param name="databaseFile">The SQLite file's full path; its folder exists.</param>
    /// <param name="clock">What the note's time is read from.</param>
    /// <exception cref="DatabaseUnusableException">Another process holds it, or the folder cannot be written.</exception>
    public static DataFolderLock Take(string databaseFile, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var path = Path.ChangeExtension(databaseFile, ".lock");
        var note = path + ".txt";
        FileStream held;
        try
        {
            held = PrivateFiles.Create(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        }
        catch (IOException busy) when (busy.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
        {
            var holder = HolderIn(note);
            throw new DatabaseUnusableException(
                new BilingualText(
                    $"数据库 {databaseFile}（{DatabaseOptions.RuntimeKey}）正被另一个进程使用{(holder is null ? string.Empty : $"：{holder}")}。请先停止它，或改用运行中的服务器。",
                    $"The database {databaseFile} ({DatabaseOptions.RuntimeKey}) is in use by another process{(holder is null ? string.Empty : $": {holder}")}. Stop it first, or ask the running server."),
                busy);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw DatabaseProblems.NotWritable(databaseFile, refused);
        }

        try
        {
            using var text = new StreamWriter(PrivateFiles.Create(note, FileMode.Create));
            text.Write(string.Create(CultureInfo.InvariantCulture, $"pid {Environment.ProcessId}, {Environment.MachineName}, {clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z"));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            held.Dispose();
            throw DatabaseProblems.NotWritable(databaseFile, refused);
        }

        return new DataFolderLock(held, note);
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(_note);
        }
        catch (IOException)
        {
            // The note is only for people, and the lock below is what counts; a stale one is overwritten by the next holder.
        }

        // The lock's file stays: to remove it would let two processes lock two files of one name.
        _held.Dispose();
    }

    private static string? HolderIn(string note)
    {
        try
        {
            return File.ReadAllText(note).Trim();
        }
        catch (IOException)
        {
            // The holder has not written it yet, or writes it now: the message does without.
            return null;
        }
    }
}
