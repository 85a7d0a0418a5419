using System.Text;
using CsvHelper;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Imports;

/// <summary>被拒行. The rows that were not taken over, as CSV with the reason in a last column: to be corrected and sent again. The cells of columns that are not read, such as 法人代表, are left empty.</summary>
/// <param name="target">The file that it becomes when all is written; one from an earlier beginning is replaced.</param>
/// <param name="partial">The file while it is being written.</param>
/// <param name="header">The upload's header.</param>
/// <param name="read">The places of the columns that are read.</param>
internal sealed class RejectedRows(string target, string partial, IReadOnlyList<string> header, IReadOnlySet<int> read) : IDisposable
{
    private CsvWriter? _csv;

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row as it was read.</param>
    /// <param name="reason">Why it was not taken over.</param>
    public void Add(FileRow row, string reason)
    {
        if (_csv is null)
        {
            _csv = CsvWriter.Create(new StreamWriter(PrivateFiles.Create(partial, FileMode.Create), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), new CsvWriterOptions(), leaveOpen: false);
            _csv.WriteRecord([.. header.Select(SafeCell.Of), "原因"]);
        }

        _csv.WriteRecord(
            [.. header.Select((_, at) => read.Contains(at) && at < row.Cells.Length ? SafeCell.Of(row.Cells[at]) : ""), reason]);
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
