using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.CrimeTransfers;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>Rules at their bounds: just below, at, and just above.</summary>
public sealed class CaseBoundaryTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void A_payment_is_above_zero(long fen)
    {
        var served = CaseTale.Served(20_000_00);
        Assert.Equal("amountCny", Assert.IsType<InvalidInput>(served.Refused(new ExecutePenalty(new(fen), served.Today, null))).Field);
        Assert.Null(served.Refused(new ExecutePenalty(new(1), served.Today, null)));
    }

    [Fact]
    public void Several_payments_together_are_not_above_what_is_owed()
    {
        var served = CaseTale.Served(20_000_00);
        served.Do(new ExecutePenalty(new(19_999_99), served.Today, null));
        Assert.Equal(0.01m, Assert.IsType<PaymentBeyondOwed>(served.Refused(new ExecutePenalty(new(2), served.Today, null))).OwedCny);
        Assert.Equal(20_000_00, served.Do(new ExecutePenalty(new(1), served.Today, null)).Case.Execution.Paid);
    }

    [Fact]
    public void A_payment_of_the_day_of_the_decision_is_taken_and_one_of_the_day_before_is_not()
    {
        var served = CaseTale.Served();
        var decided = served.Case.Decision!.DecidedOn;
        Assert.Equal("paidOn", Assert.IsType<InvalidInput>(served.Refused(new ExecutePenalty(new(1), decided.AddDays(-1), null))).Field);
        Assert.Null(served.Refused(new ExecutePenalty(new(1), decided, null)));
        Assert.Equal("paidOn", Assert.IsType<InvalidInput>(served.Refused(new ExecutePenalty(new(1), served.Today.AddDays(1), null))).Field);
    }

    [Theory]
    [InlineData("officer", "证物室", 0)]
    [InlineData(" officer ", " 证物室 ", 0)]
    [InlineData("officer", "档案室", 1)]
    [InlineData("second", "证物室", 1)]
    public void Evidence_moves_when_its_keeper_or_its_place_is_another(string holder, string place, int moves)
    {
        var tale = CaseTale.Filed();
        tale.Do(new AddEvidence(EvidenceKind.Exhibit, "涂料", tale.Today, ["officer", "second"], "officer", "证物室", null)).Do(new MoveEvidence(1, holder, place));
        Assert.Equal(1 + moves, tale.Case.Evidence[0].Custody.Length);
    }

    [Fact]
    public void A_stay_is_numbered_after_the_pauses_before_it()
    {
        var tale = CaseTale.Filed();
        tale.Do(new PauseCase(PauseReason.PublicNotice, "中止1号", tale.Today)).Do(new EndCasePause(1, tale.Today))
            .Do(CaseTale.Figures(sales: 50_000_00)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Opened)).Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Filed));
        Assert.Equal([1, 2], tale.Case.Pauses.Select(pause => pause.Number));

        // Its number is what ends it.
        Assert.NotNull(tale.Do(new NoteCrimeTransfer(CaseTale.Transfer, TransferStep.Returned)).Case.Pauses[1].Pause.EndedAt);
        Assert.Equal(CaseStage.Investigation, tale.Case.Stage);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(50, true)] // the most that a list of officers may have: TextBoundsTests
    public void Officers_are_two_at_least(int count, bool isTaken) =>
        Assert.Equal(isTaken, OfficerNames.Problem([.. Enumerable.Range(1, count).Select(number => $"officer-{number}")], "officers") is null);

    [Fact]
    public void A_deadline_of_a_transfer_is_met_when_its_kind_and_its_instant_stand_and_not_before()
    {
        var due = CrimeTransferTale.Opened().DueAt(CrimeTransferDeadlines.TaskGroup);
        Assert.True(HasLapsed(CrimeTransferDeadlines.TaskGroup, due, at: due));
        Assert.False(HasLapsed(CrimeTransferDeadlines.TaskGroup, due, at: due.AddMilliseconds(-1)));
        // One that another has taken the place of, and one that never was: neither stands in part.
        Assert.False(HasLapsed(CrimeTransferDeadlines.TaskGroup, due.AddDays(-1), at: due));
        Assert.False(HasLapsed(CrimeTransferDeadlines.PoliceDecision, due, at: due));

        static bool HasLapsed(string kind, DateTimeOffset dueAt, DateTimeOffset at)
        {
            var tale = CrimeTransferTale.Opened().At(at);
            var before = tale.Journal.Count;
            return tale.Do(new CrimeTransferDeadlineReached(kind, dueAt), Actor.System(Guid.Empty)).Journal.Count > before;
        }
    }
}
