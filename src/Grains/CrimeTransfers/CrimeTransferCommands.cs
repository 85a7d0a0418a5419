using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送命令. What may be asked of a crime transfer.</summary>
[GenerateSerializer, Immutable, Alias("crime-transfer.command")]
public abstract record CrimeTransferCommand : Command
{
    /// <summary>办理. Who works on a transfer in the bureau.</summary>
    protected const Roles Bureau = Roles.Officer | Roles.SectionHead | Roles.Legal | Roles.Leader | Roles.Administrator;

    /// <summary>负责人. Who decides on it: the head (移送规定 第五条).</summary>
    protected const Roles Heads = Roles.Leader | Roles.SectionHead | Roles.Administrator;

    /// <summary>公安机关. The police's own steps: by a liaison officer of the agency it is sent to.</summary>
    protected const Roles Police = Roles.Liaison;
}

/// <summary>随案材料. What has to be enclosed (移送规定 第六条).</summary>
[JsonConverter(typeof(WireNameConverter<TransferMaterial>))]
public enum TransferMaterial
{
    /// <summary>The letter of transfer.</summary>
    [Term("涉嫌犯罪案件移送书", "letter of transfer")]
    LetterOfTransfer,

    /// <summary>The investigation report.</summary>
    [Term("涉嫌犯罪案件情况的调查报告", "investigation report")]
    InvestigationReport,

    /// <summary>The list of goods.</summary>
    [Term("涉案物品清单", "list of goods")]
    GoodsList,

    /// <summary>The test report or expert opinion.</summary>
    [Term("有关检验报告或者鉴定结论", "test report or expert opinion")]
    TestReport,

    /// <summary>Other materials.</summary>
    [Term("其他有关涉嫌犯罪的材料", "other materials")]
    OtherMaterials,
}

/// <summary>启动移送. Opens the transfer of a case in which a crime is suspected (移送规定 第三条). The clock of task group and report runs.</summary>
/// <param name="CaseNumber">案件编号. Which case.</param>
/// <param name="Agency">公安机关. The code of the agency it goes to.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.open"), AllowedTo(Bureau), Creates]
[Refuses<AlreadyExists, AgencyNotCompetent, CaseNotTransferable, TransferAlreadyOpen>]
public sealed record OpenCrimeTransfer(
    string CaseNumber,
    [Listed<Agency>, Longest(ListedName.CodeLength)] string Agency,
    Grounds Grounds) : CrimeTransferCommand;

/// <summary>商请公安机关提前介入. Asks the police to step in at once, where a suspect may flee or evidence be destroyed (R2.4.2); without a transfer it opens one.</summary>
/// <param name="Situation">现场情况. What is happening, and where.</param>
/// <param name="CaseNumber">案件编号. Needed where no transfer is opened yet.</param>
/// <param name="Agency">公安机关. Needed where no transfer is opened yet.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.request-early-intervention"), AllowedTo(Bureau), Creates(UnlessNumbered = true)]
[Refuses<TransferNotInStatus, AgencyNotCompetent, CaseNotTransferable, TransferAlreadyOpen>]
public sealed record RequestEarlyIntervention(
    [Longest(1000)] string Situation,
    string? CaseNumber,
    [Listed<Agency>, Longest(ListedName.CodeLength)] string? Agency,
    Grounds Grounds) : CrimeTransferCommand;

/// <summary>组成专案组并提出移送报告. Names two officers at least and hands their report to the head (移送规定 第五条).</summary>
/// <param name="Members">专案组成员. User names, two at least.</param>
/// <param name="Report">移送报告.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.name-task-group"), AllowedTo(Bureau)]
[Refuses<TransferNotInStatus, TooFewOfficers, OfficerCannotAct>]
public sealed record NameTransferTaskGroup(
    ImmutableArray<string> Members,
    [Longest(4000)] string Report,
    Grounds Grounds) : CrimeTransferCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => Members;
}

/// <summary>移转移送. One person's part in a transfer passes to another: a member of the task group, or who opened it while none is named.</summary>
/// <param name="From">移出人. User name.</param>
/// <param name="To">接办人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.move-work"), AllowedTo(SectionHandover.Deciders), NotOffered]
[Refuses<TransferNotInStatus, WorkNotHeld, TooFewOfficers, OfficerCannotAct>]
public sealed record MoveCrimeTransferWork(string From, string To, Grounds Grounds) : CrimeTransferCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => [To];
}

/// <summary>变更移送科室. Another section of the bureau answers for the transfer from now on (R3.4.1); to the police it is sent, and handed over.</summary>
/// <param name="ToSection">接收科室. The section's code.</param>
/// <param name="Grounds">理由与依据. Why, and the number of the document.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.change-section"), AllowedTo(SectionHandover.Deciders)]
[Refuses<TransferNotInStatus>]
public sealed record ChangeTransferSection(
    [Listed<Section>, Longest(ListedName.CodeLength)] string ToSection,
    [Demands(nameof(Grounds.DocumentNumber))] Grounds Grounds) : CrimeTransferCommand;

/// <summary>批准或者不批准移送. The head decides on the report (移送规定 第五条); a refusal states its reason, and the duty stays.</summary>
/// <param name="Approve">批准. Whether it is approved.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.decide"), AllowedTo(Heads)]
[Refuses<TransferNotInStatus>]
public sealed record DecideCrimeTransfer(bool Approve, Grounds Grounds) : CrimeTransferCommand;

/// <summary>向公安机关移送. Sends the case with its complete materials (移送规定 第五条、第六条).</summary>
/// <param name="Materials">随案材料. What is enclosed.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.send"), AllowedTo(Bureau)]
[Refuses<TransferNotInStatus, TransferMaterialsIncomplete>]
public sealed record SendCrimeTransfer([Optional] ImmutableArray<TransferMaterial> Materials, Grounds Grounds) : CrimeTransferCommand;

/// <summary>提请复议. Asks the police to reconsider (移送规定 第九条).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.request-reconsideration"), AllowedTo(Bureau)]
[Refuses<TransferNotInStatus>]
public sealed record RequestReconsideration(Grounds Grounds) : CrimeTransferCommand;

/// <summary>建议检察院立案监督. Asks the prosecutor to supervise the filing (移送规定 第九条).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.request-supervision"), AllowedTo(Bureau)]
[Refuses<TransferNotInStatus>]
public sealed record RequestProsecutorSupervision(Grounds Grounds) : CrimeTransferCommand;

/// <summary>移交涉案物品和材料. Hands over goods and materials after the police have filed it (移送规定 第十二条).</summary>
/// <param name="Goods">涉案物品. What is handed over.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.hand-over"), AllowedTo(Bureau)]
[Refuses<TransferNotInStatus>]
public sealed record HandOverEvidence([Longest(2000)] string Goods, Grounds Grounds) : CrimeTransferCommand;

/// <summary>答复提前介入. The police say whether they step in.</summary>
/// <param name="Joins">派员介入. Whether they come.</param>
/// <param name="DocumentNumber">文书编号.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.answer-early-intervention"), AllowedTo(Police)]
[Refuses<NoEarlyIntervention>]
public sealed record AnswerEarlyIntervention(bool Joins, [Longest(200)] string? DocumentNumber) : CrimeTransferCommand;

/// <summary>公安机关签收. The police sign for the case (移送规定 第七条).</summary>
/// <param name="ReceiptNumber">回执编号. The number of the receipt.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.record-receipt"), AllowedTo(Police)]
[Refuses<TransferNotInStatus>]
public sealed record RecordPoliceReceipt([Longest(200)] string ReceiptNumber) : CrimeTransferCommand;

/// <summary>公安机关转送. The police send a case on that is not theirs, to whoever is competent, and tell the bureau (移送规定 第七条).</summary>
/// <param name="Agency">有管辖权的机关. The code of the agency it goes to.</param>
/// <param name="Explanation">理由. Why it is not theirs.</param>
/// <param name="DocumentNumber">通知书编号. The number of the notice to the bureau.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.forward"), AllowedTo(Police)]
[Refuses<TransferNotInStatus, AgencyNotCompetent>]
public sealed record ForwardCrimeTransfer(
    [Listed<Agency>, Longest(ListedName.CodeLength)] string Agency,
    [Longest(1000)] string Explanation,
    [Longest(200)] string? DocumentNumber) : CrimeTransferCommand;

/// <summary>公安机关立案决定. The police decide whether to file: on the transfer, on the reconsideration, or after supervision (移送规定 第八条、第九条).</summary>
/// <param name="Filed">立案. Whether they file it.</param>
/// <param name="Explanation">理由. Why not, where they do not.</param>
/// <param name="DocumentNumber">通知书编号.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.record-police-decision"), AllowedTo(Police)]
[Refuses<TransferNotInStatus>]
public sealed record RecordPoliceDecision(
    bool Filed,
    [Longest(1000)] string? Explanation,
    [Longest(200)] string? DocumentNumber) : CrimeTransferCommand;

/// <summary>公安机关退回. The police give a case back that they had filed; it goes on administratively (移送规定 第十条、第十三条).</summary>
/// <param name="Explanation">理由. Why.</param>
/// <param name="DocumentNumber">文书编号.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.record-police-return"), AllowedTo(Police)]
[Refuses<TransferNotInStatus>]
public sealed record RecordPoliceReturn([Longest(1000)] string Explanation, [Longest(200)] string? DocumentNumber) : CrimeTransferCommand;

/// <summary>移送期限到期. A deadline of the transfer, a warning, or a notice to its case has come.</summary>
/// <param name="Kind">期限种类. One of <see cref="CrimeTransferDeadlines"/>.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.deadline-reached"), AllowedTo(Roles.System)]
public sealed record CrimeTransferDeadlineReached(string Kind, DateTimeOffset DueAt) : CrimeTransferCommand, IDeadlineCommand;

/// <summary>案件情况. What the shell found out about the case.</summary>
/// <param name="Case">案件. As it stands; null when there is none.</param>
public sealed record TransferCaseFact(CaseState? Case);

/// <summary>移送状态不符. The step belongs to another status.</summary>
/// <param name="Status">状态. Where the transfer stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.transfer-not-in-status")]
public sealed record TransferNotInStatus(TransferStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"移送现为“{Terms.Of(Status).Chinese}”，不能如此办理", $"The transfer is {Terms.Of(Status).English}; this step does not belong to it");
}

/// <summary>随案材料不全. Materials that the law demands are missing (移送规定 第六条).</summary>
/// <param name="Missing">所缺材料. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.transfer-materials-incomplete")]
public sealed record TransferMaterialsIncomplete(IReadOnlyList<TransferMaterial> Missing) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"随案材料不全，缺少：{Terms.OfAll(Missing).Chinese}", $"Materials are missing: {Terms.OfAll(Missing).English}");
}

/// <summary>不是受理机关. What is suspected of being a crime goes to the police (移送规定 第三条); the agency is none.</summary>
/// <param name="Agency">部门. Its code, as it was given.</param>
/// <param name="Kind">性质. What it is.</param>
[GenerateSerializer, Immutable, Alias("refusal.agency-not-competent")]
public sealed record AgencyNotCompetent(string Agency, AgencyKind Kind) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"{Agency}不是公安机关，涉嫌犯罪案件应当向公安机关移送（移送规定第三条）", $"{Agency} is not the police, to whom a suspected crime is transferred");
}

/// <summary>案件不能移送. The case has ended, is with the police already, or its penalty is decided and carried out.</summary>
/// <param name="Stage">阶段. Where the case stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.case-not-transferable")]
public sealed record CaseNotTransferable(CaseStage Stage) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"案件现处于“{Terms.Of(Stage).Chinese}”阶段，不能移送", $"The case is at the stage '{Terms.Of(Stage).English}' and cannot be transferred");
}

/// <summary>移送已启动. A transfer of the case is under way.</summary>
/// <param name="Transfer">移送编号. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.transfer-already-open")]
public sealed record TransferAlreadyOpen(string Transfer) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"本案已启动移送（{Transfer}）", $"A transfer of this case is under way ({Transfer})");
}

/// <summary>没有商请提前介入. Nobody asked for early intervention, or it was answered.</summary>
[GenerateSerializer, Immutable, Alias("refusal.no-early-intervention")]
public sealed record NoEarlyIntervention : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new("没有待答复的提前介入商请", "There is no request for early intervention to answer");
}
