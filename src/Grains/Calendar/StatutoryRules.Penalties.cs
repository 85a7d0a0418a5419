using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

public static partial class StatutoryRules
{
    /// <summary>处罚：立案决定. Decision whether to file.</summary>
    public const string PenaltyFiling = "penalty.filing";

    /// <summary>处罚：先行登记保存处理. What was preserved by registration is decided on.</summary>
    public const string PenaltyPreservation = "penalty.preservation";

    /// <summary>处罚：查封、扣押. Sealing or seizure ends.</summary>
    public const string PenaltySeizure = "penalty.seizure";

    /// <summary>处罚：补办批准当场采取的强制措施. A measure that was taken on the spot is reported and approved.</summary>
    public const string PenaltyMeasureApproval = "penalty.measure-approval";

    /// <summary>处罚：协助调查. Another authority's request for assistance is answered.</summary>
    public const string PenaltyAssistance = "penalty.assistance";

    /// <summary>处罚：法制审核. Legal review.</summary>
    public const string PenaltyLegalReview = "penalty.legal-review";

    /// <summary>处罚：陈述、申辩、听证申请. The party states its case or asks for a hearing.</summary>
    public const string PenaltyStatement = "penalty.statement";

    /// <summary>处罚：听证通知. A hearing is announced before it is held.</summary>
    public const string PenaltyHearingNotice = "penalty.hearing-notice";

    /// <summary>处罚：确定听证主持人. Somebody is named to preside over the hearing.</summary>
    public const string PenaltyHearingChair = "penalty.hearing-chair";

    /// <summary>处罚：移交听证案卷. Who presides over the hearing has the file.</summary>
    public const string PenaltyHearingFile = "penalty.hearing-file";

    /// <summary>处罚：确定听证日期. The day of the hearing is set.</summary>
    public const string PenaltyHearingDate = "penalty.hearing-date";

    /// <summary>处罚：公告听证. A public hearing is published before it is held.</summary>
    public const string PenaltyHearingPublication = "penalty.hearing-publication";

    /// <summary>处罚：听证报告. The report on the hearing is written.</summary>
    public const string PenaltyHearingReport = "penalty.hearing-report";

    /// <summary>处罚：责令改正. What was ordered to be put right is put right.</summary>
    public const string PenaltyCorrection = "penalty.correction";

    /// <summary>处罚：当场处罚备案. A penalty on the spot is reported to the bureau.</summary>
    public const string PenaltySpotReport = "penalty.spot-report";

    /// <summary>处罚：上交当场收缴的罚款. Cash collected on the spot is handed in.</summary>
    public const string PenaltySpotCash = "penalty.spot-cash";

    /// <summary>处罚：处罚决定. The decision on the penalty.</summary>
    public const string PenaltyDecision = "penalty.decision";

    /// <summary>处罚：送达. The decision is served.</summary>
    public const string PenaltyService = "penalty.service";

    /// <summary>处罚：缴纳罚款. The fine is paid.</summary>
    public const string PenaltyPayment = "penalty.payment";

    /// <summary>处罚：公示. The decision is published.</summary>
    public const string PenaltyPublication = "penalty.publication";

    /// <summary>处罚：推送外省当事人的处罚信息. A decision on a party of another province is pushed to that province.</summary>
    public const string PenaltyPublicationPush = "penalty.publication-push";

    /// <summary>处罚：公示外省推送的处罚信息. A decision that another province has pushed here is published.</summary>
    public const string PenaltyPublicationReceived = "penalty.publication-received";

    /// <summary>处罚：追责时效. Limitation.</summary>
    public const string PenaltyLimitation = "penalty.limitation";

    /// <summary>处罚：涉及安全并有危害后果的追责时效. Limitation where life, health or financial safety was harmed.</summary>
    public const string PenaltyLimitationSafety = "penalty.limitation-safety";

    /// <summary>处罚：公告送达. The decision counts as served when a public notice has been out for so long.</summary>
    public const string PenaltyServiceNotice = "penalty.service-notice";

    /// <summary>处罚：延期、分期缴纳罚款. The fine is paid by the day that was allowed.</summary>
    public const string PenaltyPaymentExtended = "penalty.payment-extended";

    /// <summary>处罚：申请行政复议. The party asks for reconsideration.</summary>
    public const string PenaltyReconsideration = "penalty.reconsideration";

    /// <summary>处罚：提起行政诉讼. The party sues.</summary>
    public const string PenaltySuit = "penalty.suit";

    /// <summary>处罚：不服复议决定提起诉讼. The party sues after a reconsideration.</summary>
    public const string PenaltySuitAfterReconsideration = "penalty.suit-after-reconsideration";

    /// <summary>处罚：催告. After it the court may be asked.</summary>
    public const string PenaltyUrging = "penalty.urging";

    /// <summary>处罚：申请法院强制执行. The court is asked to enforce the decision.</summary>
    public const string PenaltyCourtEnforcement = "penalty.court-enforcement";

    /// <summary>处罚：撤回公示. The publication of a decision that no longer stands is withdrawn.</summary>
    public const string PenaltyPublicationWithdrawal = "penalty.publication-withdrawal";

    /// <summary>处罚：退还罚没款. What was paid beyond what stands is given back.</summary>
    public const string PenaltyRefund = "penalty.refund";

    /// <summary>处罚：退还没收物品. Goods that a decision had confiscated which stands no more are given back or paid for.</summary>
    public const string PenaltyGoodsReturn = "penalty.goods-return";

    /// <summary>处罚：结案. The closing form is filled in.</summary>
    public const string PenaltyClosing = "penalty.closing";

    /// <summary>处罚：协商管辖. Two authorities agree whose case it is.</summary>
    public const string PenaltyCompetence = "penalty.competence";

    /// <summary>处罚：指定管辖. The superior of both designates whose case it is.</summary>
    public const string PenaltyDesignation = "penalty.designation";

    private static readonly Statute PenaltyLaw = new(new("行政处罚法", "Administrative Penalty Law (2021)"), new(2021, 7, 15));
    private static readonly Statute PenaltyProcedure = new(new("市场监督管理行政处罚程序规定", "Provisions on Procedures for Penalties by Market Regulators (SAMR 2, rev. 42 and 61)"), new(2021, 7, 15));
    private static readonly Statute CoercionLaw = new(new("行政强制法", "Administrative Coercion Law"), new(2012, 1, 1));
    private static readonly Statute PenaltyPublicity = new(new("市场监督管理行政处罚信息公示规定", "Provisions on Publishing Information on Penalties (SAMR 45)"), new(2021, 9, 1));

    private static readonly Statute ReconsiderationLaw =
        new(new("行政复议法", "Administrative Reconsideration Law (2023)"), new(2024, 1, 1));

    private static readonly Statute LitigationLaw = new(new("行政诉讼法", "Administrative Litigation Law (2014)"), new(2015, 5, 1));

    private static readonly Statute PenaltyHearings = new(
        new("市场监督管理行政处罚听证办法", "Measures on Hearings in Penalty Cases of Market Regulators (SAMR 3, rev. 42)"),
        new(2021, 7, 15));

    private static readonly ImmutableArray<PauseReason> Tests = [PauseReason.Testing, PauseReason.Inspection, PauseReason.Quarantine, PauseReason.ExpertOpinion];

    // 程序规定 第十八条第二款: what these take does not count while it is decided whether to file.
    private static readonly ImmutableArray<PauseReason> TestsAndIdentification = [.. Tests, PauseReason.RightsHolderIdentification];

    private static IEnumerable<StatutoryRule> PenaltyRules() =>
    [
        Row(PenaltyFiling, PenaltyProcedure.Article(18), StatutoryPeriod.OfWorkingDays(15), new("决定是否立案", "decision whether to file"), new("发现线索或者收到材料", "lead or material received")) with
        {
            Extensions = [new(15, Head)],
            StoppedBy = TestsAndIdentification,
        },
        // Articles of 行政处罚法 that say two, three, five or seven days mean working days (art. 85).
        Row(PenaltyPreservation, PenaltyLaw.Article(56), StatutoryPeriod.OfWorkingDays(7), new("对先行登记保存的证据作出处理决定，逾期自行解除", "preserved evidence decided on; else the measure lapses by itself"), new("采取先行登记保存措施", "measure taken")),
        // Thirty days at most (不得超过三十日): they do not roll.
        Row(PenaltySeizure, CoercionLaw.Article(25), StatutoryPeriod.OfDays(30) with { RollsOnRestDay = false }, new("查封、扣押期限", "sealing or seizure ends"), new("作出查封、扣押决定", "decision to seal or seize")) with
        {
            Extensions = [new(30, Head)],
            StoppedBy = Tests,
        },
        Row(
            PenaltyMeasureApproval,
            CoercionLaw.Article(19),
            StatutoryPeriod.OfHours(24),
            new("当场采取的强制措施向负责人报告并补办批准", "measure taken on the spot reported and approved"),
            new("当场采取措施", "measure taken on the spot")),
        // No act starts it yet: requests for assistance come with the work between agencies.
        Row(PenaltyAssistance, PenaltyProcedure.Article(0), StatutoryPeriod.OfWorkingDays(15), new("答复协助调查请求", "request for assistance answered"), new("收到协助调查函", "request received")) with { Confidence = Confidence.OneSource },
        Row(PenaltyLegalReview, PenaltyProcedure.Article(0), StatutoryPeriod.OfWorkingDays(10), new("完成法制审核", "legal review done"), new("收到审核材料", "file received")) with
        {
            Confidence = Confidence.OneSource,
            Extensions = [new(null, Head)],
        },
        Row(PenaltyStatement, PenaltyLaw.Article(64), StatutoryPeriod.OfWorkingDays(5), new("当事人陈述、申辩或者要求听证", "party's statement, defence or request for a hearing"), new("送达告知书", "notice of rights served")),
        Row(PenaltyHearingNotice, PenaltyLaw.Article(64), StatutoryPeriod.OfWorkingDays(7) with { Sense = PeriodSense.LatestBefore }, new("通知听证时间、地点", "hearing announced"), new("举行听证", "hearing held")),
        Row(
            PenaltyHearingChair, PenaltyHearings.Article(18), StatutoryPeriod.OfWorkingDays(3),
            new("确定听证主持人", "somebody named to preside over the hearing"), new("收到听证申请", "hearing asked for")),
        Row(
            PenaltyHearingFile, PenaltyHearings.Article(19), StatutoryPeriod.OfWorkingDays(3),
            new("将案卷移交听证主持人", "file handed to who presides over the hearing"), new("确定听证主持人", "who presides named")),
        Row(
            PenaltyHearingDate, PenaltyHearings.Article(20), StatutoryPeriod.OfWorkingDays(5),
            new("确定听证时间、地点并通知", "day and place of the hearing set and told"), new("听证主持人收到案卷", "file received")),
        Row(
            PenaltyHearingPublication,
            PenaltyHearings.Article(0),
            StatutoryPeriod.OfWorkingDays(3) with { Sense = PeriodSense.LatestBefore },
            new("公告公开举行的听证", "public hearing published"), new("举行听证", "hearing held")) with { Confidence = Confidence.OneSource },
        Row(
            PenaltyHearingReport, PenaltyHearings.Article(29), StatutoryPeriod.OfWorkingDays(5),
            new("撰写听证报告", "report on the hearing written"), new("听证结束", "end of the hearing")),
        // The order sets the day; the clock is that many days longer than none.
        Row(
            PenaltyCorrection, PenaltyLaw.Article(28), new StatutoryPeriod(0, PeriodUnit.CalendarDays),
            new("当事人改正违法行为", "put right by the party"), new("责令改正", "order to put right")) with
        {
            Extensions = [new(null, new("责令改正决定", "the order"))],
        },
        Row(
            PenaltySpotReport, PenaltyProcedure.Article(70), StatutoryPeriod.OfWorkingDays(7),
            new("当场处罚决定报所属部门备案", "penalty on the spot reported to the bureau"),
            new("作出当场处罚决定", "decision on the spot")) with { Confidence = Confidence.OneSource },
        Row(
            PenaltySpotCash, PenaltyLaw.Article(71), StatutoryPeriod.OfWorkingDays(2),
            new("上交当场收缴的罚款", "cash collected on the spot handed in"), new("收缴罚款", "fine collected")),
        Row(PenaltyDecision, PenaltyLaw.Article(60), StatutoryPeriod.OfDays(90), new("作出处罚决定", "decision on the penalty"), new("立案", "filing")) with
        {
            Citations = [PenaltyLaw.Article(60), PenaltyProcedure.Article(64)],
            Extensions = [new(30, Head), new(null, new("行政机关负责人集体讨论", "the collective decision of the heads"))],
            StoppedBy = [PauseReason.Stay, PauseReason.Hearing, PauseReason.PublicNotice, .. Tests, PauseReason.RightsHolderIdentification, PauseReason.OrderedRefund],
        },
        Row(PenaltyService, PenaltyLaw.Article(61), StatutoryPeriod.OfWorkingDays(7), new("当事人不在场的，送达处罚决定书", "decision served on a party who was not present"), new("作出处罚决定", "decision")),
        Row(PenaltyPayment, PenaltyLaw.Article(67), StatutoryPeriod.OfDays(15), new("缴纳罚款", "fine paid"), new("收到处罚决定书", "decision served")),
        Row(PenaltyPublication, PenaltyPublicity.Article(0), StatutoryPeriod.OfWorkingDays(20), new("公示处罚信息", "decision published"), new("作出处罚决定", "decision")) with { Confidence = Confidence.OneSource },
        // A party of another province is published by its own: told of the decision within ten, it publishes within ten more.
        // No act starts these two yet: whose party is of another province is known when agencies exchange what they publish.
        Row(PenaltyPublicationPush, PenaltyPublicity.Article(0), StatutoryPeriod.OfWorkingDays(10),
            new("将外省当事人的处罚信息推送至其登记地省级市场监管部门", "decision on a party of another province pushed there"),
            new("作出处罚决定", "decision")) with { Confidence = Confidence.OneSource },
        Row(PenaltyPublicationReceived, PenaltyPublicity.Article(0), StatutoryPeriod.OfWorkingDays(10),
            new("公示外省推送的处罚信息", "decision of another province published"),
            new("收到推送", "decision received")) with { Confidence = Confidence.OneSource },
        // It is served by the mere lapse of the days (自公告发布之日起经过三十日): nothing is to be done on the last one, so it rolls for no holiday.
        Row(PenaltyServiceNotice, PenaltyProcedure.Article(81), new StatutoryPeriod(30, PeriodUnit.CalendarDays),
            new("公告期满，视为送达", "public notice over, decision deemed served"), new("发布公告", "notice published")),
        // The last day is the one that was allowed, also where it is a day of rest.
        Row(PenaltyPaymentExtended, PenaltyLaw.Article(66), new StatutoryPeriod(15, PeriodUnit.CalendarDays),
            new("按准予的期限缴纳罚款", "fine paid by the day that was allowed"), new("收到处罚决定书", "decision served")) with
        {
            Extensions = [new(null, Head)],
        },
        // The party's terms end on a working day (行政复议法 第八十八条; 行政诉讼法 第一百零一条, 民事诉讼法 第八十五条).
        Row(PenaltyReconsideration, ReconsiderationLaw.Article(20), StatutoryPeriod.OfDays(60),
            new("申请行政复议", "reconsideration asked for"), new("收到处罚决定书", "decision served")),
        Row(PenaltySuit, LitigationLaw.Article(46), StatutoryPeriod.OfMonths(6) with { RollsOnRestDay = true },
            new("提起行政诉讼", "suit brought"), new("收到处罚决定书", "decision served")),
        Row(PenaltySuitAfterReconsideration, LitigationLaw.Article(45), StatutoryPeriod.OfDays(15),
            new("不服复议决定提起行政诉讼", "suit brought after reconsideration"), new("收到复议决定书", "reconsideration decision received")),
        // 行政强制法 第六十九条: its "十日以内" are working days.
        Row(PenaltyUrging, CoercionLaw.Article(54), StatutoryPeriod.OfWorkingDays(10),
            new("催告后当事人仍未履行", "party urged and has not performed"), new("送达催告书", "urging served")),
        // A term within which a court is turned to is counted as the court counts it (行政诉讼法 第一百零一条, 民事诉讼法 第八十五条): where
        // its last day is a rest day, it ends with the first working day after.
        Row(PenaltyCourtEnforcement, CoercionLaw.Article(53), StatutoryPeriod.OfMonths(3) with { RollsOnRestDay = true },
            new("申请人民法院强制执行", "court asked to enforce"), new("起诉期限届满", "right to sue ended")) with
        {
            Citations = [CoercionLaw.Article(53), LitigationLaw.Article(101)],
        },
        Row(PenaltyPublicationWithdrawal, PenaltyLaw.Article(48), StatutoryPeriod.OfWorkingDays(3),
            new("撤回处罚公示并说明理由", "publication withdrawn, with the reason"), new("处罚决定被变更或者撤销", "decision changed or annulled")),
        InternalRow(PenaltyRefund, StatutoryPeriod.OfWorkingDays(10),
            new("退还多缴的罚没款", "what was paid beyond what stands given back"),
                new("处罚决定被变更、撤销或者更正缴款", "decision changed or annulled, or payment corrected")),
        // 国家赔偿法 第三十六条 has them given back, or paid for where they are there no more; neither it nor 行政处罚法 says within how many
        // days. The bureau's own term is that of a refund.
        InternalRow(PenaltyGoodsReturn, StatutoryPeriod.OfWorkingDays(10),
            new("退还据已撤销、变更的处罚决定没收的物品，物品不存在的折价赔偿（行政处罚法未规定期限）",
                "goods given back that a fallen decision had confiscated, or paid for (no term in the Administrative Penalty Law)"),
            new("没收物品的处罚决定被变更、撤销", "decision that confiscated them changed or annulled")),
        Row(PenaltyClosing, PenaltyProcedure.Article(77), StatutoryPeriod.OfWorkingDays(15),
            new("填写结案审批表", "closing form filled in"), new("履行完毕或者终结", "executed or ended")),
        Row(PenaltyCompetence, PenaltyProcedure.Article(14), StatutoryPeriod.OfWorkingDays(7),
            new("协商解决管辖争议，协商不成的报请指定管辖", "competence agreed, or the superior asked to designate"),
            new("发生管辖争议", "dispute about competence")) with
        {
            Confidence = Confidence.OneSource,
            StoppedBy = [PauseReason.Stay], // while the police have the case
        },
        Row(PenaltyDesignation, PenaltyProcedure.Article(16), StatutoryPeriod.OfWorkingDays(7),
            new("上级机关指定管辖", "competence designated by the superior"),
            new("收到报请指定管辖的材料", "request to designate")) with { Confidence = Confidence.OneSource },
        Row(PenaltyLimitation, PenaltyLaw.Article(36), StatutoryPeriod.OfMonths(24), new("追责时效", "limitation"), new("违法行为终了", "end of the act")),
        Row(PenaltyLimitationSafety, PenaltyLaw.Article(36), StatutoryPeriod.OfMonths(60), new("涉及公民生命健康安全、金融安全且有危害后果的追责时效", "limitation where life, health or financial safety was harmed"), new("违法行为终了", "end of the act")),
    ];
}
