using System.Text;
using CsvHelper;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Imports;

/// <summary>
/// 被拒行. The rows that were not taken over, as CSV with the reason in a last column: to be corrected and sent again. The cells of columns
/// that are not read, such as
/// 法人代表, are left empty; of a sheet that is very wide only the columns that are read are written. It grows to a few times the upload and
/// no further.
/// </summary>
/// <param name="target">The file that it becomes when all is written; one from an earlier beginning is replaced.</param>
/// <param name="partial">The file while it is being written.</param>
/// <param name="header">The upload's header.</param>
/// <param name="read">The places of the columns that are read.</param>
/// <param name="uploadBytes">How long the upload is.</param>
internal sealed class RejectedRows(string target, string partial, IReadOnlyList<string> header, IReadOnlySet<int> read, long uploadBytes)
    : IDisposable
{
    // What offices send has some thirty columns.
    private const int UsualColumns = 64;
    private const int TimesUpload = 4;
    private const long LeastBytes = 1024 * 1024;

    private readonly int[] _columns = [.. Enumerable.Range(0, header.Count).Where(at => header.Count <= UsualColumns || read.Contains(at))];
    private readonly long _most = Math.Max(LeastBytes, TimesUpload * uploadBytes);
    private CsvWriter? _csv;
    private FileStream? _file;
    private long _added;

    /// <summary>How many rows were not written, because the file has become long enough or could not be written.</summary>
    public long Unwritten { get; private set; }

    /// <summary>Why none was written, where the file could not be: the disk is full.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row as it was read.</param>
    /// <param name="reason">Why it was not taken over.</param>
    public void Add(FileRow row, string reason)
    {
        _added++;
        if (Failure is not null || Unwritten > 0 || _file?.Position > _most)
        {
            Unwritten++;
            return;
        }

        try
        {
            _csv ??= Begin(partial);
            _csv.WriteRecord(
                [.. _columns.Select(at => read.Contains(at) && at < row.Cells.Length ? SafeCell.Of(row.Cells[at]) : ""), reason]);
        }
        catch (Exception failure) when (IsOfDisk(failure))
        {
            GiveUp(failure);
        }
    }

    /// <summary>Puts the file in its place; where no row was rejected there is none. One that cannot be written says so itself.</summary>
    public void Keep()
    {
        File.Delete(target);
        if (_added == 0)
        {
            return;
        }

        try
        {
            if (Failure is null)
            {
                Close();
                File.Move(partial, target);
            }
        }
        catch (Exception failure) when (IsOfDisk(failure))
        {
            GiveUp(failure);
        }

        if (Failure is not null)
        {
            SayThatNoneIsKept();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static bool IsOfDisk(Exception failure) => failure is IOException or UnauthorizedAccessException;

    private CsvWriter Begin(string path)
    {
        _file = PrivateFiles.Create(path, FileMode.Create);
        var text = new StreamWriter(_file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var csv = CsvWriter.Create(text, new CsvWriterOptions(), leaveOpen: false);
        csv.WriteRecord([.. _columns.Select(at => SafeCell.Of(header[at])), "原因"]);
        return csv;
    }

    private void Close()
    {
        _csv?.Dispose();
        (_csv, _file) = (null, null);
    }

    // What was written goes, so that there is room again: the rows are in the upload, which whoever brought it has.
    private void GiveUp(Exception failure)
    {
        (Failure, Unwritten) = (failure, _added);
        var file = _file;
        (_csv, _file) = (null, null);
        try
        {
            file?.Dispose();
        }
        catch (IOException)
        {
            // It had more to write, of which there is no need; it is closed all the same.
        }

        if (File.Exists(partial))
        {
            File.Delete(partial);
        }
    }

    private void SayThatNoneIsKept()
    {
        try
        {
            _csv = Begin(target);
            _csv.WriteRecord([.. _columns.Select(_ => ""), $"服务器磁盘已满，{_added}行被拒行未能保存。请在腾出空间后重新导入"]);
            Close();
        }
        catch (Exception failure) when (IsOfDisk(failure))
        {
            GiveUp(failure);
            File.Delete(target);
        }
    }
}
