using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>加处罚款. On which days it accrues: on none on which a challenge or a longer term stops it, and each of those is left out once
/// (行政处罚法 第七十二条、第七十三条).</summary>
public sealed class SurchargeDayTests
{
    // Counted from the last day of the term; three per cent of 20,000 yuan are 600 a day.
    [Theory]
    [InlineData(3, 6, 9, 10, 14)] // apart
    [InlineData(3, 6, 7, 8, 14)] // one after the other
    [InlineData(3, 6, 5, 8, 14)] // overlapping
    [InlineData(5, 8, 3, 6, 14)] // in whatever order they were recorded
    [InlineData(3, 10, 5, 6, 12)] // one within the other
    [InlineData(3, 6, 3, 6, 16)]
    [InlineData(-2, 1, 19, 25, 17)] // from before the term was over, and until after the day
    [InlineData(-2, 0, 21, 25, 20)] // none of its days
    public void A_day_that_two_challenges_stop_is_left_out_once(int begun, int ended, int otherBegun, int otherEnded, int days)
    {
        var served = CaseTale.Served();
        var last = served.LastDay(CaseDeadlines.Payment);
        var found = served.Case with { Challenges = [Challenge(1, begun, ended), Challenge(2, otherBegun, otherEnded)] };
        Assert.Equal(days * 600_00, Surcharge.On(found, last.AddDays(20), WorkingCalendar.BuiltIn));

        CaseChallenge Challenge(int number, int from, int to) => new(
            number, ChallengeKind.Reconsideration, last.AddDays(from), "青浦区人民政府", $"青府复〔2026〕{number}号", last.AddDays(90), false)
        {
            EndedOn = last.AddDays(to),
        };
    }

    /// <summary>The facts do not depend on the order in which payments are entered: what is owed late is owed (行政处罚法 第七十二条).</summary>
    [Fact]
    public void A_payment_that_is_entered_after_a_later_one_takes_no_surcharge_back()
    {
        var (inOrder, late) = (CaseTale.Served(), CaseTale.Served());
        var last = inOrder.LastDay(CaseDeadlines.Payment);
        var early = new ExecutePenalty(new(10_000_00), last, "票1");
        var tenDaysLate = new ExecutePenalty(new(10_000_00), last.AddDays(10), "票2");
        inOrder.On(last.AddDays(12)).Do(early).Do(tenDaysLate);
        late.On(last.AddDays(12)).Do(tenDaysLate).Do(early);

        // Ten days of three per cent of the 10,000 yuan that were not paid.
        Assert.Equal((3_000_00, 3_000_00), (inOrder.Case.Execution.Surcharge, inOrder.Case.Outstanding));
        Assert.Equal((3_000_00, 3_000_00), (late.Case.Execution.Surcharge, late.Case.Outstanding));
        Assert.Equal([CaseTask.PenaltyUnpaid], late.Case.OpenTasks);
        Assert.IsType<CaseHasOpenTasks>(late.Refused(new CloseCase(CaseOutcome.Executed, Some.Grounds), CaseTale.Head));
        Assert.IsType<PaymentBeyondOwed>(late.Refused(new ExecutePenalty(new(3_000_01), last.AddDays(11), null)));
        Assert.Empty(late.Do(new ExecutePenalty(new(3_000_00), last.AddDays(11), null)).Case.OpenTasks);
    }

    [Fact]
    public void Nothing_is_taken_back_of_it_for_what_was_paid_beyond_the_fine()
    {
        var served = CaseTale.Served();
        var late = served.LastDay(CaseDeadlines.Payment).AddDays(1);
        served.On(late).Do(new ExecutePenalty(new(20_600_00), late, null));
        Assert.Equal(600_00, Surcharge.On(served.Case, late.AddDays(9), WorkingCalendar.BuiltIn));
    }
}
