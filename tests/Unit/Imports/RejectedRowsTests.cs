using ShuangDa.Silo.Imports;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Imports;

/// <summary>The file of the rows that an import did not take: no longer than it need be, and never half.</summary>
public sealed class RejectedRowsTests : IDisposable
{
    private const int UploadBytes = 400_000;

    private static readonly string[] Header = ["名称", "法人代表", "住所"];
    private static readonly HashSet<int> Read = [0, 2];

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(1_000, 1024 * 1024)]
    [InlineData(UploadBytes, 4 * UploadBytes)]
    public void The_file_grows_to_four_times_the_upload_or_a_mebibyte_and_the_rest_is_counted(int uploadBytes, int most)
    {
        const int Rows = 5_000;
        var row = new FileRow(2, ["厂", "张三", new string('x', 1_000)]);
        using var rejected = Rejected("a.partial", uploadBytes);
        for (var at = 0; at < Rows; at++)
        {
            rejected.Add(row, "原因");
        }

        rejected.Keep();

        var written = File.ReadAllLines(Target).Length - 1;
        Assert.Equal(Rows, written + rejected.Unwritten);
        Assert.InRange(new FileInfo(Target).Length, most, most + 200_000);
        Assert.Null(rejected.Failure);
    }

    [Fact]
    public void What_is_not_read_is_not_written()
    {
        using var rejected = Rejected("a.partial", UploadBytes);
        rejected.Add(new FileRow(2, ["厂", "张三", "一路1号"]), "为什么");
        rejected.Keep();
        Assert.Equal(["名称,法人代表,住所,原因", "厂,,一路1号,为什么"], File.ReadAllLines(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Where_no_row_was_rejected_there_is_no_file_and_one_of_before_goes()
    {
        File.WriteAllText(Target, "of before");
        using var rejected = Rejected("a.partial", UploadBytes);
        rejected.Keep();
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_that_cannot_be_written_says_so_itself_and_every_row_counts_as_not_written()
    {
        using var rejected = Rejected("nowhere/a.partial", UploadBytes);
        rejected.Add(new FileRow(2, ["厂", "张三", "一路1号"]), "为什么");
        rejected.Add(new FileRow(3, ["厂", "张三", "二路1号"]), "为什么");
        rejected.Keep();
        Assert.IsType<DirectoryNotFoundException>(rejected.Failure);
        Assert.Equal(2, rejected.Unwritten);
        Assert.Equal(["名称,法人代表,住所,原因", ",,,服务器磁盘已满，2行被拒行未能保存。请在腾出空间后重新导入"], File.ReadAllLines(Target));
    }

    public void Dispose() => _folder.Dispose();

    private string Target => _folder.File("a.rejected.csv");

    private RejectedRows Rejected(string partial, long uploadBytes) => new(Target, _folder.File(partial), Header, Read, uploadBytes);
}
