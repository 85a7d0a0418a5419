using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace ShuangDa.Silo.Imports;

/// <summary>
/// XLSX文件. A register as a workbook; of its first sheet the known columns are read. A workbook is a zip: small to send, as large as its sender likes when
/// it is opened. It is read from front to back within the limits of <see cref="ImportOptions"/>, believing nothing that it says about its own size;
/// the libraries for workbooks hold a cell, a row or all texts in memory whatever their length.
/// </summary>
internal sealed partial class XlsxFile : RegisterFile
{
    // The zip's list of what is in it. A workbook has some dozen parts.
    private const long LargestDirectory = 1024 * 1024;
    private const int MostStyles = 65_536;
    private const double DaysFrom1900To1904 = 1462;

    // Excel's own numbers of formats that show a day, those of Chinese editions among them.
    private static readonly HashSet<int> DayFormats = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

    private readonly ImportOptions _limits;
    private readonly BoundedStream _file;
    private readonly ReadBudget _unpacked;
    private readonly ZipArchive? _zip;
    private readonly XmlReader? _sheet;
    private readonly SharedStrings? _texts;
    private readonly bool[] _showsDay = [];
    private readonly bool _is1904;
    private readonly bool[] _isKnown = [];
    private readonly CellText _text;
    private long _number;

    /// <summary>Opens a workbook and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="form">The columns that are read.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="cancellationToken">The reading is no longer wanted.</param>
    public XlsxFile(string path, RegisterForm form, ImportOptions limits, CancellationToken cancellationToken) : base(limits)
    {
        _limits = limits;
        _text = new CellText(limits.MaxCellLength);
        _unpacked = new ReadBudget(limits.MaxUnpackedBytes, TooLarge, cancellationToken);
        _file = new BoundedStream(File.OpenRead(path), new ReadBudget(LargestDirectory, static () => Damaged(null), cancellationToken));
        try
        {
            (_zip, var count) = Reading(() => new ZipArchive(_file) is var zip ? (zip, zip.Entries.Count) : default);
            // From here on what comes out counts, not what goes in.
            _file.Budget = new ReadBudget(long.MaxValue, TooLarge, cancellationToken);
            (var sheet, _is1904) = count > 0 ? Reading(FirstSheet) : throw Damaged(null);
            _showsDay = sheet.Styles is { } styles ? Reading(() => DaysIn(styles)) : [];
            _texts = sheet.Texts is { } texts ? Reading(() => new SharedStrings(texts, path, limits.MaxCellLength)) : null;
            _sheet = Reading(() => BoundedXml.Open(Part(sheet.Path) ?? throw Damaged(null)));
            var header = Reading(NextWithAnything)?.Cells ?? [];
            _isKnown = [.. header.Select(form.Knows)];
            Header = header;
        }
        catch
        {
            Dispose(true);
            throw;
        }

        RegisterUnreadableException TooLarge() => new(
            $"工作簿解压后超过{limits.MaxUnpackedBytes / 1024.0 / 1024:0.#} MiB，未再读下去", $"The workbook unpacks to more than {limits.MaxUnpackedBytes / 1024.0 / 1024:0.#} MiB; it was not read further");
    }

    /// <summary>The workbook is broken, or made so that no honest program writes it.</summary>
    /// <param name="cause">What showed it, or null.</param>
    internal static RegisterUnreadableException Damaged(Exception? cause) => new("工作簿已损坏，无法读取", "The workbook is damaged and cannot be read", cause);

    /// <inheritdoc/>
    protected override FileRow? Next() => Reading(NextWithAnything);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _sheet?.Dispose();
        _texts?.Dispose();
        _zip?.Dispose();
        _file.Dispose();
    }

    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException or FormatException or OverflowException)
        {
            // What a broken workbook makes the libraries throw depends on where it is broken.
            throw Damaged(broken);
        }
    }

    private BoundedStream? Part(string path)
    {
        var entry = _zip!.GetEntry(path) ?? _zip.Entries.FirstOrDefault(one => one.FullName.Equals(path, StringComparison.OrdinalIgnoreCase));
        return entry is null ? null : new BoundedStream(entry.Open(), _unpacked);
    }

    /// <summary>Where the first sheet is, with the workbook's texts and styles, and whether its days count from 1904.</summary>
    private ((string Path, Stream? Texts, Stream? Styles) Sheet, bool Is1904) FirstSheet()
    {
        var (id, is1904) = ((string?)null, false);
        using (var workbook = BoundedXml.Open(Part("xl/workbook.xml") ?? throw Damaged(null)))
        {
            while (id is null && BoundedXml.Advance(workbook))
            {
                if (workbook is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                {
                    is1904 = workbook.GetAttribute("date1904") is "1" or "true";
                }
                else if (workbook is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                {
                    id = workbook.GetAttribute("r:id") ?? workbook.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? throw Damaged(null);
                }
            }
        }

        var (path, texts, styles) = ((string?)null, (string?)null, (string?)null);
        using (var relations = BoundedXml.Open(Part("xl/_rels/workbook.xml.rels") ?? throw Damaged(null)))
        {
            while (BoundedXml.Advance(relations))
            {
                if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && relations.GetAttribute("Target") is { } target)
                {
                    var part = target.StartsWith('/') ? target[1..] : "xl/" + target;
                    var type = relations.GetAttribute("Type") ?? "";
                    path = relations.GetAttribute("Id") == id ? part : path;
                    texts = type.EndsWith("/sharedStrings", StringComparison.Ordinal) ? part : texts;
                    styles = type.EndsWith("/styles", StringComparison.Ordinal) ? part : styles;
                }
            }
        }

        return ((path ?? throw Damaged(null), texts is null ? null : Part(texts), styles is null ? null : Part(styles)), is1904);
    }

    /// <summary>Which of the workbook's styles show a number as a day.</summary>
    private static bool[] DaysIn(Stream styles)
    {
        var own = new Dictionary<int, bool>();
        var shows = new List<bool>();
        var isOfCells = false;
        using var xml = BoundedXml.Open(styles);
        while (BoundedXml.Advance(xml) && shows.Count < MostStyles && own.Count < MostStyles)
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "numFmt") when int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id):
                    own[id] = Day().IsMatch(NotLetters().Replace(xml.GetAttribute("formatCode") ?? "", ""));
                    break;
                case (XmlNodeType.Element or XmlNodeType.EndElement, "cellXfs"):
                    isOfCells = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
                    break;
                case (XmlNodeType.Element, "xf") when isOfCells:
                    shows.Add(int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var format) && (own.TryGetValue(format, out var isDay) ? isDay : DayFormats.Contains(format)));
                    break;
                default:
                    break;
            }
        }

        return [.. shows];
    }

    /// <summary>The next row in which something is said; what the workbook says about empty ones costs nothing.</summary>
    private FileRow? NextWithAnything()
    {
        while (BoundedXml.Advance(_sheet!))
        {
            if (_sheet is not { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                continue;
            }

            _number = Math.Max(_number + 1, long.TryParse(_sheet.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : 0);
            if (!_sheet.IsEmptyElement && ReadRow() is { IsEmpty: false } row)
            {
                return row;
            }
        }

        return null;
    }

    private FileRow ReadRow()
    {
        var isHeader = _isKnown.Length == 0;
        var header = new List<string>();
        var cells = isHeader ? [] : new string[_isKnown.Length];
        Array.Fill(cells, "");
        var tooLong = (string?)null;
        var (depth, column) = (_sheet!.Depth, -1);
        while (BoundedXml.Advance(_sheet) && _sheet.Depth > depth)
        {
            if (_sheet is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            column = ColumnOf(_sheet.GetAttribute("r")) ?? column + 1;
            var isRead = isHeader || (column < _isKnown.Length && _isKnown[column]);
            var text = ReadCell(isRead);
            if (!isRead || (text is "" && !_text.IsTooLong))
            {
                continue;
            }

            if (_text.IsTooLong)
            {
                tooLong ??= TooLongCell(isHeader || column >= Header.Count ? "" : Header[column]);
            }
            else if (!isHeader)
            {
                cells[column] = text;
            }
            else if (column >= _limits.MaxColumns)
            {
                throw TooManyColumns();
            }
            else
            {
                header.AddRange(Enumerable.Repeat("", Math.Max(0, column + 1 - header.Count)));
                header[column] = text;
            }
        }

        return new FileRow(_number, isHeader ? [.. header] : cells, tooLong);
    }

    /// <summary>The text of a cell; the reader ends on the cell's end. Of a cell that is not wanted nothing is kept.</summary>
    private string ReadCell(bool isWanted)
    {
        _text.Clear();
        if (_sheet!.IsEmptyElement)
        {
            return "";
        }

        var (type, style) = (_sheet.GetAttribute("t"), _sheet.GetAttribute("s"));
        var (depth, isPhonetic) = (_sheet.Depth, false);
        while (BoundedXml.Advance(_sheet) && _sheet.Depth > depth)
        {
            if (_sheet.LocalName == "rPh")
            {
                isPhonetic = _sheet is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
            else if (isWanted && !isPhonetic && _sheet is { NodeType: XmlNodeType.Element, IsEmptyElement: false, LocalName: "v" or "t" })
            {
                _text.ReadElement(_sheet);
            }
        }

        if (!isWanted || _text.IsTooLong)
        {
            return "";
        }

        if (type == "s" && _text.Letters.Length > 0)
        {
            var number = int.Parse(_text.Letters, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
            _text.Clear();
            (_texts ?? throw Damaged(null)).Read(number, _text);
        }

        var text = _text.Letters.ToString();
        return type switch
        {
            "b" => text == "1" ? "True" : "False",
            null or "n" => NumberIn(text, int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var shown) && shown < _showsDay.Length && _showsDay[shown]),
            _ => text.Contains("_x", StringComparison.Ordinal) ? EscapedLetter().Replace(text, static letter => ((char)ushort.Parse(letter.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString()) : text,
        };
    }

    private string NumberIn(string text, bool showsDay)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return text;
        }

        var day = _is1904 ? number + DaysFrom1900To1904 : number;
        if (showsDay && day is >= 1 and < 2_958_466)
        {
            // Excel has a 29 February 1900, which was none: before it everything is a day later.
            var instant = DateTime.FromOADate(day < 60 ? day + 1 : day);
            return instant.ToString(instant.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        }

        // Excel keeps fifteen digits: a longer number that was not entered as text has lost its end, and fails its check.
        return Math.Abs(number) < 1e15 && number == Math.Truncate(number) ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);
    }

    private static int? ColumnOf(string? place)
    {
        var column = 0;
        foreach (var letter in place ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter) || column > 16_384)
            {
                break;
            }

            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }

    // What is not a letter of a format: text in quotation marks, signs that are meant as they are, conditions and colours.
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters();

    [GeneratedRegex("[yd]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedLetter();
}
