using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>The thresholds of crime (移送规定 第三条 and what it refers to): the table as it was reviewed, and each row at its figure and just below it.</summary>
public sealed class CrimeThresholdTests
{
    private static readonly CaseFigures Nothing = CaseFigures.None;
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void The_table_reads_as_reviewed() => Approved.Text("CrimeThresholds.approved.txt", string.Join('\n', CrimeThresholds.All.Select(row =>
        $"{row.Offence,-22}第{row.Article}条 {row.Figure,-22}{row.AtLeast,12}{(row.MarksAtLeast > 0 ? $" from {row.MarksAtLeast} marks" : "")}{(row.PatentsAtLeast > 0 ? $" from {row.PatentsAtLeast} patents" : "")}{(row.Circumstance is { } found ? $" {found}" : "")}{(row.Unless is { } unless ? $" not {unless}" : "")}{Classes(" of", row.ProductClasses)}{Classes(" not of", row.ExceptClasses)} {row.ValidFrom:yyyy-MM-dd}–{row.ValidTo:yyyy-MM-dd} {row.Confidence} {row.Source} [{string.Join(", ", row.Violations)}]")));

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
    public void A_row_for_several_patents_is_not_met_by_one() => Assert.All(CrimeThresholds.All.Where(row => row.PatentsAtLeast > 0), row =>
    {
        Assert.False(IsMet(row, row.AtLeast, patents: row.PatentsAtLeast - 1));
        Assert.True(IsMet(row, row.AtLeast, patents: row.PatentsAtLeast + 1));
    });

    [Fact]
    public void A_row_of_an_act_is_met_by_the_act_alone() => Assert.All(CrimeThresholds.All.Where(row => row.Figure is CrimeFigure.Act), row =>
    {
        Assert.True(row.IsMetBy(KindsOf(row), [.. row.ProductClasses], Nothing with { Circumstances = [row.Circumstance!.Value] }));
        Assert.False(row.IsMetBy(KindsOf(row), [.. row.ProductClasses], Nothing));
    });

    [Fact]
    public void A_row_is_compared_with_the_violations_that_it_speaks_of() => Assert.All(CrimeThresholds.All.Where(row => row.AtLeast > 0), row =>
        Assert.Equal(Enum.GetValues<ViolationKind>().Where(kind => row.Violations.IsEmpty || row.Violations.Contains(kind)), Enum.GetValues<ViolationKind>().Where(kind => IsMet(row, row.AtLeast, kind))));

    [Fact]
    public void A_row_is_compared_with_the_classes_that_it_speaks_of_and_not_with_those_of_another() =>
        Assert.All(CrimeThresholds.All, row =>
    {
        var known = ProductClass.List.Delivered.Select(one => one.Code).ToList();
        Assert.Empty(row.ProductClasses.Concat(row.ExceptClasses).Except(known));
        Assert.Equal(
            known.Where(code => (row.ProductClasses.IsEmpty || row.ProductClasses.Contains(code)) && !row.ExceptClasses.Contains(code)),
            known.Where(code => IsMet(row, row.AtLeast, classes: [code])));
        Assert.Equal(row.ProductClasses.IsEmpty, IsMet(row, row.AtLeast, classes: []));
    });

    [Fact]
    public void What_has_a_row_of_its_own_is_no_case_of_the_other() =>
        Assert.All(CrimeThresholds.All.Where(row => row.Unless is not null), row =>
        Assert.False(IsMet(row, row.AtLeast, also: row.Unless)));

    /// <summary>
    /// What the law says of each offence, just below its figure and at it: of quality by class, of marks, sold and unsold, of services,
    /// of food, of patents.
    /// </summary>
    [Theory]
    [InlineData(140, ViolationKind.AdulterationOrSubstandard, "COATINGS", CrimeFigure.SalesAmount, 50_000)]
    [InlineData(140, ViolationKind.UnlicensedProduction, "COATINGS", CrimeFigure.SalesAmount, 50_000)]
    [InlineData(140, ViolationKind.AdulterationOrSubstandard, "COATINGS", CrimeFigure.UnsoldValue, 150_000)]
    [InlineData(140, ViolationKind.AdulterationOrSubstandard, "COATINGS", CrimeFigure.SalesThriceAndUnsold, 150_000)]
    [InlineData(140, ViolationKind.AdulterationOrSubstandard, "COSMETICS", CrimeFigure.SalesAmount, 50_000)]
    [InlineData(140, ViolationKind.UnlicensedProduction, "LOW_VOLTAGE_ELECTRICAL", CrimeFigure.SalesAmount, 50_000)]
    [InlineData(146, ViolationKind.AdulterationOrSubstandard, "LOW_VOLTAGE_ELECTRICAL", CrimeFigure.Loss, 100_000)]
    [InlineData(146, ViolationKind.AdulterationOrSubstandard, "HOUSEHOLD_APPLIANCES", CrimeFigure.Loss, 100_000)]
    [InlineData(146, ViolationKind.UnlicensedProduction, "PRESSURE_VESSELS", CrimeFigure.Loss, 100_000)]
    [InlineData(146, ViolationKind.AdulterationOrSubstandard, "AUTO_PARTS", CrimeFigure.Loss, 100_000)]
    [InlineData(147, ViolationKind.AdulterationOrSubstandard, "FERTILISER", CrimeFigure.Loss, 20_000)]
    [InlineData(147, ViolationKind.UnlicensedProduction, "FARM_SUPPLIES", CrimeFigure.Loss, 20_000)]
    [InlineData(213, ViolationKind.ForgedNameOrAddress, "CLOTHING", CrimeFigure.BusinessAmount, 50_000)]
    [InlineData(213, ViolationKind.ForgedQualityMark, "CLOTHING", CrimeFigure.IllegalGains, 30_000)]
    [InlineData(213, ViolationKind.GeographicalIndicationInfringement, "FOOD", CrimeFigure.BusinessAmount, 30_000, 2)]
    [InlineData(213, ViolationKind.CertificationMarkMisuse, "CLOTHING", CrimeFigure.IllegalGains, 20_000, 2)]
    [InlineData(213, ViolationKind.ForgedNameOrAddress, "CLOTHING", CrimeFigure.BusinessAmount, 30_000, 0,
        GraveCircumstance.RepeatedWithinTwoYears)]
    [InlineData(
        213, ViolationKind.ForgedNameOrAddress, "CLOTHING", CrimeFigure.IllegalGains, 20_000, 0, GraveCircumstance.RepeatedWithinTwoYears)]
    [InlineData(213, ViolationKind.ForgedNameOrAddress, "OTHER", CrimeFigure.IllegalGains, 50_000, 0, GraveCircumstance.ServiceMark)]
    [InlineData(214, ViolationKind.ForgedNameOrAddress, "CLOTHING", CrimeFigure.IllegalGains, 30_000)]
    [InlineData(214, ViolationKind.ForgedNameOrAddress, "CLOTHING", CrimeFigure.SalesAmount, 50_000)]
    [InlineData(214, ViolationKind.ForgedNameOrAddress, "CLOTHING", CrimeFigure.UnsoldValue, 150_000)]
    [InlineData(214, ViolationKind.ForgedNameOrAddress, "CLOTHING", CrimeFigure.SalesAndUnsold, 150_000)]
    [InlineData(215, ViolationKind.ForgedQualityMark, "CLOTHING", CrimeFigure.LabelPieces, 10_000)]
    [InlineData(215, ViolationKind.ForgedQualityMark, "CLOTHING", CrimeFigure.BusinessAmount, 30_000)]
    [InlineData(215, ViolationKind.ForgedQualityMark, "CLOTHING", CrimeFigure.IllegalGains, 20_000)]
    [InlineData(215, ViolationKind.ForgedQualityMark, "CLOTHING", CrimeFigure.LabelPieces, 5_000, 2)]
    [InlineData(215, ViolationKind.ForgedQualityMark, "CLOTHING", CrimeFigure.BusinessAmount, 20_000, 2)]
    [InlineData(215, ViolationKind.ForgedQualityMark, "CLOTHING", CrimeFigure.IllegalGains, 10_000, 2)]
    [InlineData(
        216, ViolationKind.ForgedNameOrAddress, "OTHER", CrimeFigure.BusinessAmount, 200_000, 0, GraveCircumstance.CounterfeitPatent)]
    [InlineData(216, ViolationKind.ForgedNameOrAddress, "OTHER", CrimeFigure.IllegalGains, 100_000, 0, GraveCircumstance.CounterfeitPatent)]
    [InlineData(216, ViolationKind.ForgedNameOrAddress, "OTHER", CrimeFigure.Loss, 300_000, 0, GraveCircumstance.CounterfeitPatent)]
    [InlineData(
        216, ViolationKind.ForgedNameOrAddress, "OTHER", CrimeFigure.BusinessAmount, 100_000, 0, GraveCircumstance.CounterfeitPatent, 2)]
    [InlineData(
        216, ViolationKind.ForgedNameOrAddress, "OTHER", CrimeFigure.IllegalGains, 50_000, 0, GraveCircumstance.CounterfeitPatent, 2)]
    [InlineData(225, ViolationKind.UnlicensedProduction, "FOOD", CrimeFigure.BusinessAmount, 100_000, 0, GraveCircumstance.IllegalBusiness)]
    [InlineData(225, ViolationKind.UnlicensedProduction, "FOOD", CrimeFigure.IllegalGains, 50_000, 0, GraveCircumstance.IllegalBusiness)]
    public void An_offence_is_suspected_from_its_figure_on(
        int article, ViolationKind violation, string productClass, CrimeFigure figure, long atLeast, int marks =
            0, GraveCircumstance? found = null, int patents = 0)
    {
        var figures = Nothing with { Marks = marks, Patents = patents, Circumstances = found is { } one ? [one] : [] };
        var unit = figure is CrimeFigure.LabelPieces ? 1 : 100;
        Assert.True(Suspects(atLeast * unit));
        Assert.False(Suspects((atLeast * unit) - 1));

        // Of the offences that a smaller amount opens too, each is met by the row of this one alone.
        bool Suspects(long amount) => CrimeThresholds
            .MetBy([violation], [productClass], Filled(figures, figure, amount), Today)
            .Any(row => row.Article == article && row.Figure == figure && row.MarksAtLeast == marks
                && row.Circumstance == found && row.PatentsAtLeast == patents);
    }

    [Theory]
    [InlineData(GraveCircumstance.InjuryOrDeath, "AUTO_PARTS", Offence.UnsafeProducts, Offence.Other)]
    [InlineData(GraveCircumstance.InjuryOrDeath, "COATINGS", Offence.Other)]
    [InlineData(GraveCircumstance.SeriousConsequences, "COSMETICS", Offence.SubstandardCosmetics)]
    [InlineData(GraveCircumstance.SeriousConsequences, "COATINGS")]
    [InlineData(GraveCircumstance.IllegalBusiness, "COATINGS", Offence.IllegalBusiness)]
    [InlineData(GraveCircumstance.IllegalBusiness, "FOOD")]
    [InlineData(GraveCircumstance.ToxicFood, "FOOD", Offence.ToxicFood)]
    [InlineData(GraveCircumstance.DangerousFood, "FOOD", Offence.UnsafeFood)]
    [InlineData(GraveCircumstance.ForgedStateDocument, "OTHER", Offence.ForgedStateDocuments)]
    [InlineData(GraveCircumstance.ViolenceAgainstOfficers, "OTHER", Offence.Other)]
    [InlineData(GraveCircumstance.RepeatedWithinTwoYears, "CLOTHING")]
    [InlineData(GraveCircumstance.ServiceMark, "OTHER")]
    [InlineData(GraveCircumstance.CounterfeitPatent, "OTHER")]
    public void Some_acts_are_crimes_by_themselves_and_a_repeat_is_none(
        GraveCircumstance found, string productClass, params Offence[] offences) =>
        Assert.Equal(
            offences.Order(),
            CrimeThresholds.MetBy([ViolationKind.AdulterationOrSubstandard], [productClass], Nothing with { Circumstances = [found] },
                Today).Select(row => row.Offence).Order());

    // 法释〔2025〕5号: what was earned by a counterfeited mark of services is a crime from 50,000 on, by no other row before.
    [Theory]
    [InlineData(49_999_99, false)]
    [InlineData(50_000_00, true)]
    public void A_mark_of_services_opens_the_duty_by_its_own_figure_only(long gains, bool isSuspected)
    {
        var services = Nothing with
        {
            IllegalGains = gains,
            BusinessAmount = gains,
            Circumstances = [GraveCircumstance.ServiceMark],
            Marks = 2
        };
        Assert.Equal(
            isSuspected ? [213] : [],
            CrimeThresholds.MetBy([ViolationKind.ForgedNameOrAddress], [], services, Today).Select(row => row.Article));

        // Goods that were sold, and labels, are goods and labels.
        Assert.Contains(214, CrimeThresholds.MetBy(
            [ViolationKind.ForgedNameOrAddress], [], services with { SalesAmount = 50_000_00 }, Today).Select(row => row.Article));
        Assert.Contains(215, CrimeThresholds.MetBy(
            [ViolationKind.ForgedNameOrAddress], [], services with { LabelPieces = 10_000 }, Today).Select(row => row.Article));
    }

    [Fact]
    public void The_law_of_the_day_applies()
    {
        var labels = Nothing with { LabelPieces = 10_000 };
        Assert.Empty(CrimeThresholds.MetBy([ViolationKind.ForgedQualityMark], [], labels, new DateOnly(2025, 4, 25)));
        Assert.NotEmpty(CrimeThresholds.MetBy([ViolationKind.ForgedQualityMark], [], labels, new DateOnly(2025, 4, 26)));
        Assert.NotEmpty(
            CrimeThresholds.MetBy([ViolationKind.ForgedQualityMark], [], labels with { LabelPieces = 20_000 }, new DateOnly(2025, 4, 25)));
    }

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

    private static bool IsMet(
        CrimeThreshold row, long figure, ViolationKind? violation = null, int? marks =
            null, int? patents = null, string[]? classes = null, GraveCircumstance? also = null)
    {
        GraveCircumstance?[] found = [row.Circumstance, also];
        var figures = Nothing with
        {
            Marks = marks ?? row.MarksAtLeast,
            Patents = patents ?? row.PatentsAtLeast,
            Circumstances = [.. found.OfType<GraveCircumstance>()],
        };
        return row.IsMetBy(
            violation is { } one ? [one] : KindsOf(row), classes ?? [.. row.ProductClasses], row.Figure is CrimeFigure.Act
                ? figures : Filled(figures, row.Figure, figure));
    }

    private static ViolationKind[] KindsOf(CrimeThreshold row) => [row.Violations.FirstOrDefault()];

    private static CaseFigures Filled(CaseFigures figures, CrimeFigure figure, long amount) => figure switch
    {
        CrimeFigure.SalesAmount => figures with { SalesAmount = amount },
        CrimeFigure.UnsoldValue => figures with { UnsoldValue = amount },
        CrimeFigure.SalesThriceAndUnsold => figures with { SalesAmount = 1, UnsoldValue = amount - 3 },
        CrimeFigure.SalesAndUnsold => figures with { SalesAmount = 1, UnsoldValue = amount - 1 },
        CrimeFigure.BusinessAmount => figures with { BusinessAmount = amount },
        CrimeFigure.IllegalGains => figures with { IllegalGains = amount },
        CrimeFigure.LabelPieces => figures with { LabelPieces = amount },
        CrimeFigure.Loss => figures with { Loss = amount },
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "An act has no figure."),
    };

    private static string Classes(string of, ImmutableArray<string> classes) => classes.IsEmpty ? "" : $"{of} {string.Join(", ", classes)}";
}
