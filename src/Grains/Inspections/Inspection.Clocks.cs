using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

// The deadlines of an inspection.
public static partial class Inspection
{
    /// <summary>The planned day's end: due when it is over.</summary>
    [Deadline, Term("计划日届满", "planned day")]
    public const string Due = "inspection.due";

    /// <summary>What a case has yet to be told; due at once.</summary>
    [Deadline, Term("告知案件", "notice to the case")]
    public const string CaseNotice = "inspection.case-notice";

    /// <summary>The planned day.</summary>
    [RuleText("Made as planned (internal term): Regulation on Production Licences for Industrial Products, art. 36")]
    public const string PlannedDayRule = "按计划完成检查（内部期限）：工业产品生产许可证管理条例 第三十六条";

    [RuleText("A lead is entered at once (internal term): Provisions on Procedures for Penalties by Market Regulators, art. 18")]
    private const string CaseNoticeRule = "检查发现的违法线索即时登记（内部期限）：市场监督管理行政处罚程序规定 第十八条";

    private static InspectionState? ApplyInClocks(InspectionState inspection, InspectionEvent happened) => happened switch
    {
        InspectionDeadlineLapsed => inspection with { IsLate = true },
        InspectionLapseWithdrawn => inspection with { IsLate = false },
        _ => null,
    };

    private static IReadOnlyList<OpenDeadline> Deadlines(InspectionState inspection) => inspection switch
    {
        { Status: InspectionStatus.Planned, IsLate: false } =>
            [new OpenDeadline(Due, ShanghaiTime.EndOf(inspection.Plan.LastDay), PlannedDayRule, inspection.Plan.Section)],
        { OwedToCase: { } owed } => [new OpenDeadline(CaseNotice, owed.Since, CaseNoticeRule, inspection.Plan.Section)],
        _ => [],
    };

    private static Decision<InspectionEvent> DecideInspectionDeadlineReached(InspectionState inspection, InspectionDeadlineReached c, Circumstances now) =>
        c.DueAt > now.Now || !Deadlines(inspection).Any(open => open.Kind == c.Kind && open.DueAt == c.DueAt) ? Decision<InspectionEvent>.AlreadySo
        : c.Kind is CaseNotice ? Told(inspection, now.AnswerTo(Owes(inspection)))

        // Of one that ended before its inspections were told of it: nobody could have been inspected by that day.
        : now.Required<InspectionFacts>().Ended is { } gone && gone.On <= inspection.Plan.LastDay
            ? EndedWith(inspection, gone.On, now)
        : new InspectionDeadlineLapsed(inspection.Plan.LastDay, inspection.Plan.Section, inspection.Holders.FirstOrDefault());

    private static Decision<InspectionEvent> Told(InspectionState inspection, Answered? told) =>
        told is null ? Decision<InspectionEvent>.AlreadySo : new InspectionCaseTold(inspection.Record!.CaseNumber!, told.Refusal?.Code);
}

/// <summary>检查期限到期. A deadline of the inspection has come.</summary>
/// <param name="Kind">期限种类. One of <see cref="Inspection"/>'s.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("inspection.deadline-reached"), AllowedTo(Roles.System)]
public sealed record InspectionDeadlineReached(string Kind, DateTimeOffset DueAt) : InspectionCommand, IDeadlineCommand;

/// <summary>计划日已过. The planned day passed and nothing was recorded.</summary>
/// <param name="PlannedOn">计划日. The last day (Asia/Shanghai).</param>
/// <param name="Section">责任科室. Who answers for it, or null.</param>
/// <param name="Officer">责任人. The user name of who answered for it; null where its section had named nobody.</param>
[Alias("inspection.deadline-lapsed")]
public sealed record InspectionDeadlineLapsed(DateOnly PlannedOn, string? Section, string? Officer) : InspectionEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"计划日{PlannedOn:yyyy-MM-dd}已过，尚未检查（责任科室{(Section is null ? "未定" : Named.Section(Section))}，"
            + $"{(Officer is null ? "尚未指派检查人员" : $"责任人{Named.Person(Officer)}")}）",
        $"It was to be done by {PlannedOn:yyyy-MM-dd} and was not; {(Officer is null ? "nobody yet" : Named.Person(Officer))} of "
            + $"{(Section is null ? "no section" : Named.Section(Section))} answers for it");

    /// <summary>The first day after the planned one.</summary>
    public override DateOnly? EffectiveOn => PlannedOn.PlusDays(1);

    /// <inheritdoc/>
    public override string? LegalBasis => Inspection.PlannedDayRule;
}

/// <summary>逾期记录已撤销. The inspection was made by its planned day and recorded after it: nobody answers for a lapse.</summary>
/// <param name="PlannedOn">计划日. The last day (Asia/Shanghai).</param>
/// <param name="On">检查日. The day on which it was made (Asia/Shanghai).</param>
[Alias("inspection.lapse-withdrawn")]
public sealed record InspectionLapseWithdrawn(DateOnly PlannedOn, DateOnly On) : InspectionEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => NoLapse.Of(new BilingualText("检查", "the inspection"), PlannedOn, On);
}
