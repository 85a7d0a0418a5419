using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.CrimeTransfers;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Handovers;

/// <summary>Work that passes from one officer to another, in each of the four concepts that officers hold.</summary>
public sealed class WorkMoveTests
{
    private static readonly OfficersFound Left = new(new OfficerCannotAct("third", OfficerBar.Disabled));

    [Fact]
    public void Who_takes_an_inspection_over_stands_in_the_others_place()
    {
        var moved = SomeInspection.Tell(SomeInspection.Planned(), SomeInspection.On(Some.Today), new MoveInspectionWork("liang", "third", Some.Grounds));
        Assert.Equal(["third", "shao"], moved.Plan.Officers);
        Assert.Equal(["third", "shao"], Held(Inspection.Concept, moved));
    }

    [Fact]
    public void An_inspection_that_names_no_officers_yet_passes_from_whoever_planned_it_and_its_lapse_is_the_takers()
    {
        var plan = SomeInspection.Tell(null, SomeInspection.On(Some.Today), SomeInspection.Plan with { Officers = null });
        Assert.Equal(["officer"], Held(Inspection.Concept, plan));
        var taken = SomeInspection.Tell(plan, SomeInspection.On(Some.Today), new MoveInspectionWork("officer", "third", Some.Grounds));
        Assert.Equal(["third"], Held(Inspection.Concept, taken));
        var due = ShanghaiTime.EndOf(taken.Plan.PlannedOn);
        Assert.Equal("third", Assert.IsType<InspectionDeadlineLapsed>(Assert.Single(Inspection.Concept.Decided(taken, new InspectionDeadlineReached(Inspection.Due, due), SomeInspection.At(due)).Events)).Officer);
        Assert.Equal(["a.b", "third"], SomeInspection.Tell(taken, SomeInspection.On(Some.Today), new AssignInspectionOfficers(["Ａ.b ", "third"], Some.Grounds)).Plan.Officers);
    }

    [Fact]
    public void Two_remain_whoever_leaves()
    {
        var inspection = new MoveInspectionWork("liang", "shao", Some.Grounds);
        Assert.Equal(new TooFewOfficers(2, 1, "shao"), SomeInspection.Refused(SomeInspection.Planned(), inspection));
        var filed = CaseTale.Filed().Refused(new MoveCaseWork("officer", "second", Some.Grounds), CaseTale.Head);
        Assert.Equal(new TooFewOfficers(2, 1, "second"), filed);
        var transfer = new MoveCrimeTransferWork("officer", "second", Some.Grounds);
        Assert.Equal(new TooFewOfficers(2, 1, "second"), CrimeTransferTale.Reported().Refused(transfer, CrimeTransferTale.Head));
    }

    [Fact]
    public void An_order_is_assigned_to_whoever_shall_answer_for_it()
    {
        var (ordered, now) = (SomeRectification.Reported(), SomeRectification.Now);
        var assign = new AssignRectificationOfficer(" Third", Some.Grounds);
        var assigned = SomeRectification.Tell(ordered, now, assign);
        Assert.Equal("third", assigned.Responsible);
        // What moving that officer's work would have done.
        var moved = SomeRectification.Tell(ordered, now, new MoveRectificationWork("officer", "third", Some.Grounds));
        Assert.Equal(moved.PassedOnBy, assigned.PassedOnBy);
        Assert.Empty(Rectification.Concept.Decided(assigned, assign, now).Events);
        var nobody = SomeRectification.Refused(ordered, new AssignRectificationOfficer(" ", Some.Grounds));
        Assert.Equal("officer", Assert.IsType<InvalidInput>(nobody).Field);
        Assert.Equal(Left.Barred, Rectification.Concept.Decided(ordered, assign, now.With(Left)).Refusal);
        Assert.IsType<RectificationNotOpen>(SomeRectification.Refused(SomeRectification.Passed(), assign));
    }

    /// <summary>Whoever works on it and is the head of another section does not say who works on it.</summary>
    [Fact]
    public void Only_the_head_of_its_section_names_who_works_on_it()
    {
        var other = new Actor("officer", Roles.SectionHead, "QUALITY", null, Guid.Empty);
        var ordered = SomeRectification.Reported();
        var refused = Rectification.Concept.Decided(
            ordered, new AssignRectificationOfficer("third", Some.Grounds), SomeRectification.Now with { Actor = other }).Refusal;
        Assert.Equal(new NotHeadOfSection(ordered.Order.Section!), refused);
        var filed = CaseTale.Filed();
        Assert.Equal(
            new NotHeadOfSection(filed.Case.Section!), filed.Refused(new AssignCaseOfficers(["officer", "third"], Some.Grounds), other));
    }

    [Fact]
    public void An_order_passes_to_another_who_answers_for_what_lapses_then()
    {
        var moved = SomeRectification.Tell(SomeRectification.Reported(), SomeRectification.Now, new MoveRectificationWork("officer", "third", Some.Grounds));
        Assert.Equal(["third"], Held(Rectification.Concept, moved));
        Assert.Equal("third", SomeRectification.Lapse(moved, RectificationDeadlines.Reinspection).Lapses.Single().Officer);
        Assert.Equal("officer", moved.Order.Officer);
        Assert.IsType<RectificationNotOpen>(SomeRectification.Refused(SomeRectification.Passed(), new MoveRectificationWork("officer", "third", Some.Grounds)));

        // What failed is climbing the ladder still; when the district government has answered nothing is left to do.
        var reported = SomeRectification.ReportedForBanning();
        Assert.Equal(["officer"], Held(Rectification.Concept, reported));
        Assert.Empty(Held(Rectification.Concept, SomeRectification.Tell(reported, SomeRectification.Now, new RecordMeasureAnswer(RectificationMeasure.Banning, Granted: true, "已取缔"))));
    }

    [Fact]
    public void Who_reviewed_a_case_does_not_take_it_over_and_who_left_it_still_does_not_review_it()
    {
        Assert.Equal(new ReviewerIsInvestigator("legal"), CaseTale.Reviewed().Refused(new MoveCaseWork("officer", "legal", Some.Grounds), CaseTale.Head));
        var moved = CaseTale.Proposed().Do(new MoveCaseWork("officer", "third", Some.Grounds), CaseTale.Head);
        Assert.Equal(["third", "second"], moved.Case.Officers);
        Assert.Equal("third", moved.Case.Responsible);
        Assert.Contains("officer", moved.Case.Investigators);
    }

    [Fact]
    public void A_lead_passes_from_whoever_recorded_it()
    {
        var moved = CaseTale.Of().Do(new MoveCaseWork("officer", "third", Some.Grounds), CaseTale.Head);
        Assert.Equal(("third", "officer"), (moved.Case.Responsible, moved.Case.RecordedBy));
        Assert.Equal(["third"], Held(Case.Concept, moved.Case));
        Assert.Equal("third", moved.After(60).ClockRuns().Case.Lapses[0].Officer);
    }

    [Fact]
    public void A_transfer_passes_from_whoever_opened_it_and_then_from_a_member_of_the_task_group()
    {
        var opened = CrimeTransferTale.Opened().Do(new MoveCrimeTransferWork("officer", "third", Some.Grounds), CrimeTransferTale.Head);
        Assert.Equal(["third"], Held(CrimeTransfer.Concept, opened.Transfer));
        var reported = CrimeTransferTale.Reported().Do(new MoveCrimeTransferWork("officer", "third", Some.Grounds), CrimeTransferTale.Head);
        Assert.Equal(["third", "second"], Held(CrimeTransfer.Concept, reported.Transfer));
        var done = CrimeTransferTale.Filed().Do(new HandOverEvidence("涂料", Some.Grounds));
        Assert.Empty(Held(CrimeTransfer.Concept, done.Transfer));
        Assert.Equal(new TransferNotInStatus(TransferStatus.HandedOver), done.Refused(new MoveCrimeTransferWork("officer", "third", Some.Grounds), CrimeTransferTale.Head));
    }

    [Fact]
    public void Nobody_takes_over_who_cannot_act_and_nobody_gives_what_is_not_held()
    {
        Assert.Equal(Left.Barred, Inspection.Concept.Decided(SomeInspection.Planned(), new MoveInspectionWork("liang", "third", Some.Grounds), SomeInspection.On(Some.Today).With(Left)).Refusal);
        Assert.Equal(Left.Barred, Rectification.Concept.Decided(SomeRectification.Ordered(), new MoveRectificationWork("officer", "third", Some.Grounds), SomeRectification.Now.With(Left)).Refusal);
        Assert.Equal(new WorkNotHeld("nobody"), SomeInspection.Refused(SomeInspection.Planned(), new MoveInspectionWork("nobody", "third", Some.Grounds)));
        Assert.Equal(new WorkNotHeld("second"), SomeRectification.Refused(SomeRectification.Ordered(), new MoveRectificationWork("second", "third", Some.Grounds)));
        Assert.Equal("to", Assert.IsType<InvalidInput>(CaseTale.Filed().Refused(new MoveCaseWork("officer", "OFFICER", Some.Grounds), CaseTale.Head)).Field);
    }

    [Fact]
    public void Who_is_named_for_a_case_an_order_or_a_task_group_must_be_able_to_act()
    {
        var now = new Circumstances(CaseTale.Head, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Number }.With(Left)
            .With(ActingRules.Usual);
        Assert.All(
            new CaseCommand[] { new AssignCaseOfficers(["second", "third"], Some.Grounds), new SeizeGoods(SeizureKind.Seizure, "涂料", ["second", "third"], Some.Grounds), new AddEvidence(EvidenceKind.Exhibit, "涂料", Some.Today, ["second", "third"], "second", "证物室", null) },
            command => Assert.Equal(Left.Barred, Case.Concept.Decided(CaseTale.Filed().Case, command, now).Refusal));
        Assert.Equal(Left.Barred, Case.Concept.Decided(CaseTale.Of().Case, new FileCase(["second", "third"], Some.Grounds), now).Refusal);
        Assert.Equal(Left.Barred, CrimeTransfer.Concept.Decided(CrimeTransferTale.Opened()
            .Transfer, new NameTransferTaskGroup(["second", "third"], "报告", Some.Grounds), now.With(new TransferCaseFact(null))).Refusal);
        Assert.Equal(Left.Barred, Rectification.Concept.Decided(SomeRectification.Reported(), SomeRectification.Reinspect(ReinspectionResult.Complied), SomeRectification.Now.With(Left)).Refusal);
    }

    [Fact]
    public void One_person_under_two_spellings_is_one() =>
        Assert.Equal(new TooFewOfficers(2, 1), CaseTale.Of().Refused(new FileCase(["Officer", "ｏfficer"], Some.Grounds), CaseTale.Head));

    private static IEnumerable<string> Held(Concept concept, object state) => concept.RowsOf($"{concept.Name}/1", state, 1).OfType<OpenWorkRow>().OrderBy(row => row.Place).Select(row => row.UserName);

    /// <summary>A fact that nobody fetched never reads as "may act".</summary>
    [Fact]
    public void Without_knowing_of_the_officers_nothing_is_decided()
    {
        var unknown = new Circumstances(CaseTale.Head, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Number };
        Assert.All(
            new CaseCommand[] { new AssignCaseOfficers(["second", "third"], Some.Grounds), new MoveCaseWork("officer", "third", Some.Grounds), new SeizeGoods(SeizureKind.Sealing, "涂料", ["second", "third"], Some.Grounds) },
            command => Assert.Throws<InvalidOperationException>(() => Case.Concept.Decided(CaseTale.Filed().Case, command, unknown)));
    }

    /// <summary>Every command with a parameter for people who act as officers says so to the shell.</summary>
    [Fact]
    public void Every_command_that_names_officers_has_them_looked_up()
    {
        var named = typeof(Command).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract && type.GetProperties().Any(property => property.Name is "Officers" or "TakenBy" or "Members"))
            .ToList();
        Assert.True(named.Count >= 9, $"Only {named.Count} were found.");
        Assert.All(named, type => Assert.Contains(type.GetInterfaces(), one => one.Name == "INamesOfficers"));
    }
}
