using ShuangDa.Grains.Calendar;
using Xunit;

namespace ShuangDa.Tests.Unit.Calendar;

/// <summary>Notices of holidays as they are published, and as they are copied wrongly.</summary>
public sealed class HolidayNoticeTests
{
    private const string Of2026 = """
        国务院办公厅关于2026年
        部分节假日安排的通知
        国办发明电〔2025〕7号

        各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
        经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
        一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
        三、清明节：4月4日（周六）至6日（周一）放假，共3天。
        四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
        五、端午节：6月19日（周五）至21日（周日）放假，共3天。
        六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
        七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
        节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
        """;

    [Fact]
    public void The_notice_for_2026_says_what_the_program_knows_of_2026()
    {
        var notice = HolidayNotice.Read(Of2026.Replace("2026年\n部分", "2026年部分", StringComparison.Ordinal));
        var known = WorkingCalendar.BuiltIn.Years.Single(year => year.Year == 2026);
        Assert.Empty(notice.Problems);
        Assert.Equal((2026, "国办发明电〔2025〕7号", known.Source), (notice.Year, notice.DocumentNumber, notice.Source));
        Assert.Equal(known.RestDays, notice.RestDays);
        Assert.Equal(known.WorkedDays, notice.WorkedDays);
        Assert.Equal(["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"], notice.Holidays.Select(holiday => holiday.Name));
    }

    [Theory]
    [InlineData("元旦：2022年12月31日至2023年1月2日放假调休，共3天。", "2022-12-31 2023-01-01 2023-01-02", "")]
    [InlineData("元旦：12月31日至1月2日放假调休，共3天。", "2022-12-31 2023-01-01 2023-01-02", "")]
    [InlineData("元旦：１月１日放假，与周末连休。", "2023-01-01", "")]
    [InlineData("元旦：1月2日（周一）放假1天。1月7日（星期六）上班。", "2023-01-02", "2023-01-07")]
    [InlineData("春节：1月21日至22日放假调休。鼓励安排职工在除夕（1月20日）休息。", "2023-01-21 2023-01-22", "")]
    [InlineData("国庆节：9月30日－10月1日放假调休，共2天。", "2023-09-30 2023-10-01", "")]
    public void A_holiday_is_read_as_it_is_written(string text, string rest, string worked)
    {
        var notice = HolidayNotice.Read($"国务院办公厅关于2023年部分节假日安排的通知\n一、{text}");
        Assert.Empty(notice.Problems);
        Assert.Equal((rest, worked), (Joined(notice.RestDays), Joined(notice.WorkedDays)));
    }

    [Theory]
    [InlineData("元旦：1月1日至3日放假，共4天。", "元旦：通知写明共4天，读到3天")]
    [InlineData("元旦：1月1日（周一）放假。", "元旦：2023-01-01是周日，通知写作周一")]
    [InlineData("元旦：1月1日放假。1月4日上班。", "元旦：2023-01-04不是周六或周日，不必调休上班")]
    [InlineData("春节：2月30日放假。1月1日放假。", "春节：“2月30日”不是日期")]
    [InlineData("春节：另行通知。", "春节：没有读到放假日")]
    [InlineData("元旦：0000年1月1日放假。1月1日放假。", "元旦：“0000年1月1日”不在2023年及上一年12月之内")]
    [InlineData("元旦：0001年1月1日至9999年12月31日放假。1月1日放假。", "元旦：“0001年1月1日”不在2023年及上一年12月之内", "元旦：“9999年12月31日”不在2023年及上一年12月之内")]
    [InlineData("元旦：1月1日至2月2日放假。", "元旦：“2月2日”之前的放假时间过长")]
    public void What_does_not_agree_is_named(string text, params string[] problems) => Assert.Equal(
        problems,
        HolidayNotice.Read($"国务院办公厅关于2023年部分节假日安排的通知\n一、{text}").Problems.Select(one => one.Chinese));

    [Fact]
    public void What_is_no_notice_says_so()
    {
        Assert.StartsWith("没有读到年份", Assert.Single(HolidayNotice.Read("一、元旦：1月1日放假。").Problems).Chinese, StringComparison.Ordinal);
        Assert.StartsWith("没有读到任何节日", Assert.Single(HolidayNotice.Read("关于2023年部分节假日安排的通知").Problems).Chinese, StringComparison.Ordinal);
        Assert.NotEmpty(HolidayNotice.Read("").Problems);
    }

    private static string Joined(IEnumerable<DateOnly> days) => string.Join(' ', days.Select(day => day.ToString("yyyy-MM-dd")));
}
