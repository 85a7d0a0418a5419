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

    /// <summary>How many rows were not written, because the file has become long enough.</summary>
    public long Unwritten { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row as it was read.</param>
    /// <param name="reason">Why it was not taken over.</param>
    public void Add(FileRow row, string reason)
    {
        if (_csv is null)
        {
            _file = PrivateFiles.Create(partial, FileMode.Create);
            var text = new StreamWriter(_file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            _csv = CsvWriter.Create(text, new CsvWriterOptions(), leaveOpen: false);
            _csv.WriteRecord([.. _columns.Select(at => SafeCell.Of(header[at])), "原因"]);
        }

        if (Unwritten > 0 || _file!.Position > _most)
        {
            Unwritten++;
            return;
        }

        _csv.WriteRecord([.. _columns.Select(at => read.Contains(at) && at < row.Cells.Length ? SafeCell.Of(row.Cells[at]) : ""), reason]);
    }

    /// <summary>Puts the file in its place; where no row was rejected there is none.</summary>
    public void Keep()
    {
        File.Delete(target);
        if (_csv is not null)
        {
            _csv.Dispose();
            _csv = null;
            File.Move(partial, target);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _csv?.Dispose();
}
