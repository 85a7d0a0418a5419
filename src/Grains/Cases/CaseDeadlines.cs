using System.Collections.Frozen;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;

namespace ShuangDa.Grains.Cases;

/// <summary>案件期限. What a case owes to the clock: the clocks it keeps, and the warnings before them.</summary>
public static class CaseDeadlines
{
    /// <summary>立案决定. The decision whether to file.</summary>
    [Deadline]
    public const string Filing = "case.filing";

    /// <summary>处罚决定. The decision on the penalty.</summary>
    [Deadline]
    public const string Decision = "case.decision";

    /// <summary>查封扣押. Sealing or seizure ends.</summary>
    [Deadline]
    public const string Seizure = "case.seizure";

    /// <summary>先行登记保存. What was preserved is decided on; else it lapses by itself.</summary>
    [Deadline]
    public const string Preservation = "case.preservation";

    /// <summary>法制审核. Legal review.</summary>
    [Deadline]
    public const string LegalReview = "case.legal-review";

    /// <summary>陈述申辩. The party answers.</summary>
    [Deadline]
    public const string Statement = "case.statement";

    /// <summary>送达. The decision is served.</summary>
    [Deadline]
    public const string Service = "case.service";

    /// <summary>缴款. The penalty is paid.</summary>
    [Deadline]
    public const string Payment = "case.payment";

    /// <summary>公示. The decision is published.</summary>
    [Deadline]
    public const string Publication = "case.publication";

    /// <summary>启动移送. A crime transfer is opened after the duty was recognised.</summary>
    [Deadline]
    public const string TransferOpening = "case.transfer-opening";

    /// <summary>告知并案. The case it was joined with is told; due at once.</summary>
    [Deadline]
    public const string JoinNotice = "case.join-notice";

    /// <summary>预警. A deadline comes near.</summary>
    [Deadline(IsWarning = true)]
    public const string Warning = "case.warning";

    /// <summary>The rule behind each.</summary>
    public static FrozenDictionary<string, string> Rules { get; } = new Dictionary<string, string>
    {
        [Filing] = StatutoryRules.PenaltyFiling,
        [Decision] = StatutoryRules.PenaltyDecision,
        [Seizure] = StatutoryRules.PenaltySeizure,
        [Preservation] = StatutoryRules.PenaltyPreservation,
        [LegalReview] = StatutoryRules.PenaltyLegalReview,
        [Statement] = StatutoryRules.PenaltyStatement,
        [Service] = StatutoryRules.PenaltyService,
        [Payment] = StatutoryRules.PenaltyPayment,
        [Publication] = StatutoryRules.PenaltyPublication,
        [TransferOpening] = StatutoryRules.TransferTaskGroup,
    }.ToFrozenDictionary();

    /// <summary>The deadlines that stand in a state.</summary>
    /// <param name="state">A state.</param>
    public static IReadOnlyList<OpenDeadline> Of(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. state.Clocks.Owed(Warning, state.Section), .. state.OwedToJoined.Take(1).Select(owed => new OpenDeadline(JoinNotice, owed.Since, "并案即时告知另案（内部）", state.Section))];
    }
}
