using System.Collections.Frozen;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件期限. What a case owes to the clock: the clocks it keeps, and the warnings before them.</summary>
public static class CaseDeadlines
{
    /// <summary>The decision whether to file.</summary>
    [Deadline, Term("立案决定", "decision on filing")]
    public const string Filing = "case.filing";

    /// <summary>The decision on the penalty.</summary>
    [Deadline, Term("处罚决定", "decision on the penalty")]
    public const string Decision = "case.decision";

    /// <summary>Sealing or seizure ends.</summary>
    [Deadline, Term("查封、扣押", "sealing or seizure")]
    public const string Seizure = "case.seizure";

    /// <summary>What was preserved is decided on; else it lapses by itself.</summary>
    [Deadline, Term("先行登记保存", "registered preservation")]
    public const string Preservation = "case.preservation";

    /// <summary>A measure that was taken on the spot is approved; else it is lifted.</summary>
    [Deadline, Term("补办批准当场采取的措施", "approval of a measure taken on the spot")]
    public const string MeasureApproval = "case.measure-approval";

    /// <summary>Legal review.</summary>
    [Deadline, Term("法制审核", "legal review")]
    public const string LegalReview = "case.legal-review";

    /// <summary>The party answers.</summary>
    [Deadline, Term("陈述、申辩", "party's statement")]
    public const string Statement = "case.statement";

    /// <summary>Somebody is named to preside over the hearing.</summary>
    [Deadline, Term("确定听证主持人", "naming of who presides")]
    public const string HearingChair = "case.hearing-chair";

    /// <summary>Who presides has the file.</summary>
    [Deadline, Term("移交听证案卷", "handing over of the file")]
    public const string HearingFile = "case.hearing-file";

    /// <summary>The day of the hearing is set and told.</summary>
    [Deadline, Term("确定听证日期", "announcement of the hearing")]
    public const string HearingDate = "case.hearing-date";

    /// <summary>A public hearing is published before it.</summary>
    [Deadline, Term("公告听证", "publication of the hearing")]
    public const string HearingPublication = "case.hearing-publication";

    /// <summary>The report on the hearing is written.</summary>
    [Deadline, Term("听证报告", "report on the hearing")]
    public const string HearingReport = "case.hearing-report";

    /// <summary>What the party was ordered to put right is put right.</summary>
    [Deadline, Term("责令改正", "correction")]
    public const string Correction = "case.correction";

    /// <summary>A penalty on the spot is reported to the bureau.</summary>
    [Deadline, Term("当场处罚备案", "report of the penalty on the spot")]
    public const string SpotReport = "case.spot-report";

    /// <summary>Cash that was collected on the spot is handed in.</summary>
    [Deadline, Term("上交当场收缴的罚款", "handing in of cash")]
    public const string SpotCash = "case.spot-cash";

    /// <summary>The decision is served.</summary>
    [Deadline, Term("送达", "service")]
    public const string Service = "case.service";

    /// <summary>The penalty is paid.</summary>
    [Deadline, Term("缴款", "payment")]
    public const string Payment = "case.payment";

    /// <summary>The decision is published.</summary>
    [Deadline, Term("公示", "publication")]
    public const string Publication = "case.publication";

    /// <summary>A public notice is out; when it is over, the decision counts as served.</summary>
    [Deadline, Term("公告送达", "service by public notice")]
    public const string ServiceNotice = "case.service-notice";

    /// <summary>The court is asked to enforce the decision; after that it cannot be asked any more.</summary>
    [Deadline, Term("申请强制执行", "request for court enforcement")]
    public const string CourtEnforcement = "case.court-enforcement";

    /// <summary>The publication of a decision that no longer stands is withdrawn.</summary>
    [Deadline, Term("撤回公示", "withdrawal of the publication")]
    public const string PublicationWithdrawal = "case.publication-withdrawal";

    /// <summary>The publication ends by itself.</summary>
    [Deadline, Term("停止公示", "end of the publication")]
    public const string PublicationEnd = "case.publication-end";

    /// <summary>What was paid beyond what stands is given back.</summary>
    [Deadline, Term("退还罚没款", "refund")]
    public const string Refund = "case.refund";

    /// <summary>Goods that a decision had confiscated which stands no more are given back or paid for.</summary>
    [Deadline, Term("退还没收物品", "return of confiscated goods")]
    public const string GoodsReturn = "case.goods-return";

    /// <summary>The closing form is filled in.</summary>
    [Deadline, Term("结案审批", "closing form")]
    public const string Closing = "case.closing";

    /// <summary>A crime transfer is opened after the duty was recognised.</summary>
    [Deadline, Term("启动移送", "opening of the transfer")]
    public const string TransferOpening = "case.transfer-opening";

    /// <summary>Two authorities agree whose case it is.</summary>
    [Deadline, Term("协商管辖", "agreement on competence")]
    public const string Competence = "case.competence";

    /// <summary>The superior of both designates whose case it is.</summary>
    [Deadline, Term("指定管辖", "designation")]
    public const string Designation = "case.designation";

    /// <summary>The police, the prosecutors or the court are asked how a transferred case stands.</summary>
    [Deadline, Term("了解移送案件进展", "inquiry about a transferred case")]
    public const string JudgmentInquiry = "case.judgment-inquiry";

    /// <summary>The case it was joined with is told; due at once.</summary>
    [Deadline, Term("告知并案", "notice to the joined case")]
    public const string JoinNotice = "case.join-notice";

    /// <summary>A licence that the decision had suspended is told what became of the decision; due at once.</summary>
    [Deadline, Term("告知被暂扣的许可证", "notice to the suspended licence")]
    public const string LicenceNotice = "case.licence-notice";

    /// <summary>A deadline comes near.</summary>
    [Deadline(IsWarning = true), Term("预警", "warning")]
    public const string Warning = "case.warning";

    /// <summary>The rule behind each.</summary>
    public static FrozenDictionary<string, string> Rules { get; } = new Dictionary<string, string>
    {
        [Filing] = StatutoryRules.PenaltyFiling,
        [Decision] = StatutoryRules.PenaltyDecision,
        [Seizure] = StatutoryRules.PenaltySeizure,
        [Preservation] = StatutoryRules.PenaltyPreservation,
        [MeasureApproval] = StatutoryRules.PenaltyMeasureApproval,
        [LegalReview] = StatutoryRules.PenaltyLegalReview,
        [Statement] = StatutoryRules.PenaltyStatement,
        [HearingChair] = StatutoryRules.PenaltyHearingChair,
        [HearingFile] = StatutoryRules.PenaltyHearingFile,
        [HearingDate] = StatutoryRules.PenaltyHearingDate,
        [HearingPublication] = StatutoryRules.PenaltyHearingPublication,
        [HearingReport] = StatutoryRules.PenaltyHearingReport,
        [Correction] = StatutoryRules.PenaltyCorrection,
        [SpotReport] = StatutoryRules.PenaltySpotReport,
        [SpotCash] = StatutoryRules.PenaltySpotCash,
        [Service] = StatutoryRules.PenaltyService,
        [Payment] = StatutoryRules.PenaltyPayment,
        [Publication] = StatutoryRules.PenaltyPublication,
        [ServiceNotice] = StatutoryRules.PenaltyServiceNotice,
        [CourtEnforcement] = StatutoryRules.PenaltyCourtEnforcement,
        [PublicationWithdrawal] = StatutoryRules.PenaltyPublicationWithdrawal,
        [PublicationEnd] = StatutoryRules.PublicityEnd,
        [Refund] = StatutoryRules.PenaltyRefund,
        [GoodsReturn] = StatutoryRules.PenaltyGoodsReturn,
        [Closing] = StatutoryRules.PenaltyClosing,
        [TransferOpening] = StatutoryRules.TransferTaskGroup,
        [Competence] = StatutoryRules.PenaltyCompetence,
        [Designation] = StatutoryRules.PenaltyDesignation,
        [JudgmentInquiry] = StatutoryRules.TransferJudgmentInquiry,
    }.ToFrozenDictionary();

    /// <summary>What a case that is closed still owes: its publication and the end of it, and what a challenge makes of them.</summary>
    internal static FrozenSet<string> RunOn { get; } =
        [ServiceNotice, Publication, PublicationEnd, PublicationWithdrawal, Refund, GoodsReturn];

    /// <summary>The terms of a hearing, from the naming of who presides to the report on it (听证办法).</summary>
    internal static FrozenSet<string> OfHearing { get; } =
        [HearingChair, HearingFile, HearingDate, HearingPublication, HearingReport];

    /// <summary>What the legal section owes or looks after: the review, the hearing, and what the public is shown of a decision.</summary>
    internal static FrozenSet<string> OfLegal { get; } = [LegalReview, .. OfHearing, Publication, PublicationWithdrawal];

    // What is the legal section's alone: officers hand the file over, and may publish (程序规定 第四十九条, 听证办法).
    private static FrozenSet<string> OfLegalAlone { get; } = [LegalReview, HearingChair, HearingDate, HearingPublication, HearingReport];

    // What ends by itself asks nobody for anything.
    private static FrozenSet<string> OfNobody { get; } = [PublicationEnd];

    /// <summary>What somebody of the bureau owes or looks after in a case, and by when.</summary>
    /// <param name="state">A state.</param>
    internal static IEnumerable<OwedTerm> Owed(CaseState state) =>
        state.Clocks.Where(clock => !OfNobody.Contains(clock.Kind)).Terms();

    /// <summary>The same without what is the legal section's alone: what its officers and their head owe or look after.</summary>
    /// <param name="state">A state.</param>
    internal static IEnumerable<OwedTerm> OfOfficers(CaseState state) => Owed(state).Where(term => !OfLegalAlone.Contains(term.Kind!));

    /// <summary>
    /// 责任人. Who answers for a term that lapses: whose step it was. The review and the publication are the legal section's, the hearing
    /// that of who presides, what waits for approval the head's, and of a lead that somebody only took in the head of the section's; all
    /// else is the officer's.
    /// </summary>
    /// <param name="state">A state.</param>
    /// <param name="kind">What was owed.</param>
    /// <param name="item">Which of several.</param>
    internal static Answering AnsweringFor(CaseState state, string kind, int item = 0) =>
        // 听证办法 第十八条至第二十九条: who presides sets the day, has it published and reports.
        kind is not HearingChair && OfHearing.Contains(kind) && OfLegalAlone.Contains(kind) && state.Rights?.Chair is { } chair
            ? new(Section.Legal, chair)
        : IsOfLegalSection(kind) ? Answering.Holding(Roles.Legal, Section.Legal)
        : Case.WaitingFor(state, kind, item) is not null ? Answering.Holding(Roles.Leader, state.Section)
        : kind is Filing && state is { IsOnlyTakenIn: true, Officers: [], TakenOverBy: null } ? Answering.HeadOf(state.Section)
        : new(state.Section, state.Responsible);

    // Officers may publish too; that it is done is the legal section's matter.
    private static bool IsOfLegalSection(string kind) => OfLegalAlone.Contains(kind) || kind is Publication or PublicationWithdrawal;

    [RuleText("A case that is joined to another tells it at once (internal)")]
    private const string JoinNoticeRule = "并案即时告知另案（内部）";

    [RuleText("A licence is told at once that the decision which suspended it is changed or annulled (internal)")]
    private const string LicenceNoticeRule = "处罚决定变更、撤销即时告知被暂扣的许可证（内部）";

    /// <summary>The deadlines that stand in a state.</summary>
    /// <param name="state">A state.</param>
    public static IReadOnlyList<OpenDeadline> Of(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return
        [
            .. state.Clocks.Owed(Warning, state.Section)
                .Select(open => IsOfLegalSection(open.Kind) ? open with { Section = Section.Legal } : open),
            .. state.OwedToJoined.Take(1).Select(owed => new OpenDeadline(JoinNotice, owed.Since, JoinNoticeRule, state.Section)),
            // One thing is told after the other.
            .. state.OwedToLicences.Take(state.OwedToJoined.IsEmpty ? 1 : 0)
                .Select(owed => new OpenDeadline(LicenceNotice, owed.Since, LicenceNoticeRule, state.Section)),
        ];
    }
}
