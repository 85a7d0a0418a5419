using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

public static partial class StatutoryRules
{
    /// <summary>投诉：受理决定. A complaint is accepted or refused and the complainant told.</summary>
    public const string ComplaintAcceptance = "complaint.acceptance";

    /// <summary>投诉：调解. Mediation ends.</summary>
    public const string ComplaintMediation = "complaint.mediation";

    /// <summary>举报：核查. A report is verified and filing decided.</summary>
    public const string ReportVerification = "complaint.report-verification";

    /// <summary>举报：告知举报人. A reporter who gave a name is told.</summary>
    public const string ReportAnswer = "complaint.report-answer";

    /// <summary>投诉举报：转办. It is passed on where another authority is competent.</summary>
    public const string ComplaintPassingOn = "complaint.passing-on";

    /// <summary>名优企业：首次行动. Fast lane: first action.</summary>
    public const string FastLaneFirstAction = "complaint.fast-lane-first-action";

    /// <summary>名优企业：立案决定. Fast lane: decision whether to file.</summary>
    public const string FastLaneFiling = "complaint.fast-lane-filing";

    /// <summary>名优企业：告知结果. Fast lane: whoever reported is told the outcome.</summary>
    public const string FastLaneOutcome = "complaint.fast-lane-outcome";

    /// <summary>投诉：告知终止调解. Both sides are told that mediation has ended.</summary>
    public const string ComplaintMediationTold = "complaint.mediation-told";

    /// <summary>投诉：调解中发现线索的立案决定. Filing is decided upon a lead that mediation brought up.</summary>
    public const string ComplaintLeadFiling = "complaint.lead-filing";

    /// <summary>投诉举报：管辖争议. Authorities that dispute competence settle it or have it designated.</summary>
    public const string ComplaintCompetence = "complaint.competence";

    private static readonly Statute InterimComplaintMeasures =
        new(new("市场监督管理投诉举报处理暂行办法", "Interim Measures for Complaints and Reports (SAMR 20)"), new(2020, 1, 1));

    private static readonly Statute ComplaintMeasures =
        new(new("市场监督管理投诉举报处理办法", "Measures for Complaints and Reports (SAMR 121)"), new(2026, 4, 15));

    private static readonly DateOnly LastInterimDay = ComplaintMeasures.InForceFrom.PlusDays(-1);

    private static IEnumerable<StatutoryRule> ComplaintRules() =>
    [
        .. Complaint(ComplaintAcceptance, 14, 15, StatutoryPeriod.OfWorkingDays(7), StatutoryPeriod.OfWorkingDays(7),
            new("决定是否受理投诉并告知投诉人", "complaint accepted or refused, complainant told"), new("收到投诉", "complaint received")),

        // Sixty days at most (第二十三条): they do not roll.
        .. Complaint(ComplaintMediation, 21, 23, StatutoryPeriod.OfWorkingDays(45),
            StatutoryPeriod.OfDays(60) with { RollsOnRestDay = false },
            new("调解终止", "mediation ends"), new("受理投诉", "complaint accepted"), Tests),
        .. Complaint(ComplaintMediationTold, 21, 22, StatutoryPeriod.OfWorkingDays(7), StatutoryPeriod.OfWorkingDays(7),
            new("终止调解的，告知投诉人和被投诉人", "both sides told that mediation has ended"), new("作出终止调解决定", "mediation ended")),
        Row(ComplaintLeadFiling, ComplaintMeasures.Article(27), StatutoryPeriod.OfWorkingDays(15),
            new("对调解中发现的违法线索决定是否立案", "filing decided upon a lead found in mediation"),
            new("发现违法线索", "lead found")) with { Extensions = [new(15, Head)] },
        Row(ReportVerification, InterimComplaintMeasures.Article(31), StatutoryPeriod.OfWorkingDays(15),
            new("核查举报并决定是否立案", "report verified, filing decided"), new("收到举报", "report received")) with
        {
            Extensions = [new(15, Head)],
            ValidTo = LastInterimDay,
        },
        Row(ReportVerification, PenaltyProcedure.Article(18), StatutoryPeriod.OfWorkingDays(15),
            new("核查举报并决定是否立案", "report verified, filing decided"), new("收到举报", "report received")) with
        {
            Extensions = [new(15, Head)],
            StoppedBy = TestsAndIdentification,
            ValidFrom = ComplaintMeasures.InForceFrom,
        },
        Row(ReportAnswer, InterimComplaintMeasures.Article(32), StatutoryPeriod.OfWorkingDays(5),
            new("告知实名举报人处理结果", "real-name reporter told"), new("作出是否立案的决定", "decision whether to file")) with
        {
            ValidTo = LastInterimDay,
        },

        // Since then a reporter is owed an answer only where a statute says so (第三十六条); the bureau tells whoever gave a name.
        InternalRow(ReportAnswer, StatutoryPeriod.OfWorkingDays(5),
            new("告知实名举报人处理结果", "real-name reporter told"), new("作出是否立案的决定", "decision whether to file")) with
        {
            ValidFrom = ComplaintMeasures.InForceFrom,
        },
        Row(ComplaintCompetence, ComplaintMeasures.Article(33), StatutoryPeriod.OfWorkingDays(7),
            new("协商或者指定管辖", "competence settled or designated"), new("发生管辖争议", "dispute about competence")),
        InternalRow(ComplaintPassingOn, StatutoryPeriod.OfWorkingDays(7), new("转送有处理权限的机关", "passed on to the competent authority"), new("收到投诉或者举报", "complaint or report received")) with { Confidence = Confidence.OneSource },
        // The notice, part two, (3): what protected brands report is handled 从快.
        InternalRow(FastLaneFirstAction, StatutoryPeriod.OfWorkingDays(2), new("名优企业反映问题的首次处理", "first action for a protected brand"), new("收到反映", "report received")),
        InternalRow(FastLaneFiling, StatutoryPeriod.OfWorkingDays(5), new("名优企业反映问题的立案决定", "decision whether to file for a protected brand"), new("收到反映", "report received")),
        InternalRow(FastLaneOutcome, StatutoryPeriod.OfWorkingDays(2),
            new("告知名优企业处理结果", "protected brand told the outcome"), new("作出处理决定", "outcome decided")),
    ];

    // What the measures of 2026 took over from the interim ones, under its new article and length.
    private static StatutoryRule[] Complaint(
        string id, int before, int since, StatutoryPeriod lengthBefore, StatutoryPeriod length, BilingualText what, BilingualText from,
        ImmutableArray<PauseReason> stoppedBy = default)
    {
        var stops = stoppedBy.IsDefault ? [] : stoppedBy;
        return
        [
            Row(id, InterimComplaintMeasures.Article(before), lengthBefore, what, from) with
            {
                StoppedBy = stops,
                ValidTo = LastInterimDay,
            },
            Row(id, ComplaintMeasures.Article(since), length, what, from) with { StoppedBy = stops },
        ];
    }
}
