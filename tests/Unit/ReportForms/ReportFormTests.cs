using System.Globalization;
using ShuangDa.Grains.FormEntries;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.ReportForms;

/// <summary>How the notice's forms are filled (requirements, Forms).</summary>
public sealed class ReportFormTests
{
    private const ReportFormKind Statistics = ReportFormKind.EnforcementStatistics;

    private static readonly FormScope November =
        FormScope.Days(ReportBasis.Happened, new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1), null);

    private static readonly (string Code, string Name)[] Classes = [("FOOD", "食品"), ("CLOTHING", "服装")];

    private static readonly Measure[] Filed = [Measure.CasesFiled];

    [Fact]
    public void Every_class_has_a_row_and_the_total_is_last()
    {
        var form = ReportForm.ByClass(Statistics, November, [Sum(Measure.CasesFiled, "FOOD", 2)], Classes);
        Assert.Equal(["食品", "服装", "合计"], form.Rows.Select(row => row.Title.Chinese));
        Assert.Equal([2m, 0m, 2m], Column(form, "casesFiled"));
    }

    [Fact]
    public void What_has_no_class_has_a_row_of_its_own()
    {
        var form = ReportForm.ByClass(Statistics, November, [Sum(Measure.CasesFiled, null, 1)], Classes);
        Assert.Equal(["食品", "服装", "未分类", "合计"], form.Rows.Select(row => row.Title.Chinese));
        Assert.Equal([0m, 0m, 1m, 1m], Column(form, "casesFiled"));
    }

    [Fact]
    public void A_class_that_is_listed_no_more_keeps_what_it_counted()
    {
        var form = ReportForm.ByClass(Statistics, November, [Sum(Measure.CasesFiled, "TOYS", 1)], Classes);
        Assert.Equal(["食品", "服装", "TOYS", "合计"], form.Rows.Select(row => row.Title.Chinese));
    }

    [Fact]
    public void Classes_that_are_listed_no_more_follow_in_the_order_of_their_codes_each_once()
    {
        FormSum[] sums =
        [
            Sum(Measure.CasesFiled, "TOYS", 1), Sum(Measure.CasesFiled, "BOOKS", 2), Sum(Measure.CasesClosed, "TOYS", 4),
            Sum(Measure.CasesFiled, null, 8),
        ];
        var form = ReportForm.ByClass(Statistics, November, sums, Classes, [new(ManualFigure.Trainings, "BOOKS", 1)]);
        Assert.Equal(["FOOD", "CLOTHING", "BOOKS", "TOYS", "", ""], form.Rows.Select(row => row.Key));
        Assert.Equal([0m, 0m, 2m, 1m, 8m, 11m], Column(form, "casesFiled"));
        Assert.Equal([false, false, false, false, false, true], form.Rows.Select(row => row.IsTotal));
    }

    [Fact]
    public void What_the_form_does_not_count_makes_no_row()
    {
        FormSum[] renewed = [Sum(Measure.LicencesRenewed, "TOYS", 1), Sum(Measure.LicencesRenewed, null, 1)];
        var form = ReportForm.ByClass(Statistics, November, renewed, Classes);
        Assert.Equal(["FOOD", "CLOTHING", ""], form.Rows.Select(row => row.Key));
        Assert.All(form.Rows, row => Assert.Empty(row.Cases));
    }

    [Fact]
    public void A_party_counts_once_in_its_class_and_once_in_the_total()
    {
        var form = ReportForm.ByClass(
            Statistics,
            November,
            [
                Sum(Measure.ViolatorsFound, "FOOD", 3, "甲"),
                Sum(Measure.ViolatorsFound, "CLOTHING", 1, "甲"),
                Sum(Measure.ViolatorsFound, "CLOTHING", 1, "乙"),
            ],
            Classes);
        Assert.Equal([1m, 2m, 2m], Column(form, "violatorsFound"));
    }

    [Fact]
    public void A_party_that_was_taken_back_whole_does_not_count()
    {
        var form = ReportForm.ByClass(
            Statistics,
            November,
            [Sum(Measure.ViolatorsFound, "FOOD", 0, "甲"), Sum(Measure.ViolatorsFound, "FOOD", 1, "乙")],
            Classes);
        Assert.Equal([1m, 0m, 1m], Column(form, "violatorsFound"));
    }

    [Fact]
    public void How_many_parties_there_are_is_not_said_where_one_is_not_known()
    {
        var form = ReportForm.ByClass(Statistics, November, [Sum(Measure.ViolatorsFound, "FOOD", 1)], Classes);
        Assert.Equal([null, 0m, null], Column(form, "violatorsFound"));
    }

    // 49.99 yuan are 0.00 of ten thousand, and twice as much 0.01: rows that are rounded need not add up to their total.
    [Theory]
    [InlineData(499_999, 499_999, "0.50", "0.50", "1.00")]
    [InlineData(4_999, 4_999, "0.00", "0.00", "0.01")]
    [InlineData(5_000, 5_000, "0.01", "0.01", "0.01")]
    [InlineData(-5_000, 0, "-0.01", "0.00", "-0.01")]
    [InlineData(1_000_000_000_000, 1_000_000_000_000, "1000000.00", "1000000.00", "2000000.00")]
    public void Money_is_rounded_once_from_the_sum(long first, long second, string food, string clothing, string total)
    {
        var form = ReportForm.ByClass(
            Statistics, November, [Sum(Measure.GoodsValue, "FOOD", first), Sum(Measure.GoodsValue, "CLOTHING", second)], Classes);
        Assert.Equal([food, clothing, total], Column(form, "goodsValue").Select(value => $"{value:0.00}"));
    }

    [Fact]
    public void A_column_of_one_violation_counts_no_other()
    {
        var form = ReportForm.ByClass(
            ReportFormKind.UnlicensedAndLicensedViolations,
            November,
            [
                Sum(Measure.CasesFiled, "FOOD", 1, "甲", "UNLICENSED_PRODUCTION"),
                Sum(Measure.CasesFiled, "FOOD", 1, "乙", "FORGED_QUALITY_MARK"),
            ],
            Classes);
        Assert.Equal([1m, 0m, 1m], Column(form, "unlicensedProsecuted"));
        Assert.Equal([1, 0, 1], form.Rows.Select(row => row.Cells.Single(cell => cell.Column == "unlicensedProsecuted").EntryCount));
    }

    /// <summary>What was recorded before sections and licences were kept is not counted for one, and said to be there.</summary>
    [Fact]
    public void What_may_belong_to_a_cell_is_told_beside_it()
    {
        FormSum[] sums =
        [
            Sum(Measure.LicencesSuspended, "FOOD", 2),
            Sum(Measure.LicencesSuspended, "FOOD", 3) with { Facts = 3, IsOfUnknownSection = true },
            Sum(Measure.RectificationsOrdered, "FOOD", 1, "甲") with { IsLicensed = true },
            Sum(Measure.RectificationsOrdered, "FOOD", 1, "乙") with { IsLicensed = false },
            Sum(Measure.RectificationsOrdered, "CLOTHING", 1, "丙"),
        ];
        var form = ReportForm.ByClass(
            ReportFormKind.UnlicensedAndLicensedViolations, November with { Section = "INSPECTION" }, sums, Classes);
        Assert.Equal([2m, 0m, 2m], Column(form, "suspended"));
        Assert.Equal([3, 0, 3], Uncertain(form, "suspended"));
        Assert.Equal([1m, 0m, 1m], Column(form, "rectificationsOrdered"));
        Assert.Equal([0, 1, 1], Uncertain(form, "rectificationsOrdered"));

        // Where it is not asked who holds a licence, all of them count.
        Assert.Equal([2m, 1m, 3m], Column(ReportForm.ByClass(Statistics, November, sums, Classes), "rectificationsOrdered"));
    }

    [Fact]
    public void What_sections_filled_in_is_added_up_in_its_class_and_in_the_total()
    {
        FormEntered[] entered =
        [
            new(ManualFigure.Trainings, "FOOD", 2), new(ManualFigure.Trainings, "FOOD", 3), new(ManualFigure.Trainees, "FOOD", 80),
            new(ManualFigure.Trainings, "TOYS", 1), new(ManualFigure.Trainings, null, 0),
        ];
        var form = ReportForm.ByClass(Statistics, November, [], Classes, entered);
        Assert.Equal(["食品", "服装", "TOYS", "未分类", "合计"], form.Rows.Select(row => row.Title.Chinese));
        Assert.Equal([5m, null, 1m, 0m, 6m], Column(form, "trainings"));
        Assert.Equal([80m, null, null, null, 80m], Column(form, "trainees"));
        Assert.Equal([2, 0, 1, 1, 4], form.Rows.Select(row => row.Cells.Single(cell => cell.Column == "trainings").ManualCount));
        Assert.All(Column(form, "reportsReceived"), value => Assert.Null(value));
    }

    [Fact]
    public void What_nothing_records_is_left_to_whoever_fills_the_form()
    {
        var form = ReportForm.ByClass(Statistics, November, [], Classes);
        Assert.Equal([null, null, null], Column(form, "reportsReceived"));
    }

    /// <summary>What a column says of its unit and what its measure is are one.</summary>
    [Fact]
    public void Columns_of_money_are_in_yuan_and_no_others()
    {
        foreach (var column in Enum.GetValues<ReportFormKind>().SelectMany(kind => FormColumn.Of(kind)))
        {
            Assert.Equal(column.Unit is FormUnit.TenThousandYuan or FormUnit.Yuan, column.IsMoney);
        }
    }

    /// <summary>The measures' words say of which it is yuan that people read.</summary>
    [Fact]
    public void Measures_of_money_are_those_in_yuan() =>
        Assert.Equal(
            Enum.GetValues<Measure>().Where(one => Terms.Of(one).Chinese.EndsWith("（元）", StringComparison.Ordinal)),
            Enum.GetValues<Measure>().Where(one => one.IsMoney()));

    [Fact]
    public void Columns_have_codes_of_their_own()
    {
        foreach (var kind in Enum.GetValues<ReportFormKind>())
        {
            var columns = FormColumn.Of(kind);
            Assert.Equal(columns.Length, columns.Select(column => column.Id).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("2026-11-02", "2026-11-02")]
    [InlineData("2026-11-02", "2026-11-01")]
    [InlineData("1899-12-31", "1900-12-01")]
    [InlineData("2026-11-02", "2036-11-03")]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData("2200-01-01", "2200-01-02")]
    public void A_period_that_no_form_has_is_refused(string from, string before) =>
        Assert.NotNull(FormScope.ProblemWith(IsoDate.Parse(from), IsoDate.Parse(before)));

    [Theory]
    [InlineData("2026-11-02", "2026-11-03")]
    [InlineData("1900-01-01", "1900-01-02")]
    [InlineData("2026-11-02", "2036-11-02")]
    [InlineData("2199-12-31", "2200-01-01")]
    public void Others_are_not(string from, string before) =>
        Assert.Null(FormScope.ProblemWith(IsoDate.Parse(from), IsoDate.Parse(before)));

    // 2026-11-02 begins in Shanghai at 16:00 UTC of the day before.
    [Fact]
    public void Days_of_recording_are_days_in_Shanghai()
    {
        var scope = FormScope.Days(ReportBasis.Recorded, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 3), null);
        Assert.Equal("2026-11-01T15:59:59.999", $"{scope.RecordedAfter:yyyy-MM-ddTHH:mm:ss.fff}");
        Assert.Equal("2026-11-02T15:59:59.999", $"{scope.RecordedUntil:yyyy-MM-ddTHH:mm:ss.fff}");
    }

    [Fact]
    public void What_happened_in_a_period_is_asked_by_its_days() =>
        Assert.Equal(new FactScope(November.From, November.Before, Measures: Filed), November.FactsOf(Filed));

    /// <summary>What is entered late stands where it was entered: its own day does not decide, unless it is bounded by one.</summary>
    [Fact]
    public void What_was_recorded_in_a_time_is_asked_by_when_it_was_recorded()
    {
        var (after, until) = (Some.TenOClock(new DateOnly(2026, 11, 2)), Some.TenOClock(new DateOnly(2026, 11, 4)));
        var scope = FormScope.Recorded(after, until, "INSPECTION");
        Assert.Equal(
            (ReportBasis.Recorded, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 5), "INSPECTION"),
            (scope.Basis, scope.From, scope.Before, scope.Section));
        Assert.Equal(new FactScope(RecordedAfter: after, RecordedUntil: until, Measures: Filed), scope.FactsOf(Filed));
        var bounded = scope with { HappenedBefore = new DateOnly(2026, 11, 1) };
        Assert.Equal(
            new FactScope(Before: bounded.HappenedBefore, RecordedAfter: after, RecordedUntil: until, Measures: Filed),
            bounded.FactsOf(Filed));

        // A time that has no beginning or no end is none: the days are asked.
        var byDays = new FactScope(scope.From, scope.Before, Measures: Filed);
        Assert.Equal(byDays, (scope with { RecordedAfter = null }).FactsOf(Filed));
        Assert.Equal(byDays, (scope with { RecordedUntil = null }).FactsOf(Filed));
    }

    // 2026-11-04T16:00Z is the first moment of the next day in Shanghai.
    [Theory]
    [InlineData("2026-11-04T15:59:59Z", "2026-11-05")]
    [InlineData("2026-11-04T16:00:00Z", "2026-11-06")]
    public void The_days_of_a_time_end_after_the_day_of_its_last_moment(string until, string before) => Assert.Equal(
        IsoDate.Parse(before),
        FormScope.Recorded(DateTimeOffset.UnixEpoch, DateTimeOffset.Parse(until, CultureInfo.InvariantCulture), null).Before);

    private static FormSum Sum(Measure measure, string? productClass, long amount, string? party = null, string? violation = null) =>
        new(measure, productClass, violation, party, amount, 1);

    private static IEnumerable<int> Uncertain(ReportForm form, string column) =>
        form.Rows.Select(row => row.Cells.Single(cell => cell.Column == column).UncertainCount);

    private static IEnumerable<decimal?> Column(ReportForm form, string column) =>
        form.Rows.Select(row => row.Cells.Single(cell => cell.Column == column).Value);
}
