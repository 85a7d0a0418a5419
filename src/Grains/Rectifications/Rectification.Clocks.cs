using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

// The terms of an order: warnings, days that pass, lapses.
public static partial class Rectification
{
    private static RectificationState? ApplyInClocks(RectificationState rectification, RectificationEvent happened) => happened switch
    {
        RectificationWarned => rectification with { WarnOn = null },
        RectificationFellOverdue e => rectification with { Status = RectificationStatus.Overdue, ReinspectBy = e.ReinspectBy, WarnOn = null },
        RectificationDeadlineLapsed { Lapse: var lapse } => rectification with
        {
            Lapses = rectification.Lapses.Add(lapse),
            ReinspectBy = lapse.Kind == RectificationDeadlines.Reinspection ? null : rectification.ReinspectBy,
            Proposal = lapse.Kind == RectificationDeadlines.MeasureDecision && rectification.Proposal is { } proposal ? proposal with { DecideBy = null } : rectification.Proposal,
        },
        RectificationLapseWithdrawn { Lapse: var lapse } => rectification with { Lapses = rectification.Lapses.Remove(lapse) },
        _ => null,
    };

    private static Decision<RectificationEvent> DecideRectificationDeadlineReached(RectificationState rectification, RectificationDeadlineReached due, Circumstances now)
    {
        if (due.DueAt > now.Now || !RectificationDeadlines.Of(rectification).Any(open => open.Kind == due.Kind && open.DueAt == due.DueAt))
        {
            return Decision<RectificationEvent>.AlreadySo;
        }

        // What was due at the end of a day is reckoned from that day, also when the clock comes late.
        var lastDay = ShanghaiTime.DayOf(due.DueAt).PlusDays(-1);
        switch (due.Kind)
        {
            // Of one that ended before orders were told of it: nobody could have done in the term what was owed.
            case RectificationDeadlines.Warning or RectificationDeadlines.Due or RectificationDeadlines.Reinspection
                or RectificationDeadlines.Answer or RectificationDeadlines.AnotherLook
                when EndOf(now) is { } gone && (gone.On <= lastDay || due.Kind == RectificationDeadlines.AnotherLook):
                return (List<RectificationEvent>)[.. Ending(rectification, gone.On, now)];
            case RectificationDeadlines.Warning:
                return new RectificationWarned(rectification.WarnOn!.Value, rectification.DueOn);
            case RectificationDeadlines.Due:
                var overdue = new RectificationFellOverdue(lastDay, DayFrom(StatutoryRules.Reinspection, lastDay, now.Calendar));
                return rectification.Proposal is null
                    ? (List<RectificationEvent>)
                    [
                        overdue,
                        .. ProposedNext(
                            rectification, NextRung(rectification, lastDay.PlusDays(1)), ProposalCause.Overdue, lastDay.PlusDays(1), now),
                    ]
                    : overdue;
            case RectificationDeadlines.Answer:
                var missing = new RectificationAnswerMissing(rectification.AwaitedAnswer!.Measure, lastDay);
                return (RectificationEvent[])
                [
                    missing,
                    .. Onwards(Apply(rectification, missing), missing.Measure, ProposalCause.NotAnswered, lastDay.PlusDays(1), now),
                ];
            case RectificationDeadlines.AnotherLook:
                return OwedAgain(now);
            case RectificationDeadlines.LicenceChange:
                return ToldLicence(rectification, now.AnswerTo(Owes(rectification)));
            case RectificationDeadlines.MeasureDecision
                when EndOf(now) is { } ended && ended.On <= lastDay
                    && rectification.Proposal is { Measure: not RectificationMeasure.Deregistration }:
                // Of one that ended before orders were told of it: nobody could have taken the measure in the term.
                return (List<RectificationEvent>)[.. Ending(rectification, ended.On, now)];
            default:
                var open = RectificationDeadlines.Of(rectification).First(open => open.Kind == due.Kind);
                var (section, who) = RectificationDeadlines.AnsweringFor(rectification, due.Kind);
                return new RectificationDeadlineLapsed(
                    new RectificationLapse(due.Kind, lastDay, open.Rule, section, who)
                    {
                        IsOfDay = due.Kind == RectificationDeadlines.MeasureDecision
                            ? rectification.Proposal is { Cause: ProposalCause.Overdue }
                            : rectification is { Status: RectificationStatus.Overdue, Report: null },
                    });
        }
    }

    // What was done in time and is entered late leaves no lapse in anybody's name; the journal keeps both.
    private static Decision<RectificationEvent> InTime(RectificationState rectification, Decision<RectificationEvent> decision)
    {
        if (decision.Refusal is not null || rectification.Lapses.IsEmpty)
        {
            return decision;
        }

        var withdrawn = decision.Events.SelectMany(happened => happened switch
        {
            RectificationReinspected e => Since(e.Reinspection.ReinspectedOn, RectificationDeadlines.Reinspection),
            RectificationMeasureDecided e => Since(e.Decided.DecidedOn, RectificationDeadlines.MeasureDecision),

            // An order that was answered in time never fell overdue: neither a re-inspection nor a measure was owed for that.
            RectificationReported { Report: { IsLate: false, ReportedOn: var day } }
                when rectification.Status is RectificationStatus.Overdue =>
                Since(day, RectificationDeadlines.Reinspection, RectificationDeadlines.MeasureDecision),
            _ => [],
        }).ToList();
        return withdrawn.Count == 0 ? decision : (List<RectificationEvent>)[.. decision.Events, .. withdrawn];

        IEnumerable<RectificationEvent> Since(DateOnly day, params string[] kinds) => rectification.Lapses
            .Where(lapse => kinds.Contains(lapse.Kind) && day <= lapse.LastDay)
            .Select(lapse => new RectificationLapseWithdrawn(lapse, day));
    }

    private static DateOnly DayFrom(string rule, DateOnly day, WorkingCalendar calendar) => StatutoryRules.On(rule, day).Period.DayFrom(day, calendar).Day;
}

/// <summary>逾期记录. A term of the bureau's own that lapsed: which, when, who answers for it.</summary>
/// <param name="Kind">期限种类. One of <see cref="RectificationDeadlines"/>.</param>
/// <param name="LastDay">期限末日. The last day of the term (Asia/Shanghai).</param>
/// <param name="Rule">规则. The rule and its article.</param>
/// <param name="Section">责任科室. Who answers for it, or null.</param>
/// <param name="Officer">责任人. The user name of the officer; of an office the wire name of its role; or null.</param>
[GenerateSerializer, Immutable, Alias("rectification-lapse")]
public sealed record RectificationLapse(string Kind, DateOnly LastDay, string Rule, string? Section, string? Officer)
{
    /// <summary>因期限届满. Whether the term ran because the order's day had passed, and not because of a report or of what a person proposed;
    /// null in what was recorded before that was kept.</summary>
    [Id(5)] public bool? IsOfDay { get; init; }
}

/// <summary>整改期限到期. A deadline of the order has come.</summary>
/// <param name="Kind">期限种类. One of <see cref="RectificationDeadlines"/>.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("rectification.deadline-reached"), AllowedTo(Roles.System)]
public sealed record RectificationDeadlineReached(string Kind, DateTimeOffset DueAt) : RectificationCommand, IDeadlineCommand;

/// <summary>已提醒. The section was warned that the order's day comes near.</summary>
/// <param name="On">提醒日. The day the warning was for (Asia/Shanghai).</param>
/// <param name="DueOn">整改期限. The order's last day.</param>
[Alias("rectification.warned")]
public sealed record RectificationWarned(DateOnly On, DateOnly DueOn) : RectificationEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"提醒：整改期限{DueOn:yyyy-MM-dd}将至", $"Warning: the order's day, {DueOn:yyyy-MM-dd}, comes near");

    /// <summary>The day the warning was for.</summary>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>逾期未改正. The order's day passed and nothing was reported.</summary>
/// <param name="LastDay">整改期限. The last day (Asia/Shanghai).</param>
/// <param name="ReinspectBy">复查截止日. The last day of the re-inspection's term.</param>
[Alias("rectification.overdue")]
public sealed record RectificationFellOverdue(DateOnly LastDay, DateOnly ReinspectBy) : RectificationEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"整改期限{LastDay:yyyy-MM-dd}届满，未报告整改", $"The order's day, {LastDay:yyyy-MM-dd}, passed without a report");

    /// <summary>The first day on which it is overdue.</summary>
    public override DateOnly? EffectiveOn => LastDay.PlusDays(1);
}

/// <summary>期限已逾. A term of the bureau's own lapsed.</summary>
/// <param name="Lapse">逾期记录. Which, and who answers for it.</param>
[Alias("rectification.deadline-lapsed")]
public sealed record RectificationDeadlineLapsed(RectificationLapse Lapse) : RectificationEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => Lapse.Kind == RectificationDeadlines.Reinspection
        ? new($"复查期限{Lapse.LastDay:yyyy-MM-dd}已过，尚未复查", $"The re-inspection was due by {Lapse.LastDay:yyyy-MM-dd} and was not made")
        : new($"处理建议的决定期限{Lapse.LastDay:yyyy-MM-dd}已过，尚未决定", $"The proposed measure was to be decided by {Lapse.LastDay:yyyy-MM-dd} and was not");

    /// <summary>The first day after the term.</summary>
    public override DateOnly? EffectiveOn => Lapse.LastDay.PlusDays(1);

    /// <inheritdoc/>
    public override string? LegalBasis => Lapse.Rule;
}

/// <summary>逾期记录已撤销. What was entered late, or a correction of the order's day, shows that a term was kept: nobody answers for a lapse.
/// </summary>
/// <param name="Lapse">逾期记录. The lapse that was not one.</param>
/// <param name="On">办理日期. The day on which it was really done; where the order was corrected, the day of that (Asia/Shanghai).</param>
/// <param name="DueOn">更正后的整改期限. The last day of the order since, where it was corrected; null otherwise.</param>
[Alias("rectification.lapse-withdrawn")]
public sealed record RectificationLapseWithdrawn(RectificationLapse Lapse, DateOnly On, DateOnly? DueOn = null)
    : RectificationEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => DueOn is { } dueOn
        ? NoLapse.AsOf(Term, Lapse.LastDay, dueOn)
        : NoLapse.Of(Term, Lapse.LastDay, On);

    private BilingualText Term => Lapse.Kind == RectificationDeadlines.Reinspection
        ? new BilingualText("复查", "the re-inspection")
        : new BilingualText("处理建议", "the decision on the proposed measure");
}
