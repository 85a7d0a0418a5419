using System.Collections.Frozen;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送期限. What both sides of a transfer owe to the clock.</summary>
public static class CrimeTransferDeadlines
{
    /// <summary>Task group named, report written.</summary>
    [Deadline, Term("组成专案组并报告", "task group and report")]
    public const string TaskGroup = "crime-transfer.task-group";

    /// <summary>The head decides.</summary>
    [Deadline, Term("负责人决定", "head's decision")]
    public const string Decision = "crime-transfer.decision";

    /// <summary>The case is sent.</summary>
    [Deadline, Term("移送", "sending")]
    public const string Sending = "crime-transfer.sending";

    /// <summary>The police sign for it, or send it on to whoever is competent.</summary>
    [Deadline, Term("公安签收或者转送", "receipt or forwarding by the police")]
    public const string PoliceForwarding = "crime-transfer.police-forwarding";

    /// <summary>The police decide.</summary>
    [Deadline, Term("公安立案决定", "police's decision on filing")]
    public const string PoliceDecision = "crime-transfer.police-decision";

    /// <summary>The bureau answers a decision not to file; late it still may.</summary>
    [Deadline, Term("提请复议或者建议监督", "request for reconsideration or supervision")]
    public const string ReconsiderationRequest = "crime-transfer.reconsideration-request";

    /// <summary>The police decide the reconsideration.</summary>
    [Deadline, Term("公安复议决定", "police's decision on reconsideration")]
    public const string ReconsiderationDecision = "crime-transfer.reconsideration-decision";

    /// <summary>The prosecutor is asked after a reconsideration; late it still may be.</summary>
    [Deadline, Term("建议监督", "request for supervision")]
    public const string SupervisionRequest = "crime-transfer.supervision-request";

    /// <summary>The police answer under the prosecutors' supervision.</summary>
    [Deadline, Term("立案监督的结果", "outcome of the supervision")]
    public const string Supervision = "crime-transfer.supervision";

    /// <summary>Goods and materials are handed over.</summary>
    [Deadline, Term("移交物品材料", "handing over of goods and materials")]
    public const string HandingOver = "crime-transfer.handing-over";

    /// <summary>The prosecutors have a copy of the transfer.</summary>
    [Deadline, Term("抄送检察机关", "copy to the prosecutors")]
    public const string ProsecutorsCopy = "crime-transfer.prosecutors-copy";

    /// <summary>The prosecutors have copies of the penalties that were decided before it was sent.</summary>
    [Deadline, Term("抄送处罚决定", "copies of penalty decisions")]
    public const string PenaltyCopies = "crime-transfer.penalty-copies";

    /// <summary>The police say whether they step in.</summary>
    [Deadline, Term("答复提前介入", "answer on early intervention")]
    public const string EarlyIntervention = "crime-transfer.early-intervention";

    /// <summary>A deadline comes near.</summary>
    [Deadline(IsWarning = true), Term("预警", "warning")]
    public const string Warning = "crime-transfer.warning";

    /// <summary>The case is told; due at once.</summary>
    [Deadline, Term("告知案件", "notice to the case")]
    public const string CaseNotice = "crime-transfer.case-notice";

    /// <summary>The kinds that are clocks; each bears the name of its rule.</summary>
    public static FrozenSet<string> Clocks { get; } =
        [TaskGroup, Decision, Sending, PoliceForwarding, PoliceDecision, ReconsiderationRequest, ReconsiderationDecision,
            SupervisionRequest, Supervision, HandingOver, EarlyIntervention, ProsecutorsCopy, PenaltyCopies];

    /// <summary>The clocks that the police answer for.</summary>
    public static FrozenSet<string> OfPolice { get; } = [PoliceForwarding, PoliceDecision, ReconsiderationDecision, EarlyIntervention];

    /// <summary>The clocks that the legal section looks after with the officers: what answers a decision not to file (移送规定 第九条).</summary>
    internal static FrozenSet<string> OfLegal { get; } = [ReconsiderationRequest, SupervisionRequest];

    /// <summary>The clocks that run beside that of the procedure.</summary>
    internal static FrozenSet<string> Beside { get; } = [EarlyIntervention, ProsecutorsCopy, PenaltyCopies];

    [RuleText("A transfer tells its case at once what has come of it (internal)")]
    private const string CaseNoticeRule = "移送进展即时告知案件（内部）";

    /// <summary>What the bureau owes in a transfer, and by when; the police answer for theirs.</summary>
    /// <param name="transfer">A state.</param>
    internal static IEnumerable<OwedTerm> OfBureau(CrimeTransferState transfer) =>
        transfer.Clocks.Where(clock => !OfPolice.Contains(clock.Kind)).Terms();

    /// <summary>责任人. Who answers for a term that lapses: the decision is the head's, whoever that is; all else the section's or the
    /// police's.</summary>
    /// <param name="transfer">A state.</param>
    /// <param name="kind">What was owed.</param>
    internal static Answering AnsweringFor(CrimeTransferState transfer, string kind) =>
        OfPolice.Contains(kind) ? new(transfer.Agency, transfer.Agency)
        : kind is Decision ? Answering.Holding(Roles.Leader, transfer.Section)
        : new(transfer.Section, transfer.Responsible);

    /// <summary>The deadlines that stand in a state.</summary>
    /// <param name="transfer">A state.</param>
    public static IReadOnlyList<OpenDeadline> Of(CrimeTransferState transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        return
        [
            .. transfer.Clocks.Owed(Warning, transfer.Section).Select(open => OfPolice.Contains(open.Kind) ? open with { Section = transfer.Agency } : open),
            .. transfer.Untold.Take(1).Select(notice => new OpenDeadline(CaseNotice, notice.At, CaseNoticeRule, transfer.Section)),
        ];
    }
}
