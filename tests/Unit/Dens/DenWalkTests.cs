using System.Collections.Immutable;
using CsCheck;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Dens;

/// <summary>A den through whatever is asked in whatever order: nobody bans alone, what has ended is acted on no more, and what is
/// counted is what stands.</summary>
public sealed class DenWalkTests
{
    private static readonly string[] Cases = ["AJ-0000000001", "AJ-0000000002"];

    // By the stage of its case: nothing decided, decided and not served, served, annulled since.
    private static readonly ImmutableArray<CaseState> Stages =
    [
        CaseTale.Filed().Case,
        CaseTale.Decided().Case,
        CaseTale.Served().Case,
        CaseTale.Served().Case with { Execution = CaseTale.Served().Case.Execution with { AnnulledOn = Some.Today } },
    ];

    private static readonly ImmutableArray<Actor> People =
    [
        Some.Officer, // who proposes
        DenTests.Head with { User = "second" }, // investigates the case
        DenTests.Head,
        CaseTale.Leader,
        Some.Officer with { User = "third" }, // whom nobody authorised
    ];

    private static readonly Gen<Step[]> Walks = Gen.Select(
        Gen.Int[0, 9], Gen.Int[0, 4], Gen.Int[0, 23], Gen.Int[0, 3], Gen.Int[0, 4], Gen.Bool,
        (what, later, choice, stage, who, isDeputy) => new Step(what, later, choice, stage, who, isDeputy)).Array[1, 40];

    private sealed record Step(int What, int DaysLater, int Choice, int Stage, int Who, bool IsDeputy);

    [Fact]
    public void Nobody_bans_alone_what_has_ended_is_acted_on_no_more_and_what_is_counted_is_what_stands() => Walks.Sample(
        steps =>
        {
            var walk = new Walk<DenState, DenCommand, DenEvent>(Den.Concept);
            var (today, counted) = (Some.Today, new List<TallyFact>());
            foreach (var step in steps)
            {
                today = today.AddDays(step.DaysLater);
                var actor = People[step.Who];
                var (before, command) = (walk.State, Asked(step, walk.State));
                var basis = BasisOf(step, before, command);
                var now = new Circumstances(actor, Some.TenOClock(today), WorkingCalendar.BuiltIn) { Key = DenTests.Number }
                    .With(new DenAtPlace(null))
                    .With(new ParticularsSealed("密文", AreAlreadyKept: false))
                    .With(basis)
                    .With(CountedSoFar.Of(counted.Select(fact => TallyRow.Of("den/X", 1, 0, 0, fact))))
                    .With(new MattersOfDen([DenTests.Order], []))
                    .With(new SuccessorFound(IsRegistered: true))
                    .With(new DenActsFound(step.Choice % 5 is 0 ? new DenAct("JC-0000000001", today) : null))
                    .With(new DeciderFound(actor == CaseTale.Leader, step.IsDeputy && step.Who != 4 ? [ApprovalStep.DenBan] : []))
                    .With(before is not null && Den.Concept.Owes(before) is { } owed ? new Answered(owed.Step, null) : null)
                    .WithLists();
                foreach (var happened in walk.Do(command, now))
                {
                    var after = Den.Apply(before, happened);
                    counted.AddRange(Den.Concept.TallyOf(before, happened, after));
                    Held(before, happened, basis);
                    before = after;
                }

                if (walk.State is { } den)
                {
                    // Somebody is late only while nobody acts, and what has ended or was banned is owed nothing.
                    Assert.True(den.ActBy is null || den.Status is not DenStatus.Ended);
                    Assert.Equal(Standing(den), Sums(counted));
                }
            }

            walk.ExpectFolded();
        },
        iter: 2000, threads: 1);

    private static void Held(DenState? before, DenEvent happened, BanBasisFound basis)
    {
        if (happened is DenBanned banned)
        {
            Assert.NotEqual(before!.Approvals.Single(one => one.Number == banned.Approval).AskedBy, banned.By);
            Assert.DoesNotContain(banned.By, banned.Ban.Case is null ? [] : basis.Case!.TookPart);
            Assert.DoesNotContain(banned.By, banned.Ban.Order is null ? [] : Rectification.TookPart(basis.Order!));
            Assert.NotEqual("third", banned.By);

            // It rests on what stands.
            Assert.True(banned.Ban.Case is null || basis.Case!.Execution is { ServedOn: not null, AnnulledOn: null });
        }

        if (before is { Status: DenStatus.Ended })
        {
            Assert.True(
                happened is DenReopened or DenCorrected or DenOperatorRecorded or DenBanWithdrawn or DenMatterTold,
                $"{happened.GetType().Name} happened to a den that has ended.");
        }
    }

    // Each ban that was not counted with an order, under the main class as it is by now.
    private static IEnumerable<(DateOnly Day, string? Class, long Amount)> Standing(DenState den) =>
        from ban in den.Bans
        where ban.Order is null
        group ban by ban.BannedOn into day
        orderby day.Key
        select (day.Key, den.Details.ProductClasses.FirstOrDefault(), (long)day.Count());

    private static IEnumerable<(DateOnly Day, string? Class, long Amount)> Sums(List<TallyFact> counted) =>
        from fact in counted
        group fact by (fact.Day, fact.ProductClass) into one
        let sum = one.Sum(fact => fact.Amount)
        where sum != 0
        orderby one.Key.Day
        select (one.Key.Day, one.Key.ProductClass, sum);

    private static DenCommand Asked(Step step, DenState? den) => step.What switch
    {
        0 => DenTests.Record,
        1 => DenTests.Correction with { ProductClasses = step.Choice % 3 is 0 ? ["食品"] : ["COATINGS"] },
        2 => new RecordDenOperator("王某", null, null),
        3 => step.Choice % 3 is 2
            ? new BanDen(Some.Grounds, Order: DenTests.Order) : new BanDen(Some.Grounds, Cases[step.Choice % 2]),
        4 or 5 => new ApproveDenBan(Math.Max(1, den?.Approvals.Length ?? 1), null),
        6 => new ReturnDenBan(Math.Max(1, den?.Approvals.Length ?? 1), "证据不足"),
        7 => new WithdrawDenBan(1 + (step.Choice % 2), Some.Grounds),
        8 => step.Choice % 4 is 0 ? DenTests.End : new ReopenDen(Some.Grounds),
        _ when den is not null && Den.Concept.Owes(den) is { } owed => new DenDeadlineReached(owed.Deadline, owed.Since),
        _ when den is not null && Den.Concept.Deadlines(den) is [var open, ..] => new DenDeadlineReached(open.Kind, open.DueAt),
        _ => new NoteDenActs(),
    };

    // What the shell would find of the case and the order that the ban is about.
    private static BanBasisFound BasisOf(Step step, DenState? den, DenCommand command)
    {
        var (onCase, onOrder) = command switch
        {
            BanDen c => (c.Case, c.Order),
            WithdrawDenBan c when den is not null && c.Ban <= den.Bans.Length => (den.Bans[c.Ban - 1].Case, den.Bans[c.Ban - 1].Order),
            _ when Den.Carried(den, command) is BanDen proposed => (proposed.Case, proposed.Order),
            _ => (null, null),
        };
        return new BanBasisFound(
            onCase is null ? null : DenTests.OfDen(Stages[step.Stage]) with { Number = onCase },
            onOrder is null ? null : DenTests.Granted(isGranted: step.Stage is not 3));
    }
}
