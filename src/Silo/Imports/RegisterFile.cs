using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>登记簿文件. A file of a public register, read from front to back: its header, then row by row, never the whole of it in memory.</summary>
/// <param name="limits">How much of it is read.</param>
internal abstract class RegisterFile(ImportOptions limits) : IDisposable
{
    private static readonly byte[] ZipBegins = [0x50, 0x4B, 0x03, 0x04];

    // What was read in search of the header and is not of it.
    private readonly Queue<FileRow> _ahead = new();

    /// <summary>表头. The titles of its columns; of a header of two rows what both say of a column.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>说明. What was left aside of the file or is not where one would look for it, for whoever brought it.</summary>
    public IReadOnlyList<BilingualText> Remarks => _remarks;

    /// <summary>表头行. The row in which the header is, the lower one of two; 0 where there is none.</summary>
    public long HeaderRow { get; private set; }

    /// <summary>工作表. The name of the sheet that is read; null where the file has none.</summary>
    public virtual string? Sheet => null;

    /// <summary>文件形式. As what the file was read.</summary>
    public abstract BilingualText ReadAs { get; }

    private readonly List<BilingualText> _remarks = [];

    /// <summary>Whether the header is still looked for: until then nobody knows which columns count.</summary>
    protected bool IsSearching { get; private set; } = true;

    /// <summary>数据行. What follows the header, without empty rows.</summary>
    /// <exception cref="RegisterUnreadableException">The file cannot be read any further, or has more rows than it may.</exception>
    public IEnumerable<FileRow> Rows()
    {
        for (var count = 0; (_ahead.TryDequeue(out var next) ? Kept(next) : Next()) is { } row;)
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

        NotARegister.Check(path, begins);
        return begins.AsSpan().SequenceEqual(ZipBegins)
            ? new XlsxFile(path, form, limits, cancellationToken)
            : CsvFile.OpenText(path, form, limits, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The next row, empty or not; null at the end.</summary>
    protected abstract FileRow? Next();

    /// <summary>Looks for the header in what comes next; what follows it is given as rows.</summary>
    /// <param name="form">The columns that are looked for.</param>
    protected void FindHeader(RegisterForm form)
    {
        var rows = RowsAhead();
        var found = HeaderSearch.In(rows, form);
        if (found.Used.Any(row => row.IsTooWide))
        {
            throw TooManyColumns();
        }

        Header = found.Titles;
        HeaderRow = found.Used is [.., var lowest] ? lowest.Number : 0;
        IsSearching = false;
        if (found.Used is [.., var last] && last.Number > found.Used.Count)
        {
            Remark(
                $"表头在第{last.Number}行，其上的文字未读取",
                $"The header is in row {last.Number}; what stands above it was not read");
        }

        foreach (var row in rows.SkipWhile(row => row != found.Used[^1]).Skip(1))
        {
            _ahead.Enqueue(row);
        }
    }

    /// <summary>The rows among which the header is looked for.</summary>
    protected IReadOnlyList<FileRow> RowsAhead()
    {
        var rows = new List<FileRow>();
        while (rows.Count < HeaderSearch.MostRows && Next() is { } row)
        {
            if (!row.IsEmpty)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>A row that was read while nobody knew which columns count, as it is read since.</summary>
    /// <param name="row">The row.</param>
    protected virtual FileRow Kept(FileRow row) =>
        row.IsTooWide ? row with { Problem = $"该行的列数超过{limits.MaxColumns}，表头只有{Header.Count}列" } : row;

    /// <summary>Adds a remark.</summary>
    protected void Remark(string chinese, string english) => _remarks.Add(new BilingualText(chinese, english));

    /// <summary>What is wrong with a cell that is longer than it may be.</summary>
    protected string TooLong => $"超过{limits.MaxCellLength}个字符";

    /// <summary>What is said of a header with more columns than it may have.</summary>
    protected RegisterUnreadableException TooManyColumns() => new($"表头超过{limits.MaxColumns}列。文件未导入", $"The header has more than {limits.MaxColumns} columns. Nothing was imported");

    /// <summary>Closes the file.</summary>
    /// <param name="disposing">Always true.</param>
    protected abstract void Dispose(bool disposing);
}

/// <summary>文件行. One row as the file has it.</summary>
/// <param name="Number">行号. As a spreadsheet shows it: the first is row 1. A row whose cells contain line breaks is one row.</param>
/// <param name="Cells">单元格. Its cells as text.</param>
/// <param name="Problem">问题. Why it cannot be trusted as a whole, in Chinese, or null.</param>
internal sealed record FileRow(long Number, string[] Cells, string? Problem = null)
{
    /// <summary>单元格问题. Why single cells cannot be trusted, in Chinese, by their place; null where all can. It counts where the column is
    /// read.</summary>
    public IReadOnlyDictionary<int, string>? Faults { get; init; }

    /// <summary>Whether it has more columns than a header may have.</summary>
    public bool IsTooWide { get; init; }

    /// <summary>Whether days of its file count from 1904: a number that is not shown as one may count from then or from 1900.</summary>
    public bool CountsFrom1904 { get; init; }

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => Problem is null && Faults is null && !IsTooWide && Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>文件无法读取. The file as a whole, or what is left of it, cannot be read.</summary>
internal sealed class RegisterUnreadableException : Exception
{
    public RegisterUnreadableException(string chinese, string english, Exception? cause = null) : base(english, cause) => Text = new BilingualText(chinese, english);

    /// <summary>Why, for people.</summary>
    public BilingualText Text { get; }
}
