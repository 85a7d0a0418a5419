using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace ShuangDa.Silo.Imports;

/// <summary>合并单元格. Cells of a sheet that are one from a row down to another: what stands in the first counts for all. A row in which
/// nothing else is said
/// stays empty.</summary>
internal sealed partial class MergedCells
{
    private const int Most = 200_000;

    private readonly SortedDictionary<long, List<(int Column, long To)>> _waiting = [];
    private readonly Dictionary<int, (long To, string Text)> _open = [];

    private MergedCells()
    {
    }

    /// <summary>No cells.</summary>
    public static MergedCells None => new();

    /// <summary>The merged cells of a sheet; they stand behind its rows.</summary>
    /// <param name="sheet">The sheet; it is read to its end and closed.</param>
    /// <param name="limits">How many columns count.</param>
    public static MergedCells In(XmlReader sheet, ImportOptions limits)
    {
        var merged = new MergedCells();
        var count = 0;
        using (sheet)
        {
            while (BoundedXml.Advance(sheet))
            {
                if (
                    sheet is not
                    {
                        NodeType: XmlNodeType.Element,
                        LocalName: "mergeCell"
                    } || !Range().IsMatch(sheet.GetAttribute("ref") ?? ""))
                {
                    continue;
                }

                var range = Range().Match(sheet.GetAttribute("ref")!);
                var (column, from, to) = (XlsxFile.ColumnOf(range.Groups["column"].Value), RowOf(range, "from"), RowOf(range, "to"));
                if (column is not { } at || at >= limits.MaxColumns || to <= from)
                {
                    continue;
                }

                if (++count > Most)
                {
                    throw new RegisterUnreadableException(
                        $"工作表中的合并单元格超过{Most}处，请取消合并后再导入", $"The sheet has more than {Most} merged cells; undo the merging");
                }

                if (!merged._waiting.TryGetValue(from, out var begin))
                {
                    merged._waiting[from] = begin = [];
                }

                begin.Add((at, to));
            }
        }

        return merged;
    }

    /// <summary>A row's cells with what the cells above say for them. Rows come from above to below.</summary>
    /// <param name="row">The row.</param>
    public string[] Filled(FileRow row)
    {
        var cells = row.Cells;
        foreach (var (column, (to, text)) in _open)
        {
            if (row.Number > to)
            {
                _open.Remove(column);
            }
            else if (column >= cells.Length || string.IsNullOrWhiteSpace(cells[column]))
            {
                cells = column < cells.Length ? cells : [.. cells, .. Enumerable.Repeat("", column + 1 - cells.Length)];
                cells[column] = text;
            }
        }

        while (_waiting.Count > 0 && _waiting.First() is var (from, begun) && from <= row.Number)
        {
            _waiting.Remove(from);
            foreach (var (column, to) in begun.Where(one => from == row.Number && one.Column < cells.Length))
            {
                _open[column] = (to, cells[column]);
            }
        }

        return cells;
    }

    private static long RowOf(Match range, string group) =>
        long.Parse(range.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<column>[A-Z]{1,3})(?<from>\d{1,7}):[A-Z]{1,3}(?<to>\d{1,7})$", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
