using System.Globalization;
using System.Reflection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Cases;

/// <summary>Every clock of cases, transfers and orders across the Spring Festival of 2026 (15 to 23 February free, 14 and 28 February worked), National Day (1 to 7 October free, 20 September and 10 October worked) and a year's end.</summary>
public sealed class EnforcementClockTests
{
    [Theory]
    // Working days: 立案 15, 法制审核 10, 陈述申辩 5, 送达 7, 公示 20, 先行登记保存 7.
    [InlineData(StatutoryRules.PenaltyFiling, "2026-02-10 09:00", "2026-03-10 00:00")]
    [InlineData(StatutoryRules.PenaltyFiling, "2026-09-18 09:00", "2026-10-16 00:00")]
    [InlineData(StatutoryRules.PenaltyFiling, "2025-12-25 09:00", "2026-01-17 00:00")]
    [InlineData(StatutoryRules.PenaltyLegalReview, "2026-02-13 09:00", "2026-03-06 00:00")]
    [InlineData(StatutoryRules.PenaltyLegalReview, "2026-09-25 09:00", "2026-10-16 00:00")]
    [InlineData(StatutoryRules.PenaltyStatement, "2026-02-13 09:00", "2026-02-28 00:00")]
    [InlineData(StatutoryRules.PenaltyStatement, "2026-09-30 09:00", "2026-10-14 00:00")]
    [InlineData(StatutoryRules.PenaltyService, "2026-02-12 09:00", "2026-03-01 00:00")]
    [InlineData(StatutoryRules.PenaltyService, "2025-12-29 09:00", "2026-01-09 00:00")]
    [InlineData(StatutoryRules.PenaltyPublication, "2026-02-13 09:00", "2026-03-20 00:00")]
    [InlineData(StatutoryRules.PenaltyPreservation, "2026-02-13 09:00", "2026-03-03 00:00")]
    // 听证: 主持人 3, 案卷 3, 日期 5, 报告 5; 当场处罚: 备案 7, 交款 2.
    [InlineData(StatutoryRules.PenaltyHearingChair, "2026-02-13 09:00", "2026-02-26 00:00")]
    [InlineData(StatutoryRules.PenaltyHearingFile, "2026-09-24 09:00", "2026-10-01 00:00")]
    [InlineData(StatutoryRules.PenaltyHearingDate, "2025-12-30 09:00", "2026-01-08 00:00")]
    [InlineData(StatutoryRules.PenaltyHearingReport, "2026-02-13 09:00", "2026-02-28 00:00")]
    [InlineData(StatutoryRules.PenaltySpotReport, "2026-02-12 09:00", "2026-03-01 00:00")]
    [InlineData(StatutoryRules.PenaltySpotCash, "2026-09-30 09:00", "2026-10-10 00:00")]
    // 管辖争议: 协商 7, 指定 7.
    [InlineData(StatutoryRules.PenaltyCompetence, "2026-02-12 09:00", "2026-03-01 00:00")]
    [InlineData(StatutoryRules.PenaltyDesignation, "2026-09-30 09:00", "2026-10-16 00:00")]
    [InlineData(StatutoryRules.TransferJudgmentInquiry, "2026-02-10 09:00", "2027-02-11 00:00")]
    [InlineData(StatutoryRules.PenaltyHearingPublication, "2026-10-09 09:00", "2026-09-30 00:00")]
    // Calendar days: 处罚决定 90, 缴款 15 and the police's 3 roll; 查封扣押 30 and our own 3 of a transfer (decision 22) do not.
    [InlineData(StatutoryRules.PenaltyDecision, "2025-11-20 09:00", "2026-02-25 00:00")]
    [InlineData(StatutoryRules.PenaltyDecision, "2026-07-05 09:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.PenaltySeizure, "2026-01-15 09:00", "2026-02-15 00:00")]
    [InlineData(StatutoryRules.PenaltySeizure, "2026-01-16 09:00", "2026-02-16 00:00")] // thirty days at most: not even into a festival
    [InlineData(StatutoryRules.PenaltyPayment, "2026-01-30 09:00", "2026-02-15 00:00")]
    [InlineData(StatutoryRules.PenaltyPayment, "2025-12-17 09:00", "2026-01-05 00:00")]
    [InlineData(StatutoryRules.TransferDecision, "2026-02-12 17:00", "2026-02-16 00:00")]
    [InlineData(StatutoryRules.TransferPoliceDecision, "2026-02-11 17:00", "2026-02-15 00:00")]
    [InlineData(StatutoryRules.TransferPoliceDecision, "2026-09-30 17:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.TransferReconsiderationRequest, "2026-09-30 17:00", "2026-10-04 00:00")]
    [InlineData(StatutoryRules.TransferReconsiderationDecision, "2025-12-31 17:00", "2026-01-05 00:00")]
    [InlineData(StatutoryRules.TransferSupervisionRequest, "2026-02-25 17:00", "2026-03-01 00:00")]
    [InlineData(StatutoryRules.TransferSupervisionRequest, "2025-12-31 17:00", "2026-01-04 00:00")]
    [InlineData(StatutoryRules.TransferSupervision, "2026-09-01 17:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.TransferHandingOver, "2026-10-07 17:00", "2026-10-11 00:00")]
    [InlineData(StatutoryRules.TransferHandingOver, "2026-09-29 17:00", "2026-10-03 00:00")]
    // 整改 30 days that roll; 复查 10 and 处理建议 5 working days.
    [InlineData(StatutoryRules.RectificationTerm, "2026-01-20 09:00", "2026-02-25 00:00")]
    [InlineData(StatutoryRules.RectificationTerm, "2026-09-05 09:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.RectificationTerm, "2025-12-02 09:00", "2026-01-05 00:00")]
    [InlineData(StatutoryRules.RectificationAnswer, "2026-01-20 09:00", "2026-02-25 00:00")]
    [InlineData(StatutoryRules.Reinspection, "2026-02-10 09:00", "2026-03-03 00:00")]
    [InlineData(StatutoryRules.Reinspection, "2026-09-18 09:00", "2026-10-10 00:00")]
    [InlineData(StatutoryRules.RectificationMeasure, "2025-12-30 09:00", "2026-01-08 00:00")]
    [InlineData(StatutoryRules.RectificationMeasure, "2026-02-13 09:00", "2026-02-28 00:00")]
    // Hours run through festivals and nights.
    [InlineData(StatutoryRules.TransferTaskGroup, "2026-02-15 20:30", "2026-02-16 20:30")]
    [InlineData(StatutoryRules.TransferSending, "2025-12-31 23:00", "2026-01-01 23:00")]
    [InlineData(StatutoryRules.TransferPoliceForwarding, "2026-10-01 08:00", "2026-10-02 08:00")]
    [InlineData(StatutoryRules.TransferEarlyIntervention, "2026-02-16 23:30", "2026-02-17 00:30")]
    // Months: 追责时效 2 and 5 years.
    [InlineData(StatutoryRules.PenaltyLimitation, "2024-02-29 09:00", "2026-03-01 00:00")]
    [InlineData(StatutoryRules.PenaltyLimitationSafety, "2021-02-16 09:00", "2026-02-17 00:00")]
    [InlineData(StatutoryRules.PenaltyLimitationSafety, "2021-09-30 09:00", "2026-10-01 00:00")]
    // Of parties of other provinces: 推送 10, 公示 10.
    [InlineData(StatutoryRules.PenaltyPublicationPush, "2026-02-13 09:00", "2026-03-06 00:00")]
    [InlineData(StatutoryRules.PenaltyPublicationReceived, "2026-09-30 09:00", "2026-10-21 00:00")]
    // After a decision: 公告 30, 延期分期 15, 复议 60, 起诉 6 months or 15 days, 催告 10, 申请强制执行 3 months, 撤回公示 3, 退还 10, 结案 15.
    [InlineData(StatutoryRules.PenaltyServiceNotice, "2026-09-01 09:00", "2026-10-02 00:00")]
    [InlineData(StatutoryRules.PenaltyPaymentExtended, "2026-09-16 09:00", "2026-10-02 00:00")]
    [InlineData(StatutoryRules.PenaltyReconsideration, "2026-03-02 09:00", "2026-05-07 00:00")]
    [InlineData(StatutoryRules.PenaltySuit, "2026-04-01 09:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.PenaltySuitAfterReconsideration, "2026-09-20 09:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.PenaltyUrging, "2026-09-18 09:00", "2026-10-10 00:00")]
    [InlineData(StatutoryRules.PenaltyCourtEnforcement, "2026-07-01 09:00", "2026-10-09 00:00")] // 行政诉讼法 第一百零一条: National Day gives way
    [InlineData(StatutoryRules.PenaltyCourtEnforcement, "2026-06-30 09:00", "2026-10-01 00:00")]
    [InlineData(StatutoryRules.PenaltyCourtEnforcement, "2026-07-08 09:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.PenaltyPublicationWithdrawal, "2026-02-13 09:00", "2026-02-26 00:00")]
    [InlineData(StatutoryRules.PenaltyGoodsReturn, "2026-09-18 09:00", "2026-10-10 00:00")]
    [InlineData(StatutoryRules.PenaltyRefund, "2026-09-18 09:00", "2026-10-10 00:00")]
    [InlineData(StatutoryRules.PenaltyClosing, "2026-09-18 09:00", "2026-10-16 00:00")]
    // Of transfers: 抄送检察院 24 hours, 抄送处罚决定 10; 当场措施补批 24 hours, 协助调查 15, 责令改正 to its day.
    [InlineData(StatutoryRules.TransferProsecutorsCopy, "2026-02-15 09:00", "2026-02-16 09:00")]
    [InlineData(StatutoryRules.TransferPenaltyCopies, "2026-02-09 09:00", "2026-02-20 00:00")]
    [InlineData(StatutoryRules.PenaltyMeasureApproval, "2026-02-16 20:00", "2026-02-17 20:00")]
    [InlineData(StatutoryRules.PenaltyAssistance, "2026-02-10 09:00", "2026-03-10 00:00")]
    [InlineData(StatutoryRules.PenaltyCorrection, "2026-10-01 09:00", "2026-10-02 00:00")]
    // 投诉举报, on both sides of 15 April 2026: 受理 7, 调解 45 working days before and 60 days since, 立案 15, 告知 5; 转办, 管辖 7; 从快 2 and 5.
    [InlineData(StatutoryRules.ComplaintAcceptance, "2026-04-14 09:00", "2026-04-24 00:00")]
    [InlineData(StatutoryRules.ComplaintAcceptance, "2026-04-30 09:00", "2026-05-14 00:00")]
    [InlineData(StatutoryRules.ComplaintMediation, "2026-04-14 09:00", "2026-06-19 00:00")]
    [InlineData(StatutoryRules.ComplaintMediation, "2026-04-15 09:00", "2026-06-15 00:00")]
    [InlineData(StatutoryRules.ComplaintMediation, "2026-04-20 09:00", "2026-06-20 00:00")]
    [InlineData(StatutoryRules.ComplaintMediationTold, "2026-02-13 09:00", "2026-03-03 00:00")]
    [InlineData(StatutoryRules.ComplaintMediationTold, "2026-09-30 09:00", "2026-10-16 00:00")]
    [InlineData(StatutoryRules.ComplaintLeadFiling, "2026-04-24 09:00", "2026-05-20 00:00")]
    [InlineData(StatutoryRules.ReportVerification, "2026-04-14 09:00", "2026-05-09 00:00")]
    [InlineData(StatutoryRules.ReportVerification, "2026-04-15 09:00", "2026-05-10 00:00")]
    [InlineData(StatutoryRules.ReportAnswer, "2026-04-13 09:00", "2026-04-21 00:00")]
    [InlineData(StatutoryRules.ReportAnswer, "2026-04-29 09:00", "2026-05-10 00:00")]
    [InlineData(StatutoryRules.ComplaintPassingOn, "2026-02-13 09:00", "2026-03-03 00:00")]
    [InlineData(StatutoryRules.ComplaintCompetence, "2026-09-18 09:00", "2026-09-30 00:00")]
    [InlineData(StatutoryRules.FastLaneFirstAction, "2026-02-13 09:00", "2026-02-25 00:00")]
    [InlineData(StatutoryRules.FastLaneFiling, "2026-02-13 09:00", "2026-02-28 00:00")]
    [InlineData(StatutoryRules.FastLaneOutcome, "2026-09-30 09:00", "2026-10-10 00:00")]
    // 公示, on both sides of 25 December 2025, and 严重违法失信名单.
    [InlineData(StatutoryRules.PublicityMinor, "2025-12-24 09:00", "2026-03-25 00:00")]
    [InlineData(StatutoryRules.PublicityMinor, "2026-02-16 09:00", "2026-05-17 00:00")]
    [InlineData(StatutoryRules.PublicityGeneral, "2025-12-24 09:00", "2028-12-25 00:00")]
    [InlineData(StatutoryRules.PublicityGeneral, "2025-12-25 09:00", "2026-12-26 00:00")]
    [InlineData(StatutoryRules.PublicityKeyGoods, "2025-12-24 09:00", "2028-12-25 00:00")]
    [InlineData(StatutoryRules.PublicityKeyGoods, "2026-02-16 09:00", "2029-02-17 00:00")]
    [InlineData(StatutoryRules.PublicityRestriction, "2025-12-24 09:00", "2028-12-25 00:00")]
    [InlineData(StatutoryRules.PublicityRestriction, "2026-02-16 09:00", "2029-02-17 00:00")]
    [InlineData(StatutoryRules.PublicityGravest, "2025-12-24 09:00", "2028-12-25 00:00")]
    [InlineData(StatutoryRules.PublicityGravest, "2026-02-16 09:00", "2029-02-17 00:00")]
    [InlineData(StatutoryRules.PublicityGeneralEarly, "2025-12-24 09:00", "2026-06-25 00:00")]
    [InlineData(StatutoryRules.PublicityGeneralEarly, "2025-12-25 09:00", "2026-03-26 00:00")]
    [InlineData(StatutoryRules.PublicityKeyGoodsEarly, "2025-12-24 09:00", "2026-12-25 00:00")]
    [InlineData(StatutoryRules.PublicityKeyGoodsEarly, "2026-02-16 09:00", "2027-02-17 00:00")]
    [InlineData(StatutoryRules.PublicityRestrictionEarly, "2025-12-24 09:00", "2026-06-25 00:00")]
    [InlineData(StatutoryRules.PublicityRestrictionEarly, "2025-12-25 09:00", "2026-12-26 00:00")]
    [InlineData(StatutoryRules.PublicityEnd, "2026-10-01 09:00", "2026-10-02 00:00")]
    [InlineData(StatutoryRules.SeriousViolatorRemoval, "2026-02-16 09:00", "2029-02-17 00:00")]
    [InlineData(StatutoryRules.SeriousViolatorEarlyRemoval, "2026-02-16 09:00", "2027-02-17 00:00")]
    [InlineData(StatutoryRules.SeriousViolatorPublication, "2026-02-13 09:00", "2026-03-20 00:00")]
    [InlineData(StatutoryRules.SeriousViolatorAnnulment, "2026-02-13 09:00", "2026-02-26 00:00")]
    // 信用修复: 受理 2, 决定 7, 停止公示 3; 弄虚作假 3 years.
    [InlineData(StatutoryRules.CreditRepairAcceptance, "2026-02-13 09:00", "2026-02-25 00:00")]
    [InlineData(StatutoryRules.CreditRepairDecision, "2026-09-30 09:00", "2026-10-16 00:00")]
    [InlineData(StatutoryRules.CreditRepairCarriedOut, "2026-02-13 09:00", "2026-02-26 00:00")]
    [InlineData(StatutoryRules.CreditRepairFraud, "2026-02-16 09:00", "2029-02-17 00:00")]
    // 监督抽查: 异议 15 and 改正 60 are the party's and roll; 复查 75, 公告后复查 90 are our own.
    [InlineData(StatutoryRules.SpotCheckObjection, "2026-09-20 09:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.SpotCheckCure, "2026-08-05 09:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.SpotCheckRecheck, "2026-07-20 09:00", "2026-10-04 00:00")]
    [InlineData(StatutoryRules.SpotCheckAfterAnnouncement, "2026-07-05 09:00", "2026-10-04 00:00")]
    // 许可证, counted back from the last valid day: 生产 12 months and 6, 食品 6 months and 30 working days, 认证 90 days and itself; 注销 30 days on.
    [InlineData(StatutoryRules.ProductionLicenceWindow, "2026-08-31 12:00", "2025-08-31 00:00")]
    [InlineData(StatutoryRules.ProductionLicenceApplication, "2026-08-31 12:00", "2026-03-01 00:00")]
    [InlineData(StatutoryRules.FoodLicenceWindow, "2026-08-31 12:00", "2026-02-28 00:00")]
    [InlineData(StatutoryRules.FoodLicenceApplication, "2026-03-15 12:00", "2026-01-28 00:00")]
    [InlineData(StatutoryRules.CertificateWindow, "2026-03-15 12:00", "2025-12-15 00:00")]
    [InlineData(StatutoryRules.CertificateApplication, "2026-02-16 12:00", "2026-02-17 00:00")]
    // 有效期: five years from the first valid day, 长期 none.
    [InlineData(StatutoryRules.ProductionLicenceTerm, "2021-09-20 12:00", "2026-09-21 00:00")]
    [InlineData(StatutoryRules.FoodLicenceTerm, "2021-09-20 12:00", "2026-09-21 00:00")]
    [InlineData(StatutoryRules.CertificateTerm, "2021-09-20 12:00", "2026-09-21 00:00")]
    [InlineData(StatutoryRules.LicenceDeregistration, "2026-03-15 12:00", "2026-04-15 00:00")]
    // 重点任务: the office looks at it within five working days; the Saturday before the festival is one.
    [InlineData(StatutoryRules.CampaignTaskReview, "2026-02-13 09:00", "2026-02-28 00:00")]
    // 窝点: acted on within five working days (internal).
    [InlineData(StatutoryRules.DenFirstAct, "2026-02-13 09:00", "2026-02-28 00:00")]
    // Counted back: the hearing is announced seven working days before.
    [InlineData(StatutoryRules.PenaltyHearingNotice, "2026-03-03 09:00", "2026-02-15 00:00")]
    public void A_clock_ends_when_the_law_says(string rule, string from, string due)
    {
        var evaluated = new StatutoryClock { RuleId = rule, StartedAt = Shanghai(from) }.Evaluate(WorkingCalendar.BuiltIn);
        Assert.Equal(due, evaluated.DueAt!.Value.ToOffset(ShanghaiTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Assert.Empty(evaluated.AssumedYears);
    }

    [Fact]
    public void Every_row_of_the_table_of_clocks_has_a_case_above_and_one_of_its_rule_crosses_a_festival()
    {
        var cases = typeof(EnforcementClockTests).GetMethod(nameof(A_clock_ends_when_the_law_says))!
            .GetCustomAttributes<InlineDataAttribute>()
            .Select(one => one.Data)
            .Select(data => (Rule: (string)data[0]!, From: DayOf(data[1]), Due: DayOf(data[2])))
            .ToLookup(one => one.Rule);
        Assert.All(StatutoryRules.All, row =>
        {
            Assert.True(cases[row.Id].Any(one => row.IsInForceOn(one.From)), $"{row.Id} from {row.ValidFrom}: no case starts under it.");
            Assert.True(cases[row.Id].Any(one => CrossesFestival(one.From, one.Due)), $"{row.Id}: no case crosses a festival.");
        });
    }

    // A weekday on which nobody works.
    private static bool CrossesFestival(DateOnly from, DateOnly due) =>
        Enumerable.Range(0, Math.Abs(due.DayNumber - from.DayNumber) + 1)
            .Select((from < due ? from : due).AddDays)
            .Any(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !WorkingCalendar.BuiltIn.IsWorkingDay(day));

    private static DateOnly DayOf(object? text) => DateOnly.FromDateTime(Shanghai((string)text!).DateTime);

    private static DateTimeOffset Shanghai(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), ShanghaiTime.Offset);
}
