using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace ShuangDa.Silo.ReportForms;

/// <summary>
/// 报表工作簿. A form as offices print and hand it in: title, who reports for when, headings that span what they are above, the rows, the
/// total, a line to sign; on A4 across, as wide as the page, headings again on each page.
/// </summary>
internal static class FormWorkbook
{
    private const int TitleRow = 1;
    private const int ScopeRow = 2;
    private const int GroupRow = 3;
    private const int HeadingRow = 4;
    private const int FirstRow = 5;
    private const int Widest = 28;
    private const int FigureWidth = 11;
    private const double LineHeight = 15;

    // Bounds of the format.
    private const double Highest = 409;
    private const int LongestText = 32_767;
    private const uint A4 = 9;
    private const string Gap = "　　　　";

    private static readonly BilingualText ProductClass = new("产品类别", "Product class");

    private static readonly BilingualText Number = new("序号", "No.");

    private static readonly BilingualText[] SignedBy =
    [
        new("单位负责人（签字）：", "Head (signature):"),
        new("审核人（签字）：", "Checked by (signature):"),
        new("填表人（签字）：", "Filled in by (signature):"),
        new("联系电话：", "Telephone:"),
    ];

    private static readonly BilingualText NotKnown = new("待核", "to be checked");

    // Places in the list of cell formats below.
    private const uint Title = 1;
    private const uint Plain = 2;
    private const uint Heading = 3;
    private const uint Words = 4;
    private const uint Whole = 5;
    private const uint Decimals = 6;

    /// <summary>The workbook of a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="reporter">填报单位. Who reports.</param>
    /// <param name="madeOn">填报日期. The day it is made (Asia/Shanghai).</param>
    /// <param name="english">Whether it is in English; else in Chinese.</param>
    /// <returns>The file.</returns>
    public static byte[] Of(ReportForm form, string reporter, DateOnly madeOn, bool english)
    {
        var columns = FormColumn.Of(form.Kind);
        var isByClass = form.Kind.RowsOf() is ReportFormRows.ProductClasses;
        var name = Terms.Of(form.Kind).In(english);
        var merged = new List<string>();
        var width = columns.Length + 1;
        var rows = new SheetData();
        rows.Append(RowOf(TitleRow, [Text(name, Title)], 28));
        merged.Add(Span(TitleRow, 1, TitleRow, width));
        string[] told =
        [
            Said("填报单位", "Reported by", reporter),
            Said("统计期间", "Period", Period(form.Scope).In(english)),
            Said("统计口径", "Counted by", Terms.Of(form.Scope.Basis).In(english)),
            Said("填报日期", "Date", IsoDate.Of(madeOn)),
        ];
        rows.Append(RowOf(ScopeRow, [Text(string.Join(Gap, told), Plain)], 20));
        merged.Add(Span(ScopeRow, 1, ScopeRow, width));
        AppendHeadings();
        int[] widths =
        [
            form.Rows.Where(row => isByClass || row.IsTotal).Max(row => WidthOf(row.Title.In(english))),
            .. columns.Select((column, index) => column.Unit is FormUnit.Words
                ? form.Rows.Select(row => TextOf(row.Cells[index])).Append(column.Heading.In(english)).Max(WidthOf)
                : FigureWidth),
        ];
        var at = FirstRow;
        foreach (var row in form.Rows)
        {
            var first = isByClass || row.IsTotal
                ? row.Title.In(english)
                : string.Create(CultureInfo.InvariantCulture, $"{at - FirstRow + 1}");
            var cells = row.Cells.Select((cell, index) => CellOf(columns[index], cell));
            var lines = row.Cells.Select((cell, index) => LinesOf(TextOf(cell), widths[index + 1])).Max();
            rows.Append(RowOf(at, [Text(first, row.IsTotal ? Heading : Words), .. cells], Math.Min(Highest, (lines * LineHeight) + 4)));
            at++;
        }

        if (form.Rows.Where(row => row.IsTotal).SelectMany(row => row.Cells).Sum(cell => cell.UncertainCount) is > 0 and var uncertain)
        {
            rows.Append(RowOf(at, [Text(Uncertain(uncertain).In(english), Plain)], 20));
            merged.Add(Span(at, 1, at, width));
            at++;
        }

        rows.Append(RowOf(at + 1, [Text(string.Join(Gap + Gap, SignedBy.Select(who => who.In(english))), Plain)], 24));
        merged.Add(Span(at + 1, 1, at + 1, width));

        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
                new SheetProperties(new PageSetupProperties { FitToPage = true }),
                new SheetViews(new SheetView(new Pane
                {
                    HorizontalSplit = 1,
                    VerticalSplit = HeadingRow,
                    TopLeftCell = $"B{FirstRow}",
                    ActivePane = PaneValues.BottomRight,
                    State = PaneStateValues.Frozen,
                })
                { WorkbookViewId = 0 }),
                new Columns(widths.Select((wide, index) => Wide(index + 1, wide))),
                rows,
                new MergeCells(merged.Select(span => new MergeCell { Reference = span })),
                new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
                new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
                new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
            // A sheet's name holds 31 characters at most.
            var tab = name[..Math.Min(31, name.Length)];
            book.Workbook = new Workbook(
                new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = tab }),
                new DefinedNames(new DefinedName($"'{tab}'!${TitleRow}:${HeadingRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        }

        return file.ToArray();

        string Said(string chinese, string inEnglish, string what) => english ? $"{inEnglish}: {what}" : $"{chinese}：{what}";

        string TextOf(FormCell cell) => cell.Text?.In(english) ?? "";

        Cell CellOf(FormColumn column, FormCell cell) => cell.Value is { } value
            ? new Cell
            {
                CellValue = new CellValue(value),
                DataType = CellValues.Number,
                StyleIndex = column.IsMoney ? Decimals : Whole,
            }
            : Text(column.IsManual || column.Unit is FormUnit.Words ? TextOf(cell) : NotKnown.In(english), Words);

        void AppendHeadings()
        {
            var corner = (isByClass ? ProductClass : Number).In(english);
            var above = new List<Cell> { Text(corner, Heading) };
            var below = new List<Cell> { Text("", Heading) };
            merged.Add(Span(GroupRow, 1, HeadingRow, 1));
            for (var index = 0; index < columns.Length; index++)
            {
                var (column, place) = (columns[index], index + 2);
                var unit = column.Unit is FormUnit.Words ? "" : $"\n（{Terms.Of(column.Unit).In(english)}）";
                var heading = column.Heading.In(english) + unit;
                above.Add(Text(column.Group is { } group ? group.In(english) : heading, Heading));
                below.Add(Text(column.Group is null ? "" : heading, Heading));
                if (column.Group is null)
                {
                    merged.Add(Span(GroupRow, place, HeadingRow, place));
                }
                else if (index == 0 || columns[index - 1].Group != column.Group)
                {
                    var last = index;
                    while (last + 1 < columns.Length && columns[last + 1].Group == column.Group)
                    {
                        last++;
                    }

                    merged.Add(Span(GroupRow, place, GroupRow, last + 2));
                }
            }

            rows.Append(RowOf(GroupRow, above, 22));
            rows.Append(RowOf(HeadingRow, below, 36));
        }
    }

    // A Chinese letter is as wide as two figures; offices' programs do not all make rows as high as their words need.
    private static int LettersOf(string text) => text.Sum(letter => letter > '\u00ff' ? 2 : 1);

    private static int WidthOf(string text) => Math.Min(Widest, LettersOf(text) + 3);

    private static int LinesOf(string text, int width) => Math.Max(1, (LettersOf(text) + width - 3) / (width - 2));

    private static BilingualText Uncertain(int count) => new(
        $"注：另有{count}条记录未写明承办科室或者是否获证，未计入上表，待核。",
        $"Note: {count} records name no section, or not whether a licence is held; they are not counted above.");

    private static BilingualText Period(FormScope scope)
    {
        var (first, last) = (IsoDate.Of(scope.From), IsoDate.Of(scope.Before.PlusDays(-1)));
        return new($"{first}至{last}", $"{first} to {last}");
    }

    // Words are written as words, whatever they begin with: nothing that a party is called becomes a formula.
    private static Cell Text(string text, uint style) => new()
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }),
        StyleIndex = style,
    };

    private static string Printable(string text) =>
        string.Concat(text.Where(letter => !char.IsControl(letter) || letter is '\n' or '\t').Take(LongestText));

    private static Row RowOf(int number, IEnumerable<Cell> cells, double? height)
    {
        var row = new Row(cells.Select((cell, index) =>
        {
            cell.CellReference = Place(number, index + 1);
            return cell;
        }))
        { RowIndex = (uint)number };
        if (height is { } high)
        {
            (row.Height, row.CustomHeight) = (high, true);
        }

        return row;
    }

    private static string Span(int row, int column, int lastRow, int lastColumn) => $"{Place(row, column)}:{Place(lastRow, lastColumn)}";

    // No form has more columns than the alphabet letters.
    private static string Place(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column - 1)}{row}");

    private static Column Wide(int place, double width) =>
        new() { Min = (uint)place, Max = (uint)place, Width = width, CustomWidth = true };

    private static Stylesheet Styles()
    {
        const uint wholeFormat = 3;
        const uint decimalsFormat = 4;
        return new Stylesheet(
            new Fonts(FontOf(10.5, false), FontOf(16, true), FontOf(10.5, true)),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(
                    new LeftBorder { Style = BorderStyleValues.Thin },
                    new RightBorder { Style = BorderStyleValues.Thin },
                    new TopBorder { Style = BorderStyleValues.Thin },
                    new BottomBorder { Style = BorderStyleValues.Thin },
                    new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                FormatOf(1, 0, 0, HorizontalAlignmentValues.Center),
                FormatOf(0, 0, 0, HorizontalAlignmentValues.Left),
                FormatOf(2, 1, 0, HorizontalAlignmentValues.Center),
                FormatOf(0, 1, 0, HorizontalAlignmentValues.Left),
                FormatOf(0, 1, wholeFormat, HorizontalAlignmentValues.Right),
                FormatOf(0, 1, decimalsFormat, HorizontalAlignmentValues.Right)));
    }

    private static Font FontOf(double size, bool isBold)
    {
        var font = new Font();
        if (isBold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size }, new FontName { Val = "宋体" });
        return font;
    }

    private static CellFormat FormatOf(uint font, uint border, uint number, HorizontalAlignmentValues across) =>
        new(new Alignment { Horizontal = across, Vertical = VerticalAlignmentValues.Center, WrapText = true })
        {
            FontId = font,
            FillId = 0,
            BorderId = border,
            NumberFormatId = number,
            ApplyFont = true,
            ApplyBorder = true,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
        };
}
