using System.Text;
using CsvHelper;
using MiniExcelLibs;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;

namespace ShuangDa.Tests.Support;

/// <summary>A register's file before it is written: its header and rows, to be broken and to be written in any form.</summary>
public sealed record RegisterSheet(string[] Header, IReadOnlyList<string[]> Rows)
{
    static RegisterSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of many public registers.</summary>
    public static Encoding Gb18030 => Encoding.GetEncoding("GB18030");

    /// <summary>The generated enterprises in the form in which registers publish them. The legal representative's column is there, and filled: nothing may come of it.</summary>
    public static RegisterSheet Enterprises(GeneratedDistrict district) => new(
        ["企业名称", "统一社会信用代码", "注册日期", "企业类型", "法人代表", "注册资金", "经营范围", "所在省份", "地区", "注册地址"],
        [
            .. district.Enterprises.Select(one => (string[])
            [
                one.Details.Name, one.CreditCode, one.Details.RegisteredOn!.Value.ToString("yyyy-MM-dd"), one.Details.EnterpriseType!, "某某人", one.Details.Capital!,
                one.Details.BusinessScope!, one.Details.Province!, one.Details.District!, one.Details.Address!,
            ]),
        ]);

    /// <summary>The generated licences in the form in which registers publish them.</summary>
    public static RegisterSheet Licences(GeneratedDistrict district)
    {
        var names = district.Enterprises.ToDictionary(one => one.CreditCode, one => one.Details.Name);
        return new(
            ["企业名称", "统一社会信用代码", "证书类型", "证书编号", "产品类别", "发证日期", "有效期至", "发证机关", "生产地址", "状态"],
            [
                .. district.Licences.Select(one => (string[])
                [
                    names[one.Enterprise], one.Enterprise, Terms.Of(one.Kind).Chinese, one.Number, ProductClass.List.FindDelivered(one.ProductClass)!.Name,
                    one.ValidFrom.ToString("yyyy-MM-dd"), one.ValidTo.ToString("yyyy-MM-dd"), one.IssuedBy, one.ProductionAddress, "有效",
                ]),
            ]);
    }

    /// <summary>The same with one cell changed; the row counts from 0.</summary>
    public RegisterSheet With(int row, string column, string value) => With(row, cells => cells[Array.IndexOf(Header, column)] = value);

    /// <summary>The same with one row changed; the row counts from 0.</summary>
    public RegisterSheet With(int row, Action<string[]> change)
    {
        var rows = Rows.Select(cells => cells.ToArray()).ToList();
        change(rows[row]);
        return this with { Rows = rows };
    }

    /// <summary>The same without a column.</summary>
    public RegisterSheet Without(string column)
    {
        var at = Array.IndexOf(Header, column);
        return new([.. Header.Where((_, index) => index != at)], [.. Rows.Select(cells => cells.Where((_, index) => index != at).ToArray())]);
    }

    /// <summary>The same with its columns in another order.</summary>
    public RegisterSheet Reversed() => new([.. Header.Reverse()], [.. Rows.Select(cells => cells.Reverse().ToArray())]);

    /// <summary>The file as CSV; the encoding's mark goes first where it has one.</summary>
    public byte[] ToCsv(Encoding? encoding = null, char separator = ',')
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(new StreamWriter(bytes, encoding ?? new UTF8Encoding(false), leaveOpen: true), new CsvWriterOptions { Separator = separator }, leaveOpen: false))
        {
            csv.WriteRecord(Header);
            foreach (var row in Rows)
            {
                csv.WriteRecord(row);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The file as a workbook.</summary>
    /// <param name="cell">Makes a cell of a column's text, where it is not to be text.</param>
    public byte[] ToXlsx(Func<string, string, object>? cell = null)
    {
        using var bytes = new MemoryStream();
        bytes.SaveAs(Rows.Select(row => Header.Select((column, at) => (column, at)).ToDictionary(place => place.column, place => cell?.Invoke(place.column, row[place.at]) ?? row[place.at])));
        return bytes.ToArray();
    }
}
