using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Handovers;
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

    /// <summary>经办人. Who answers for it: who ordered it, or who took it over.</summary>
    [JsonIgnore] public string Responsible => TakenOverBy ?? Order.Officer;

    /// <summary>未了. Whether something can still come of it: put right, re-inspected, or climbing the ladder.</summary>
    [JsonIgnore] public bool IsOpen => Status is RectificationStatus.Ordered or RectificationStatus.Reported or RectificationStatus.Overdue or RectificationStatus.Failed;

    /// <summary>在办人员. Who holds it; none once it is closed, or the last rung, the banning, is answered: then nothing is left to do.</summary>
    [JsonIgnore] public ImmutableArray<string> Holders => IsOpen && Taken(RectificationMeasure.Banning) is not { Answer: not null } ? [Responsible] : [];

    /// <summary>待整改. Whether the enterprise still has to put it right.</summary>
    [JsonIgnore] public bool AwaitsReport => Status is RectificationStatus.Ordered or RectificationStatus.Overdue;

    /// <summary>未达到要求. Whether it was not put right: failed at re-inspection or not done in time.</summary>
    [JsonIgnore] public bool IsNotPutRight => Status is RectificationStatus.Overdue or RectificationStatus.Failed;

    /// <summary>The decision that took a measure; null when none did.</summary>
    /// <param name="measure">The measure.</param>
    public DecidedMeasure? Taken(RectificationMeasure measure) => Measures.FirstOrDefault(decided => decided.Measure == measure && decided.Accepted);
}

/// <summary>责令内容. What an order says.</summary>
/// <param name="Enterprise">企业. The credit code of who has to put it right.</param>
/// <param name="Licence">许可证. The number of the licence whose conditions are not met, or null where there is none.</param>
/// <param name="Inspection">检查. The number of the inspection that found it, or null.</param>
/// <param name="ProductClass">产品类别. The code of the product class it is counted under, or null.</param>
/// <param name="Section">责任科室. The section that answers for it, or null.</param>
/// <param name="Officer">经办人. The user name of who ordered it.</param>
/// <param name="Requirements">整改要求. What is to be put right, one by one.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the notice.</param>
/// <param name="OrderedOn">责令日. The day (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("rectification-order")]
public sealed record RectificationOrder(
    string Enterprise, string? Licence, string? Inspection, string? ProductClass, string? Section, string Officer, ImmutableArray<string> Requirements, Grounds Grounds, DateOnly OrderedOn);

/// <summary>延期. The one extension of an order.</summary>
/// <param name="ExtendedOn">延期日. The day it was granted (Asia/Shanghai).</param>
/// <param name="From">原期限. The last day before.</param>
/// <param name="To">新期限. The last day since.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("rectification-extension")]
public sealed record RectificationExtension(DateOnly ExtendedOn, DateOnly From, DateOnly To, Grounds Grounds);

/// <summary>整改报告. What the enterprise said it had done.</summary>
/// <param name="ReportedOn">报告日. The day it arrived (Asia/Shanghai).</param>
/// <param name="Text">内容. What it says, at most 2,000 characters.</param>
/// <param name="IsLate">逾期. Whether it came after the order's last day.</param>
[GenerateSerializer, Immutable, Alias("rectification-report")]
public sealed record RectificationReport(DateOnly ReportedOn, string Text, bool IsLate);

/// <summary>复查. One re-inspection.</summary>
/// <param name="ReinspectedOn">复查日. The day it was recorded (Asia/Shanghai).</param>
/// <param name="Result">结果. What it found.</param>
/// <param name="Officers">执法人员. Their user names, two at least.</param>
/// <param name="Findings">复查情况. What they saw, at most 2,000 characters.</param>
/// <param name="ReferredTo">移送单位. To whom it was referred; there is one exactly when it was.</param>
[GenerateSerializer, Immutable, Alias("reinspection")]
public sealed record Reinspection(DateOnly ReinspectedOn, ReinspectionResult Result, ImmutableArray<string> Officers, string Findings, string? ReferredTo = null);

/// <summary>处理建议. A measure that is proposed and that a person decides.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Cause">建议缘由. Why it is proposed.</param>
/// <param name="ProposedOn">建议日. The day (Asia/Shanghai).</param>
/// <param name="Reason">理由. What the proposer said; null when the system proposed.</param>
/// <param name="DecideBy">决定截止日. The last day of the internal term; null once its lapse is recorded.</param>
[GenerateSerializer, Immutable, Alias("measure-proposal")]
public sealed record MeasureProposal(RectificationMeasure Measure, ProposalCause Cause, DateOnly ProposedOn, string? Reason, DateOnly? DecideBy);

/// <summary>已决定的措施. What a person made of a proposal: a document with number, date and recipient, or the reason why not.</summary>
/// <param name="Measure">措施. Which.</param>
/// <param name="Accepted">采纳. Whether it is taken.</param>
/// <param name="DecidedOn">决定日. The document's day (Asia/Shanghai).</param>
/// <param name="Recipient">送达对象. To whom the document goes; null when declined.</param>
/// <param name="Until">暂扣至. The last day of a suspension; null for other measures.</param>
/// <param name="Grounds">理由与依据. Why, and the document's number.</param>
/// <param name="DecidedBy">决定人. Who decided.</param>
/// <param name="Answer">答复. What the recipient answered; null while it has not.</param>
[GenerateSerializer, Immutable, Alias("decided-measure")]
public sealed record DecidedMeasure(
    RectificationMeasure Measure, bool Accepted, DateOnly DecidedOn, string? Recipient, DateOnly? Until, Grounds Grounds, DecidingPerson DecidedBy, MeasureAnswer? Answer = null);

/// <summary>答复. What the recipient of a document answered.</summary>
/// <param name="AnsweredOn">答复日. The day it was recorded (Asia/Shanghai).</param>
/// <param name="Granted">同意. Whether what was asked for was done.</param>
/// <param name="Text">内容. What it says, at most 1,000 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the answer, or null.</param>
[GenerateSerializer, Immutable, Alias("measure-answer")]
public sealed record MeasureAnswer(DateOnly AnsweredOn, bool Granted, string Text, string? DocumentNumber);

/// <summary>待办许可变更. A step of the licence that follows from a decision here and is yet to be taken there.</summary>
/// <param name="Kind">事项. Which step.</param>
/// <param name="Since">起时. When it was decided (UTC); due at once.</param>
/// <param name="Until">暂扣至. The last day of a suspension; null for other steps.</param>
/// <param name="Grounds">理由与依据. Those of the decision.</param>
/// <param name="By">决定人. In whose name.</param>
[GenerateSerializer, Immutable, Alias("licence-change")]
public sealed record LicenceChange(LicenceChangeKind Kind, DateTimeOffset Since, DateOnly? Until, Grounds Grounds, DecidingPerson By);

/// <summary>逾期记录. A term of the bureau's own that lapsed: which, when, who answers for it.</summary>
/// <param name="Kind">期限种类. One of <see cref="RectificationDeadlines"/>.</param>
/// <param name="LastDay">期限末日. The last day of the term (Asia/Shanghai).</param>
/// <param name="Rule">规则. The rule and its article.</param>
/// <param name="Section">责任科室. Who answers for it, or null.</param>
/// <param name="Officer">责任人. The user name of the officer, or null.</param>
[GenerateSerializer, Immutable, Alias("rectification-lapse")]
public sealed record RectificationLapse(string Kind, DateOnly LastDay, string Rule, string? Section, string? Officer);

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

/// <summary>复查结果. What a re-inspection found, as practice knows it.</summary>
[JsonConverter(typeof(WireNameConverter<ReinspectionResult>))]
public enum ReinspectionResult
{
    /// <summary>Put right.</summary>
    [Term("已改正", "put right")]
    Complied,

    /// <summary>Still in violation.</summary>
    [Term("仍不符合要求", "still in violation")]
    StillInViolation,

    /// <summary>More time is given, once.</summary>
    [Term("准予延期", "more time given")]
    Extended,

    /// <summary>Referred to whoever is competent.</summary>
    [Term("移送其他部门", "referred")]
    Referred,

    /// <summary>Still in violation, and a penalty is proposed.</summary>
    [Term("仍不符合要求，建议处罚", "still in violation, a penalty is proposed")]
    PenaltyProposed,

    /// <summary>The order should not stand.</summary>
    [Term("责令不当，应予撤销", "the order should not stand")]
    OrderVoid,
}

/// <summary>处理措施. The rungs of the ladder (R2.2.5), and what becomes of a licence that is no longer used (R2.2.3).</summary>
[JsonConverter(typeof(WireNameConverter<RectificationMeasure>))]
public enum RectificationMeasure
{
    /// <summary>Suspends the licence.</summary>
    [Term("暂扣许可证", "suspension of the licence")]
    Suspension,

    /// <summary>Asks the issuing authority to withdraw it.</summary>
    [Term("提请撤销许可证", "request to withdraw the licence")]
    Withdrawal,

    /// <summary>Reports to the district government for banning.</summary>
    [Term("报请取缔", "report for banning")]
    Banning,

    /// <summary>Deregisters the licence of who has stopped production.</summary>
    [Term("注销许可证", "deregistration of the licence")]
    Deregistration,
}

/// <summary>建议缘由. Why a measure is proposed.</summary>
[JsonConverter(typeof(WireNameConverter<ProposalCause>))]
public enum ProposalCause
{
    /// <summary>The order's day has passed.</summary>
    [Term("逾期未改正", "overdue")]
    Overdue,

    /// <summary>A re-inspection failed.</summary>
    [Term("复查不合格", "re-inspection failed")]
    Failed,

    /// <summary>The measure before it was taken.</summary>
    [Term("上一措施已采取", "the measure before it was taken")]
    PrecedingMeasure,

    /// <summary>Somebody of the bureau proposed it.</summary>
    [Term("工作人员提出", "proposed by an officer")]
    Officer,
}

/// <summary>许可变更事项. The steps of a licence that can follow from an order.</summary>
[JsonConverter(typeof(WireNameConverter<LicenceChangeKind>))]
public enum LicenceChangeKind
{
    /// <summary>Suspend it.</summary>
    [Term("暂扣", "suspended")]
    Suspend,

    /// <summary>Ask for its withdrawal.</summary>
    [Term("提请撤销", "withdrawal requested")]
    RequestWithdrawal,

    /// <summary>Record that the issuing authority withdrew it.</summary>
    [Term("撤销", "withdrawn")]
    Withdraw,

    /// <summary>Deregister it.</summary>
    [Term("注销", "deregistered")]
    Deregister,
}
