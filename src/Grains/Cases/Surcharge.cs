using ShuangDa.Grains.Calendar;

namespace ShuangDa.Grains.Cases;

/// <summary>
/// 加处罚款. What a fine that is not paid in time costs beside it: three per cent of the unpaid fine for each day, at most the fine, and
/// nothing while it is challenged (行政处罚法 第七十二条、第七十三条). A function of the case and a day; what is paid counts for the fine first.
/// </summary>
public static class Surcharge
{
    private const int PerCentPerDay = 3;

    /// <summary>What has accrued at the end of a day, waived or not, in 分.</summary>
    /// <param name="state">The case.</param>
    /// <param name="day">The day (Asia/Shanghai).</param>
    /// <param name="calendar">The working-day calendar.</param>
    public static long On(CaseState state, DateOnly day, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state is not { Decision.Penalty.Fine: > 0 and var fine, Execution: { AnnulledOn: null } execution }
            || AccruesAfter(state, calendar) is not { } last)
        {
            return 0;
        }

        var payments = execution.Payments.OrderBy(payment => payment.PaidOn).ToList();
        // Of payments from before they were kept each it is not known when they came; they count as in time.
        var unpaid = fine - (execution.Paid - payments.Sum(payment => payment.Amount));
        var (from, accrued) = (last, 0m);
        foreach (var payment in payments.TakeWhile(payment => payment.PaidOn < day))
        {
            Accrue(payment.PaidOn);
            unpaid -= payment.Amount;
        }

        Accrue(day);
        return (long)Math.Min(accrued, fine);

        // For the days after the one reached, up to and with another.
        void Accrue(DateOnly until)
        {
            if (until > from)
            {
                accrued += Math.Floor(Math.Max(0, unpaid) * PerCentPerDay / 100m) * DaysThatCount(state, from, until);
                from = until;
            }
        }
    }

    /// <summary>The last day on which the penalty can be paid without it; null before it is served.</summary>
    /// <param name="state">The case.</param>
    /// <param name="calendar">The working-day calendar.</param>
    public static DateOnly? LastDayOf(CaseState state, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Execution switch
        {
            { InstalmentsUntil: { } until } => until,
            { ServedOn: { } served } => FirstTerm(served, calendar),
            _ => null,
        };
    }

    // A longer term that is allowed when the first is over stops what accrues; it takes nothing back (行政处罚法 第六十六条、第七十二条).
    private static DateOnly? AccruesAfter(CaseState state, WorkingCalendar calendar) =>
        state.Execution is { InstalmentsAllowedOn: { } allowed, ServedOn: { } served }
        && FirstTerm(served, calendar) is var first && allowed > first
            ? first
            : LastDayOf(state, calendar);

    private static DateOnly FirstTerm(DateOnly served, WorkingCalendar calendar) =>
        StatutoryRules.On(StatutoryRules.PenaltyPayment, served).Period.DayFrom(served, calendar).Day;

    private static int DaysThatCount(CaseState state, DateOnly after, DateOnly until)
    {
        var (count, from) = (until.DayNumber - after.DayNumber, after.DayNumber + 1);
        var stopped = state.Challenges.Where(one => !state.IsOvertaken(one))
            .Select(one => (one.ReceivedOn.DayNumber, (one.EndedOn ?? DateOnly.MaxValue).DayNumber));
        if (state.Execution is { InstalmentsAllowedOn: { } allowed, InstalmentsUntil: { } to })
        {
            stopped = stopped.Append((allowed.DayNumber, to.DayNumber));
        }

        foreach (var (begun, ended) in stopped.Order())
        {
            var (first, last) = (Math.Max(begun, from), Math.Min(ended, until.DayNumber));
            if (first <= last)
            {
                count -= last - first + 1;
                from = last + 1;
            }
        }

        return count;
    }
}
