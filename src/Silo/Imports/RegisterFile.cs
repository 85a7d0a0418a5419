using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>登记簿文件. A file of a public register, read from front to back: its header, then row by row, never the whole of it in memory.</summary>
/// <param name="limits">How much of it is read.</param>
internal abstract class RegisterFile(ImportOptions limits) : IDisposable
{
    private static readonly byte[] ZipBegins = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] OldExcelBegins = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>表头. The first row.</summary>
    public IReadOnlyList<string> Header { get; protected init; } = [];

    /// <summary>数据行. What follows the header, without empty rows.</summary>
    /// <exception cref="RegisterUnreadableException">The file cannot be read any further, or has more rows than it may.</exception>
    public IEnumerable<FileRow> Rows()
    {
        for (var count = 0; Next() is { } row;)
        {
            if (row.IsEmpty)
            {
                continue;
            }

            if (++count > limits.MaxRows)
            {
                throw new RegisterUnreadableException(
                    $"数据行超过{limits.MaxRows}行，请分成几个文件；第{row.Number}行及以后未读入", $"There are more than {limits.MaxRows} rows; divide the file. Row {row.Number} and what follows was not read");
            }

            yield return row;
        }
    }

    /// <summary>Opens a file; what it is shows in its first bytes, whatever its name or media type says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="form">The columns that are looked for, by which encoding and separator are told.</param>
    /// <param name="limits">How much of it is read; the usual limits when null.</param>
    /// <param name="cancellationToken">The reading is no longer wanted.</param>
    /// <exception cref="RegisterUnreadableException">It is neither CSV nor XLSX, or broken, or passes a limit.</exception>
    public static RegisterFile Open(string path, RegisterForm form, ImportOptions? limits = null, CancellationToken cancellationToken = default)
    {
        limits ??= new ImportOptions();
        var begins = new byte[4];
        using (var file = File.OpenRead(path))
        {
            file.ReadAtLeast(begins, begins.Length, throwOnEndOfStream: false);
        }

        if (begins.AsSpan().SequenceEqual(OldExcelBegins))
        {
            throw new RegisterUnreadableException("这是旧版Excel文件（.xls），请另存为.xlsx或CSV后再导入", "This is a file of old Excel (.xls); save it as .xlsx or CSV");
        }

        return begins.AsSpan().SequenceEqual(ZipBegins) ? new XlsxFile(path, form, limits, cancellationToken) : CsvFile.OpenText(path, form, limits, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The next row, empty or not; null at the end.</summary>
    protected abstract FileRow? Next();

    /// <summary>What is said of a row with a cell that is longer than it may be.</summary>
    /// <param name="column">The title of its column; empty where it has none.</param>
    protected string TooLongCell(string column) => $"{(column.Length == 0 ? "有一个单元格" : column.Trim())}超过{limits.MaxCellLength}个字符";

    /// <summary>What is said of a header with more columns than it may have.</summary>
    protected RegisterUnreadableException TooManyColumns() => new($"表头超过{limits.MaxColumns}列。文件未导入", $"The header has more than {limits.MaxColumns} columns. Nothing was imported");

    /// <summary>Closes the file.</summary>
    /// <param name="disposing">Always true.</param>
    protected abstract void Dispose(bool disposing);
}

/// <summary>文件行. One row as the file has it.</summary>
/// <param name="Number">行号. As a spreadsheet shows it: the header is row 1. A row whose cells contain line breaks is one row.</param>
/// <param name="Cells">单元格. Its cells as text.</param>
/// <param name="Problem">问题. Why it cannot be trusted, in Chinese, or null.</param>
internal sealed record FileRow(long Number, string[] Cells, string? Problem = null)
{
    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => Problem is null && Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>文件无法读取. The file as a whole, or what is left of it, cannot be read.</summary>
internal sealed class RegisterUnreadableException : Exception
{
    public RegisterUnreadableException(string chinese, string english, Exception? cause = null) : base(english, cause) => Text = new BilingualText(chinese, english);

    /// <summary>Why, for people.</summary>
    public BilingualText Text { get; }
}
