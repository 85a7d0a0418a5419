using System.Collections.Immutable;
using ShuangDa.Grains.Cases;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>The thresholds of crime (移送规定 第三条 and what it refers to): the table as it was reviewed, and each row at its figure and just below it.</summary>
public sealed class CrimeThresholdTests
{
    private static readonly CaseFigures Nothing = CaseFigures.None;

    [Fact]
    public void The_table_reads_as_reviewed() => Approved.Text("CrimeThresholds.approved.txt", string.Join('\n', CrimeThresholds.All.Select(row =>
        $"{row.Offence,-22}第{row.Article}条 {row.Figure,-22}{row.AtLeast,12}{(row.MarksAtLeast > 0 ? $" from {row.MarksAtLeast} marks" : "")}{(row.Circumstance is { } found ? $" {found}" : "")} {row.ValidFrom:yyyy-MM-dd}–{row.ValidTo:yyyy-MM-dd} {row.Confidence} {row.Source} [{string.Join(", ", row.Violations)}]")));

    [Fact]
    public void Each_row_is_met_at_its_figure_and_not_below() => Assert.All(CrimeThresholds.All.Where(row => row.AtLeast > 0), row =>
    {
        Assert.True(IsMet(row, row.AtLeast));
        Assert.True(IsMet(row, row.AtLeast + 1));
        Assert.False(IsMet(row, row.AtLeast - 1));
    });

    [Fact]
    public void A_row_for_several_marks_is_not_met_by_one() => Assert.All(CrimeThresholds.All.Where(row => row.MarksAtLeast > 0), row =>
    {
        Assert.False(IsMet(row, row.AtLeast, marks: row.MarksAtLeast - 1));
        Assert.True(IsMet(row, row.AtLeast, marks: row.MarksAtLeast + 1));
    });

    [Fact]
    public void A_row_of_an_act_is_met_by_the_act_alone() => Assert.All(CrimeThresholds.All.Where(row => row.Figure is CrimeFigure.Act), row =>
    {
        Assert.True(row.IsMetBy(ViolationKind.ForgedNameOrAddress, Nothing with { Circumstances = [row.Circumstance!.Value] }));
        Assert.False(row.IsMetBy(ViolationKind.ForgedNameOrAddress, Nothing));
    });

    [Fact]
    public void A_row_is_compared_with_the_violations_that_it_speaks_of() => Assert.All(CrimeThresholds.All.Where(row => row.AtLeast > 0), row =>
        Assert.Equal(Enum.GetValues<ViolationKind>().Where(kind => row.Violations.IsEmpty || row.Violations.Contains(kind)), Enum.GetValues<ViolationKind>().Where(kind => IsMet(row, row.AtLeast, kind))));

    [Fact]
    public void A_row_applies_from_its_first_day_to_its_last() => Assert.All(CrimeThresholds.All, row =>
    {
        Assert.True(row.IsInForceOn(row.ValidFrom));
        Assert.False(row.IsInForceOn(row.ValidFrom.AddDays(-1)));
        Assert.True(row.IsInForceOn(row.ValidTo ?? DateOnly.MaxValue));
        Assert.False(row.ValidTo is { } last && row.IsInForceOn(last.AddDays(1)));
    });

    [Fact]
    public void Goods_sold_and_unsold_are_added_up_as_the_row_says()
    {
        var figures = Nothing with { SalesAmount = 7, UnsoldValue = 5 };
        Assert.Equal((26, 12, 7, 5, 0), (figures.Of(CrimeFigure.SalesThriceAndUnsold), figures.Of(CrimeFigure.SalesAndUnsold), figures.Of(CrimeFigure.SalesAmount), figures.Of(CrimeFigure.UnsoldValue), figures.Of(CrimeFigure.Act)));
    }

    [Fact]
    public void A_case_is_major_from_its_figure_on_and_by_its_circumstances()
    {
        var criteria = new MajorCaseCriteria(100, 200, 300, [GraveCircumstance.ToxicFood]);
        Assert.Equal(
            [false, true, false, true, false, true, true, false],
            new[]
            {
                Nothing with { GoodsValue = 99 }, Nothing with { GoodsValue = 100 }, Nothing with { SalesAmount = 199 }, Nothing with { SalesAmount = 200 }, Nothing with { IllegalGains = 299 }, Nothing with { IllegalGains = 300 },
                Nothing with { Circumstances = [GraveCircumstance.DangerousFood, GraveCircumstance.ToxicFood] }, Nothing with { Circumstances = [GraveCircumstance.DangerousFood] },
            }.Select(figures => criteria.MetBy(figures) is not null));
        Assert.NotNull(MajorCaseCriteria.Usual.MetBy(Nothing with { Circumstances = [GraveCircumstance.InjuryOrDeath] }));
        Assert.Null(MajorCaseCriteria.Usual.MetBy(Nothing with { Circumstances = [.. Enum.GetValues<GraveCircumstance>().Where(one => one is not GraveCircumstance.InjuryOrDeath)] }));
    }

    [Theory]
    [InlineData(ViolationKind.CertificationMarkMisuse, ViolationSubKind.Forged, ViolationSubKind.Misused, ViolationSubKind.Expired, ViolationSubKind.OutOfScope)]
    [InlineData(ViolationKind.AdulterationOrSubstandard, ViolationSubKind.Adulterated, ViolationSubKind.InferiorAsGood, ViolationSubKind.SubstandardAsQualified)]
    [InlineData(ViolationKind.UnlicensedProduction, ViolationSubKind.WithoutLicence, ViolationSubKind.WithoutCertification)]
    [InlineData(ViolationKind.ForgedNameOrAddress)]
    [InlineData(ViolationKind.ForgedQualityMark)]
    [InlineData(ViolationKind.GeographicalIndicationInfringement)]
    public void A_violation_has_the_sub_kinds_of_the_notice(ViolationKind kind, params ViolationSubKind[] subKinds) => Assert.Equal(subKinds, Violations.SubKinds(kind));

    private static bool IsMet(CrimeThreshold row, long figure, ViolationKind? violation = null, int? marks = null)
    {
        var figures = Nothing with { Marks = marks ?? row.MarksAtLeast, Circumstances = row.Circumstance is { } needed ? [needed] : [] };
        return row.IsMetBy(violation ?? row.Violations.FirstOrDefault(), row.Figure switch
        {
            CrimeFigure.SalesAmount => figures with { SalesAmount = figure },
            CrimeFigure.UnsoldValue => figures with { UnsoldValue = figure },
            CrimeFigure.SalesThriceAndUnsold => figures with { SalesAmount = 1, UnsoldValue = figure - 3 },
            CrimeFigure.SalesAndUnsold => figures with { SalesAmount = 1, UnsoldValue = figure - 1 },
            CrimeFigure.BusinessAmount => figures with { BusinessAmount = figure },
            CrimeFigure.IllegalGains => figures with { IllegalGains = figure },
            CrimeFigure.LabelPieces => figures with { LabelPieces = figure },
            CrimeFigure.Loss => figures with { Loss = figure },
            var other => throw new ArgumentOutOfRangeException(nameof(row), other, "An act has no figure."),
        });
    }
}
