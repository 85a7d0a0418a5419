using System.Collections.Immutable;
using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Attachments;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Dens;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Cases;

/// <summary>当事人. Somebody a case is about.</summary>
/// <param name="number">Its number in the case, from 1.</param>
/// <param name="party">As the case has it.</param>
/// <param name="particulars">What of its particulars whoever asks may see; null where none were recorded.</param>
[Name("CaseParty"), ReadableBy(Readers.Bureau)]
public sealed class CasePartyType(int number, CaseParty party, PartyParticulars? particulars)
{
    /// <summary>序号. Its number in the case, from 1; the first is that of the lead.</summary>
    public int Number => number;

    /// <summary>法定代表人或者负责人. Masked in lists, and for whoever neither works on the case nor heads its section nor reviews it.</summary>
    public string? Representative => particulars?.Representative;

    /// <summary>联系电话. Masked likewise.</summary>
    public string? Telephone => particulars?.Telephone;

    /// <summary>身份证件号码. Masked likewise.</summary>
    public string? IdentityNumber => particulars?.IdentityNumber;

    /// <summary>类型.</summary>
    public PartyKind Kind => party.Kind;

    /// <summary>名称.</summary>
    public string Name => party.Name;

    /// <summary>统一社会信用代码. Of a registered enterprise.</summary>
    public string? CreditCode => party.CreditCode;

    /// <summary>地址.</summary>
    public string? Address => party.Address;

    /// <summary>窝点. The den, where it is one that is recorded; else null.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<DenType?> Den(IResolveFieldContext field) => NodeReader.Load<DenType>(field, party.Den);
}

/// <summary>物品. A line of the goods that a case is about.</summary>
/// <param name="line">As the case has it.</param>
[Name("GoodsLine"), ReadableBy(Readers.Bureau)]
public sealed class GoodsLineType(GoodsLine line)
{
    /// <summary>行号. Its number in the case, from 1.</summary>
    public int Number => line.Number;

    /// <summary>品名.</summary>
    public string Name => line.Name;

    /// <summary>品牌.</summary>
    public string? Brand => line.Brand;

    /// <summary>规格型号.</summary>
    public string? Specification => line.Specification;

    /// <summary>批号.</summary>
    public string? Batch => line.Batch;

    /// <summary>数量. 0 where a correction struck the line out.</summary>
    public decimal Quantity => line.Quantity;

    /// <summary>单位.</summary>
    public string Unit => line.Unit;

    /// <summary>单价（元）.</summary>
    public decimal UnitPriceCny => Money.Yuan(line.UnitPrice);

    /// <summary>货值（元）. Quantity by price.</summary>
    public decimal ValueCny => Money.Yuan(line.Value);

    /// <summary>计价依据. By what it was valued.</summary>
    public ValuationBasis Basis => line.Basis;

    /// <summary>权利人. Whose right is infringed.</summary>
    public string? RightsHolder => line.RightsHolder;
}

/// <summary>物品的输入. A line of goods.</summary>
/// <param name="Name">品名. What it is.</param>
/// <param name="Quantity">数量. How many; 0 only where a correction strikes the line out.</param>
/// <param name="Unit">单位. Of what.</param>
/// <param name="UnitPriceCny">单价（元）. Of one.</param>
/// <param name="Basis">计价依据. By what it was valued.</param>
/// <param name="Brand">品牌.</param>
/// <param name="Specification">规格型号.</param>
/// <param name="Batch">批号.</param>
/// <param name="RightsHolder">权利人. Whose right is infringed.</param>
public sealed record GoodsLineInput(
    string Name,
    decimal Quantity,
    string Unit,
    decimal UnitPriceCny,
    ValuationBasis Basis,
    string? Brand = null,
    string? Specification = null,
    string? Batch = null,
    string? RightsHolder = null) : IInputOf<GoodsLineReport>
{
    GoodsLineReport IInputOf<GoodsLineReport>.ToPart() =>
        new(Name, Quantity, Unit, new Yuan(Money.Fen("unitPriceCny", UnitPriceCny)), Basis, Brand, Specification, Batch, RightsHolder);
}

/// <summary>涉案数额. What was found of amounts and circumstances.</summary>
/// <param name="figures">As the case has them.</param>
/// <param name="lawDay">The day whose law applies to the act.</param>
[Name("CaseFigures"), ReadableBy(Readers.Bureau)]
public sealed class CaseFiguresType(CaseFigures figures, DateOnly lawDay)
{
    /// <summary>货值金额（元）.</summary>
    public decimal GoodsValueCny => Money.Yuan(figures.GoodsValue);

    /// <summary>销售金额（元）.</summary>
    public decimal SalesAmountCny => Money.Yuan(figures.SalesAmount);

    /// <summary>未销售货值（元）.</summary>
    public decimal UnsoldValueCny => Money.Yuan(figures.UnsoldValue);

    /// <summary>违法所得（元）. What was taken by the act, costs not deducted.</summary>
    public decimal IllegalGainsCny => Money.Yuan(figures.IllegalGains);

    /// <summary>合法必要支出（元）. The lawful costs of the act that were proven; null where none were.</summary>
    public decimal? LawfulCostsCny => figures.LawfulCosts is { } costs ? Money.Yuan(costs) : null;

    /// <summary>依法认定的违法所得（元）. By the law of the act: thresholds and confiscation go by it.</summary>
    public decimal CountedGainsCny => Money.Yuan(figures.GainsBy(lawDay));

    /// <summary>扣除支出. Whether that law deducts proven lawful costs.</summary>
    public bool DeductsCosts => GainsRules.On(lawDay).DeductsCosts;

    /// <summary>违法所得认定依据. The article that says so, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string GainsBasis(IResolveFieldContext field) => GainsRules.On(lawDay).Basis.In(GraphQLRequestContext.Of(field).English);

    /// <summary>适用法律日期. The day whose law applies to the act: the day it ended, today where it goes on or that is not known.</summary>
    public DateOnly LawOf => lawDay;

    /// <summary>非法经营数额（元）.</summary>
    public decimal BusinessAmountCny => Money.Yuan(figures.BusinessAmount);

    /// <summary>直接经济损失（元）.</summary>
    public decimal LossCny => Money.Yuan(figures.Loss);

    /// <summary>标识件数.</summary>
    public int LabelPieces => (int)figures.LabelPieces;

    /// <summary>商标数.</summary>
    public int Marks => figures.Marks;

    /// <summary>专利数. Null where nobody counted them.</summary>
    public int? Patents => figures.Patents;

    /// <summary>情节. What was found beside the figures.</summary>
    public IReadOnlyList<GraveCircumstance> Circumstances => figures.Circumstances;
}

/// <summary>在走期限. A statutory clock of the case, and how it follows from the rule.</summary>
/// <param name="clock">As the case keeps it.</param>
/// <param name="pauses">The case's pauses.</param>
[Name("StatutoryClock"), ReadableBy(Readers.Everyone)]
public sealed class CaseClockType(RunningClock clock, IReadOnlyList<ClockPause> pauses)
{
    /// <summary>事项. What is owed, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Title(IResolveFieldContext field) => clock.Row.Title.In(GraphQLRequestContext.Of(field).English);

    /// <summary>依据. The articles, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Basis(IResolveFieldContext field) => clock.Row.Basis.In(GraphQLRequestContext.Of(field).English);

    /// <summary>件号. Which of several, such as the number of a seizure; 0 where there is one only.</summary>
    public int Item => clock.Item;

    /// <summary>起算时刻.</summary>
    public DateTimeOffset StartedAt => clock.Clock.StartedAt;

    /// <summary>到期时刻. Null while it stands still.</summary>
    public DateTimeOffset? DueAt => clock.DueAt;

    /// <summary>已预警.</summary>
    public bool IsWarned => clock.IsWarned;

    /// <summary>已逾期. It blocks no step.</summary>
    public bool IsLapsed => clock.IsLapsed;

    /// <summary>暂定. Whether the rule has still to be confirmed.</summary>
    public bool IsProvisional => clock.Row.IsProvisional;

    /// <summary>推导. Start, rule, article, pauses, extensions and result, line by line, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="calendars">Given by the engine.</param>
    public string Derivation(IResolveFieldContext field, [FromServices] ICalendarSource calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        return (clock.Clock with { Pauses = [.. pauses] }).Evaluate(calendars.Current).Print(GraphQLRequestContext.Of(field).English);
    }
}

/// <summary>期限中止. A stretch in which clocks of the case stand still.</summary>
/// <param name="pause">As the case has it.</param>
[Name("CasePause"), ReadableBy(Readers.Bureau)]
public sealed class CasePauseType(CasePause pause)
{
    /// <summary>序号.</summary>
    public int Number => pause.Number;

    /// <summary>中止事由.</summary>
    public PauseReason Reason => pause.Pause.Reason;

    /// <summary>文书编号.</summary>
    public string DocumentNumber => pause.Pause.Document;

    /// <summary>起始时刻.</summary>
    public DateTimeOffset StartedAt => pause.Pause.StartedAt;

    /// <summary>结束时刻. Null while it goes on.</summary>
    public DateTimeOffset? EndedAt => pause.Pause.EndedAt;

    /// <summary>措施序号. The seizure whose goods are tested, or null.</summary>
    public int? Seizure => pause.Seizure;
}

/// <summary>逾期记录. A deadline that was not met in time.</summary>
/// <param name="lapse">As the case or the transfer has it.</param>
/// <param name="titleOf">The words for a deadline, as the law that it is of has them.</param>
[Name("CaseLapse"), ReadableBy(Readers.Bureau)]
public sealed class CaseLapseType(CaseLapse lapse, Func<string, BilingualText> titleOf)
{
    /// <summary>期限. What was owed, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Title(IResolveFieldContext field) => titleOf(lapse.Kind).In(GraphQLRequestContext.Of(field).English);

    /// <summary>规则. The rule and its article, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Rule(IResolveFieldContext field) => RuleTexts.Of(lapse.Rule).In(GraphQLRequestContext.Of(field).English);

    /// <summary>到期时刻.</summary>
    public DateTimeOffset DueAt => lapse.DueAt;

    /// <summary>责任科室.</summary>
    public string? Section => lapse.Section;

    /// <summary>责任人. The user name of who answers for it; of an office its role, of the police the code of their agency.</summary>
    public string Officer => lapse.Officer;
}

/// <summary>证据. A piece of evidence with its chain of custody.</summary>
/// <param name="evidence">As the case has it.</param>
[Name("Evidence"), ReadableBy(Readers.Bureau)]
public sealed class EvidenceType(Evidence evidence)
{
    /// <summary>序号.</summary>
    public int Number => evidence.Number;

    /// <summary>种类.</summary>
    public EvidenceKind Kind => evidence.Kind;

    /// <summary>名称.</summary>
    public string Title => evidence.Title;

    /// <summary>取得日期.</summary>
    public DateOnly TakenOn => evidence.TakenOn;

    /// <summary>取证人员. User names.</summary>
    public IReadOnlyList<string> TakenBy => evidence.TakenBy;

    /// <summary>附件哈希. SHA-256 of a file that is kept elsewhere.</summary>
    public string? Attachment => evidence.Attachment;

    /// <summary>附件. Its files; where it was recorded with a hash alone, what is kept under that.</summary>
    /// <param name="folder">Given by the engine.</param>
    public IReadOnlyList<AttachmentType> Attachments([FromServices] AttachmentFolder folder) => AttachmentType.Of(evidence.Attachments ?? OfHash(folder));

    /// <summary>登记人. User name of who recorded it; null where that was not yet kept with it.</summary>
    public string? RecordedBy => evidence.RecordedBy;

    /// <summary>登记时刻. When it was recorded.</summary>
    public DateTimeOffset RecordedAt => evidence.Custody[0].Since;

    /// <summary>保管链. Who held it, the first first.</summary>
    public IReadOnlyList<CustodyType> Custody => [.. evidence.Custody.Select(one => new CustodyType(one))];

    private ImmutableArray<Attachment> OfHash(AttachmentFolder folder) => evidence.Attachment is { } hash && folder.Find(hash) is { } file
        ? [new Attachment(hash, $"{hash[..12]}{Path.GetExtension(file.Path)}", file.MediaType, file.Bytes)]
        : [];
}

/// <summary>保管. Who holds a piece of evidence since when.</summary>
/// <param name="custody">As the case has it.</param>
[Name("Custody"), ReadableBy(Readers.Bureau)]
public sealed class CustodyType(Custody custody)
{
    /// <summary>保管人.</summary>
    public string Holder => custody.Holder;

    /// <summary>保管地点.</summary>
    public string Place => custody.Place;

    /// <summary>起始时刻.</summary>
    public DateTimeOffset Since => custody.Since;
}

/// <summary>查封、扣押、先行登记保存. A measure on goods.</summary>
/// <param name="seizure">As the case has it.</param>
/// <param name="notToKeepSince">Since when its goods are owed, where the case has not recorded that itself; null where they are
/// not.</param>
[Name("Seizure"), ReadableBy(Readers.Bureau)]
public sealed class SeizureType(Seizure seizure, DateOnly? notToKeepSince)
{
    /// <summary>序号.</summary>
    public int Number => seizure.Number;

    /// <summary>种类.</summary>
    public SeizureKind Kind => seizure.Kind;

    /// <summary>物品.</summary>
    public string Goods => seizure.Goods;

    /// <summary>物品行号. Which lines of the case's goods it holds.</summary>
    public IReadOnlyList<int> Lines => [.. seizure.Lines];

    /// <summary>决定日期.</summary>
    public DateOnly DecidedOn => seizure.DecidedOn;

    /// <summary>文书编号.</summary>
    public string? DocumentNumber => seizure.Document;

    /// <summary>结束日期.</summary>
    public DateOnly? EndedOn => seizure.EndedOn;

    /// <summary>处理. What became of the goods.</summary>
    public SeizureOutcome? Outcome => seizure.Outcome;

    /// <summary>提前处置情形. Why its goods were destroyed before they were confiscated.</summary>
    public EarlyDisposal? Early => seizure.Early;

    /// <summary>应退还之日. Since when its goods are to be given back or paid for, because the decision that had confiscated them stands no
    /// more, or they were destroyed early and nothing was confiscated.</summary>
    public DateOnly? ReturnOwedOn => seizure.ReturnOwedOn ?? notToKeepSince;

    /// <summary>退还日期. The day they were given back or paid for.</summary>
    public DateOnly? ReturnedOn => seizure.Return?.On;

    /// <summary>退还方式. How.</summary>
    public GoodsReturnWay? ReturnWay => seizure.Return?.Way;

    /// <summary>赔偿金额（元）. What was paid for goods that are there no more.</summary>
    public decimal? ReturnAmountCny => seizure.Return is { } done ? Money.Yuan(done.Amount) : null;
}

/// <summary>检验检测. A test by a laboratory.</summary>
/// <param name="test">As the case has it.</param>
[Name("CaseTest"), ReadableBy(Readers.Bureau)]
public sealed class CaseTestType(CaseTest test)
{
    /// <summary>序号.</summary>
    public int Number => test.Number;

    /// <summary>中止序号. The pause it makes.</summary>
    public int Pause => test.Pause;

    /// <summary>检验机构.</summary>
    public string Laboratory => test.Laboratory;

    /// <summary>样品.</summary>
    public string Sample => test.Sample;

    /// <summary>委托日期.</summary>
    public DateOnly OrderedOn => test.OrderedOn;

    /// <summary>出具结果日期.</summary>
    public DateOnly? ResultOn => test.ResultOn;

    /// <summary>合格.</summary>
    public bool? Passed => test.Passed;

    /// <summary>报告编号.</summary>
    public string? Report => test.Report;

    /// <summary>撤回日期. The day on which it was given up without a result.</summary>
    public DateOnly? WithdrawnOn => test.WithdrawnOn;
}

/// <summary>处罚. What is proposed or imposed.</summary>
/// <param name="penalty">As the case has it.</param>
[Name("Penalty"), ReadableBy(Readers.Bureau)]
public sealed class PenaltyType(Penalty penalty)
{
    /// <summary>罚款（元）.</summary>
    public decimal FineCny => Money.Yuan(penalty.Fine);

    /// <summary>没收违法所得（元）.</summary>
    public decimal ConfiscatedGainsCny => Money.Yuan(penalty.ConfiscatedGains);

    /// <summary>没收非法财物货值（元）.</summary>
    public decimal ConfiscatedGoodsCny => Money.Yuan(penalty.ConfiscatedGoods);

    /// <summary>其他处罚.</summary>
    public IReadOnlyList<PenaltyKind> Others => penalty.Others;

    /// <summary>暂扣天数. For how many days a licence is suspended; null where none is, and where that was not part of the decision.</summary>
    public int? SuspensionDays => penalty.SuspensionDays;
}

/// <summary>处罚建议. What the investigators propose.</summary>
/// <param name="proposal">As the case has it.</param>
[Name("PenaltyProposal"), ReadableBy(Readers.Bureau)]
public sealed class PenaltyProposalType(PenaltyProposal proposal)
{
    /// <summary>提出日期.</summary>
    public DateOnly ProposedOn => proposal.ProposedOn;

    /// <summary>提出人. User name.</summary>
    public string ProposedBy => proposal.ProposedBy;

    /// <summary>处罚.</summary>
    public PenaltyType Penalty => new(proposal.Penalty);

    /// <summary>不予处罚情形. Why no penalty is proposed; null where one is.</summary>
    public NoPenaltyGround? NoPenalty => proposal.NoPenalty;
}

/// <summary>不予处罚决定. The decision not to penalise.</summary>
/// <param name="decision">As the case has it.</param>
[Name("NoPenaltyDecision"), ReadableBy(Readers.Bureau)]
public sealed class NoPenaltyDecisionType(NoPenaltyDecision decision)
{
    /// <summary>决定日期.</summary>
    public DateOnly DecidedOn => decision.DecidedOn;

    /// <summary>决定人. User name.</summary>
    public string DecidedBy => decision.DecidedBy;

    /// <summary>情形. Why.</summary>
    public NoPenaltyGround Ground => decision.Ground;

    /// <summary>教育情况. How the party was educated.</summary>
    public string? Education => decision.Education;

    /// <summary>文书编号.</summary>
    public string? DocumentNumber => decision.Document;
}

/// <summary>集体讨论. What the heads concluded on the proposal together.</summary>
/// <param name="deliberation">As the case has it.</param>
[Name("Deliberation"), ReadableBy(Readers.Bureau)]
public sealed class DeliberationType(Deliberation deliberation)
{
    /// <summary>讨论日期.</summary>
    public DateOnly HeldOn => deliberation.HeldOn;

    /// <summary>主持人. User name.</summary>
    public string Chair => deliberation.Chair;

    /// <summary>参加人. User names, who presided among them.</summary>
    public IReadOnlyList<string> Participants => deliberation.Participants;

    /// <summary>讨论记录编号.</summary>
    public string MinutesNumber => deliberation.MinutesNumber;

    /// <summary>讨论结论.</summary>
    public string Conclusion => deliberation.Conclusion;
}

/// <summary>责令改正. An order within the case to put something right.</summary>
/// <param name="order">As the case has it.</param>
[Name("CorrectionOrder"), ReadableBy(Readers.Bureau)]
public sealed class CorrectionOrderType(CorrectionOrder order)
{
    /// <summary>序号.</summary>
    public int Number => order.Number;

    /// <summary>改正内容.</summary>
    public string What => order.What;

    /// <summary>责令日期.</summary>
    public DateOnly OrderedOn => order.OrderedOn;

    /// <summary>改正期限.</summary>
    public DateOnly Until => order.Until;

    /// <summary>文书编号.</summary>
    public string? DocumentNumber => order.Document;

    /// <summary>已改正. Null before that was looked at.</summary>
    public bool? IsDone => order.IsDone;

    /// <summary>核实日期.</summary>
    public DateOnly? CheckedOn => order.CheckedOn;

    /// <summary>核实情况.</summary>
    public string? Finding => order.Finding;
}

/// <summary>当场处罚. What became of a penalty that was decided on the spot.</summary>
/// <param name="spot">As the case has it.</param>
[Name("SpotPenalty"), ReadableBy(Readers.Bureau)]
public sealed class SpotPenaltyType(SpotPenalty spot)
{
    /// <summary>当场收缴金额（元）.</summary>
    public decimal CashReceivedCny => Money.Yuan(spot.CashReceived);

    /// <summary>备案日期.</summary>
    public DateOnly? ReportedOn => spot.ReportedOn;

    /// <summary>交款日期. The day the cash was handed in.</summary>
    public DateOnly? CashHandedInOn => spot.CashHandedInOn;
}

/// <summary>以前的权利告知. A notice of rights from before the case went back to investigation.</summary>
/// <param name="notice">As the case has it.</param>
[Name("EarlierNotice"), ReadableBy(Readers.Bureau)]
public sealed class EarlierNoticeType(EarlierNotice notice)
{
    /// <summary>送达日期.</summary>
    public DateOnly ServedOn => notice.ServedOn;

    /// <summary>告知的处罚.</summary>
    public PenaltyType Penalty => new(notice.Penalty);

    /// <summary>答复.</summary>
    public PartyAnswer? Answer => notice.Answer;

    /// <summary>听证举行日期.</summary>
    public DateOnly? HeldOn => notice.HeldOn;
}

/// <summary>管辖. Whose case it is, where that was disputed.</summary>
/// <param name="competence">As the case has it.</param>
[Name("CaseCompetence"), ReadableBy(Readers.Bureau)]
public sealed class CaseCompetenceType(CaseCompetence competence)
{
    /// <summary>退回机关. The code of the authority that declined it; null where it was passed on to this bureau.</summary>
    public string? DeclinedBy => competence.DeclinedBy;

    /// <summary>退回日期.</summary>
    public DateOnly? DeclinedOn => competence.DeclinedOn;

    /// <summary>指定机关. The superior that was asked to designate; null while none is.</summary>
    public string? ReferredTo => competence.ReferredTo;

    /// <summary>报请日期.</summary>
    public DateOnly? ReferredOn => competence.ReferredOn;

    /// <summary>确定日期. The day on which it was settled last.</summary>
    public DateOnly? SettledOn => competence.SettledOn;

    /// <summary>确定方式. How it was settled.</summary>
    public CompetenceBy? SettledBy => competence.SettledBy;
}

/// <summary>回避. Somebody who has no part in the case any more.</summary>
/// <param name="recusal">As the case has it.</param>
[Name("Recusal"), ReadableBy(Readers.Bureau)]
public sealed class RecusalType(Recusal recusal)
{
    /// <summary>回避人员. User name.</summary>
    public string Person => recusal.Person;

    /// <summary>决定日期.</summary>
    public DateOnly On => recusal.On;

    /// <summary>理由.</summary>
    public string Reason => recusal.Reason;

    /// <summary>集体讨论记录编号. The number of the minutes, where the heads decided it together.</summary>
    public string? MinutesNumber => recusal.MinutesNumber;
}

/// <summary>处罚决定. The decision.</summary>
/// <param name="decision">As the case has it.</param>
[Name("PenaltyDecision"), ReadableBy(Readers.Bureau)]
public sealed class PenaltyDecisionType(PenaltyDecision decision)
{
    /// <summary>决定日期.</summary>
    public DateOnly DecidedOn => decision.DecidedOn;

    /// <summary>决定人. User name of who recorded it.</summary>
    public string DecidedBy => decision.DecidedBy;

    /// <summary>处罚.</summary>
    public PenaltyType Penalty => new(decision.Penalty);

    /// <summary>裁量理由. Why this amount.</summary>
    public string Discretion => decision.Discretion;

    /// <summary>集体讨论.</summary>
    public bool IsCollective => decision.IsCollective;

    /// <summary>文书编号.</summary>
    public string? DocumentNumber => decision.Document;

    /// <summary>适用法律. By which law it was decided; null from before that was kept.</summary>
    public AppliedLawType? Law => decision.Law is { } law ? new AppliedLawType(law) : null;
}

/// <summary>权利告知. What the party was told of its rights, and what came of it.</summary>
/// <param name="rights">As the case has it.</param>
[Name("NoticeOfRights"), ReadableBy(Readers.Bureau)]
public sealed class NoticeOfRightsType(NoticeOfRights rights)
{
    /// <summary>送达日期.</summary>
    public DateOnly ServedOn => rights.ServedOn;

    /// <summary>陈述申辩截止.</summary>
    public DateTimeOffset StatementUntil => rights.StatementUntil;

    /// <summary>答复.</summary>
    public PartyAnswer? Answer => rights.Answer;

    /// <summary>听证日期. Announced for.</summary>
    public DateOnly? HearingOn => rights.HearingOn;

    /// <summary>举行日期.</summary>
    public DateOnly? HeldOn => rights.HeldOn;

    /// <summary>听证主持人. User name.</summary>
    public string? Chair => rights.Chair;

    /// <summary>移交案卷日期. The day who presides got the file.</summary>
    public DateOnly? FileHandedOverOn => rights.FileHandedOverOn;

    /// <summary>听证地点. Where it is held, as announced; null where that was not said.</summary>
    public string? Place => rights.Place;

    /// <summary>公开听证. Null where that was not said.</summary>
    public bool? IsPublic => rights.IsPublic;

    /// <summary>公告日期. The day the hearing was published.</summary>
    public DateOnly? PublishedOn => rights.PublishedOn;

    /// <summary>听证报告编号.</summary>
    public string? Report => rights.Report;
}

/// <summary>移送义务. The duty to transfer the case to the police.</summary>
/// <param name="duty">As the case has it.</param>
[Name("TransferDuty"), ReadableBy(Readers.Bureau)]
public sealed class TransferDutyType(TransferDuty duty)
{
    /// <summary>产生日期.</summary>
    public DateOnly OpenedOn => duty.OpenedOn;

    /// <summary>涉嫌罪名.</summary>
    public IReadOnlyList<Offence> Offences => duty.Offences;

    /// <summary>移送编号. Null while no transfer is opened.</summary>
    public string? TransferNumber => duty.Transfer;

    /// <summary>答复日期. Null while it stands: until then there is no penalty, closing or withdrawal.</summary>
    public DateOnly? AnsweredOn => duty.AnsweredOn;

    /// <summary>了结方式. How it came to rest without an answer of the police; null while it stands and where they answered.</summary>
    public TransferDutyEnd? End => duty.End;

    /// <summary>原因. Why a correction lifted it; null otherwise.</summary>
    public string? Because => duty.Because;
}

/// <summary>警示规范记录. 查处一起案件，警示一批企业，规范一类行为.</summary>
/// <param name="followUp">As the case has it.</param>
[Name("CaseFollowUp"), ReadableBy(Readers.Bureau)]
public sealed class CaseFollowUpType(CaseFollowUp followUp)
{
    /// <summary>登记日期.</summary>
    public DateOnly RecordedOn => followUp.RecordedOn;

    /// <summary>受警示企业. Credit codes.</summary>
    public IReadOnlyList<string> Warned => followUp.Warned;

    /// <summary>规范行为.</summary>
    public string Practice => followUp.Practice;
}

/// <summary>违法行为依据. By which articles a kind of violation is penalised.</summary>
/// <param name="basis">A row of the table.</param>
[Name("ViolationBasis"), ReadableBy(Readers.Bureau)]
public sealed class ViolationBasisType(ViolationBasis basis)
{
    /// <summary>违法行为. The kind.</summary>
    public ViolationKind Violation => basis.Violation;

    /// <summary>依据. The articles, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Basis(IResolveFieldContext field) => basis.Text.In(GraphQLRequestContext.Of(field).English);

    /// <summary>引文. The articles as they are cited, in Chinese.</summary>
    public string Citation => basis.Text.Chinese;

    /// <summary>涉及注册商标. Whether it speaks only of acts that infringe a registered mark.</summary>
    public bool OfRegisteredMarks => basis.OfRegisteredMarks;

    /// <summary>产品类别. Codes; only where one of them is concerned, all when empty.</summary>
    public IReadOnlyList<string> ProductClassCodes => basis.ProductClasses;

    /// <summary>除外产品类别. Codes; not where one of them is concerned.</summary>
    public IReadOnlyList<string> ExceptProductClassCodes => basis.ExceptClasses;

    /// <summary>施行日期. The first day whose acts it speaks of.</summary>
    public DateOnly ValidFrom => basis.ValidFrom;

    /// <summary>失效日期. The last such day; null while it is in force.</summary>
    public DateOnly? ValidTo => basis.ValidTo;

    /// <summary>暂定. Whether it has still to be confirmed.</summary>
    public bool IsProvisional => basis.Confidence is Confidence.Unconfirmed;
}

/// <summary>适用法律. By which law a penalty was decided.</summary>
/// <param name="law">As the decision has it.</param>
[Name("AppliedLaw"), ReadableBy(Readers.Bureau)]
public sealed class AppliedLawType(AppliedLaw law)
{
    /// <summary>行为日期. The day the act ended; null where it went on or was not known.</summary>
    public DateOnly? ActOn => law.ActOn;

    /// <summary>条文. The articles that were applied, as they are cited.</summary>
    public string Articles => law.Articles;

    /// <summary>从轻适用新法. Whether they are those of the decision's day, because they are milder (行政处罚法 第三十七条).</summary>
    public bool IsMilder => law.IsMilder;

    /// <summary>违法所得认定依据. By which article the illegal gains were counted; null where no lawful costs were proven.</summary>
    public string? GainsBasis => law.GainsBasis;

    /// <summary>违法所得从轻适用新规. Whether that is a rule from after the act, because it is milder.</summary>
    public bool AreGainsMilder => law.AreGainsMilder;
}

/// <summary>刑事立案追诉标准. A threshold at which a crime is suspected.</summary>
/// <param name="threshold">A row of the table.</param>
[Name("CrimeThreshold"), ReadableBy(Readers.Bureau)]
public sealed class CrimeThresholdType(CrimeThreshold threshold)
{
    /// <summary>罪名.</summary>
    public Offence Offence => threshold.Offence;

    /// <summary>罪名名称. In the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Name(IResolveFieldContext field) => Terms.Of(threshold.Offence).In(GraphQLRequestContext.Of(field).English);

    /// <summary>条文. The article of 刑法; null where the row speaks of no offence in particular.</summary>
    public int? Article => threshold.Article is 0 ? null : threshold.Article;

    /// <summary>数额项目. What is measured.</summary>
    public CrimeFigure Figure => threshold.Figure;

    /// <summary>金额起点（元）. Null where pieces are counted or the act suffices.</summary>
    public decimal? AtLeastCny => threshold.Figure is CrimeFigure.Act or CrimeFigure.LabelPieces ? null : Money.Yuan(threshold.AtLeast);

    /// <summary>件数起点. Null where money is measured or the act suffices.</summary>
    public int? AtLeastPieces => threshold.Figure is CrimeFigure.LabelPieces ? (int)threshold.AtLeast : null;

    /// <summary>商标数起点. Only where at least so many marks are concerned; 0 for any.</summary>
    public int MarksAtLeast => threshold.MarksAtLeast;

    /// <summary>专利数起点. Only where at least so many patents of others are concerned; 0 for any.</summary>
    public int PatentsAtLeast => threshold.PatentsAtLeast;

    /// <summary>情节. Only where this was found.</summary>
    public GraveCircumstance? Circumstance => threshold.Circumstance;

    /// <summary>除外情节. Not where this was found: a row of its own speaks of it.</summary>
    public GraveCircumstance? Unless => threshold.Unless;

    /// <summary>产品类别. Codes; only where one of them is concerned, all when empty.</summary>
    public IReadOnlyList<string> ProductClassCodes => threshold.ProductClasses;

    /// <summary>除外产品类别. Codes; not where one of them is concerned.</summary>
    public IReadOnlyList<string> ExceptProductClassCodes => threshold.ExceptClasses;

    /// <summary>违法行为. The kinds it is compared with; all when empty.</summary>
    public IReadOnlyList<ViolationKind> Violations => threshold.Violations;

    /// <summary>施行日期.</summary>
    public DateOnly ValidFrom => threshold.ValidFrom;

    /// <summary>失效日期.</summary>
    public DateOnly? ValidTo => threshold.ValidTo;

    /// <summary>来源.</summary>
    public string Source => threshold.Source;

    /// <summary>暂定. Whether it has still to be confirmed.</summary>
    public bool IsProvisional => threshold.Confidence is Confidence.Unconfirmed;
}
