using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>
/// CSV文件. A register as CSV, with whichever separator it comes: the reading in which most of the expected columns are found is the right
/// one.
/// </summary>
internal sealed class CsvFile : RegisterFile
{
    // Longer than any row of a register; beyond it a quotation mark was not closed, and the rest of the file would be one row.
    private const int LongestRow = 16 * 1024 * 1024;

    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly ImportOptions _limits;
    private readonly Encoding _encoding;
    private readonly char _separator;
    private readonly TextReader _text;
    private readonly CsvReader _csv;
    private readonly bool _checkDecoding;
    private CsvMalformedRecord? _malformed;
    private long _number;

    private CsvFile(
        string path,
        RegisterForm form,
        Encoding encoding,
        char separator,
        bool checkDecoding,
        ImportOptions limits,
        CancellationToken cancellationToken)
        : base(limits)
    {
        _limits = limits;
        _encoding = encoding;
        _separator = separator;
        var content = new BoundedStream(File.OpenRead(path), new ReadBudget(long.MaxValue, static () => throw new UnreachableException(), cancellationToken));
        _text = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
        _checkDecoding = checkDecoding;
        _csv = CsvReader.Create(
            _text,
            new CsvReaderOptions
            {
                HasHeader = false,
                Separator = separator,
                SkipEmptyLines = false,
                MaxRecordSize = LongestRow,
                IncludeValuesInExceptions = false,
                OnMalformedRecord = record => _malformed = record,
            },
            leaveOpen: true);
        try
        {
            FindHeader(form);
        }
        catch
        {
            Dispose(true);
            throw;
        }
    }

    /// <inheritdoc/>
    public override BilingualText ReadAs => new(
        $"CSV（{_encoding.WebName.ToUpperInvariant()}，以{Separated.Chinese}分隔）",
        $"CSV ({_encoding.WebName.ToUpperInvariant()}, separated by {Separated.English})");

    private BilingualText Separated => _separator switch
    {
        ';' => new("分号", "semicolons"),
        '\t' => new("制表符", "tabs"),
        _ => new("逗号", "commas"),
    };

    /// <summary>Opens a file in the reading in which most of the expected columns are found.</summary>
    public static CsvFile OpenText(string path, RegisterForm form, ImportOptions limits, CancellationToken cancellationToken)
    {
        var (encoding, isCertain, isAmbiguous) = TextEncoding.Of(path);

        // Where none of this register's columns is found, another's: the file can then be told to be of that one.
        var headers = Separators.ToDictionary(
            separator => separator, separator => HeaderOf(path, form, encoding, separator, limits, cancellationToken));
        var separator = Separators.MaxBy(separator => form.CountKnownHereOrThere(headers[separator]));
        if (headers[separator].Count == 1)
        {
            // A file of one column may be one that is cut otherwise and has titles that nobody knows: they can be mapped by hand.
            separator = Separators.MaxBy(separator => headers[separator].Count);
        }

        var file = new CsvFile(path, form, encoding, separator, checkDecoding: !isCertain, limits, cancellationToken);
        if (isAmbiguous)
        {
            file.Remark(
                "文件的文字编码不能确定，按GB18030读取；文字有误的，请另存为UTF-8（带签名）后再次导入",
                "The encoding of the file is not certain; it was read as GB18030. If texts are wrong, save it as UTF-8 with a signature");
        }

        return file;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _csv.Dispose();
        _text.Dispose();
    }

    private static IReadOnlyList<string> HeaderOf(
        string path, RegisterForm form, Encoding encoding, char separator, ImportOptions limits, CancellationToken cancellationToken)
    {
        try
        {
            using var file = new CsvFile(path, form, encoding, separator, checkDecoding: false, limits, cancellationToken);
            return file.Header;
        }
        catch (RegisterUnreadableException)
        {
            // Not the right reading. If none is, the chosen one meets the same trouble and says so.
            return [];
        }
    }

    /// <inheritdoc/>
    protected override FileRow? Next()
    {
        try
        {
            if (!_csv.Read())
            {
                return null;
            }
        }
        catch (CsvFormatException broken)
        {
            throw new RegisterUnreadableException(
                $"第{_number + 1}行过长（超过{LongestRow / 1024 / 1024} MiB），可能有引号没有闭合；此行及以后未能读入",
                $"Row {_number + 1} is longer than {LongestRow / 1024 / 1024} MiB, probably because a quotation mark is not closed; it and what follows was not read",
                broken);
        }

        _number++;
        if (_csv.FieldCount > _limits.MaxColumns)
        {
            return IsSearching
                ? new FileRow(_number, ["…"]) { IsTooWide = true }
                : new FileRow(_number, [], $"该行有{_csv.FieldCount}列，表头只有{Header.Count}列");
        }

        var cells = new string[_csv.FieldCount];
        var faults = (Dictionary<int, string>?)null;
        for (var at = 0; at < cells.Length; at++)
        {
            cells[at] = _csv.GetString(at);
            if (cells[at].Length > _limits.MaxCellLength)
            {
                cells[at] = "";
                (faults ??= [])[at] = TooLong;
            }
        }

        return new FileRow(_number, cells, ProblemOf(cells)) { Faults = faults };
    }

    private string? ProblemOf(string[] cells) => _malformed is { } malformed && malformed.RecordNumber == _csv.RowNumber
        ? malformed.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote => string.Create(CultureInfo.InvariantCulture, $"引号没有闭合，直到文件末尾的{cells.Sum(cell => cell.Count(letter => letter == '\n'))}行都被当作这一行的内容"),
            CsvMalformedReason.TextAfterClosingQuote => "引号使用有误：闭合的引号后面还有文字",
            _ => null, // A quotation mark within an unquoted cell is text.
        }
        : _checkDecoding && cells.Any(cell => cell.Contains('\uFFFD', StringComparison.Ordinal)) ? "含有无法识别的字符（文字编码有误）" : null;
}
