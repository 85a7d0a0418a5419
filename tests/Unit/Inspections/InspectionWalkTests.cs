using CsCheck;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeInspection;

namespace ShuangDa.Tests.Unit.Inspections;

public sealed class InspectionWalkTests
{
    private sealed record Step(int What, int DaysLater, int Choice, int Officers, bool ClockRuns)
    {
        public override string ToString() => $"({What} +{DaysLater}d {Choice} by {Officers}{(ClockRuns ? " clock" : "")})";
    }

    private static readonly string[] Officers = ["liang", "shao", "guan"];

    private static readonly Gen<Step[]> Walks = Gen
        .Select(
            Gen.Int[0, 9], Gen.Int[0, 8], Gen.Int[0, 59], Gen.Int[0, 3], Gen.Bool,
            (what, later, choice, officers, clock) => new Step(what, later, choice, officers, clock))
        .Array[1, 20];

    [Fact]
    public void Whatever_is_asked_in_whatever_order_what_must_hold_holds_and_the_journal_makes_the_state() => Walks.Sample(
        steps =>
        {
            var walk = new Walk<InspectionState, InspectionCommand, InspectionEvent>(Inspection.Concept);
            var today = Some.Today;
            foreach (var step in steps)
            {
                today = today.AddDays(step.DaysLater);
                var now = On(today).With(new Answered("case", null));
                while (step.ClockRuns && walk.State is { } inspection && Inspection.Concept.Deadlines(inspection).FirstOrDefault(open => open.DueAt <= now.Now) is { } due)
                {
                    Assert.True(Do(new InspectionDeadlineReached(due.Kind, due.DueAt)));
                }

                Do(Asked(step, today));

                bool Do(InspectionCommand command)
                {
                    var events = walk.Do(command, now);
                    // Nothing stalls unseen: what is planned has a day that comes, or that has passed and is recorded as lapsed.
                    Assert.True(walk.State is not { Status: InspectionStatus.Planned, IsLate: false } planned || Inspection.Concept.Deadlines(planned).Count == 1);
                    Assert.False(walk.State is { } reached && Inspection.Concept.IsStuck(reached));
                    return !events.IsEmpty;
                }
            }

            walk.ExpectFolded();
            Assert.True(walk.Journal.Count(happened => happened is InspectionDeadlineLapsed) <= 1);
            Assert.True(walk.Journal.Count(happened => happened is InspectionRecorded or InspectionCancelled) <= 1);
        },
        iter: 5000, threads: 1);

    /// <summary>There is no dead end: what is planned is made or cancelled, whenever that is entered.</summary>
    [Fact]
    public void From_wherever_an_inspection_has_come_to_it_can_be_brought_to_its_end() => Walks.Sample(
        steps =>
        {
            var walk = new Walk<InspectionState, InspectionCommand, InspectionEvent>(Inspection.Concept);
            var today = Some.Today;
            foreach (var step in steps)
            {
                today = today.AddDays(step.DaysLater);
                walk.Do(Asked(step, today), On(today).With(new Answered("case", null)));
            }

            if (walk.State is not { Status: InspectionStatus.Planned } planned)
            {
                return;
            }

            // Always somebody's, late or not, or that section's to which it was handed over.
            Assert.True(!planned.Holders.IsEmpty || planned is { IsNobodys: true, Plan.Section: not null });
            InspectionCommand end = steps.Length % 2 == 0 ? new CancelInspection(Some.Grounds) : FilledIn;
            var head = On(today) with { Actor = new Actor("head", Roles.SectionHead, planned.Plan.Section, null, Guid.Empty) };
            Assert.Null(Inspection.Concept.Decided(planned, end, head).Refusal);
            Assert.NotEmpty(walk.Do(end, head));
        },
        iter: 800, threads: 1);

    /// <summary>
    /// What is found is an inspection without a section whose planner has passed it on, and whose day has passed: no clock, nobody who
    /// goes, and no head who is told.
    /// </summary>
    [Fact]
    public void An_inspection_that_waits_for_nobody_is_found()
    {
        var late = Late();
        var nobodys = late with { Plan = late.Plan with { Section = null, Officers = [] }, PassedOnBy = [late.Plan.PlannedBy] };
        Assert.True(Inspection.Concept.IsStuck(nobodys));
        Assert.False(Inspection.Concept.IsStuck(late));
        Assert.False(Inspection.Concept.IsStuck(nobodys with { IsLate = false }));
        Assert.False(Inspection.Concept.IsStuck(nobodys with { PassedOnBy = [] }));
        Assert.False(Inspection.Concept.IsStuck(nobodys with { TakenOverBy = "guan" }));
        Assert.False(Inspection.Concept.IsStuck(nobodys with { Plan = nobodys.Plan with { Section = "QUALITY" } }));
        Assert.False(Inspection.Concept.IsStuck(nobodys with { Plan = nobodys.Plan with { Officers = TwoOfficers } }));
        Assert.False(Inspection.Concept.IsStuck(nobodys with { Status = InspectionStatus.Cancelled, Cancellation = Some.Grounds }));
        Assert.False(Inspection.Concept.IsStuck(WithCase()));
    }

    private static InspectionCommand Asked(Step step, DateOnly today) => step.What switch
    {
        0 or 1 => Plan with
        {
            Basis = (InspectionBasis)(step.Choice % 3),
            Lead = step.Choice % 2 == 0 ? "群众举报" : null,
            PlannedOn = today.AddDays((step.Choice % 20) - 1),
            Officers = [.. Officers.Take(step.Officers)],
        },
        2 or 3 => FilledIn with
        {
            Officers = [.. Officers.Take(step.Officers)],
            Findings = (step.Choice % 3) switch { 0 => AllConforming, 1 => OneSerious, _ => [] },
            Result = (InspectionResult)(step.Choice % Enum.GetValues<InspectionResult>().Length),
            LeadTo = step.Choice % 4 == 0 ? "区农业局" : null,
            Violation = step.Choice % 5 == 2 ? ViolationKind.ForgedQualityMark : null,
        },
        4 => new BeginInspection(Some.CreditCode, [.. Officers.Take(step.Officers)]),
        5 => Correction with
        {
            InspectedOn = today.AddDays(-(step.Choice % 3)),
            Officers = step.Choice % 2 == 0 ? [.. Officers.Take(step.Officers)] : null,
            Findings = step.Choice % 4 == 0 ? AllConforming : null,
            Result = step.Choice % 4 == 0 ? InspectionResult.None : null,
        },
        6 => new CancelInspection(Some.Grounds),
        7 => new HandOverInspection(step.Choice % 2 == 0 ? "QUALITY" : "INSPECTION", Some.Grounds),
        8 => new AssignInspectionOfficers([.. Officers.Take(step.Officers)], Some.Grounds),
        _ => new MoveInspectionWork(Officers[step.Choice % 3], Officers[step.Officers % 3], Some.Grounds),
    };
}
