using System.Collections.Frozen;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送期限. What both sides of a transfer owe to the clock.</summary>
public static class CrimeTransferDeadlines
{
    /// <summary>组成专案组并报告. Task group named, report written.</summary>
    [Deadline]
    public const string TaskGroup = "crime-transfer.task-group";

    /// <summary>负责人决定. The head decides.</summary>
    [Deadline]
    public const string Decision = "crime-transfer.decision";

    /// <summary>移送. The case is sent.</summary>
    [Deadline]
    public const string Sending = "crime-transfer.sending";

    /// <summary>公安签收或者转送. The police sign for it, or send it on to whoever is competent.</summary>
    [Deadline]
    public const string PoliceForwarding = "crime-transfer.police-forwarding";

    /// <summary>公安立案决定. The police decide.</summary>
    [Deadline]
    public const string PoliceDecision = "crime-transfer.police-decision";

    /// <summary>提请复议或者建议监督. The bureau answers a decision not to file; else the right is lost.</summary>
    [Deadline]
    public const string ReconsiderationRequest = "crime-transfer.reconsideration-request";

    /// <summary>公安复议决定. The police decide the reconsideration.</summary>
    [Deadline]
    public const string ReconsiderationDecision = "crime-transfer.reconsideration-decision";

    /// <summary>建议监督. The prosecutor is asked after a reconsideration; else the right is lost.</summary>
    [Deadline]
    public const string SupervisionRequest = "crime-transfer.supervision-request";

    /// <summary>移交物品材料. Goods and materials are handed over.</summary>
    [Deadline]
    public const string HandingOver = "crime-transfer.handing-over";

    /// <summary>答复提前介入. The police say whether they step in.</summary>
    [Deadline]
    public const string EarlyIntervention = "crime-transfer.early-intervention";

    /// <summary>预警. A deadline comes near.</summary>
    [Deadline(IsWarning = true)]
    public const string Warning = "crime-transfer.warning";

    /// <summary>告知案件. The case is told; due at once.</summary>
    [Deadline]
    public const string CaseNotice = "crime-transfer.case-notice";

    /// <summary>The kinds that are clocks; each bears the name of its rule.</summary>
    public static FrozenSet<string> Clocks { get; } = [TaskGroup, Decision, Sending, PoliceForwarding, PoliceDecision, ReconsiderationRequest, ReconsiderationDecision, SupervisionRequest, HandingOver, EarlyIntervention];

    /// <summary>The clocks that the police answer for.</summary>
    internal static FrozenSet<string> OfPolice { get; } = [PoliceForwarding, PoliceDecision, ReconsiderationDecision, EarlyIntervention];

    /// <summary>The clocks whose end takes a right away.</summary>
    internal static FrozenSet<string> OfRights { get; } = [ReconsiderationRequest, SupervisionRequest];

    /// <summary>The deadlines that stand in a state.</summary>
    /// <param name="transfer">A state.</param>
    public static IReadOnlyList<OpenDeadline> Of(CrimeTransferState transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        return
        [
            .. transfer.Clocks.Owed(Warning, transfer.Section).Select(open => OfPolice.Contains(open.Kind) ? open with { Section = transfer.Agency } : open),
            .. transfer.Untold.Take(1).Select(notice => new OpenDeadline(CaseNotice, notice.At, "移送进展即时告知案件（内部）", transfer.Section)),
        ];
    }
}
