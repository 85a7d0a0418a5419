using System.Text;

namespace ShuangDa.Silo.Imports;

/// <summary>不是登记簿的文件. Files that people send instead of a register, each told by what it is and what to do with it.</summary>
internal static class NotARegister
{
    private const int SampleSize = 64 * 1024;

    private static readonly byte[] CompoundBegins = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly byte[] PdfBegins = "%PDF"u8.ToArray();
    private static readonly string[] MarkupBegins = ["<!DOCTYPE", "<html", "<table", "<?xml", "<meta", "<style"];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Refuses what is known not to be a register.</summary>
    /// <param name="path">The file.</param>
    /// <param name="begins">Its first four bytes.</param>
    /// <exception cref="RegisterUnreadableException">It is none.</exception>
    public static void Check(string path, ReadOnlySpan<byte> begins)
    {
        if (begins.SequenceEqual(CompoundBegins))
        {
            throw IsEncrypted(path)
                ? new RegisterUnreadableException(
                    "工作簿设有打开密码，无法读取。请取消密码后另存为.xlsx再导入",
                    "The workbook is protected by a password and cannot be read. Remove the password and save it again")
                : new RegisterUnreadableException(
                    "这是旧版Excel文件（.xls），请另存为.xlsx或CSV后再导入", "This is a file of old Excel (.xls); save it as .xlsx or CSV");
        }

        if (begins.SequenceEqual(PdfBegins))
        {
            throw new RegisterUnreadableException("这是PDF文件，请导入.xlsx或CSV文件", "This is a PDF file; bring an .xlsx or CSV file");
        }

        if (IsMarkup(path))
        {
            throw new RegisterUnreadableException(
                "这是网页（HTML或XML）格式的表格，虽以.xls等命名但并非工作簿。请用Excel打开后另存为.xlsx再导入",
                "This is a table as HTML or XML, whatever its name says. Open it in Excel and save it as .xlsx");
        }
    }

    // An encrypted workbook is a compound file whose directory names the stream that holds the package.
    private static bool IsEncrypted(string path)
    {
        using var file = File.OpenRead(path);
        var window = new byte[SampleSize + EncryptedPackage.Length];
        for (var kept = 0; file.ReadAtLeast(window.AsSpan(kept), SampleSize, throwOnEndOfStream: false) is > 0 and var read;)
        {
            var filled = window.AsSpan(0, kept + read);
            if (filled.IndexOf(EncryptedPackage) >= 0)
            {
                return true;
            }

            // What ends one window may begin the name.
            kept = Math.Min(filled.Length, EncryptedPackage.Length - 1);
            filled[^kept..].CopyTo(window);
        }

        return false;
    }

    private static bool IsMarkup(string path)
    {
        using var text = new StreamReader(path, Encoding.Latin1, detectEncodingFromByteOrderMarks: true);
        var begins = new char[512];
        var said = begins.AsSpan(0, text.ReadBlock(begins)).TrimStart().TrimStart("ï»¿").TrimStart();
        foreach (var tag in MarkupBegins)
        {
            if (said.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
