using System.Globalization;
using System.Security;
using System.Text;

namespace ShuangDa.Tests.Support;

/// <summary>What must become of a cell.</summary>
public enum CellFate
{
    /// <summary>What is meant is stored.</summary>
    Kept,

    /// <summary>What is meant is stored, and it is said that something was taken out.</summary>
    Cleaned,

    /// <summary>Its row is refused.</summary>
    Refused,
}

/// <summary>A cell as an office wrote it, and what it means.</summary>
/// <param name="Written">As text.</param>
/// <param name="Meant">What it means; null for nothing.</param>
/// <param name="Fate">What must become of it.</param>
/// <param name="Xml">The attributes and, behind a stroke, the content of the cell of a workbook, where it is no plain text.</param>
public sealed record OfficeCell(string Written, string? Meant, CellFate Fate = CellFate.Kept, string? Xml = null);

/// <summary>A row as an office wrote it.</summary>
/// <param name="Number">As a spreadsheet shows it.</param>
/// <param name="Cells">By the usual titles of their columns.</param>
public sealed record OfficeRow(int Number, IReadOnlyDictionary<string, OfficeCell> Cells);

/// <summary>
/// A register of enterprises as offices make them, out of everything that was met in such files: titles above the header, other titles
/// for a column, units in titles, hidden sheets, merged cells, days from 1904, text marks, dashes of every kind, encodings, error cells,
/// signs that nobody sees, characters that no table places. A number makes a file, the same one each time.
/// </summary>
public sealed class OfficeFile
{
    private static readonly (string Title, string[] Names)[] Columns =
    [
        ("企业名称", ["企业名称", "*企业名称", " 企业名称　", "企 业 名 称", "企业名称（全称）", "市场主体名称", "name", "Name", "“企业名称”"]),
        ("统一社会信用代码", ["统一社会信用代码", "社会信用代码", "统一社会信用代码/注册号", "统一社会信用代码（18位）", "creditCode"]),
        ("注册日期", ["注册日期", "成立日期", "成立日期（年月日）", "登记日期", "registeredOn"]),
        ("注册资金", ["注册资金", "注册资本", "注册资本（万元）", "注册资本(万元人民币)", "注册资金【元】"]),
        ("注册地址", ["注册地址", "住所", "经营场所", "企业住所 "]),
        ("经营范围", ["经营范围", "业务范围", "经营范围（许可项目以证为准）"]),
    ];

    private static readonly string[] Pieces =
    [
        "试禾", "青浦", "锁业", "（上海）", "(上海)", "有限公司", "—", "－", "·", "&", "<b>", "\"甲\"", "'乙'", "，", ",", ";", "\t", "\n",
        "Silver Pond", "ＱＷＥ", "1号", "\U00020087", "\u9FB4", "_x0041_", "_x", "%", "=1+1", "@", "N/A厂", "、", "/", "|", "“引”", "é",
        "ß", "٣", "㈱", "1/2", "2026-01-05", "　",
    ];

    private const string Spoken = "<rPh sb='0' eb='1'><t>シ</t></rPh>";

    private static readonly char[] Dashes = [.. "-‐‑‒–—―−－ー﹘﹣"];
    private static readonly string[] Codes =
        ["91310118631656145F", "91310000607412271H", "9131011583269237XU", "913101166316745030", "91310117631630092C"];
    private static readonly string[] NoDays =
        ["2026-02-30", "五年", "99999999", "0", "2026", "2026-13-01", "1/2/2026", "待定", "0000-00-00", "2020-01-01至2029-12-31"];

    private static readonly char[] Unseen = ['\u202E', '\u200B', '\u00AD', '\u200E', '\uFEFF', '\u0007', '\u0085'];

    private ulong _state;
    private bool _isWorkbook;
    private bool _is1904;
    private bool _isShared;
    private readonly List<string> _shared = [];

    private OfficeFile(ulong seed) => _state = seed;

    /// <summary>What is in the file.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>How it was made, for whoever looks for a fault.</summary>
    public string Made { get; private set; } = "";

    /// <summary>The rows that are data, from above to below.</summary>
    public IReadOnlyList<OfficeRow> Rows { get; private set; } = [];

    /// <summary>A register of enterprises.</summary>
    /// <param name="seed">Which.</param>
    public static OfficeFile Enterprises(ulong seed)
    {
        var file = new OfficeFile(seed);
        file.Make();
        return file;
    }

    private void Make()
    {
        _isWorkbook = Chance(2);
        _is1904 = _isWorkbook && Chance(4);
        _isShared = Chance(2);
        var columns = Columns.Where((_, at) => at < 2 || !Chance(3)).Select(column => (column.Title, Name: Pick(column.Names))).ToList();
        var unit = columns.Find(column => column.Title == "注册资金").Name is { } name ? Note(name) : null;
        foreach (var other in new[] { "法人代表", "备注", "序号", "联系人手机" }.Where(_ => Chance(3)))
        {
            columns.Insert(Draw(columns.Count + 1), (other, other));
        }

        columns = [.. columns.OrderBy(_ => Draw(1000))];
        if (columns.Any(column => column is { Title: "企业名称", Name: "企业名称" }) && Chance(4))
        {
            columns.Add(("", "单位名称")); // the exact title counts
        }

        var above = new List<string[]>();
        while (above.Count < 4 && Chance(3))
        {
            above.Add(Chance(2) ? ["某区市场主体登记信息表"] : [.. columns.Select((_, at) => at % 3 == 0 ? "基本信息" : "")]);
        }

        var (number, rows) = (above.Count + 1, new List<OfficeRow>());
        var merges = new List<(string Title, int From, int To)>();
        for (var count = 1 + Draw(6); count > 0; count--)
        {
            number += Chance(6) ? 2 : 1;
            var cells = columns.Where(column => column.Title.Length > 0).Select(column => column.Title);
            rows.Add(new(number, cells.ToDictionary(title => title, title => Cell(title, unit))));
        }

        Merge(rows, merges);
        Rows = rows;
        string[] header = [.. columns.Select(column => column.Name)];
        string[] titles = [.. columns.Select(column => column.Title)];
        Content = _isWorkbook ? Workbook(above, header, titles, merges) : Text(above, header, titles);
    }

    // The address of a street is written once, over the rows of those who are there.
    private void Merge(List<OfficeRow> rows, List<(string Title, int From, int To)> merges)
    {
        if (!_isWorkbook || rows.Count < 3 || !rows[0].Cells.ContainsKey("注册地址") || !Chance(2))
        {
            return;
        }

        var first = new OfficeCell("盈港路1号", "盈港路1号");
        for (var at = 0; at < rows.Count - 1; at++)
        {
            rows[at] = rows[at] with
            {
                Cells = new Dictionary<string, OfficeCell>(rows[at].Cells) { ["注册地址"] = at == 0 ? first : first with { Written = "" } },
            };
        }

        merges.Add(("注册地址", rows[0].Number, rows[^2].Number));
    }

    private OfficeCell Cell(string title, string? unit) => title switch
    {
        "统一社会信用代码" => Marked(Code()),
        "注册日期" => Day(),
        "注册资金" => Capital(unit),
        "企业名称" or "注册地址" or "经营范围" => Chance(5) ? Odd() : Marked(Plain()),
        _ => Chance(3) && _isWorkbook ? new("#N/A", null, Xml: "t='e'|<v>#N/A</v>") : new(Pick(Pieces), null),
    };

    private OfficeCell Plain()
    {
        var text = string.Concat(Enumerable.Range(0, 1 + Draw(5)).Select(_ => Pick(Pieces)));
        var said = text.Trim();
        return new(Chance(4) ? $"　{text} " : text, said.Length == 0 || said == "N/A" ? null : said);
    }

    // The marks by which spreadsheets keep digits as text.
    private OfficeCell Marked(OfficeCell cell)
    {
        var said = cell.Written.Trim();
        return cell.Xml is not null || said.Length == 0 ? cell : Mark(cell, said);
    }

    private OfficeCell Mark(OfficeCell cell, string said) => Draw(10) switch
    {
        0 when said[0] is '=' or '\'' or '@' || !said.Contains('\'') => cell with { Written = "'" + said },
        1 => cell with { Written = $"=\"{said.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" },
        _ => cell,
    };

    private OfficeCell Code()
    {
        var code = Pick(Codes);
        return Draw(12) switch
        {
            0 => new(Wide(code), code),
            1 => new(code.ToLowerInvariant(), code),
            2 => new($" {code[..8]} {code[8..]}", code),
            3 => new("91310118631656145G", "91310118631656145G"), // a register carries it
            4 => new("310118000012345", "310118000012345", Xml: Chance(2) ? "|<v>310118000012345</v>" : null),
            5 => new(code[..17], null, CellFate.Refused),
            6 => new("9.13101E+17", null, CellFate.Refused, "|<v>9.1310118631656E+17</v>"),
            7 => new("913101186316561000", null, CellFate.Refused),
            8 => new("", null, CellFate.Refused),
            _ => new(code, code),
        };
    }

    private OfficeCell Capital(string? unit)
    {
        var number = Draw(6) switch
        {
            0 => "1,500.50",
            1 => Wide("500"),
            2 => "0.5",
            3 => "12345678901234567",
            _ => Draw(100_000).ToString(CultureInfo.InvariantCulture),
        };
        return Draw(4) switch
        {
            0 => new("50(万元人民币)", "50(万元人民币)"),
            1 => new("N/A", null),
            2 when _isWorkbook && number.All(letter => char.IsAsciiDigit(letter) || letter == '.') =>
                new(number, number + unit, Xml: $"|<v>{number}</v>"),
            _ => new($" {number}", number + unit),
        };
    }

    private OfficeCell Day()
    {
        var day = new DateOnly(1950, 1, 1).AddDays(Draw(27_000));
        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string Said(string form) => day.ToString(form, CultureInfo.InvariantCulture);
        OfficeCell Kept(string written) => new(written, iso);
        if (_isWorkbook && Chance(3))
        {
            return DayNumber(day, iso);
        }

        return Draw(16) switch
        {
            0 => Kept(Said("yyyy-M-d").Replace('-', Dashes[Draw(Dashes.Length)])),
            1 => Kept(iso.Replace('-', Dashes[Draw(Dashes.Length)])),
            2 => Kept(Said("yyyy/M/d")),
            3 => Kept(Said("yyyy.M.d")),
            4 => Kept(Said("yyyyMMdd")),
            5 => Kept(Said("yyyy年M月d日")),
            6 => Kept(Wide(iso)),
            7 => Kept(Said("yyyy/M/d") + Pick([" 上午 9:30:00", " 下午3:20", " 0:00", " 23:59:59", " 3:20:00 PM"])),
            8 => Kept($"{day.AddDays(-1):yyyy-MM-dd}T{Pick(["16:00:00Z", "16:00:00.000Z", "23:59:59Z", "18:00:00+02:00"])}"),
            9 => Kept($"{iso}T{Pick(["00:00:00Z", "15:59:59Z", "00:00:00+08:00", "23:59:59.999+08:00"])}"),
            10 => Kept("'" + iso),
            11 => new("", null),
            12 => new(Pick(NoDays), null, CellFate.Refused),
            13 when day.Year > 1927 => new(NumberOf(day), iso, _is1904 ? CellFate.Refused : CellFate.Kept),
            14 => Kept($" {iso}　"),
            _ => Kept(iso),
        };
    }

    private OfficeCell DayNumber(DateOnly day, string iso)
    {
        var number = day.DayNumber - new DateOnly(1899, 12, 30).DayNumber - (_is1904 ? 1462 : 0);
        var fraction = Chance(3) ? ".5" : "";
        return Draw(8) switch
        {
            // Nobody sees that it is a day, nor from when it counts.
            0 when number >= 10_000 => new(NumberOf(day), iso, _is1904 ? CellFate.Refused : CellFate.Kept, $"|<v>{number}{fraction}</v>"),
            1 => new("#VALUE!", null, CellFate.Refused, "t='e'|<v>#VALUE!</v>"),
            2 => new("", null, CellFate.Refused, "s='1'|<f>TODAY()</f>"),
            3 => new(iso, iso, Xml: $"s='1'|<f>A1+1</f><v>{number}</v>"),
            4 => new(iso, iso, Xml: $"t='d'|<v>{iso}T00:00:00</v>"),
            _ => new(iso, iso, Xml: $"s='{1 + Draw(3)}'|<v>{number}{fraction}</v>"),
        };
    }

    private static string NumberOf(DateOnly day) =>
        (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture);

    private OfficeCell Odd() => Draw(_isWorkbook ? 11 : 6) switch
    {
        0 => Chance(2) ? new("N/A", null) : new(" n/a ", null),
        1 => new("", null),
        2 => new($"试{Unseen[Draw(Unseen.Length)]}厂", "试厂", CellFate.Cleaned),
        3 => new("\uE81E食品厂", "\u9FB4食品厂"),
        4 => new("试\uE000厂", null, CellFate.Refused),
        5 => new("试\uFFFD厂", null, CellFate.Refused),
        6 => new("#NAME?", null, CellFate.Refused, "t='e'|<v>#NAME?</v>"),
        7 => new("", null, CellFate.Refused, "|<f>VLOOKUP(A1,B:C,2,0)</f>"),
        8 => new("试厂", "试厂", Xml: "t='str'|<f>A1&amp;B1</f><v>试厂</v>"),
        9 => new("试厂", null, CellFate.Refused, "t='inlineStr'|<is><t>试_xD800_厂</t></is>"),
        _ => new("试禾厂", "试禾厂", Xml: $"t='inlineStr'|<is><r><t>试禾</t></r><r><rPr><b/></rPr><t>厂</t></r>{Spoken}</is>"),
    };

    private byte[] Text(List<string[]> above, string[] header, string[] titles)
    {
        Encoding[] encodings =
        [
            new UTF8Encoding(false), new UTF8Encoding(true), RegisterSheet.Gb18030, new UnicodeEncoding(false, true),
            new UnicodeEncoding(true, true),
        ];
        var encoding = encodings[Draw(encodings.Length)];
        var (separator, line, quotesAll) = (Pick([",", ";", "\t"]), Pick(["\r\n", "\n"]), Chance(3));
        Made = $"CSV {encoding.WebName} '{separator}' {string.Join('|', header)}";
        var lines = above.Concat([header]).Select(cells => Line(cells)).ToList();
        foreach (var row in Rows)
        {
            while (lines.Count < row.Number - 1)
            {
                lines.Add("");
            }

            lines.Add(Line([.. titles.Select(title => title.Length == 0 ? "别的名称" : row.Cells[title].Written)]));
        }

        return [.. encoding.GetPreamble(), .. encoding.GetBytes(string.Join(line, lines) + (Chance(2) ? line : ""))];

        string Line(string[] cells) => string.Join(separator, cells.Select(cell =>
            quotesAll || cell.AsSpan().IndexOfAny(separator + "\"\n\r") >= 0
                ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : cell));
    }

    private byte[] Workbook(List<string[]> above, string[] header, string[] titles, List<(string Title, int From, int To)> merges)
    {
        Made = $"XLSX{(_is1904 ? " 1904" : "")} {string.Join('|', header)}";
        var lines = above.Concat([header])
            .Select((cells, at) => Line(at + 1, cells.Select(cell => cell.Length == 0 ? null : new OfficeCell(cell, cell)))).ToList();
        lines.AddRange(Rows.Select(row => Line(row.Number, titles.Select(title =>
            title.Length == 0 ? new OfficeCell("别的名称", "") : row.Cells[title] is { Written: "", Xml: null } ? null : row.Cells[title]))));
        var merged = merges.Select(merge => (At: Letter(Array.IndexOf(titles, merge.Title)), merge.From, merge.To))
            .Select(merge => $"<mergeCell ref='{merge.At}{merge.From}:{merge.At}{merge.To}'/>").ToList();
        var sheet = $"<sheetData>{string.Concat(lines)}</sheetData>"
            + (merged.Count == 0 ? "" : $"<mergeCells>{string.Concat(merged)}</mergeCells>");
        var (hidden, cover) = (Chance(3), Chance(3));
        var sheets = new List<(string Name, string State, string Content)> { ("企业", "visible", sheet) };
        if (cover)
        {
            sheets.Insert(0, ("封面", "visible", Sheet("登记信息")));
        }

        if (hidden)
        {
            sheets.Insert(0, ("字典", "hidden", Sheet("企业名称", "统一社会信用代码", "注册日期")));
        }

        return WorkbookFile.Zip(sheets, _is1904, _shared);

        static string Sheet(params string[] cells) =>
            $"<sheetData><row r='1'>{string.Concat(cells.Select(cell => $"<c t='str'><v>{cell}</v></c>"))}</row></sheetData>";

        string Line(int number, IEnumerable<OfficeCell?> cells) =>
            $"<row r='{number}'>"
            + string.Concat(cells.Select((cell, at) => cell is null ? "" : Element($"{Letter(at)}{number}", cell)))
            + "</row>";
    }

    private string Element(string place, OfficeCell cell)
    {
        if (cell.Xml is { } xml)
        {
            var stroke = xml.IndexOf('|', StringComparison.Ordinal);
            return $"<c r='{place}' {xml[..stroke]}>{xml[(stroke + 1)..]}</c>";
        }

        var escaped = SecurityElement.Escape(WorkbookFile.Escaped(cell.Written));
        if (!_isShared)
        {
            return Chance(2)
                ? $"<c r='{place}' t='inlineStr'><is><t xml:space='preserve'>{escaped}</t></is></c>"
                : $"<c r='{place}' t='str'><v>{escaped}</v></c>";
        }

        _shared.Add(escaped);
        return $"<c r='{place}' t='s'><v>{_shared.Count - 1}</v></c>";
    }

    private static string Letter(int column) => ((char)('A' + column)).ToString();

    private static string? Note(string title) => title.IndexOfAny(['（', '(', '【']) is var at and >= 0 ? title[(at + 1)..^1] : null;

    private static string Wide(string text) =>
        string.Concat(text.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter));

    private string Pick(string[] from) => from[Draw(from.Length)];

    private bool Chance(int of) => Draw(of) == 0;

    // splitmix64: the same numbers from the same seed, on every machine and in every version.
    private int Draw(int below)
    {
        var next = _state += 0x9E3779B97F4A7C15;
        next = (next ^ (next >> 30)) * 0xBF58476D1CE4E5B9;
        next = (next ^ (next >> 27)) * 0x94D049BB133111EB;
        return (int)((next ^ (next >> 31)) % (ulong)below);
    }
}
