using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>整改期限. What an order owes to the clock.</summary>
public static class RectificationDeadlines
{
    /// <summary>The order's last day; due when it is over.</summary>
    [Deadline, Term("整改期限", "term")]
    public const string Due = "rectification.due";

    /// <summary>A third of the time is left; due when that day begins.</summary>
    [Deadline(IsWarning = true), Term("期限将至", "warning")]
    public const string Warning = "rectification.warning";

    /// <summary>The re-inspection's last day; due when it is over.</summary>
    [Deadline, Term("复查期限", "re-inspection")]
    public const string Reinspection = "rectification.reinspection";

    /// <summary>The last day to decide a proposed measure; due when it is over.</summary>
    [Deadline, Term("决定期限", "decision on the measure")]
    public const string MeasureDecision = "rectification.measure-decision";

    /// <summary>What the licence has yet to be told; due at once.</summary>
    [Deadline, Term("许可变更", "change of the licence")]
    public const string LicenceChange = "rectification.licence-change";

    /// <summary>The last day on which an answer to a measure is waited for; due when it is over.</summary>
    [Deadline, Term("等待答复", "answer awaited")]
    public const string Answer = "rectification.answer";

    /// <summary>An order that was not put right and waits for nothing, as an earlier version left it, is to be looked at again; due at
    /// once.</summary>
    [Deadline, Term("安排再次复查", "another look")]
    public const string AnotherLook = "rectification.another-look";

    [RuleText("A licence is changed as has been decided: Administrative Licensing Law, arts. 69 and 70")]
    private const string LicenceChangeRule = "依已作出的决定变更许可证：行政许可法 第六十九条、第七十条";

    /// <summary>What is owed in an order, and by when: also its day and the bureau's terms that have passed.</summary>
    /// <param name="rectification">A state.</param>
    internal static IEnumerable<OwedTerm> InOpenWork(RectificationState rectification) =>
    [
        .. Of(rectification).Where(open => open.Kind is not (Warning or LicenceChange or AnotherLook))
            .Select(open => new OwedTerm(open.Kind, open.DueAt)),
        .. rectification.IsLate ? [new OwedTerm(Due, ShanghaiTime.EndOf(rectification.DueOn))] : (OwedTerm[])[],
        .. rectification.Proposal is { DecideBy: null }
            && rectification.Lapses.LastOrDefault(lapse => lapse.Kind is MeasureDecision) is { LastDay: var last }
            ? [new OwedTerm(MeasureDecision, ShanghaiTime.EndOf(last))]
            : (OwedTerm[])[],
    ];

    /// <summary>责任人. Who answers for a term that lapses: whether a measure is taken is decided by the head of the section.</summary>
    /// <param name="rectification">A state.</param>
    /// <param name="kind">What was owed.</param>
    internal static Answering AnsweringFor(RectificationState rectification, string kind) => kind is MeasureDecision
        ? Answering.HeadOf(rectification.Order.Section)
        : new(rectification.Order.Section, rectification.Responsible);

    /// <summary>The deadlines that stand in a state.</summary>
    /// <param name="rectification">A state.</param>
    public static IReadOnlyList<OpenDeadline> Of(RectificationState rectification)
    {
        ArgumentNullException.ThrowIfNull(rectification);
        return Rectification.IsLeftAlone(rectification)
            ? [
                new OpenDeadline(
                    AnotherLook,
                    ShanghaiTime.StartOf(Rectification.LastStep(rectification)),
                    StatutoryRules.On(StatutoryRules.Reinspection, rectification.Order.OrderedOn).Line,
                    rectification.Order.Section),
            ]
            : Running(rectification);
    }

    /// <summary>The terms that run for a state, and what its licence is owed.</summary>
    /// <param name="rectification">A state.</param>
    internal static IReadOnlyList<OpenDeadline> Running(RectificationState rectification)
    {
        var section = rectification.Order.Section;
        var open = new List<OpenDeadline>();
        // Of an enterprise that has ended nothing is waited for; what is decided of its licence is (行政许可法 第七十条).
        var isEnded = rectification.EnterpriseEndedOn is not null;
        if (rectification.Status is RectificationStatus.Ordered && !isEnded)
        {
            var rule = StatutoryRules.On(StatutoryRules.RectificationTerm, rectification.Order.OrderedOn).Line;
            open.Add(new OpenDeadline(Due, ShanghaiTime.EndOf(rectification.DueOn), rule, section));
            if (rectification.WarnOn is { } warnOn)
            {
                open.Add(new OpenDeadline(Warning, ShanghaiTime.StartOf(warnOn), rule, section));
            }
        }

        if (rectification.ReinspectBy is { } reinspectBy && !isEnded)
        {
            open.Add(new OpenDeadline(Reinspection, ShanghaiTime.EndOf(reinspectBy), StatutoryRules.On(StatutoryRules.Reinspection, rectification.Order.OrderedOn).Line, section));
        }

        if (rectification.Proposal is { DecideBy: { } decideBy } proposal)
        {
            open.Add(new OpenDeadline(MeasureDecision, ShanghaiTime.EndOf(decideBy), StatutoryRules.On(StatutoryRules.RectificationMeasure, proposal.ProposedOn).Line, section));
        }

        if (rectification.AwaitedAnswer is { AnswerBy: { } answerBy } asked && !isEnded)
        {
            var rule = StatutoryRules.On(StatutoryRules.RectificationAnswer, asked.DecidedOn).Line;
            open.Add(new OpenDeadline(Answer, ShanghaiTime.EndOf(answerBy), rule, section));
        }

        // One after the other, so that the licence hears of the suspension before the request for its withdrawal.
        if (rectification.OwedToLicence is [var first, ..])
        {
            open.Add(new OpenDeadline(LicenceChange, first.Since, LicenceChangeRule, section));
        }

        return open;
    }
}
