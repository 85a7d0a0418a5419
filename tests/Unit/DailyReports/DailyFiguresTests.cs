using System.Collections.Immutable;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.DailyReports.DailyReportTests;

namespace ShuangDa.Tests.Unit.DailyReports;

/// <summary>What a figure by hand can be, what is sealed of a figure, and how statements differ.</summary>
public sealed class DailyFiguresTests
{
    [Theory]
    [InlineData("trainings", "-1", "手工数应在0到10000000之间")]
    [InlineData("trainings", "0", null)]
    [InlineData("trainings", "10000000", null)]
    [InlineData("trainings", "10000001", "手工数应在0到10000000之间")]
    [InlineData("goodsValue", "10000000.01", "手工数应在0到10000000之间")]
    [InlineData("trainings", "1.5", "该栏目应填整数")]
    [InlineData("trainings", "1.0", null)]
    [InlineData("goodsValue", "1.55", null)]
    [InlineData("goodsValue", "1.555", "该栏目最多两位小数")]
    public void A_figure_by_hand_is_a_number_of_its_column(string column, string value, string? wrong)
    {
        var figure = new DailyManualFigure(column, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), "台账");
        var refusal = Refusal(Opened(), Submit with { Figures = [figure] }, Head());
        Assert.Equal(wrong, refusal?.Message.Chinese);
        var english = wrong switch
        {
            null => null,
            "该栏目应填整数" => "This column has whole numbers",
            "该栏目最多两位小数" => "This column has two decimals at most",
            _ => "A figure by hand lies between 0 and 10000000",
        };
        Assert.Equal(english, refusal?.Message.English);

        // What is put right is looked at as what was said.
        Assert.Equal(refusal, Refusal(Frozen(), Correct with { Figures = [figure] }, Head(hour: 16)));
    }

    [Fact]
    public void Of_columns_that_are_given_twice_the_first_is_named()
    {
        ImmutableArray<DailyManualFigure> twice =
            [new("trainings", 1, "台账"), new("trainees", 1, "台账"), new("trainees", 2, "台账"), new("trainings", 2, "台账")];
        Assert.Equal("栏目“trainings”填报了两次", Problem(Opened(), Submit with { Figures = twice }, Head()).Problem);
    }

    [Fact]
    public void Why_a_figure_is_filled_in_by_hand_is_kept_without_spaces_around_it()
    {
        var said = Told(Opened(), Head(), Submit with { Figures = [new("trainings", 2, " 签到表 ")] });
        Assert.Equal("签到表", Assert.Single(said.Submission!.Manual).Note);
    }

    [Fact]
    public void A_nought_that_is_filled_in_by_hand_is_nothing()
    {
        var nil = new SubmitDailyReport(IsNil: true, Figures: [new("trainings", 0, "未开展")]);
        Assert.True(Told(Opened(), Head(found: Nothing()), nil).Submission!.IsNil);
        Assert.Equal("isNil", Problem(Opened(), nil with { IsNil = false }, Head(found: Nothing())).Field);
        Assert.Equal("isNil", Problem(Opened(), nil with { Figures = [new("trainings", 1, "签到表")] }, Head(found: Nothing())).Field);
    }

    [Fact]
    public void That_there_was_nothing_is_not_said_by_putting_right_where_there_was_something()
    {
        Assert.Equal("isNil", Problem(Frozen(), Correct with { IsNil = true }, Head(hour: 16)).Field);
        var nothing = new CorrectDailyReport(IsNil: false, Some.Grounds);
        Assert.Equal("isNil", Problem(Frozen(), nothing, Head(hour: 16, found: Nothing())).Field);
        Assert.True(Told(Frozen(), Head(hour: 16, found: Nothing()), nothing with { IsNil = true }).Statement!.IsNil);
    }

    [Fact]
    public void What_is_entered_late_of_no_class_is_told_apart_from_the_total()
    {
        var recorded = Form(Inspected("FOOD", 3), Inspected(null, 2));
        var found = new DailyFactsFound(recorded, Form(Inspected("FOOD", 1), Inspected(null, 1)), []);
        Assert.Equal(
            [("FOOD", false, 3m, 1m), (null, false, 2m, 1m), (null, true, 5m, 2m)],
            DailyFigures.Of(found, []).Select(one => (one.ProductClass, one.IsTotal, one.Value, one.LateValue)));

        static FormSum Inspected(string? productClass, int times) =>
            new(Measure.EnterprisesInspected, productClass, null, "A", times, times);
    }

    /// <summary>Each part of a figure is sealed: none can be another unseen.</summary>
    [Fact]
    public void A_figure_that_says_anything_else_has_another_seal()
    {
        var (report, statement) = (Frozen(), Frozen().Versions[0].Statement);
        var figure = new DailyFigure("trainings", "FOOD", IsTotal: false, 2, 1, LateValue: 1, Recorded: 1, Note: "签到表");
        DailyFigure[] others =
        [
            figure with { Column = "trainees" },
            figure with { ProductClass = null },
            figure with { IsTotal = true },
            figure with { Value = 3 },
            figure with { EntryCount = 2 },
            figure with { LateValue = 2 },
            figure with { Recorded = 2 },
            figure with { Recorded = null },
            figure with { Note = "台账" },
            figure with { RecordedSince = 2 },
        ];
        Assert.Equal(others.Length + 1, others.Prepend(figure).Select(Seal).Distinct().Count());
        Assert.Equal(Seal(figure), Seal(figure with { }));

        string Seal(DailyFigure one) => DailyFigures.HashOf(report, 1, statement with { Figures = [one] });
    }

    [Fact]
    public void A_figure_that_is_said_no_more_has_become_0_and_one_that_is_new_was_0()
    {
        var statement = Frozen().Versions[0].Statement;
        var (one, other) = (Of(new("trainings", null, true, 2, 0)), Of(new("trainees", null, true, 30, 0)));
        Assert.Equal(
            [new DailyFigureChange("trainees", null, true, 0, 30), new DailyFigureChange("trainings", null, true, 2, 0)],
            DailyFigures.ChangesOf(one, other));
        Assert.Empty(DailyFigures.ChangesOf(one, one));

        DailyStatement Of(DailyFigure figure) => statement with { Figures = [figure] };
    }
}
