using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>涉嫌犯罪案件移送. The transfer of a case to the police, from the duty to its answer.</summary>
[GenerateSerializer, Immutable, Alias("crime-transfer-state")]
public sealed record CrimeTransferState
{
    /// <summary>移送编号. Its number, which is also its key.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Id(1)] public required TransferStatus Status { get; init; }

    /// <summary>案件. What is transferred.</summary>
    [Id(2)] public required TransferCase Case { get; init; }

    /// <summary>公安机关. The code of the agency it goes to.</summary>
    [Id(3)] public required string Agency { get; init; }

    /// <summary>责任科室. The section that answers for it, or null.</summary>
    [Id(4)] public string? Section { get; init; }

    /// <summary>启动人. Who opened it.</summary>
    [Id(5)] public required string OpenedBy { get; init; }

    /// <summary>启动时刻. When it was opened (UTC).</summary>
    [Id(6)] public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>专案组成员. Two at least once it is reported (移送规定 第五条).</summary>
    [Id(7)] public ImmutableArray<string> TaskGroup { get; init; } = [];

    /// <summary>移送报告. The task group's report, or null.</summary>
    [Id(8)] public string? Report { get; init; }

    /// <summary>随案材料. What was enclosed.</summary>
    [Id(9)] public ImmutableArray<TransferMaterial> Materials { get; init; } = [];

    /// <summary>移送时刻. When it was sent (UTC), or null.</summary>
    [Id(10)] public DateTimeOffset? SentAt { get; init; }

    /// <summary>回执编号. The number of the police's receipt, or null.</summary>
    [Id(11)] public string? Receipt { get; init; }

    /// <summary>签收时刻. When the police signed (UTC), or null.</summary>
    [Id(12)] public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>最近理由. Why it was refused, declined or returned last, or null.</summary>
    [Id(13)] public string? Explanation { get; init; }

    /// <summary>提前介入. The request to step in at once, or null.</summary>
    [Id(14)] public EarlyIntervention? EarlyIntervention { get; init; }

    /// <summary>在走期限. Both sides' clocks that run or have lapsed unmet.</summary>
    [Id(15)] public ImmutableArray<RunningClock> Clocks { get; init; } = [];

    /// <summary>逾期记录. Every lapse of either side, with who answered for it.</summary>
    [Id(16)] public ImmutableArray<CaseLapse> Lapses { get; init; } = [];

    /// <summary>待告知案件. What the case has still to be told, the first first.</summary>
    [Id(17)] public ImmutableArray<CaseNotice> Untold { get; init; } = [];

    /// <summary>接办人. Who took it over from whoever opened it, while no task group is named; null when nobody did.</summary>
    [Id(18)] public string? TakenOverBy { get; init; }

    /// <summary>科室移交. How it passed from section to section, in order; none in what was stored before hand-overs were known.</summary>
    [Id(20)] public ImmutableArray<SectionHandover> Handovers { get => field.IsDefault ? [] : field; init; }

    /// <summary>承办人. Who answers for it in the bureau: the first of the task group, or who opened it or took it over.</summary>
    [JsonIgnore] public string Responsible => TaskGroup.IsEmpty ? TakenOverBy ?? OpenedBy : TaskGroup[0];

    /// <summary>未了. Whether the bureau or the police have still something to do.</summary>
    [JsonIgnore]
    public bool IsOpen =>
        Status is not (TransferStatus.HandedOver or TransferStatus.Returned or TransferStatus.Judged or TransferStatus.Withdrawn);

    /// <summary>在办人员. Who holds it in the bureau, who answers for it first; none once it has ended.</summary>
    [JsonIgnore] public ImmutableArray<string> Holders => !IsOpen ? [] : TaskGroup.IsEmpty ? [Responsible] : TaskGroup;

    /// <summary>转送. How it went from one agency of the police to the next.</summary>
    [Id(19)] public ImmutableArray<TransferForwarding> Forwardings { get => field.IsDefault ? [] : field; init; }

    /// <summary>
    /// 最近办理日期. The day of the last step (Asia/Shanghai), before which none can have followed it; null where that was not yet kept.
    /// </summary>
    [Id(60)] public DateOnly? LastActOn { get; init; }

    /// <summary>
    /// 已计量. What was counted when it was sent, so that it can be taken back as it was counted; null where nothing stands, or that was not
    /// yet kept.
    /// </summary>
    [Id(61)] public TransferCount? Counted { get; init; }

    /// <summary>纸质文书. The papers from which the bureau recorded steps of the police and the prosecutors.</summary>
    [Id(62)] public ImmutableArray<TransferPaper> Papers { get => field.IsDefault ? [] : field; init; }

    /// <summary>改送. How it was addressed anew before the police had signed for it.</summary>
    [Id(63)] public ImmutableArray<TransferForwarding> Readdressings { get => field.IsDefault ? [] : field; init; }

    /// <summary>抄送日期. The day the prosecutors had their copy (Asia/Shanghai), or null.</summary>
    [Id(64)] public DateOnly? CopiedOn { get; init; }

    /// <summary>处罚决定抄送日期. The day they had copies of the penalty decisions (Asia/Shanghai), or null.</summary>
    [Id(65)] public DateOnly? PenaltiesCopiedOn { get; init; }

    /// <summary>告知当事人日期. The day the party was told that its goods went to the police (Asia/Shanghai), or null.</summary>
    [Id(66)] public DateOnly? PartyToldOn { get; init; }

    /// <summary>审查起诉结果. What the prosecutors decided, or null.</summary>
    [Id(67)] public TransferProsecution? Prosecution { get; init; }

    /// <summary>判决. How the court judged, or null.</summary>
    [Id(68)] public TransferJudgment? Judgment { get; init; }

    /// <summary>
    /// 物品尚待移交. Whether goods and materials were not yet handed over when the judgment was recorded: that step stays possible.
    /// </summary>
    [Id(69)] public bool HandOverOwed { get; init; }

    /// <summary>已移出人员. Who has passed a part in it on and has none since.</summary>
    [Id(150)] public ImmutableArray<string> PassedOnBy { get => field.IsDefault ? [] : field; init; }

    /// <summary>已登记事项. How it stood before each step that was recorded once it was sent, in order; none of steps from before that was
    /// kept.</summary>
    [Id(151)] public ImmutableArray<TransferBefore> Recorded { get => field.IsDefault ? [] : field; init; }

    /// <summary>移送文号. The number that people say; null where it was made before there were such numbers.</summary>
    [Id(90)] public OfficialNumber? Serial { get; init; }

    /// <summary>计量. What was counted when it was sent; of transfers from before that was kept, as they stand.</summary>
    [JsonIgnore]
    public TransferCount? CountedAs => Counted
        ?? (SentAt is { } at && Status is not TransferStatus.Withdrawn
            ? new TransferCount(ShanghaiTime.DayOf(at), Section, Agency, Case.ProductClass, Case.Violation, Case.GoodsValue)
            : null);

    /// <summary>对公安机关可见. Whether the police's side may see it: once it is sent, or they were asked to step in.</summary>
    [JsonIgnore] public bool IsVisible => SentAt is not null || EarlyIntervention is not null;

    /// <summary>逾期. Whether something that is owed has lapsed and is still not done.</summary>
    [JsonIgnore] public bool IsOverdue => Clocks.Any(clock => clock.IsLapsed);

    /// <summary>Whether an agency may see it.</summary>
    /// <param name="agency">The agency's code.</param>
    public bool IsVisibleTo(string agency) => IsVisible && agency == Agency;
}

/// <summary>移送状态. Where a transfer stands.</summary>
[JsonConverter(typeof(WireNameConverter<TransferStatus>))]
public enum TransferStatus
{
    /// <summary>The duty is taken up; the task group has still to report.</summary>
    [Term("应当移送", "due")]
    Duty,

    /// <summary>The head has still to decide.</summary>
    [Term("已报告", "reported")]
    Reported,

    /// <summary>It has still to be sent.</summary>
    [Term("已批准", "approved")]
    Approved,

    /// <summary>The head refused; the duty rests until it is reported anew.</summary>
    [Term("未批准", "refused")]
    Refused,

    /// <summary>The police have still to sign for it.</summary>
    [Term("已移送", "sent")]
    Sent,

    /// <summary>The police have still to decide.</summary>
    [Term("公安已签收", "received by the police")]
    Received,

    /// <summary>Goods and materials have still to be handed over.</summary>
    [Term("公安已立案", "filed by the police")]
    Filed,

    /// <summary>Goods and materials are with the police.</summary>
    [Term("已移交", "handed over")]
    HandedOver,

    /// <summary>The police do not file it; reconsideration or supervision may be asked for.</summary>
    [Term("不予立案", "declined")]
    Declined,

    /// <summary>The police reconsider.</summary>
    [Term("复议中", "being reconsidered")]
    Reconsidered,

    /// <summary>They uphold it; supervision may be asked for.</summary>
    [Term("复议维持", "upheld")]
    Upheld,

    /// <summary>The prosecutor supervises.</summary>
    [Term("立案监督中", "being supervised")]
    Supervised,

    /// <summary>The case goes on administratively.</summary>
    [Term("已退回", "returned")]
    Returned,

    /// <summary>A court has judged it.</summary>
    [Term("已判决", "judged")]
    Judged,

    /// <summary>The bureau took it back before the police had signed for it.</summary>
    [Term("已撤回", "withdrawn")]
    Withdrawn,
}

/// <summary>移送计量. What was counted of a transfer when it was sent.</summary>
/// <param name="Day">日期. The day it was sent (Asia/Shanghai).</param>
/// <param name="Section">科室. The section that answered for it then, or null.</param>
/// <param name="Agency">接收机关. The agency that it was sent to.</param>
/// <param name="ProductClass">产品类别. The code, or null.</param>
/// <param name="Violation">违法行为.</param>
/// <param name="GoodsValue">货值金额. In 分.</param>
[GenerateSerializer, Immutable, Alias("transfer-count")]
public sealed record TransferCount(
    DateOnly Day, string? Section, string Agency, string? ProductClass, ViolationKind Violation, long GoodsValue);
