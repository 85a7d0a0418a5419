using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.CrimeTransfers;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>Whoever did a thing in time and enters it late has not let a deadline lapse; the journal keeps both.</summary>
public sealed class EnteredLateTests
{
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void What_was_filed_by_its_last_day_leaves_no_lapse(int days, bool isInTime)
    {
        var tale = CaseTale.Of();
        var day = tale.LastDay(CaseDeadlines.Filing).AddDays(days);
        tale.On(day.AddDays(5)).ClockRuns();
        Assert.Equal(CaseDeadlines.Filing, Assert.Single(tale.Case.Lapses).Kind);

        tale.Do(new FileCase(["officer", "second"], Some.Grounds) { On = day }, CaseTale.Head);
        Assert.Equal(day, tale.Case.FiledOn);
        Assert.Equal(isInTime, tale.Case.Lapses.IsEmpty);
        Assert.Equal(isInTime ? [day] : [], tale.Journal.OfType<CaseLapseWithdrawn>().Select(one => one.On));
        Assert.Single(tale.Journal.OfType<CaseDeadlineLapsed>());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void So_does_what_has_a_day_of_its_own(int days, bool isInTime)
    {
        var decided = CaseTale.Decided();
        var served = decided.LastDay(CaseDeadlines.Service).AddDays(days);
        decided.On(served.AddDays(2)).ClockRuns();
        decided.Do(new ServeDecision(served, "送1"));
        Assert.Equal(isInTime, decided.Case.Lapses.All(lapse => lapse.Kind != CaseDeadlines.Service));

        var paid = decided.LastDay(CaseDeadlines.Payment).AddDays(days);
        decided.On(paid.AddDays(2)).ClockRuns();
        decided.Do(new ExecutePenalty(new(20_000_00), paid, null));
        Assert.Equal(isInTime, decided.Case.Lapses.All(lapse => lapse.Kind != CaseDeadlines.Payment));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_term_that_was_extended_or_stopped_before_its_end_had_not_lapsed(int days, bool isInTime)
    {
        Assert.Equal(isInTime, Lapsed(new ExtendCaseClock(CaseClock.Decision, null, null, Some.Grounds)).Lapses.IsEmpty);
        Assert.Equal(isInTime, Lapsed(new OrderTest("市质检所", "涂料", "委1", null, null)).Lapses.IsEmpty);

        CaseState Lapsed(CaseCommand command)
        {
            var tale = CaseTale.Filed();
            var day = tale.LastDay(CaseDeadlines.Decision).AddDays(days);
            tale.On(day.AddDays(2)).ClockRuns();
            Assert.Equal(CaseDeadlines.Decision, Assert.Single(tale.Case.Lapses).Kind);
            return tale.Do(command with { On = day }, CaseTale.Head).Case;
        }
    }

    /// <summary>What was done about the lead while it was looked whether to file (程序规定 第十八条) is entered with its day also when the
    /// case is filed by then, and with no day before the lead.</summary>
    [Fact]
    public void What_was_held_sampled_and_found_before_the_filing_keeps_its_day()
    {
        var tale = CaseTale.Of();
        var (lead, held) = (tale.Case.Lead.ReceivedOn, tale.Today.AddDays(1));
        tale.After(3).Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head).After(1);
        var seize = new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds);
        var test = new OrderTest("市质检所", "涂料", "委1", null, null);
        foreach (var early in new CaseCommand[] { seize, test })
        {
            Assert.Equal("on", (tale.Refused(early with { On = lead.AddDays(-1) }, CaseTale.Leader) as InvalidInput)?.Field);
        }

        tale.Do(seize with { On = held }, CaseTale.Leader).Do(test with { On = held });
        Assert.Equal((held, held), (tale.Case.Seizures[0].DecidedOn, tale.Case.Tests[0].OrderedOn));
        Assert.Equal("on", (tale.Refused(new RecordTestResult(1, true, "报1") { On = held.AddDays(-1) }) as InvalidInput)?.Field);
        tale.Do(new RecordTestResult(1, true, "报1") { On = held.AddDays(1) });
        Assert.Equal(held.AddDays(1), tale.Case.Tests[0].ResultOn);
        Assert.Empty(Case.Check(tale.Case));

        // What of the case itself is done follows its filing still.
        var order = new OrderCorrection("改正标识", tale.Today.AddDays(10), Some.Grounds);
        Assert.Equal("on", (tale.Refused(order with { On = held }) as InvalidInput)?.Field);
    }

    [Fact]
    public void A_measure_is_extended_by_a_decision_of_before_its_end_and_by_none_after_it()
    {
        var tale = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds));
        var last = tale.LastDay(CaseDeadlines.Seizure, 1);
        var extended = new ExtendCaseClock(CaseClock.Seizure, 1, null, Some.Grounds);
        tale.On(last.AddDays(2)).ClockRuns();
        Assert.Equal("item", Assert.IsType<InvalidInput>(tale.Refused(extended, CaseTale.Head)).Field);
        Assert.Equal("item", Assert.IsType<InvalidInput>(tale.Refused(extended with { On = last.AddDays(1) }, CaseTale.Head)).Field);
        Assert.Empty(tale.Do(extended with { On = last }, CaseTale.Head).Case.Lapses);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void What_was_decided_on_preserved_goods_by_their_last_day_is_entered_later(int days, bool isInTime)
    {
        var kept = CaseTale.Filed().Do(new SeizeGoods(SeizureKind.RegisteredPreservation, "账册", ["officer", "second"], Some.Grounds));
        var day = kept.LastDay(CaseDeadlines.Preservation, 1).AddDays(days);
        kept.On(day.AddDays(3)).ClockRuns();
        var end = new EndSeizure(1, SeizureOutcome.Released, Some.Grounds) { On = day };
        Assert.Equal(isInTime, kept.Refused(end) is null);
        if (isInTime)
        {
            kept.Do(end);
            Assert.Equal((day, SeizureOutcome.Released), (kept.Case.Seizures[0].EndedOn, kept.Case.Seizures[0].Outcome));
            Assert.Empty(kept.Case.Lapses);
        }
    }

    [Theory]
    [InlineData(-1, false)] // before it was taken
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_measure_on_the_spot_that_was_approved_in_time_stands_though_it_is_entered_later(int days, bool isInTime)
    {
        var tale = CaseTale.Filed().After(2).Propose(
            new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds, OnTheSpot: true));
        var taken = tale.Today;
        tale.After(4).ClockRuns();
        Assert.Equal(SeizureOutcome.NotApproved, tale.Case.Seizures[0].Outcome);
        Assert.Equal(new NothingToDecide(1), tale.ProposalRefused(new ApproveCaseStep(1, "同意"), CaseTale.Leader));

        // The 24 hours end on the day after it was taken.
        var approve = new ApproveCaseStep(1, "同意") { On = taken.AddDays(days) };
        Assert.Equal(isInTime, tale.ProposalRefused(approve, CaseTale.Leader) is null);
        if (isInTime)
        {
            tale.Propose(approve, CaseTale.Leader);
            Assert.Equal((null, null), (tale.Case.Seizures[0].EndedOn, tale.Case.Seizures[0].Outcome));
            Assert.Empty(tale.Case.Lapses);
            Assert.Equal(taken.AddDays(30), tale.LastDay(CaseDeadlines.Seizure, 1));
        }
    }

    /// <summary>行政强制法 第十九条: the hours run through, and what is approved today is approved now.</summary>
    [Fact]
    public void A_measure_on_the_spot_that_was_lifted_today_is_not_approved_today()
    {
        var tale = CaseTale.Filed().Propose(
            new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds, OnTheSpot: true));
        tale.After(1).At(tale.Now.AddHours(6)).ClockRuns();
        var approve = new ApproveCaseStep(1, "同意") { On = tale.Today };
        Assert.Equal(tale.Today, tale.Case.Seizures[0].EndedOn);
        Assert.Equal(new NoSuchItem("seizure", 1), tale.ProposalRefused(approve, CaseTale.Leader));
        Assert.Null(tale.After(1).ProposalRefused(approve, CaseTale.Leader));
    }

    /// <summary>The usual order: taken while it is a lead, filed, and then it is entered that the head had approved it.</summary>
    [Theory]
    [InlineData(-1, "on")]
    [InlineData(0, null)]
    public void That_a_measure_was_approved_is_entered_after_the_case_was_filed(int days, string? field)
    {
        var tale = CaseTale.Of().After(1).Propose(
            new SeizeGoods(SeizureKind.Sealing, "涂料", ["officer", "second"], Some.Grounds, OnTheSpot: true));
        var approve = new ApproveCaseStep(1, "同意") { On = tale.Today.AddDays(days) };
        tale.After(2).ClockRuns().Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head);
        Assert.Equal(field, (tale.ProposalRefused(approve, CaseTale.Leader) as InvalidInput)?.Field);
        if (field is null)
        {
            Assert.Null(tale.Propose(approve, CaseTale.Leader).Case.Seizures[0].EndedOn);
        }
    }

    /// <summary>行政处罚法 第五十六条: what was decided on a preservation follows that alone; the case may have been filed since.</summary>
    [Theory]
    [InlineData(false, -1, "on")] // before the goods were taken
    [InlineData(false, 2, null)]
    [InlineData(true, 2, null)] // after it had lapsed
    public void That_the_end_of_a_preservation_was_approved_is_entered_after_the_case_was_filed(bool isLapsed, int days, string? field)
    {
        var tale = CaseTale.Of().Do(
            new SeizeGoods(SeizureKind.RegisteredPreservation, "账册", ["officer", "second"], Some.Grounds));
        var (taken, last) = (tale.Today, tale.LastDay(CaseDeadlines.Preservation, 1));
        tale.After(1).Propose(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds));
        tale.After(3).Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head);
        tale.On(isLapsed ? last.AddDays(2) : tale.Today.AddDays(1)).ClockRuns();
        var approve = new ApproveCaseStep(1, "同意") { On = taken.AddDays(days) };
        Assert.Equal(field, (tale.ProposalRefused(approve, CaseTale.Leader) as InvalidInput)?.Field);
        if (field is null)
        {
            tale.Propose(approve, CaseTale.Leader);
            Assert.Equal((taken.AddDays(days), SeizureOutcome.Released), (tale.Case.Seizures[0].EndedOn, tale.Case.Seizures[0].Outcome));
            Assert.Empty(tale.Case.Lapses);
        }
    }

    [Fact]
    public void That_goods_were_given_back_while_it_was_a_lead_is_entered_after_it_was_filed()
    {
        var tale = CaseTale.Of().Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds));
        var end = new EndSeizure(1, SeizureOutcome.Released, Some.Grounds) { On = tale.Today.AddDays(2) };
        tale.After(3).Do(new FileCase(["officer", "second"], Some.Grounds), CaseTale.Head);
        Assert.Equal(end.On, tale.Do(end).Case.Seizures[0].EndedOn);
    }

    [Fact]
    public void Goods_are_not_released_before_they_were_taken_nor_a_test_answered_before_it_was_ordered()
    {
        var tale = CaseTale.Filed().After(3).Do(new SeizeGoods(SeizureKind.Seizure, "涂料", ["officer", "second"], Some.Grounds))
            .Do(new OrderTest("市质检所", "涂料", "委1", 1, null)).After(9);
        var taken = tale.Case.Seizures[0].DecidedOn;
        Assert.Equal("on", Field(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds) { On = taken.AddDays(-1) }));
        Assert.Equal("on", Field(new RecordTestResult(1, true, null) { On = taken.AddDays(-1) }));
        Assert.Null(Field(new EndSeizure(1, SeizureOutcome.Released, Some.Grounds) { On = taken }));
        tale.Do(new RecordTestResult(1, true, null) { On = taken.AddDays(4) });
        Assert.Equal(taken.AddDays(4), tale.Case.Tests[0].ResultOn);

        string? Field(CaseCommand command) => (tale.Refused(command) as InvalidInput)?.Field;
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_transfer_that_was_opened_in_time_is_told_to_its_case_as_such(int days, bool isInTime)
    {
        var tale = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00));
        var day = tale.LastDay(CaseDeadlines.TransferOpening).AddDays(days);
        tale.On(day.AddDays(4)).ClockRuns();
        Assert.Equal(CaseDeadlines.TransferOpening, Assert.Single(tale.Case.Lapses).Kind);
        tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened, day), Actor.System(Guid.Empty));
        Assert.Equal(isInTime, tale.Case.Lapses.IsEmpty);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_steps_of_a_transfer_are_held_against_their_own_day(int days, bool isInTime)
    {
        var declined = CrimeTransferTale.Declined();
        var day = ShanghaiTime.LastDayBefore(declined.DueAt(CrimeTransferDeadlines.ReconsiderationRequest)).AddDays(days);
        declined.At(Some.TenOClock(day.AddDays(3))).Do(new RequestReconsideration(Some.Grounds) { On = day });
        Assert.Contains(declined.Journal, happened => happened is TransferDeadlineLapsed);
        Assert.Equal(isInTime, declined.Transfer.Lapses.All(lapse => lapse.Kind != CrimeTransferDeadlines.ReconsiderationRequest));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void So_are_those_of_an_order(int days, bool isInTime)
    {
        var reported = SomeRectification.Reported();
        var last = reported.ReinspectBy!.Value;
        var late = SomeRectification.Lapse(reported, RectificationDeadlines.Reinspection);
        Assert.Single(late.Lapses);
        var reinspected = SomeRectification.Tell(
            late,
            SomeRectification.On(last.AddDays(6)),
            SomeRectification.Reinspect(ReinspectionResult.Complied) with { On = last.AddDays(days) });
        Assert.Equal(RectificationStatus.Passed, reinspected.Status);
        Assert.Equal(isInTime, reinspected.Lapses.IsEmpty);
    }

    /// <summary>Every command that carries a day says which of them is the day of the act, or that none is.</summary>
    [Fact]
    public void Every_day_that_a_command_of_people_carries_is_known_for_what_it_is()
    {
        string[] others =
        [
            "CorrectCaseLead.ReceivedOn", "CorrectPayment.PaidOn", "CorrectInspectionRecord.InspectedOn", "CorrectMeasureAnswer.AnsweredOn",
            "CorrectCertificateSuspension.SuspendedOn", "CorrectServedDecision.ServedOn", "CorrectServedDecision.NoticePublishedOn",
                "CorrectCaseAct.DoneOn", "CorrectTestResult.ResultOn",
            "CorrectSeizureEnd.EndedOn", "CorrectRefund.RefundedOn", "CorrectChallenge.ReceivedOn", "CorrectChallenge.EndedOn",
            "CorrectDen.FoundOn", "CorrectRectificationOrder.DueOn", "CorrectRectificationOrder.OrderedOn", // what is put right, not when
            "RecordLead.ActEndedOn", "CorrectCaseLead.ActEndedOn", "AnnounceHearing.HearingOn", "HandOverEvidence.PartyToldOn",
            "PlanInspection.PlannedOn", "OrderRectification.DueOn", "ExtendRectification.DueOn",
            "ChangeEnterprise.RegisteredOn", "NoteHolderClosing.ClosedOn", "NoteEnterpriseClosing.ClosedOn",
            "NoteInspectedClosing.ClosedOn",
            "AddCampaignDeliverable.DueOn", "AssignCampaignTask.DueOn", "ReturnCampaignTask.DueOn",
        ];
        var days = from command in AllConcepts.All.SelectMany(concept => concept.CommandTypes)
                   from parameter in CommandParts.ParametersOf(command)
                   where (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) == typeof(DateOnly)
                       && parameter.Name!.EndsWith("On", StringComparison.Ordinal)
                       && !parameter.IsDefined(typeof(IsDayOfActAttribute), false)
                   select $"{command.Name}.{parameter.Name}";
        Assert.Equal(others.Order(StringComparer.Ordinal), days.Order(StringComparer.Ordinal));
        Assert.Equal(new DateOnly(2026, 3, 2), ActDay.Of(new ServeDecision(new DateOnly(2026, 3, 2), null)));
        Assert.Equal(new DateOnly(2026, 3, 2), ActDay.Of(new UrgePayment("催1") { On = new DateOnly(2026, 3, 2) }));
        Assert.Null(ActDay.Of(new PauseCase(PauseReason.Stay, "中1", null)));
    }
}
