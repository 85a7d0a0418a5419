using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ShuangDa.Tests.Support;

/// <summary>A workbook written by hand: what libraries write is tidier than what offices send.</summary>
internal static partial class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // General, and three ways to show a day: Excel's own, an office's and one of the Chinese edition.
    private const string Styles =
        "<numFmts count='2'><numFmt numFmtId='164' formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'/>"
        + "<numFmt numFmtId='165' formatCode='[$-804]yyyy/m/d;@'/></numFmts>"
        + "<cellXfs count='4'><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs>";

    /// <summary>A text as a workbook keeps it: what XML cannot hold, and what looks like that, is written by its number.</summary>
    /// <param name="text">The text.</param>
    public static string Escaped(string text) => string.Concat(
        Numbered().Replace(text, "_x005F_x$1_").Select(letter => letter is < ' ' and not ('\t' or '\n') or '\u0085'
            ? string.Create(CultureInfo.InvariantCulture, $"_x{(int)letter:X4}_")
            : letter.ToString()));

    /// <summary>The workbook.</summary>
    /// <param name="sheets">Names, states and content.</param>
    /// <param name="is1904">Whether its days count from 1904.</param>
    /// <param name="shared">Its shared texts.</param>
    public static byte[] Zip(IReadOnlyList<(string Name, string State, string Content)> sheets, bool is1904, IReadOnlyList<string> shared)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "xl/workbook.xml",
                $"<workbook xmlns='{Main}' xmlns:r='{Relations}'>{(is1904 ? "<workbookPr date1904='1'/>" : "")}<sheets>"
                + string.Concat(sheets.Select((sheet, at) =>
                    $"<sheet name='{sheet.Name}' sheetId='{at + 1}' state='{sheet.State}' r:id='r{at}'/>"))
                + "</sheets></workbook>");
            Part(zip, "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + string.Concat(sheets.Select((_, at) =>
                    $"<Relationship Id='r{at}' Type='x/worksheet' Target='worksheets/sheet{at}.xml'/>"))
                + "<Relationship Id='s' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
                + "<Relationship Id='t' Type='x/styles' Target='styles.xml'/></Relationships>");
            foreach (var (at, sheet) in sheets.Index())
            {
                Part(zip, $"xl/worksheets/sheet{at}.xml", $"<worksheet xmlns='{Main}'>{sheet.Content}</worksheet>");
            }

            Part(zip, "xl/styles.xml", $"<styleSheet xmlns='{Main}'>{Styles}</styleSheet>");
            var texts = string.Concat(shared.Select(text => $"<si><t xml:space='preserve'>{text}</t></si>"));
            Part(zip, "xl/sharedStrings.xml", $"<sst xmlns='{Main}'>{texts}</sst>");
        }

        return bytes.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string content)
    {
        using var text = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        text.Write(content);
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Numbered();
}
