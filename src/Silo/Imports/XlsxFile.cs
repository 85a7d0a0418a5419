using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Imports;

/// <summary>
/// XLSX文件. A register as a workbook; of the visible sheet that has most of the expected columns those are read. A workbook is a zip:
/// small to send, as large as its sender likes when
/// it is opened. It is read from front to back within the limits of <see cref="ImportOptions"/>, believing nothing that it says about its own size;
/// the libraries for workbooks hold a cell, a row or all texts in memory whatever their length.
/// </summary>
internal sealed partial class XlsxFile : RegisterFile
{
    // The zip's list of what is in it. A workbook has some dozen parts.
    private const long LargestDirectory = 1024 * 1024;
    private const int MostStyles = 65_536;
    private const int MostSheets = 50;
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const double DaysFrom1900To1904 = 1462;

    // Excel's own numbers of formats that show a day, those of Chinese editions among them.
    private static readonly HashSet<int> DayFormats = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

    private readonly ImportOptions _limits;
    private readonly BoundedStream _file;
    private readonly ReadBudget _unpacked;
    private readonly ZipArchive? _zip;
    private readonly SharedStrings? _texts;
    private readonly bool[] _showsDay = [];
    private readonly bool _is1904;
    private readonly bool[] _isKnown = [];
    private readonly CellText _text;
    private XmlReader? _sheet;
    private MergedCells _merged = MergedCells.None;
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
            var book = count > 0 ? Reading(Workbook) : throw Damaged(null);
            _is1904 = book.Is1904;
            _showsDay = book.Styles is { } styles ? Reading(() => DaysIn(styles)) : [];
            _texts = book.Texts is { } texts ? Reading(() => new SharedStrings(texts, path, limits.MaxCellLength)) : null;
            var sheet = SheetIn(book.Sheets, form);
            Sheet = sheet.Name;
            _merged = Reading(() => MergedCells.In(BoundedXml.Open(SheetPart(sheet.Path)), limits));
            Turn(sheet);
            FindHeader(form);
            _isKnown = [.. Header.Select(form.Knows)];
        }
        catch
        {
            Dispose(true);
            throw;
        }

        RegisterUnreadableException TooLarge() => new(
            $"工作簿解压后超过{limits.MaxUnpackedBytes / 1024.0 / 1024:0.#} MiB，未再读下去", $"The workbook unpacks to more than {limits.MaxUnpackedBytes / 1024.0 / 1024:0.#} MiB; it was not read further");
    }

    /// <inheritdoc/>
    public override string? Sheet { get; }

    /// <inheritdoc/>
    public override BilingualText ReadAs { get; } = new("XLSX工作簿", "XLSX workbook");

    /// <summary>The workbook is broken, or made so that no honest program writes it.</summary>
    /// <param name="cause">What showed it, or null.</param>
    internal static RegisterUnreadableException Damaged(Exception? cause) => new("工作簿已损坏，无法读取", "The workbook is damaged and cannot be read", cause);

    /// <inheritdoc/>
    protected override FileRow? Next() => Reading(NextWithAnything);

    /// <inheritdoc/>
    protected override FileRow Kept(FileRow row) =>
        new(row.Number, [.. _isKnown.Select((isKnown, at) => isKnown && at < row.Cells.Length ? row.Cells[at] : "")])
        {
            CountsFrom1904 = _is1904,
            Faults = row.Faults?.Where(fault => fault.Key < _isKnown.Length && _isKnown[fault.Key]).ToDictionary() is { Count: > 0 } faults
            ? faults
            : null,
        };

    // Hidden sheets hold lists that forms are filled in from; a visible one before the register is a cover.
    private SheetPlace SheetIn(IReadOnlyList<SheetPlace> all, RegisterForm form)
    {
        var visible = all.Where(sheet => !sheet.IsHidden).Take(MostSheets).ToList();
        var best = visible is [var only] ? only
            : visible.Select(sheet => (Sheet: sheet, Known: KnownIn(sheet))).MaxBy(one => one.Known).Sheet
                ?? throw new RegisterUnreadableException("工作簿中没有可见的工作表。文件未导入", "The workbook has no visible sheet. Nothing was imported");
        if (all.Count > 1)
        {
            var rest = all.Where(sheet => sheet != best).Select(sheet => RegisterText.Shortened(sheet.Name)).Take(MostSheets).ToList();
            Remark(
                $"读取的是工作表“{RegisterText.Shortened(best.Name)}”，未读取：{string.Join('、', rest)}",
                $"The sheet {RegisterText.Shortened(best.Name)} was read; not read: {string.Join(", ", rest)}");
        }

        return best;

        (int Here, int There) KnownIn(SheetPlace sheet)
        {
            Turn(sheet);
            return form.CountKnownHereOrThere(HeaderSearch.In(RowsAhead(), form).Titles);
        }
    }

    private void Turn(SheetPlace sheet)
    {
        _sheet?.Dispose();
        _sheet = Reading(() => BoundedXml.Open(SheetPart(sheet.Path)));
        _number = 0;
    }

    private BoundedStream SheetPart(string path) => Part(path) ?? throw Damaged(null);

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

    /// <summary>Where the sheets are, with the workbook's texts and styles, and whether its days count from 1904.</summary>
    private (IReadOnlyList<SheetPlace> Sheets, Stream? Texts, Stream? Styles, bool Is1904) Workbook()
    {
        var (sheets, is1904) = (new List<SheetPlace>(), false);
        using (var workbook = BoundedXml.Open(Part("xl/workbook.xml") ?? throw Damaged(null)))
        {
            while (BoundedXml.Advance(workbook) && sheets.Count < MostSheets)
            {
                if (workbook is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                {
                    is1904 = workbook.GetAttribute("date1904") is "1" or "true";
                }
                else if (workbook is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                {
                    sheets.Add(new SheetPlace(
                        workbook.GetAttribute("name") ?? "",
                        workbook.GetAttribute("r:id") ?? workbook.GetAttribute("id", Relationships) ?? throw Damaged(null),
                        workbook.GetAttribute("state") is "hidden" or "veryHidden"));
                }
            }
        }

        var (paths, texts, styles) = (new Dictionary<string, string>(), (string?)null, (string?)null);
        using (var relations = BoundedXml.Open(Part("xl/_rels/workbook.xml.rels") ?? throw Damaged(null)))
        {
            while (BoundedXml.Advance(relations) && paths.Count < MostStyles)
            {
                if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && relations.GetAttribute("Target") is { } target)
                {
                    var part = target.StartsWith('/') ? target[1..] : "xl/" + target;
                    var type = relations.GetAttribute("Type") ?? "";
                    paths[relations.GetAttribute("Id") ?? ""] = part;
                    texts = type.EndsWith("/sharedStrings", StringComparison.Ordinal) ? part : texts;
                    styles = type.EndsWith("/styles", StringComparison.Ordinal) ? part : styles;
                }
            }
        }

        return (
            sheets.Count == 0
                ? throw Damaged(null)
                : [.. sheets.Select(sheet => sheet with { Path = paths.GetValueOrDefault(sheet.Path) ?? throw Damaged(null) })],
            texts is null ? null : Part(texts),
            styles is null ? null : Part(styles),
            is1904);
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
        var header = new List<string>();
        var cells = IsSearching ? [] : new string[_isKnown.Length];
        Array.Fill(cells, "");
        var faults = (Dictionary<int, string>?)null;
        var isTooWide = false;
        var (depth, column) = (_sheet!.Depth, -1);
        while (BoundedXml.Advance(_sheet) && _sheet.Depth > depth)
        {
            if (_sheet is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            column = ColumnOf(_sheet.GetAttribute("r")) ?? column + 1;
            var isRead = IsSearching ? column < _limits.MaxColumns : column < _isKnown.Length && _isKnown[column];
            var text = ReadCell(isRead, out var fault);
            isTooWide |= IsSearching && column >= _limits.MaxColumns;
            if (!isRead || (text is "" && fault is null))
            {
                continue;
            }

            if (fault is not null)
            {
                (faults ??= [])[column] = fault;
            }

            if (!IsSearching)
            {
                cells[column] = text;
            }
            else
            {
                header.AddRange(Enumerable.Repeat("", Math.Max(0, column + 1 - header.Count)));
                header[column] = text;
            }
        }

        var row = new FileRow(_number, IsSearching ? [.. header] : cells)
        {
            Faults = faults,
            IsTooWide = isTooWide,
            CountsFrom1904 = _is1904,
        };
        return row.IsEmpty ? row : row with { Cells = _merged.Filled(row) };
    }

    /// <summary>The text of a cell, and what is wrong with it or null; the reader ends on the cell's end. Of a cell that is not wanted
    /// nothing is
    /// kept.</summary>
    private string ReadCell(bool isWanted, out string? fault)
    {
        _text.Clear();
        fault = null;
        if (_sheet!.IsEmptyElement)
        {
            return "";
        }

        var (type, style) = (_sheet.GetAttribute("t"), _sheet.GetAttribute("s"));
        var (depth, isPhonetic, isFormula, hasValue) = (_sheet.Depth, false, false, false);
        while (BoundedXml.Advance(_sheet) && _sheet.Depth > depth)
        {
            if (_sheet.LocalName == "rPh")
            {
                isPhonetic = _sheet is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
            else if (isWanted && !isPhonetic && _sheet is { NodeType: XmlNodeType.Element, IsEmptyElement: false, LocalName: "v" or "t" })
            {
                hasValue = true;
                _text.ReadElement(_sheet);
            }
            else if (_sheet is { NodeType: XmlNodeType.Element, LocalName: "f" })
            {
                isFormula = true;
            }
        }

        if (!isWanted)
        {
            return "";
        }

        if (type == "s" && !_text.IsTooLong && _text.Letters.Length > 0)
        {
            var number = int.Parse(_text.Letters, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
            _text.Clear();
            (_texts ?? throw Damaged(null)).Read(number, _text);
        }

        if (_text.IsTooLong)
        {
            fault = TooLong;
            return "";
        }

        var text = _text.Letters.ToString();
        if (type == "e")
        {
            fault = $"是错误值{RegisterText.Shortened(text)}";
        }
        else if (isFormula && !hasValue)
        {
            fault = "是公式，文件中没有保存它的结果，请在Excel中重新计算并保存";
        }

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

        // What other programs write of a whole number has more digits than Excel keeps, and each of them counts.
        if (text.Trim() is var whole && whole.All(char.IsAsciiDigit))
        {
            return whole;
        }

        // Excel keeps fifteen digits: a longer number that was not entered as text has lost its end, and fails its check.
        return Math.Abs(number) < 1e15 && number == Math.Truncate(number) ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The column in the name of a cell, from 0; null where it names none.</summary>
    internal static int? ColumnOf(string? place)
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

/// <summary>工作表. A sheet of a workbook.</summary>
/// <param name="Name">表名. Its name.</param>
/// <param name="Path">位置. Where it lies in the package; until that is known, the relationship that says so.</param>
/// <param name="IsHidden">隐藏. Whether whoever opens the workbook does not see it.</param>
internal sealed record SheetPlace(string Name, string Path, bool IsHidden);
