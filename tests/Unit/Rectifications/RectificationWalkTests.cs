using CsCheck;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Rectifications;

public sealed class RectificationWalkTests
{
    private sealed record Step(int What, int DaysLater, int Choice, bool ClockRuns, bool LicenceObeys)
    {
        public override string ToString() => $"({What} +{DaysLater}d {Choice} {(ClockRuns ? "clock" : "-")} {(LicenceObeys ? "obeys" : "refuses")})";
    }

    private static readonly Gen<Step[]> Walks = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 40], Gen.Int[0, 23], Gen.Bool, Gen.Bool, (what,
        later, choice, clock, obeys) => new Step(what, later, choice, clock, obeys)).Array[1, 40];

    [Fact]
    public void Whatever_is_asked_in_whatever_order_what_must_hold_holds_and_the_journal_makes_the_state() => Walks.Sample(
        steps =>
        {
            var walk = new Walk<RectificationState, RectificationCommand, RectificationEvent>(Rectification.Concept);
            var today = Some.Today;
            foreach (var step in steps)
            {
                today = today.AddDays(step.DaysLater);
                var now = SomeRectification.On(today);
                while (step.ClockRuns && walk.State is { } ordered && RectificationDeadlines.Of(ordered).Where(open => open.DueAt <= now.Now).MinBy(open => open.DueAt) is { } due)
                {
                    Assert.NotEmpty(Do(new RectificationDeadlineReached(due.Kind, due.DueAt)));
                }

                Do(Asked(step, today));

                IReadOnlyList<RectificationEvent> Do(RectificationCommand command)
                {
                    var told = walk.State is { } state && Rectification.Concept.Owes(state) is { } owed ? new Answered(owed.Step, step.LicenceObeys ? null : new Grains.Licences.LicenceAlreadyDeregistered()) : null;
                    var events = walk.Do(command, now.With(told));
                    if (walk.State is { } rectification)
                    {
                        var open = RectificationDeadlines.Of(rectification);
                        Assert.Equal(open.Count, open.Select(one => one.Kind).Distinct().Count());

                        // Nothing stalls unseen: whatever is open has a clock, a proposal or a re-inspection that was not made in its term.
                        Assert.False(
                            Rectification.Concept.IsStuck(rectification),
                            string.Join('\n', walk.Journal.Select(Rectification.Concept.WriteEvent).Prepend(rectification.ToString())));
                    }

                    return events;
                }
            }

            // The section can take back whatever is open.
            Assert.True(walk.State is not { IsOpen: true } open
                || Rectification.Concept.Decided(open, new VoidRectification(Some.Grounds), SomeRectification.On(today)).Refusal is null);
            walk.ExpectFolded();
            var journal = walk.Journal;
            Assert.True(journal.Count(happened => happened is RectificationExtended) <= 1);
            Assert.True(journal.Count(happened => happened is RectificationFellOverdue)
                <= 1 + journal.Count(happened => happened is RectificationOrderCorrected));

            // Every lapse was recorded once, and is taken back once at most.
            Assert.Equal(
                walk.State?.Lapses.Length ?? 0,
                journal.OfType<RectificationDeadlineLapsed>().Count() - journal.OfType<RectificationLapseWithdrawn>().Count());
            foreach (var measure in Enum.GetValues<RectificationMeasure>())
            {
                Assert.True(journal.Count(happened => happened is RectificationMeasureDecided { Decided: { Accepted: true } decided }
                    && decided.Measure == measure)
                    <= 1 + journal.Count(happened => Declines(happened, measure)));
            }

            // No rung is taken that nobody proposed, and what the licence is told is told once.
            Assert.True(journal.Count(happened => happened is RectificationMeasureDecided) <= journal.Count(happened => happened is RectificationMeasureProposed));
            Assert.True(journal.Where(happened => happened is RectificationLicenceChanged or RectificationLicenceNotChanged).Count(
                ) <= journal.Count(
                happened =>
                happened is RectificationMeasureDecided { Change: not null } or RectificationMeasureAnswered { Change: not null })
                + journal.OfType<RectificationAnswerCorrected>().Sum(corrected => corrected.Changes.Length)
                + journal.Count(happened => happened is RectificationVoided { Change: not null }
                    or RectificationReinspected { Change: not null } or RectificationReinspectionCorrected { Change: not null }));
        },
        iter: 3000, threads: 1);

    /// <summary>
    /// There is no dead end: wherever an order has come to, whoever puts it right can still report it and is looked at again, whatever was
    /// proposed, taken or declined.
    /// </summary>
    [Fact]
    public void From_wherever_an_order_has_come_to_it_can_be_brought_to_its_end() => Walks.Sample(
        steps =>
        {
            var walk = new Walk<RectificationState, RectificationCommand, RectificationEvent>(Rectification.Concept);
            var today = Some.Today;
            foreach (var step in steps)
            {
                today = today.AddDays(step.DaysLater);
                walk.Do(Asked(step, today), SomeRectification.On(today));
            }

            for (var left = 2; walk.State is { IsOpen: true } state; left--)
            {
                Assert.True(left > 0, $"The order goes on and on: {state.Status}.");
                // What is reported after it failed stays failed until it is looked at.
                var command = left == 2 && state.AwaitsReport
                    ? (RectificationCommand)new ReportRectification("已整改")
                    : SomeRectification.Reinspect(ReinspectionResult.Complied);
                Assert.Null(Rectification.Concept.Decided(state, command, SomeRectification.On(today)).Refusal);
                walk.Do(command, SomeRectification.On(today));
            }
        },
        iter: 800, threads: 1);

    [Fact]
    public void An_order_after_which_nothing_is_taken_is_looked_at_again()
    {
        var declined = SomeRectification.Declined();
        Assert.Equal(RectificationStatus.Failed, declined.Status);
        Assert.Equal(new DateOnly(2026, 3, 16), declined.ReinspectBy); // ten working days
        Assert.False(Rectification.Concept.IsStuck(declined));
        Assert.True(Rectification.Concept.IsStuck(declined with { ReinspectBy = null })); // as versions before left it

        // What lapsed before the last re-inspection is over, and moves nothing.
        var looked = SomeRectification.Lapse(SomeRectification.Reported(), RectificationDeadlines.Reinspection);
        var late = SomeRectification.Tell(
            looked,
            SomeRectification.On(looked.Lapses[0].LastDay.AddDays(1)),
            SomeRectification.Reinspect(ReinspectionResult.StillInViolation),
            SomeRectification.Decline(RectificationMeasure.Suspension));
        Assert.Single(late.Lapses);
        Assert.Null(late.MissedReinspection);
        Assert.True(Rectification.Concept.IsStuck(late with { ReinspectBy = null }));
        Assert.Equal(looked.Lapses[0], looked.MissedReinspection);
        Assert.False(Rectification.Concept.IsStuck(looked));

        // What nobody made in its term is not owed over and over; the self-check tells.
        var lapsed = SomeRectification.Lapse(declined, RectificationDeadlines.Reinspection);
        Assert.Null(lapsed.ReinspectBy);
        Assert.Single(lapsed.Lapses);
        Assert.Null(SomeRectification.Tell(
            lapsed, SomeRectification.On(Some.Today.AddDays(30)), new HandOverRectification("QUALITY", Some.Grounds)).ReinspectBy);

        // Where something else is waited for, nothing is owed beside it.
        Assert.Null(SomeRectification.Failed().ReinspectBy);
        Assert.NotNull(SomeRectification.Failed().Proposal);
    }

    private static bool Declines(RectificationEvent happened, RectificationMeasure measure) =>
        happened is RectificationAnswerMissing missing ? missing.Measure == measure :
        happened is RectificationMeasureAnswered { Answer.Granted: false } answered ? answered.Measure == measure
        : happened is RectificationAnswerCorrected { Answer.Granted: false } corrected && corrected.Measure == measure;

    private static RectificationCommand Asked(Step step, DateOnly today) => step.What switch
    {
        0 => step.Choice % 2 == 0 ? SomeRectification.Order : SomeRectification.Order with { Licence = null, DueOn = today.AddDays(step.Choice) },
        1 => new ReportRectification("已整改"),
        2 => new ExtendRectification(today.AddDays(step.Choice + 5), Some.Grounds),
        3 or 4 => SomeRectification.Reinspect((ReinspectionResult)(step.Choice % 6)) with { ExtendedTo = today.AddDays(step.Choice + 30) },
        5 => new ProposeRectificationMeasure((RectificationMeasure)(step.Choice % 4), "理由"),
        6 => SomeRectification.Decline((RectificationMeasure)(step.Choice % 4)),
        7 or 8 => SomeRectification.Accept((RectificationMeasure)(step.Choice % 4)) with { Until = today.AddDays(90) },
        11 => new CorrectRectificationOrder(Some.Grounds, DueOn: today.AddDays(step.Choice - 15)),
        9 => new CorrectMeasureAnswer((RectificationMeasure)(step.Choice % 4), step.Choice > 11, "更正", "登记有误", AnsweredOn: today),
        _ => step.Choice == 0 ? new VoidRectification(Some.Grounds) : new RecordMeasureAnswer((RectificationMeasure)(step.Choice % 4), step.Choice > 11, "答复"),
    };
}
