using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送事件. What can have happened to a crime transfer. Names and fields are storage format.</summary>
public abstract record CrimeTransferEvent : Event;

/// <summary>移送步骤. An event that somebody of the bureau took with reason, basis and document.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
public abstract record CrimeTransferStep(Grounds Grounds) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}

/// <summary>移送已启动. The duty to transfer is taken up.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Number">移送编号. Its number.</param>
/// <param name="Case">案件. What is transferred.</param>
/// <param name="Agency">公安机关. The agency it goes to.</param>
/// <param name="Section">责任科室. Or null.</param>
/// <param name="OpenedBy">启动人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.opened")]
public sealed record CrimeTransferOpened(DateTimeOffset At, string Number, TransferCase Case, string Agency, string? Section, string OpenedBy, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"启动案件{Case.Number}的移送", $"Transfer of case {Case.Number} opened");
}

/// <summary>已商请提前介入. The police were asked to step in at once.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Situation">现场情况. What is happening.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.early-intervention-requested")]
public sealed record EarlyInterventionRequested(DateTimeOffset At, string Situation, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("商请公安机关提前介入", "Early intervention requested");
}

/// <summary>提前介入已答复. The police said whether they step in.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Joins">派员介入. Whether they come.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("crime-transfer.early-intervention-answered")]
public sealed record EarlyInterventionAnswered(DateTimeOffset At, string By, bool Joins, string? DocumentNumber) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("公安机关答复提前介入", "Early intervention answered");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>专案组已组成. A task group reported.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Members">专案组成员. User names.</param>
/// <param name="Report">移送报告.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.task-group-named")]
public sealed record TransferTaskGroupNamed(DateTimeOffset At, ImmutableArray<string> Members, string Report, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"组成{Members.Length}人专案组并提出移送报告", $"A task group of {Members.Length} reported");
}

/// <summary>移送已批准. The head approved it.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.approved")]
public sealed record CrimeTransferApproved(DateTimeOffset At, string By, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("批准移送", "Transfer approved");
}

/// <summary>移送未获批准. The head refused it; the duty stays.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.refused")]
public sealed record CrimeTransferRefused(DateTimeOffset At, string By, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"不批准移送：{Grounds.Reason}", $"Transfer refused: {Grounds.Reason}");
}

/// <summary>已移送公安机关. It was sent with its materials.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Materials">随案材料. What was enclosed.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.sent")]
public sealed record CrimeTransferSent(DateTimeOffset At, ImmutableArray<TransferMaterial> Materials, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"移送公安机关，随案材料{Materials.Length}项", $"Sent to the police with {Materials.Length} materials");
}

/// <summary>公安机关已签收. The police signed for it.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="ReceiptNumber">回执编号.</param>
[Alias("crime-transfer.received")]
public sealed record PoliceReceiptRecorded(DateTimeOffset At, string By, string ReceiptNumber) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("公安机关签收", "Signed for by the police");

    /// <inheritdoc/>
    public override string? Document => ReceiptNumber;
}

/// <summary>公安机关已转送. The police sent it on to whoever is competent.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="From">原机关. The agency it was not for.</param>
/// <param name="To">有管辖权的机关. The agency it goes to.</param>
/// <param name="Explanation">理由. Why.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("crime-transfer.forwarded")]
public sealed record CrimeTransferForwarded(DateTimeOffset At, string By, string From, string To, string Explanation, string? DocumentNumber) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"{From}转送有管辖权的{To}", $"Sent on by {From} to {To}");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>公安机关已立案. The police file it.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("crime-transfer.filed")]
public sealed record PoliceFiledCase(DateTimeOffset At, string By, string? DocumentNumber) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("公安机关决定立案", "Filed by the police");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>公安机关不予立案. The police do not file it.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Status">状态. Where it stands now.</param>
/// <param name="Explanation">理由. Why not.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("crime-transfer.declined")]
public sealed record PoliceDeclinedCase(DateTimeOffset At, string By, TransferStatus Status, string Explanation, string? DocumentNumber) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"公安机关不予立案（{Terms.Of(Status).Chinese}）", $"Not filed by the police ({Terms.Of(Status).English})");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>已提请复议. The police were asked to reconsider.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.reconsideration-requested")]
public sealed record ReconsiderationRequested(DateTimeOffset At, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"提请复议：{Grounds.Reason}", $"Reconsideration requested: {Grounds.Reason}");
}

/// <summary>已建议立案监督. The prosecutor was asked to supervise.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.supervision-requested")]
public sealed record SupervisionRequested(DateTimeOffset At, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"建议检察院立案监督：{Grounds.Reason}", $"Supervision requested: {Grounds.Reason}");
}

/// <summary>涉案物品和材料已移交. Goods and materials are with the police.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Goods">涉案物品. What.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.handed-over")]
public sealed record EvidenceHandedOver(DateTimeOffset At, string Goods, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("移交涉案物品和材料", "Goods and materials handed over");
}

/// <summary>公安机关已退回. The police gave it back.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Explanation">理由. Why.</param>
/// <param name="DocumentNumber">文书编号. Or null.</param>
[Alias("crime-transfer.returned")]
public sealed record PoliceReturnedCase(DateTimeOffset At, string By, string Explanation, string? DocumentNumber) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("公安机关退回案件", "Returned by the police");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>救济期限已过. The time to ask for reconsideration or supervision passed; the case goes on administratively (移送规定 第九条).</summary>
/// <param name="At">到期时刻. When (UTC).</param>
/// <param name="Kind">期限种类. Which.</param>
[Alias("crime-transfer.right-lost")]
public sealed record TransferRightLost(DateTimeOffset At, string Kind) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("未在期限内提请复议或者建议监督，案件转行政处理", "The time to ask for review passed; the case goes on administratively");
}

/// <summary>已告知案件. The case was told.</summary>
/// <param name="Step">进展. What it was told.</param>
/// <param name="Refused">拒绝代码. Why it would not have it, or null.</param>
[Alias("crime-transfer.case-told")]
public sealed record CrimeTransferCaseTold(TransferStep Step, string? Refused) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"已告知案件：{Terms.Of(Step).Chinese}", $"The case was told: {Terms.Of(Step).English}");
}

/// <summary>移送已接办. One person's part passed to another.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="TaskGroup">专案组成员. The task group since; none while it is not named.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.taken-over")]
public sealed record CrimeTransferTakenOver(string From, string To, ImmutableArray<string> TaskGroup, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"移送由{To}接办", $"Taken over by {To}");
}

/// <summary>移送科室已变更. Another section of the bureau answers for the transfer.</summary>
/// <param name="Handover">科室移交. From which to which.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.section-changed")]
public sealed record CrimeTransferSectionChanged(SectionHandover Handover, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => Handover.Summary;
}

/// <summary>期限已计算. Clocks are due otherwise than before.</summary>
/// <param name="Clocks">期限. When they are due now.</param>
[Alias("crime-transfer.clocks-reckoned")]
public sealed record TransferClocksRecalculated(ImmutableArray<RecalculatedClock> Clocks) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"期限计算（{Clocks.Length}项）", $"{Clocks.Length} clocks reckoned");
}

/// <summary>期限预警已发出. A deadline comes near.</summary>
/// <param name="Kind">期限种类. Which.</param>
/// <param name="DueAt">到期时刻. When it is due (UTC).</param>
[Alias("crime-transfer.deadline-near")]
public sealed record TransferDeadlineNear(string Kind, DateTimeOffset DueAt) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"期限临近：{CrimeTransferTexts.Deadline(Kind).Chinese}", $"Deadline near: {CrimeTransferTexts.Deadline(Kind).English}");
}

/// <summary>期限已逾期. A deadline was not met; it blocks no step.</summary>
/// <param name="Lapse">逾期记录. What, when, who answers for it.</param>
[Alias("crime-transfer.deadline-lapsed")]
public sealed record TransferDeadlineLapsed(CaseLapse Lapse) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"逾期：{CrimeTransferTexts.Deadline(Lapse.Kind).Chinese}", $"Lapsed: {CrimeTransferTexts.Deadline(Lapse.Kind).English}");

    /// <inheritdoc/>
    public override string? LegalBasis => Lapse.Rule;
}

/// <summary>The JSON forms of everything a transfer stores or is asked.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<CrimeTransferState>))]
[JsonSerializable(typeof(CrimeTransferState))]
[JsonSerializable(typeof(CrimeTransferOpened))]
[JsonSerializable(typeof(EarlyInterventionRequested))]
[JsonSerializable(typeof(EarlyInterventionAnswered))]
[JsonSerializable(typeof(TransferTaskGroupNamed))]
[JsonSerializable(typeof(CrimeTransferApproved))]
[JsonSerializable(typeof(CrimeTransferRefused))]
[JsonSerializable(typeof(CrimeTransferSent))]
[JsonSerializable(typeof(PoliceReceiptRecorded))]
[JsonSerializable(typeof(CrimeTransferForwarded))]
[JsonSerializable(typeof(PoliceFiledCase))]
[JsonSerializable(typeof(PoliceDeclinedCase))]
[JsonSerializable(typeof(ReconsiderationRequested))]
[JsonSerializable(typeof(SupervisionRequested))]
[JsonSerializable(typeof(EvidenceHandedOver))]
[JsonSerializable(typeof(PoliceReturnedCase))]
[JsonSerializable(typeof(TransferRightLost))]
[JsonSerializable(typeof(CrimeTransferCaseTold))]
[JsonSerializable(typeof(CrimeTransferTakenOver))]
[JsonSerializable(typeof(CrimeTransferSectionChanged))]
[JsonSerializable(typeof(TransferClocksRecalculated))]
[JsonSerializable(typeof(TransferDeadlineNear))]
[JsonSerializable(typeof(TransferDeadlineLapsed))]
[JsonSerializable(typeof(OpenCrimeTransfer))]
[JsonSerializable(typeof(RequestEarlyIntervention))]
[JsonSerializable(typeof(NameTransferTaskGroup))]
[JsonSerializable(typeof(DecideCrimeTransfer))]
[JsonSerializable(typeof(SendCrimeTransfer))]
[JsonSerializable(typeof(RequestReconsideration))]
[JsonSerializable(typeof(RequestProsecutorSupervision))]
[JsonSerializable(typeof(HandOverEvidence))]
[JsonSerializable(typeof(AnswerEarlyIntervention))]
[JsonSerializable(typeof(RecordPoliceReceipt))]
[JsonSerializable(typeof(ForwardCrimeTransfer))]
[JsonSerializable(typeof(RecordPoliceDecision))]
[JsonSerializable(typeof(RecordPoliceReturn))]
[JsonSerializable(typeof(MoveCrimeTransferWork))]
[JsonSerializable(typeof(ChangeTransferSection))]
[JsonSerializable(typeof(CrimeTransferDeadlineReached))]
internal sealed partial class CrimeTransferJson : JsonSerializerContext;
