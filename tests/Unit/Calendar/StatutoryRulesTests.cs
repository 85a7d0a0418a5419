using System.Globalization;
using System.Reflection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Calendar;

public sealed class StatutoryRulesTests
{
    private static readonly string[] Ids = [.. typeof(StatutoryRules).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void EveryNamedRuleHasARowAndEveryRowAName() =>
        Assert.Equal(Ids.Order(StringComparer.Ordinal), StatutoryRules.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void RowsOfOneRuleDoNotOverlap()
    {
        foreach (var rows in StatutoryRules.All.GroupBy(rule => rule.Id))
        {
            foreach (var (earlier, later) in rows.Zip(rows.Skip(1)))
            {
                Assert.True(earlier.ValidTo < later.ValidFrom, $"{rows.Key}: the row from {earlier.ValidFrom} is not closed before {later.ValidFrom}.");
            }
        }
    }

    [Fact]
    public void EveryRowNamesItsArticleOrSaysThatTheBureauSetIt() =>
        Assert.All(StatutoryRules.All, rule => Assert.True(rule.IsInternal || !rule.Citations.IsEmpty, rule.Id));

    [Fact]
    public void OnlyPeriodsOfDaysOrMonthsThatRunOnMayRoll() =>
        Assert.All(StatutoryRules.All.Where(rule => rule.Period.RollsOnRestDay), rule =>
        {
            Assert.Equal(PeriodSense.Within, rule.Period.Sense);
            Assert.True(rule.Period.Unit is PeriodUnit.CalendarDays or PeriodUnit.Months, rule.Id);
        });

    [Fact]
    public void AnUnknownRuleIsAnError() =>
        Assert.Throws<KeyNotFoundException>(() => StatutoryRules.On("penalty.unheard-of", new DateOnly(2026, 1, 1)));

    [Fact]
    public void ARowIsInForceFromItsFirstDayToItsLast()
    {
        var row = StatutoryRules.On(StatutoryRules.PenaltyFiling, new DateOnly(2026, 1, 1));
        Assert.Equal((false, true), (row.IsInForceOn(row.ValidFrom.AddDays(-1)), row.IsInForceOn(row.ValidFrom)));
        var closed = row with { ValidTo = new DateOnly(2027, 6, 30) };
        Assert.Equal((true, false), (closed.IsInForceOn(new DateOnly(2027, 6, 30)), closed.IsInForceOn(new DateOnly(2027, 7, 1))));
    }

    [Theory]
    [InlineData("2020-12-31", 15)] // before the first row: the nearest
    [InlineData("2021-01-01", 15)]
    [InlineData("2027-06-30", 15)]
    [InlineData("2027-07-01", 10)]
    [InlineData("2029-01-01", 5)]
    public void AClockRunsByTheRowThatWasInForceWhenItStarted(string startedOn, int days)
    {
        var row = StatutoryRules.On(StatutoryRules.PenaltyFiling, new DateOnly(2026, 1, 1)) with { ValidFrom = new DateOnly(2021, 1, 1), ValidTo = new DateOnly(2027, 6, 30), Period = StatutoryPeriod.OfWorkingDays(15) };
        var amended = row with { ValidFrom = new DateOnly(2027, 7, 1), ValidTo = new DateOnly(2028, 12, 31), Period = StatutoryPeriod.OfWorkingDays(10) };
        var today = row with { ValidFrom = new DateOnly(2029, 1, 1), ValidTo = null, Period = StatutoryPeriod.OfWorkingDays(5) };
        var rows = StatutoryRules.ByIdOf([amended, today, row])[row.Id];
        Assert.Equal([row, amended, today], rows);
        Assert.Equal(days, StatutoryRules.On(rows, IsoDate.Parse(startedOn)).Period.Length);
    }

    [Theory]
    [InlineData(5, "第五条")]
    [InlineData(10, "第十条")]
    [InlineData(18, "第十八条")]
    [InlineData(20, "第二十条")]
    [InlineData(64, "第六十四条")]
    [InlineData(100, "第一百条")]
    [InlineData(109, "第一百零九条")]
    [InlineData(199, "第一百九十九条")]
    [InlineData(203, "第二百零三条")]
    [InlineData(210, "第二百一十条")]
    [InlineData(264, "第二百六十四条")]
    public void ArticlesAreNumberedAsStatutesAre(int article, string expected) =>
        Assert.EndsWith(expected, new Statute(new BilingualText("民法典", "Civil Code"), new DateOnly(2021, 1, 1)).Article(article).Text.Chinese, StringComparison.Ordinal);

    [Fact]
    public void AStatuteIsCitedAloneWhereItsArticleHasStillToBeLookedUp() =>
        Assert.Equal(
            new BilingualText("《民法典》", "Civil Code"),
            new Statute(new BilingualText("民法典", "Civil Code"), new DateOnly(2021, 1, 1)).Article(0).Text);

    /// <summary>The whole table in words, reviewed like code: the legal section can read what the system counts.</summary>
    [Fact]
    public void TheTableReadsAsReviewed()
    {
        Approved.Text("StatutoryRules.approved.txt", string.Join('\n', StatutoryRules.All.Select(Line)));
    }

    private static string Line(StatutoryRule rule)
    {
        var validity = $"{rule.ValidFrom:yyyy-MM-dd}..{rule.ValidTo:yyyy-MM-dd}";
        var extensions = string.Concat(rule.Extensions.Select(extension => $" +{extension.Length?.ToString(CultureInfo.InvariantCulture) ?? "?"} {extension.GrantedBy.Chinese}"));
        // Only whoever reviews the table reads which articles have still to be looked up.
        var unread = rule.Citations.Any(citation => citation.Article == 0) ? "（条号待核）" : "";
        var pauses = rule.StoppedBy.IsEmpty ? "" : $" ‖ {string.Join(' ', rule.StoppedBy)}";
        return $"{rule.Id,-43} {rule.Period.Length,3} {rule.Period.Unit,-12} {rule.Period.Sense,-14} {(rule.Period.RollsOnRestDay ? "rolls" : ""),-5} {validity,-22} {rule.Confidence,-11} {rule.Title.Chinese}：{rule.Basis.Chinese}{unread}{extensions}{pauses}";
    }
}
