using System.Globalization;
using ShuangDa.Silo.Imports;
using Xunit;

namespace ShuangDa.Tests.Unit.Imports;

public sealed class RegisterDateTests
{
    [Theory]
    [InlineData("2026-01-05")]
    [InlineData("2026-1-5")]
    [InlineData("2026/1/5")]
    [InlineData("2026/01/05")]
    [InlineData("2026.1.5")]
    [InlineData("20260105")]
    [InlineData("2026年1月5日")]
    [InlineData("2026年01月05日")]
    [InlineData("2026 年 1 月 5 日")]
    [InlineData("２０２６－０１－０５")]
    [InlineData("2026-01-05 00:00:00")]
    [InlineData("2026/1/5 0:00")]
    [InlineData("2026-01-05T00:00:00.000Z")]
    [InlineData("　2026-01-05 ")]
    [InlineData("46027")]
    [InlineData("46027.5")]
    [InlineData("2026–01–05")]
    [InlineData("2026—1—5")]
    [InlineData("2026−01−05")]
    [InlineData("2026/1/5 上午 9:30:00")]
    [InlineData("2026-01-05 下午3:20")]
    [InlineData("2026-01-05 3:20:00 PM")]
    [InlineData("2026年1月5日 15时20分")]
    [InlineData("2026-01-04T16:00:00Z")]
    [InlineData("2026-01-04T16:00:00.000Z")]
    [InlineData("2026-01-05T15:59:59Z")]
    [InlineData("2026-01-05T00:00:00+08:00")]
    [InlineData("2026-01-04 11:00:00-0500")]
    public void A_day_is_understood_as_registers_write_it(string text) => Assert.Equal(new DateOnly(2026, 1, 5), RegisterDate.Parse(text));

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("05/01/2026")]
    [InlineData("12")]
    [InlineData("2026")]
    [InlineData("999999")]
    [InlineData("1e5")]
    [InlineData("2026-01-05 下午")]
    [InlineData("")]
    public void What_is_no_day_is_not_taken_for_one(string text) => Assert.Null(RegisterDate.Parse(text));

    [Theory]
    [InlineData("2020-01-01至2029-12-31", "2029-12-31")]
    [InlineData("2020年1月1日 至 2029年12月31日", "2029-12-31")]
    [InlineData("自2020/1/1至2029/12/31止", "2029-12-31")]
    [InlineData("2020.01.01-2029.12.31", "2029-12-31")]
    [InlineData("2020-01-01-2029-12-31", "2029-12-31")]
    [InlineData("2020-01-01 ～ 2029-12-31", "2029-12-31")]
    [InlineData("20200101—20291231", "2029-12-31")]
    [InlineData("2020-01-01至长期", "9999-12-31")]
    public void A_term_has_its_first_day_and_its_last(string text, string last) =>
        Assert.Equal((new DateOnly(2020, 1, 1), DateOnly.Parse(last, CultureInfo.InvariantCulture)), RegisterDate.ParseTerm(text));

    [Theory]
    [InlineData("2029-12-31")]
    [InlineData("20291231")]
    [InlineData("至2029-12-31")]
    [InlineData("2020-01-01至今")]
    [InlineData("五年")]
    public void What_is_no_term_is_not_taken_for_one(string text) => Assert.Null(RegisterDate.ParseTerm(text));

    [Theory]
    [InlineData("长期")]
    [InlineData(" 长期有效 ")]
    [InlineData("9999-12-31")]
    public void What_has_no_end_is_the_last_day_there_is(string text) => Assert.Equal(DateOnly.MaxValue, RegisterDate.Parse(text));
}
