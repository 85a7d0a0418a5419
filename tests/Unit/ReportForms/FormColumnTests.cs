using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.ReportForms;

/// <summary>What each column of the forms by product class adds up, and in what (requirements, Forms).</summary>
public sealed class FormColumnTests
{
    private const string Unlicensed = "UNLICENSED_PRODUCTION";

    private static readonly FormScope November =
        FormScope.Days(ReportBasis.Happened, new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1), null);

    /// <summary>The statistics ask of a fact nothing but what it counts.</summary>
    [Theory]
    [InlineData("officersSent", Measure.OfficersSent, FormUnit.PersonTimes)]
    [InlineData("enterprisesInspected", Measure.EnterprisesInspected, FormUnit.Visits)]
    [InlineData("violatorsFound", Measure.ViolatorsFound, FormUnit.Parties)]
    [InlineData("rectificationsOrdered", Measure.RectificationsOrdered, FormUnit.Parties)]
    [InlineData("casesFiled", Measure.CasesFiled, FormUnit.Cases)]
    [InlineData("casesClosed", Measure.CasesClosed, FormUnit.Cases)]
    [InlineData("goodsValue", Measure.GoodsValue, FormUnit.TenThousandYuan)]
    [InlineData("penalties", Measure.Penalties, FormUnit.TenThousandYuan)]
    [InlineData("densClosed", Measure.DensClosed, FormUnit.Dens)]
    [InlineData("crimeTransfers", Measure.CrimeTransfers, FormUnit.Cases)]
    [InlineData("crimeTransferGoodsValue", Measure.CrimeTransferGoodsValue, FormUnit.TenThousandYuan)]
    [InlineData("majorCases", Measure.MajorCases, FormUnit.Cases)]
    public void A_column_of_the_statistics_adds_up_its_own_facts_whoever_they_are_about(string column, Measure measure, FormUnit unit) =>
        AddsUp(ReportFormKind.EnforcementStatistics, column, measure, unit, isOfUnlicensed: false, isOfHolders: false);

    /// <summary>Cases count where they are about production without a licence, orders where a holder of a licence has them.</summary>
    [Theory]
    [InlineData("unlicensedInspected", Measure.UnlicensedInspected, FormUnit.Parties, false, false)]
    [InlineData("unlicensedProsecuted", Measure.CasesFiled, FormUnit.Parties, true, false)]
    [InlineData("unlicensedGoodsValue", Measure.GoodsValue, FormUnit.TenThousandYuan, true, false)]
    [InlineData("banned", Measure.ProducersBanned, FormUnit.Parties, false, false)]
    [InlineData("guided", Measure.ProducersGuided, FormUnit.Parties, false, false)]
    [InlineData("licensedInspected", Measure.LicensedInspected, FormUnit.Parties, false, false)]
    [InlineData("licensedNonconforming", Measure.LicensedNonconforming, FormUnit.Parties, false, false)]
    [InlineData("rectificationsOrdered", Measure.RectificationsOrdered, FormUnit.Parties, false, true)]
    [InlineData("rectificationsPassed", Measure.RectificationsPassed, FormUnit.Parties, false, true)]
    [InlineData("suspended", Measure.LicencesSuspended, FormUnit.Licences, false, false)]
    [InlineData("withdrawalsRequested", Measure.WithdrawalsRequested, FormUnit.Licences, false, false)]
    [InlineData("deregistered", Measure.LicencesDeregistered, FormUnit.Licences, false, false)]
    public void A_column_about_licences_adds_up_those_whom_it_is_about(
        string column, Measure measure, FormUnit unit, bool isOfUnlicensed, bool isOfHolders) =>
        AddsUp(ReportFormKind.UnlicensedAndLicensedViolations, column, measure, unit, isOfUnlicensed, isOfHolders);

    /// <summary>What an officer fills in stands in these units, and no fact is added to it.</summary>
    [Theory]
    [InlineData("reportsReceived", FormUnit.Cases)]
    [InlineData("trainings", FormUnit.Times)]
    [InlineData("trainees", FormUnit.Persons)]
    public void A_column_that_is_filled_by_hand_adds_up_no_fact(string column, FormUnit unit)
    {
        Assert.Equal(unit, FormColumn.Of(ReportFormKind.EnforcementStatistics).Single(one => one.Id == column).Unit);
        var cell = Cell(ReportFormKind.EnforcementStatistics, column, [.. Enum.GetValues<Measure>().Select(one => Fact(one, "甲"))]);
        Assert.Equal((null, 0, 0), (cell.Value, cell.EntryCount, cell.ManualCount));
    }

    /// <summary>The forms by class have these columns and no others: each stands in a table above.</summary>
    [Theory]
    [InlineData(ReportFormKind.EnforcementStatistics, 15)]
    [InlineData(ReportFormKind.UnlicensedAndLicensedViolations, 12)]
    public void A_form_by_class_has_the_columns_of_its_table(ReportFormKind kind, int columns) =>
        Assert.Equal(columns, FormColumn.Of(kind).Length);

    /// <summary>Requirements, Forms: the forms that list cases and parties have these columns; what is worth something is goods.</summary>
    [Theory]
    [InlineData(
        ReportFormKind.CaseList, "filedOn title party violation products goodsValue handledBy outcome isMajor transferred")]
    [InlineData(
        ReportFormKind.UnlicensedProducers, "party address representative products filedOn goodsValue outcome isBanned remark")]
    [InlineData(
        ReportFormKind.CounterfeitBrandProducers,
        "party address representative brands rightsHolders products quantity goodsValue filedOn outcome transferred")]
    public void A_form_that_lists_has_the_columns_of_its_table_and_words_in_all_but_one(ReportFormKind kind, string columns)
    {
        var there = FormColumn.Of(kind);
        Assert.Equal(columns, string.Join(' ', there.Select(column => column.Id)));
        var money = Assert.Single(there, column => column.Unit is not FormUnit.Words);
        Assert.Equal(("goodsValue", FormUnit.Yuan, Measure.GoodsValue, true), (money.Id, money.Unit, money.Counts, money.IsMoney));
    }

    [Fact]
    public void Whoever_asks_for_too_many_cases_is_told_how_many_there_may_be()
    {
        Assert.Equal("该期间案件超过2000起，请缩短期间", ReportForm.TooManyCases.Chinese);
        Assert.Equal("There are more than 2000 cases; choose a shorter period", ReportForm.TooManyCases.English);
    }

    // Two facts of two parties are the column's own, and one of a third party stands for each of the other measures: whatever is added up
    // that does not belong there, or left out, is a figure that no column has.
    private static void AddsUp(
        ReportFormKind kind, string column, Measure measure, FormUnit unit, bool isOfUnlicensed, bool isOfHolders)
    {
        Assert.Equal(unit, FormColumn.Of(kind).Single(one => one.Id == column).Unit);
        FormSum[] others = [.. Enum.GetValues<Measure>().Where(one => one != measure).Select(one => Fact(one, "丙"))];
        Assert.Equal((0m, 0, 0), Told(others));

        FormSum[] own = [Fact(measure, "甲"), Fact(measure, "乙")];
        var both = Figure(unit, parties: 2);
        Assert.Equal((both, 2, 0), Told([.. own, .. others]));

        // What is about another violation, or about somebody without a licence, counts where the column does not ask.
        var alone = Figure(unit, parties: 1);
        Assert.Equal(
            (isOfUnlicensed ? alone : both, isOfUnlicensed ? 1 : 2, 0), Told([own[0], own[1] with { Violation = "FORGED_QUALITY_MARK" }]));
        Assert.Equal((isOfHolders ? alone : both, isOfHolders ? 1 : 2, 0), Told([own[0], own[1] with { IsLicensed = false }]));

        (decimal?, int, int) Told(FormSum[] sums)
        {
            var cell = Cell(kind, column, sums);
            return (cell.Value, cell.EntryCount, cell.UncertainCount);
        }
    }

    // Each party has facts of 20,000 yuan, which are 2,000,000 of whatever else is counted.
    private static FormSum Fact(Measure measure, string party) =>
        new(measure, "FOOD", Unlicensed, party, 2_000_000, 1) { IsLicensed = true };

    private static decimal Figure(FormUnit unit, int parties) => unit switch
    {
        FormUnit.Parties => parties,
        FormUnit.TenThousandYuan => 2m * parties,
        _ => 2_000_000m * parties,
    };

    private static FormCell Cell(ReportFormKind kind, string column, FormSum[] sums) =>
        ReportForm.ByClass(kind, November, sums, [("FOOD", "食品")]).Rows[^1].Cells.Single(cell => cell.Column == column);
}
