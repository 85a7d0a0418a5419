using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

public static partial class StatutoryRules
{
    /// <summary>移送：组成专案组. Task group named and report written, once the duty to transfer is recognised.</summary>
    public const string TransferTaskGroup = "crime-transfer.task-group";

    /// <summary>移送：负责人决定. The head decides on the report.</summary>
    public const string TransferDecision = "crime-transfer.decision";

    /// <summary>移送：送公安机关. The approved case is sent to the police.</summary>
    public const string TransferSending = "crime-transfer.sending";

    /// <summary>移送：公安机关转送. Police who are not competent send it on.</summary>
    public const string TransferPoliceForwarding = "crime-transfer.police-forwarding";

    /// <summary>移送：公安机关立案决定. The police decide whether to file.</summary>
    public const string TransferPoliceDecision = "crime-transfer.police-decision";

    /// <summary>移送：提请复议或建议立案监督. The bureau answers a decision not to file.</summary>
    public const string TransferReconsiderationRequest = "crime-transfer.reconsideration-request";

    /// <summary>移送：公安机关复议决定. The police decide the reconsideration.</summary>
    public const string TransferReconsiderationDecision = "crime-transfer.reconsideration-decision";

    /// <summary>移送：复议后建议立案监督. The prosecutor is asked to supervise after a reconsideration.</summary>
    public const string TransferSupervisionRequest = "crime-transfer.supervision-request";

    /// <summary>移送：立案监督的结果. The police answer under the prosecutors' supervision: they explain in seven days and file in fifteen what
    /// they are told to file; the bureau waits so long, with a week for the papers' way, and then asks.</summary>
    public const string TransferSupervision = "crime-transfer.supervision";

    /// <summary>移送：移交涉案物品. Goods and materials are handed over after the filing.</summary>
    public const string TransferHandingOver = "crime-transfer.handing-over";

    /// <summary>移送：抄送检察机关. The prosecutors have a copy of what is sent; the bureau's own term for "at the same time".</summary>
    public const string TransferProsecutorsCopy = "crime-transfer.prosecutors-copy";

    /// <summary>移送：抄送处罚决定. The prosecutors have copies of penalties decided before it was sent.</summary>
    public const string TransferPenaltyCopies = "crime-transfer.penalty-copies";

    /// <summary>移送：答复提前介入. The police say whether they step in; the bureau's own term for "at once".</summary>
    public const string TransferEarlyIntervention = "crime-transfer.early-intervention";

    /// <summary>移送：了解移送案件进展. The police, the prosecutors or the court are asked how a transferred case stands, once a year.</summary>
    public const string TransferJudgmentInquiry = "transfer.judgment-inquiry";

    private static readonly Statute TransferRegulation = new(new("行政执法机关移送涉嫌犯罪案件的规定", "Regulation on the Transfer of Suspected Crimes (State Council 310, rev. 730)"), new(2020, 8, 7));

    private static readonly Statute TransferOpinions = new(
        new("关于在行政执法中及时移送涉嫌犯罪案件的意见", "Opinions on the Timely Transfer of Suspected Crimes (Procuratorate 2006, no. 2)"), new(2006, 1, 26));

    // The regulation names no days of rest, so that a step of our own is due on the very day (decision 22); what the police owe is theirs
    // to count.
    private static StatutoryPeriod Ours(int days) => StatutoryPeriod.OfDays(days) with { RollsOnRestDay = false };

    // "At once" (立即, articles 5 and 7) is no length: the bureau sets itself 24 hours for the task group, and the police's receipt has no clock.
    private static IEnumerable<StatutoryRule> CrimeTransferRules() =>
    [
        Row(TransferTaskGroup, TransferRegulation.Article(5), StatutoryPeriod.OfHours(24), new("组成专案组并提出移送书面报告", "task group named, report written"), new("发现应当移送", "duty to transfer recognised")) with { IsInternal = true },
        InternalRow(TransferEarlyIntervention, StatutoryPeriod.OfHours(1), new("公安机关答复提前介入", "police answer a request to step in at once"), new("商请提前介入", "early intervention requested")),
        Row(TransferDecision, TransferRegulation.Article(5), Ours(3),
            new("作出批准移送或者不批准移送的决定", "head decides on the transfer"), new("接到移送报告", "report received")),
        Row(TransferSending, TransferRegulation.Article(5), StatutoryPeriod.OfHours(24), new("向同级公安机关移送", "case sent to the police of the same level"), new("决定批准移送", "transfer approved")),
        InternalRow(TransferJudgmentInquiry, StatutoryPeriod.OfMonths(12),
            new("向司法机关了解移送案件的处理结果", "police, prosecutors or court asked how a transferred case stands"),
            new("公安机关立案或者上一次了解", "filing by the police, or the last inquiry")),
        Row(TransferPoliceForwarding, TransferRegulation.Article(7), StatutoryPeriod.OfHours(24), new("不属本机关管辖的转送有管辖权的机关", "police not competent send the case on"), new("公安机关接受移送", "case handed over to the police")),
        Row(TransferPoliceDecision, TransferRegulation.Article(8), StatutoryPeriod.OfDays(3), new("公安机关作出是否立案的决定", "police decide whether to file"), new("公安机关接受移送", "case received by the police")),
        Row(TransferReconsiderationRequest, TransferRegulation.Article(9), Ours(3),
            new("提请复议或者建议人民检察院立案监督", "reconsideration requested, or prosecutor asked to supervise"),
            new("接到不予立案通知书", "notice of not filing received")),
        Row(TransferReconsiderationDecision, TransferRegulation.Article(9), StatutoryPeriod.OfDays(3), new("公安机关作出复议决定", "police decide the reconsideration"), new("公安机关收到复议申请", "request received by the police")),
        Row(TransferSupervisionRequest, TransferRegulation.Article(9), Ours(3),
            new("建议人民检察院立案监督", "prosecutor asked to supervise"), new("收到复议决定", "reconsideration decision received")),
        InternalRow(TransferSupervision, StatutoryPeriod.OfDays(30),
            new("跟进人民检察院立案监督的结果", "outcome of the prosecutors' supervision followed up"),
            new("建议人民检察院立案监督", "prosecutor asked to supervise")),
        Row(TransferHandingOver, TransferRegulation.Article(12), Ours(3),
            new("移交涉案物品以及有关材料", "goods and materials handed over"), new("接到立案通知书", "notice of filing received")),
        Row(
            TransferProsecutorsCopy,
            TransferOpinions.Article(1),
            StatutoryPeriod.OfHours(24),
            new("将移送书抄送人民检察院", "copy of the transfer to the prosecutors"),
            new("向公安机关移送", "case sent to the police")) with
        {
            IsInternal = true, Confidence = Confidence.OneSource,
        },
        Row(
            TransferPenaltyCopies,
            TransferOpinions.Article(0),
            Ours(10),
            new("将移送前已作出的行政处罚决定抄送公安机关和人民检察院", "copies of penalty decisions made before to the police and the prosecutors"),
            new("向公安机关移送", "case sent to the police")) with
        {
            Confidence = Confidence.OneSource,
        },
    ];
}
