using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace ShuangDa.Silo.Imports;

/// <summary>XLSX文件. A register as a workbook; its first sheet is read.</summary>
internal sealed class XlsxFile : RegisterFile
{
    // A workbook is a zip: small to send, as large as its sender likes when it is opened.
    private const long LargestUnpacked = 2L * 1024 * 1024 * 1024;

    private readonly FileStream _file;
    private readonly IEnumerator<object> _rows;
    private long _number;

    public XlsxFile(string path)
    {
        _file = File.OpenRead(path);
        try
        {
            CheckSize(_file);
            _rows = Reading(() => MiniExcel.Query(_file, useHeaderRow: false, excelType: ExcelType.XLSX, configuration: new OpenXmlConfiguration { FillMergedCells = false }).GetEnumerator());
            Header = Next() is { } header ? header.Cells : [];
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<FileRow> Rows()
    {
        while (Next() is { } row)
        {
            if (!row.IsEmpty)
            {
                yield return row;
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _rows?.Dispose();
        _file.Dispose();
    }

    private static void CheckSize(FileStream file)
    {
        var unpacked = Reading(() =>
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Sum(entry => entry.Length);
        });
        if (unpacked > LargestUnpacked)
        {
            throw new RegisterUnreadableException($"工作簿解压后超过{LargestUnpacked / 1024 / 1024 / 1024} GiB", $"The workbook unpacks to more than {LargestUnpacked / 1024 / 1024 / 1024} GiB");
        }

        file.Position = 0;
    }

    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is not (RegisterUnreadableException or OutOfMemoryException))
        {
            // What a broken workbook makes the library throw depends on where it is broken.
            throw new RegisterUnreadableException("工作簿已损坏，无法读取", "The workbook is damaged and cannot be read", broken);
        }
    }

    private FileRow? Next()
    {
        if (!Reading(_rows.MoveNext))
        {
            return null;
        }

        _number++;
        var cells = ((IDictionary<string, object?>)_rows.Current).Values.Select(TextOf).ToArray();
        return new FileRow(_number, cells);
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        // Excel keeps fifteen digits: a longer number that was not entered as text has lost its end, and fails its check.
        double number when Math.Abs(number) < 1e15 && number == Math.Truncate(number) => ((long)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
