using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>责令限期整改. An order to put something right by a day, and what came of it (R2.2.4, R2.2.5).</summary>
[GenerateSerializer, Immutable, Alias("rectification-state")]
public sealed record RectificationState
{
    /// <summary>编号. Its number.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Id(1)] public required RectificationStatus Status { get; init; }

    /// <summary>责令内容. What was ordered, of whom, by whom.</summary>
    [Id(2)] public required RectificationOrder Order { get; init; }

    /// <summary>整改期限. The last day to put it right (Asia/Shanghai), with the extension if there was one.</summary>
    [Id(3)] public required DateOnly DueOn { get; init; }

    /// <summary>提醒日. The day on which the section is warned that a third of the time is left; null once that was done.</summary>
    [Id(4)] public DateOnly? WarnOn { get; init; }

    /// <summary>延期. The one extension, or null.</summary>
    [Id(5)] public RectificationExtension? Extension { get; init; }

    /// <summary>整改报告. What the enterprise reported last, or null.</summary>
    [Id(6)] public RectificationReport? Report { get; init; }

    /// <summary>复查截止日. The last day of the re-inspection's term while one is owed; null otherwise and once its lapse is recorded.</summary>
    [Id(7)] public DateOnly? ReinspectBy { get; init; }

    /// <summary>复查. The re-inspections, in order.</summary>
    [Id(8)] public ImmutableArray<Reinspection> Reinspections { get; init; } = [];

    /// <summary>处理建议. The measure that waits for a person's decision, or null.</summary>
    [Id(9)] public MeasureProposal? Proposal { get; init; }

    /// <summary>已决定的措施. The measures that were decided, in order.</summary>
    [Id(10)] public ImmutableArray<DecidedMeasure> Measures { get; init; } = [];

    /// <summary>待办许可变更. What has been decided and the licence has yet to be told, in order.</summary>
    [Id(11)] public ImmutableArray<LicenceChange> OwedToLicence { get; init; } = [];

    /// <summary>逾期记录. The bureau's own terms that lapsed, each once.</summary>
    [Id(12)] public ImmutableArray<RectificationLapse> Lapses { get; init; } = [];

    /// <summary>接办人. Who took it over from the officer who ordered it; null when nobody did.</summary>
    [Id(13)] public string? TakenOverBy { get; init; }

    /// <summary>科室移交. How it passed from section to section, in order; none in what was stored before hand-overs were known.</summary>
    [Id(14)] public ImmutableArray<SectionHandover> Handovers { get => field.IsDefault ? [] : field; init; }

    /// <summary>
    /// 更正. How the order was corrected, in order, with what it said before; none in what was stored before orders could be.
    /// </summary>
    [Id(80)] public ImmutableArray<RectificationCorrection> Corrections { get => field.IsDefault ? [] : field; init; }

    /// <summary>已移出人员. Who has passed a part in it on and has none since.</summary>
    [Id(150)] public ImmutableArray<string> PassedOnBy { get => field.IsDefault ? [] : field; init; }

    /// <summary>已冲销计量. Whether it was taken back that it had been ordered, because it should not have been; false for what ended before
    /// that was kept.</summary>
    [Id(155)] public bool IsUncounted { get; init; }

    /// <summary>责改文号. The number that people say; null where it was made before there were such numbers.</summary>
    [Id(90)] public OfficialNumber? Serial { get; init; }

    /// <summary>经办人. Who answers for it: who ordered it, or who took it over.</summary>
    [JsonIgnore] public string Responsible => TakenOverBy ?? Order.Officer;

    /// <summary>因企业终止而撤回的建议. The measure whose proposal was taken back because the enterprise had ended, so that it stands again where
    /// that was recorded by mistake; null where none was.</summary>
    [Id(152)] public MeasureProposal? WithdrawnAtEnd { get; init; }

    /// <summary>企业终止日期. The day on which its enterprise ended (Asia/Shanghai), since which no term of it runs; null while it has not, and
    /// where it was not told.</summary>
    [Id(153)] public DateOnly? EnterpriseEndedOn { get; init; }

    /// <summary>复查前的情况. How it stood before it was re-inspected last, so that that can be taken back; null while it was not, and from
    /// before that was kept.</summary>
    [Id(160)] public ReinspectionBefore? BeforeReinspection { get; init; }

    /// <summary>未了状态. Where something can still come of an order.</summary>
    internal static readonly ImmutableArray<RectificationStatus> OpenStatuses =
        [RectificationStatus.Ordered, RectificationStatus.Reported, RectificationStatus.Overdue, RectificationStatus.Failed];

    /// <summary>未了. Whether something can still come of it: put right, re-inspected, or climbing the ladder.</summary>
    [JsonIgnore] public bool IsOpen => OpenStatuses.Contains(Status);

    /// <summary>在办人员. Who holds it; none once it is closed, or the last rung, the banning, is answered, or its enterprise has ended and
    /// nothing is proposed: then nothing is left to do.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Holders =>
        IsOpen && !IsBanned && (EnterpriseEndedOn is null || Proposal is not null) ? [Responsible] : [];

    /// <summary>已取缔. Whether the last rung, the banning, was taken and granted.</summary>
    [JsonIgnore] public bool IsBanned => Taken(RectificationMeasure.Banning) is { Answer.Granted: true };

    /// <summary>逾期未改正. Whether its day has passed without a report. Once the banning is decided nothing is waited for of the enterprise,
    /// unless others have declined to ban it; nor is it of one that has ended.</summary>
    [JsonIgnore]
    public bool IsLate => EnterpriseEndedOn is null
        && Status is RectificationStatus.Overdue && Taken(RectificationMeasure.Banning) is null or { Answer.Granted: false };

    /// <summary>未作的复查. The lapse of the last re-inspection that was owed and that nobody has made since, or null.</summary>
    [JsonIgnore]
    public RectificationLapse? MissedReinspection =>
        Lapses.LastOrDefault(lapse => lapse.Kind == RectificationDeadlines.Reinspection) is { } missed
            && Reinspections.All(one => one.ReinspectedOn <= missed.LastDay)
                ? missed
                : null;

    /// <summary>待答复的措施. Of those that others were asked for and have not answered, the one that is waited for first; null where none is, or
    /// it was put right.</summary>
    [JsonIgnore]
    public DecidedMeasure? AwaitedAnswer => !IsNotPutRight ? null
        : Measures.Where(one => one is { AnswerBy: not null, Answer: null }).MinBy(one => one.AnswerBy);

    /// <summary>待整改. Whether the enterprise still has to put it right; late is better than never, whatever was proposed.</summary>
    [JsonIgnore]
    public bool AwaitsReport =>
        Status is RectificationStatus.Ordered or RectificationStatus.Overdue or RectificationStatus.Failed;

    /// <summary>未达到要求. Whether it was not put right: failed at re-inspection or not done in time.</summary>
    [JsonIgnore] public bool IsNotPutRight => Status is RectificationStatus.Overdue or RectificationStatus.Failed;

    /// <summary>The last decision that took a measure; null when none did.</summary>
    /// <param name="measure">The measure.</param>
    public DecidedMeasure? Taken(RectificationMeasure measure) => Measures.LastOrDefault(decided =>
        decided.Measure == measure && decided.Accepted);
}

/// <summary>整改状态. Where an order stands.</summary>
[JsonConverter(typeof(WireNameConverter<RectificationStatus>))]
public enum RectificationStatus
{
    /// <summary>Ordered; its day has not passed.</summary>
    [Term("已责令", "ordered")]
    Ordered,

    /// <summary>The enterprise says that it is done; to be re-inspected.</summary>
    [Term("已报告", "reported")]
    Reported,

    /// <summary>Its day has passed and nothing was reported.</summary>
    [Term("逾期未改正", "overdue")]
    Overdue,

    /// <summary>Put right.</summary>
    [Term("复查合格", "passed")]
    Passed,

    /// <summary>Re-inspected and not put right.</summary>
    [Term("复查不合格", "failed")]
    Failed,

    /// <summary>Handed to whoever is competent.</summary>
    [Term("已移送", "referred")]
    Referred,

    /// <summary>The order no longer stands.</summary>
    [Term("已失效", "void")]
    Void,
}
