using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Dens;

/// <summary>What is inspected, ordered and filed names an enterprise or a den, one of the two.</summary>
public sealed class DenMattersTests
{
    private static readonly PlanInspection Plan =
        new(null, InspectionBasis.Sweep, Some.Today.AddDays(10), "双打2026", SomeInspection.TwoOfficers, Den: Some.DenNumber);

    private static readonly OrderRectification Order = new(null, ["停止生产"], Some.Grounds, Den: Some.DenNumber);

    [Fact]
    public void An_inspection_is_of_an_enterprise_or_a_den_and_not_of_both()
    {
        var planned = SomeInspection.Tell(null, Inspecting(), Plan).Plan;
        Assert.Equal(
            (null, Some.DenNumber, Some.DenNumber, "COATINGS"),
            (planned.Enterprise, planned.Den, planned.Party, planned.ProductClass));
        Assert.Empty(planned.Licences);
        Assert.Equal("enterpriseCreditCode", Problem(Plan with { Den = null }));
        Assert.Equal("den", Problem(Plan with { Enterprise = Some.CreditCode }));
        Assert.Equal("den", Problem(Plan with { Den = "JC-1" }));
        Assert.Equal(new NotFound("den", Some.DenNumber), SomeInspection.Refused(null, Plan, Inspecting().With(DenFound.None)));
        Assert.Equal(Some.DenNumber, SomeInspection.Tell(null, Inspecting(), Begin).Plan.Den);

        static string Problem(PlanInspection command) =>
            Assert.IsType<InvalidInput>(SomeInspection.Refused(null, command, Inspecting())).Field!;
    }

    [Fact]
    public void A_den_that_ended_is_inspected_no_more_and_what_was_done_before_is_entered()
    {
        var ended = new DenHasEnded(Some.DenNumber, "盈港路无名作坊", Some.Today);
        var after = Inspecting(Some.Today);
        Assert.Equal(ended, SomeInspection.Refused(null, Plan, after));
        Assert.Equal(ended, SomeInspection.Refused(null, Begin, after));
        Assert.Null(SomeInspection.Refused(null, Begin with { On = Some.Today.AddDays(-1) }, after));
    }

    [Fact]
    public void Nobody_counts_the_visits_that_a_den_is_owed_but_a_sweep_comes_once()
    {
        var often = Inspecting().With(new InspectionFacts { InspectionsOfYear = 40 });
        Assert.Null(SomeInspection.Tell(null, often, Plan).Plan.BeyondCap);
        var swept = Inspecting().With(new InspectionFacts { InSweep = "JC-0000000009" });
        Assert.Equal(new AlreadyInSweep("双打2026", "JC-0000000009"), SomeInspection.Refused(null, Plan, swept));
        Assert.Contains(
            $"{Some.DenNumber}\n双打2026", Inspection.Concept.UniqueNames(SomeInspection.Tell(null, Inspecting(), Plan)));
    }

    [Fact]
    public void An_inspection_of_a_den_that_ended_says_so_and_resumes_with_it()
    {
        var planned = SomeInspection.Tell(null, Inspecting(), Plan);
        var ended = Assert.IsType<InspectionEndedWithEnterprise>(
            Assert.Single(Inspection.Concept.Decided(planned, new NoteInspectedClosing(Some.Today), Inspecting()).Events));
        Assert.Contains("窝点", ended.Summary.Chinese, StringComparison.Ordinal);
        var cancelled = Inspection.Apply(planned, ended);
        var resumed = Assert.IsType<InspectionResumed>(
            Assert.Single(Inspection.Concept.Decided(cancelled, new NoteInspectedReopening(), Inspecting()).Events));
        Assert.Contains("窝点", resumed.Summary.Chinese, StringComparison.Ordinal);
        Assert.Equal(InspectionStatus.Planned, Inspection.Apply(cancelled, resumed).Status);
    }

    [Fact]
    public void What_was_found_at_a_den_opens_a_case_about_it()
    {
        var found = SomeInspection.Tell(null, Inspecting(), Plan);
        var recorded = SomeInspection.Tell(found, Inspecting(), SomeInspection.FilledIn with
        {
            Findings = SomeInspection.OneSerious,
            Result = InspectionResult.Case,
            Violation = ViolationKind.UnlicensedProduction,
        });
        var lead = Assert.IsType<RecordLead>(Inspection.Concept.Owes(recorded)!.Command);
        Assert.Equal((null, Some.DenNumber), (lead.EnterpriseCreditCode, lead.Den));
        Assert.All(
            Inspection.Concept.TallyOf(found, new InspectionRecorded(recorded.Record!), recorded),
            fact => Assert.Equal(Some.DenNumber, fact.Party));
    }

    [Fact]
    public void A_den_is_ordered_to_stop_and_holds_no_licence_and_the_ban_is_all_that_follows()
    {
        var ordered = SomeRectification.Tell(null, Ordering(), Order);
        Assert.Equal((null, Some.DenNumber, "COATINGS"), (ordered.Order.Enterprise, ordered.Order.Den, ordered.Order.ProductClass));
        Assert.Equal("licence", Problem(Order with { Licence = Some.ProductionLicenceNumber }));
        Assert.Equal("enterpriseCreditCode", Problem(Order with { Den = null }));
        Assert.Equal("den", Problem(Order with { Enterprise = Some.CreditCode }));
        Assert.IsType<DenHasEnded>(Refused(null, Order, Ordering(Some.Today)));
        Assert.Equal(
            new OfAnotherEnterprise("JC-1", Some.CreditCode),
            Refused(
                null,
                Order with { Inspection = "JC-1" },
                Ordering().With(new RectificationFacts { InspectedParty = Some.CreditCode })));
        Assert.Null(Refused(
            null, Order with { Inspection = "JC-1" }, Ordering().With(new RectificationFacts { InspectedParty = Some.DenNumber })));
        var overdue = SomeRectification.Lapse(ordered, RectificationDeadlines.Due);
        Assert.Equal(RectificationMeasure.Banning, overdue.Proposal!.Measure);

        static string Problem(OrderRectification command) => Assert.IsType<InvalidInput>(Refused(null, command, Ordering())).Field!;
    }

    [Fact]
    public void An_order_to_the_wrong_one_is_corrected_from_enterprise_to_den_and_its_facts_with_it()
    {
        var ordered = SomeRectification.Tell(null, SomeRectification.Now, SomeRectification.Order);
        var counted = new CountedSoFar([new CountedFact(Some.Today, Measure.RectificationsOrdered, 1) { Party = Some.CreditCode }]);
        var corrected = SomeRectification.Tell(
            ordered, Ordering(head: true).With(counted), new CorrectRectificationOrder(Some.Grounds, Den: Some.DenNumber));
        Assert.Equal((null, Some.DenNumber, null), (corrected.Order.Enterprise, corrected.Order.Den, corrected.Order.Licence));
        var kept = SomeRectification.Tell(
            corrected,
            Ordering(head: true).With(DenFound.None).With(CountedSoFar.Nothing),
            new CorrectRectificationOrder(Some.Grounds, ["停业"]));
        Assert.Equal(Some.DenNumber, kept.Order.Den);
    }

    [Fact]
    public void No_measure_follows_an_order_to_a_den_that_ended()
    {
        var ended = new RectificationFacts { Ended = EndedEnterprise.Of(Some.Den(Some.Today)) };
        var failed = SomeRectification.Lapse(SomeRectification.Tell(null, Ordering(), Order), RectificationDeadlines.Due);
        var told = SomeRectification.Tell(failed, Ordering().With(ended), new NoteEnterpriseClosing(Some.Today));
        Assert.Null(told.Proposal);
        Assert.Equal(
            new DenHasEnded(Some.DenNumber, "盈港路无名作坊", Some.Today),
            Refused(told, new ProposeRectificationMeasure(RectificationMeasure.Banning, "屡次"), Ordering().With(ended)));
    }

    [Fact]
    public void A_case_names_a_den_once_by_its_number_and_as_it_is_recorded()
    {
        var tale = CaseTale.Filed().Do(new AddCaseParty(PartyKind.Den, null, null, null, Some.DenNumber));
        var party = tale.Case.AllParties[1];
        Assert.Equal(
            (PartyKind.Den, "盈港路无名作坊", "青浦区盈港路无名弄内", Some.DenNumber, Some.DenNumber),
            (party.Kind, party.Name, party.Address, party.Den, party.CountedAs));
        Assert.True(party.IsSameAs(party with { Name = "别的名称" }));
        Assert.False(party.IsSameAs(party with { Den = "WD-0000000002" }));
        Assert.True(party.IsSameAs(party with { Den = null }));
        Assert.Equal(
            new PartyAlreadyNamed("盈港路无名作坊", null), tale.Refused(new AddCaseParty(PartyKind.Den, null, null, null, Some.DenNumber)));
        Assert.Equal(
            "den",
            Assert.IsType<InvalidInput>(tale.Refused(new AddCaseParty(PartyKind.Den, null, Some.CreditCode, null, Some.DenNumber))).Field);
    }

    [Fact]
    public void A_recorded_den_was_closed_once_in_however_many_cases_and_others_by_their_cases()
    {
        FormSum[] sums =
        [
            new(Measure.DensClosed, "COATINGS", null, Some.DenNumber, 2, 2),
            new(Measure.DensClosed, "COATINGS", null, "无名作坊", 2, 2),
            new(Measure.DensClosed, "COATINGS", null, "WD-0000000002", 0, 2),
        ];
        var scope = FormScope.Days(ReportBasis.Happened, Some.Today, Some.Today.AddDays(1), null);
        var form = ReportForm.ByClass(ReportFormKind.EnforcementStatistics, scope, sums, [("COATINGS", "涂料")]);
        Assert.Equal(3m, form.Rows[^1].Cells.Single(cell => cell.Column == "densClosed").Value);
    }

    private static BeginInspection Begin => new(null, [Some.Officer.User, "shao"], Den: Some.DenNumber);

    private static Circumstances Inspecting(DateOnly? endedOn = null) =>
        SomeInspection.On(Some.Today, new InspectionFacts()).With(new DenFound(Some.Den(endedOn)));

    private static Circumstances Ordering(DateOnly? endedOn = null, bool head = false)
    {
        var now = SomeRectification.On(Some.Today).With(new RectificationFacts()).With(new DenFound(Some.Den(endedOn)));
        return head ? now with { Actor = new Actor("head", Roles.SectionHead, "INSPECTION", null, Guid.Empty) } : now;
    }

    private static Refusal? Refused(RectificationState? state, RectificationCommand command, Circumstances now) =>
        Rectification.Concept.Decided(state, command, now).Refusal;
}
