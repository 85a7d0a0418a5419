using CsCheck;
using ShuangDa.Grains.Licences;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.LicenceLaw;

namespace ShuangDa.Tests.Unit.Licences;

public sealed class LicenceWalkTests
{
    private sealed record Step(int What, int DaysLater, int Days, bool ClockRuns)
    {
        public override string ToString() => $"({What} +{DaysLater}d {Days} {(ClockRuns ? "clock" : "-")})";
    }

    private static readonly Gen<Step[]> Walks = Gen.Select(Gen.Int[0, 17], Gen.Int[0, 200], Gen.Int[-60, 2000], Gen.Bool, (what, later,
        days, clock) => new Step(what, later, days, clock)).Array[1, 40];

    [Fact]
    public void Whatever_is_asked_in_whatever_order_what_must_hold_holds_and_the_journal_makes_the_state() => Walks.Sample(
        steps =>
        {
            var walk = new Walk<LicenceState, LicenceCommand, LicenceEvent>(Licence.Concept);
            var today = Some.Today;
            foreach (var step in steps)
            {
                today = today.AddDays(step.DaysLater);
                if (step.ClockRuns && walk.State is { } licence)
                {
                    foreach (var due in LicenceDeadlines.Of(licence).Where(open => open.DueAt <= Some.TenOClock(today)).OrderBy(open => open.DueAt))
                    {
                        Do(new LicenceDeadlineReached(due.Kind, due.DueAt));
                    }

                    Assert.DoesNotContain(LicenceDeadlines.Of(walk.State), open => open.DueAt <= Some.TenOClock(today));
                }

                Do(Asked(step, today));
            }

            // No dead end: whatever stands waits for its clock or somebody, and can be deregistered in the end.
            Assert.False(walk.State is { } reached && Licence.Concept.IsStuck(reached));
            if (walk.State is { Status: not LicenceStatus.Deregistered })
            {
                Do(new DeregisterLicence(Some.Grounds, DeregistrationGround.OtherByLaw));
                Assert.Equal(LicenceStatus.Deregistered, walk.State.Status);
            }

            walk.ExpectFolded();
            var journal = walk.Journal;
            var terms = journal.Count(happened => happened is LicenceRegistered or LicenceRenewed or LicenceCorrected { Term: not null }
                or LicenceRecordCorrected or LicenceRenewalAppliedFor or LicenceEndingCorrected or LicenceHolderReopeningNoted);
            var expired = journal.Count(happened => happened is LicenceExpired);
            Assert.True(expired <= terms);

            // An end that was recorded by mistake and put right leaves the licence expired as before: its proposal falls due again.
            var again = journal.Count(happened => happened is LicenceEndingCorrected);
            Assert.True(journal.Count(happened => happened is LicenceDeregistrationProposed) <= expired + again);

            void Do(LicenceCommand command)
            {
                walk.Do(command, Some.On(today));
                if (walk.State is { } after)
                {
                    var open = LicenceDeadlines.Of(after);
                    Assert.Equal(open.Count, open.Select(one => one.Kind).Distinct().Count());
                    Assert.True(open.Count <= 3);
                }
            }
        },
        iter: 2000, threads: 1);

    [Fact]
    public void Late_or_on_time_the_clock_tells_the_same_story() => Gen.Select(Gen.Int[0, 2], Gen.Int[-30, 800], Gen.Int[0, 900], Gen.Int[0, 900], Gen.Bool).Sample(
        (kind, validity, suspended, span, isSuspended) =>
        {
            var number = kind switch { 0 => Some.ProductionLicenceNumber, 1 => Some.FoodLicenceNumber, _ => Some.CertificateNumber };
            var licence = Some.ActiveLicence(number, validTo: Some.Today.AddDays(validity));
            if (isSuspended && licence.Status is LicenceStatus.Active)
            {
                LicenceCommand suspend = licence.Kind is LicenceKind.CompulsoryCertificate
                    ? new RecordCertificateSuspension(Some.Today.AddDays(suspended), Some.Grounds)
                    : new SuspendLicence(Some.Today.AddDays(suspended), Some.Grounds, Some.CaseOnPaper);
                licence = Tell(licence, Some.On(Some.Today), suspend);
            }

            var end = Some.TenOClock(Some.Today.AddDays(span));
            var late = RunClock(licence, _ => end, end);
            var onTime = RunClock(licence, dueAt => dueAt > Some.TenOClock(Some.Today) ? dueAt : Some.TenOClock(Some.Today), end);
            Assert.Equal(onTime.Journal, late.Journal);
            Assert.Equal(Json(onTime.Licence), Json(late.Licence));
            Assert.Equal(late.Journal.Count, late.Journal.Distinct().Count());
        },
        iter: 3000, threads: 1);

    private static (LicenceState Licence, List<string> Journal) RunClock(LicenceState licence, Func<DateTimeOffset, DateTimeOffset> deliveredAt, DateTimeOffset end)
    {
        var journal = new List<string>();
        while (LicenceDeadlines.Of(licence).Where(open => open.DueAt <= end).MinBy(open => open.DueAt) is { } due)
        {
            foreach (var happened in Events(licence, new LicenceDeadlineReached(due.Kind, due.DueAt), Some.At(deliveredAt(due.DueAt))))
            {
                journal.Add($"{Licence.Concept.KindOf(happened)} {Licence.Concept.WriteEvent(happened)}");
                licence = Licence.Apply(licence, happened);
            }
        }

        return (licence, journal);
    }

    private static LicenceCommand Asked(Step step, DateOnly today) => step.What switch
    {
        0 => new RegisterLicence(Some.FoodLicenceNumber, Some.CreditCode, today.AddDays(-100), today.AddDays(Math.Max(step.Days, -100)), ["FOOD"]),
        1 => new ImportLicence(Some.FoodLicenceNumber, Some.CreditCode, today.AddDays(-100), today.AddDays(Math.Max(step.Days, -100)), Status: (RegisterStatus)(Math.Abs(step.Days) % 6)),
        2 => new ImportLicence(Some.FoodLicenceNumber, Some.CreditCode, new(2024, 1, 1), new(2028, 12, 31), ["FOOD"], $"第{step.Days % 3}局"),
        3 or 4 => new SuspendLicence(today.AddDays(step.Days), Some.Grounds, Some.CaseOnPaper),
        5 => new ReinstateLicence(Some.Grounds),
        6 => new RenewLicence(today, today.AddDays(step.Days), Some.Grounds),
        7 => new RequestLicenceWithdrawal(Some.Grounds),
        8 => step.Days % 3 == 0 ? new WithdrawLicence(Some.Grounds) : new ReinstateLicence(Some.Grounds),
        9 =>
            step.Days % 5 == 0
                ? new RevokeLicence(Some.Grounds, Some.CaseOnPaper)
                : new RenewLicence(today, today.AddDays(Math.Abs(step.Days)), Some.Grounds),
        10 => step.Days % 5 == 0 ? new DeregisterLicence(Some.Grounds, step.Days % 2 == 0 ? DeregistrationGround.ProductionStopped : null)
            : new SuspendLicence(today.AddDays(10), Some.Grounds, Some.CaseOnPaper),
        11 => new ApplyForLicenceRenewal(today.AddDays(-Math.Abs(step.Days) % 90), "受〔2026〕1号"),
        12 => new RefuseLicenceRenewal(Some.Grounds),
        13 => new CorrectLicence("登记有误", ValidFrom: today.AddDays(step.Days % 40), ValidTo: today.AddDays(Math.Abs(step.Days) + 40)),
        14 => step.Days % 2 == 0 ? new DeclineLicenceWithdrawal(Some.Grounds) : new RequestLicenceWithdrawal(Some.Grounds),
        15 => step.Days % 3 == 0 ? new CorrectCertificateSuspension(Some.Grounds, step.Days % 2 == 0 ? today : null)
            : new CorrectLicenceEnding(Some.Grounds),
        16 => step.Days % 2 == 0 ? new NoteHolderClosing(today) : new NoteHolderReopening(),
        _ => new LicenceDeadlineReached(LicenceDeadlines.Expiry, Some.TenOClock(today)),
    };
}
