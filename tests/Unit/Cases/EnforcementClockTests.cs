using System.Globalization;
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
    [InlineData(StatutoryRules.PenaltyHearingPublication, "2026-10-09 09:00", "2026-09-30 00:00")]
    // Calendar days that roll: 处罚决定 90, 查封扣押 30, 缴款 15; transfers 3.
    [InlineData(StatutoryRules.PenaltyDecision, "2025-11-20 09:00", "2026-02-25 00:00")]
    [InlineData(StatutoryRules.PenaltyDecision, "2026-07-05 09:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.PenaltySeizure, "2026-01-15 09:00", "2026-02-15 00:00")]
    [InlineData(StatutoryRules.PenaltySeizure, "2026-01-16 09:00", "2026-02-25 00:00")]
    [InlineData(StatutoryRules.PenaltyPayment, "2026-01-30 09:00", "2026-02-15 00:00")]
    [InlineData(StatutoryRules.PenaltyPayment, "2025-12-17 09:00", "2026-01-05 00:00")]
    [InlineData(StatutoryRules.TransferDecision, "2026-02-12 17:00", "2026-02-25 00:00")]
    [InlineData(StatutoryRules.TransferPoliceDecision, "2026-02-11 17:00", "2026-02-15 00:00")]
    [InlineData(StatutoryRules.TransferReconsiderationRequest, "2026-09-30 17:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.TransferReconsiderationDecision, "2025-12-31 17:00", "2026-01-05 00:00")]
    [InlineData(StatutoryRules.TransferSupervisionRequest, "2026-02-25 17:00", "2026-03-01 00:00")]
    [InlineData(StatutoryRules.TransferHandingOver, "2026-10-07 17:00", "2026-10-11 00:00")]
    // 整改 30 days that roll; 复查 10 and 处理建议 5 working days.
    [InlineData(StatutoryRules.RectificationTerm, "2026-01-20 09:00", "2026-02-25 00:00")]
    [InlineData(StatutoryRules.RectificationTerm, "2026-09-05 09:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.RectificationTerm, "2025-12-02 09:00", "2026-01-05 00:00")]
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
    // After a decision: 公告 30, 延期分期 15, 复议 60, 起诉 6 months or 15 days, 催告 10, 申请强制执行 3 months, 撤回公示 3, 退还 10, 结案 15.
    [InlineData(StatutoryRules.PenaltyServiceNotice, "2026-09-01 09:00", "2026-10-02 00:00")]
    [InlineData(StatutoryRules.PenaltyPaymentExtended, "2026-09-16 09:00", "2026-10-02 00:00")]
    [InlineData(StatutoryRules.PenaltyReconsideration, "2026-03-02 09:00", "2026-05-07 00:00")]
    [InlineData(StatutoryRules.PenaltySuit, "2026-04-01 09:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.PenaltySuitAfterReconsideration, "2026-09-20 09:00", "2026-10-09 00:00")]
    [InlineData(StatutoryRules.PenaltyUrging, "2026-09-18 09:00", "2026-10-10 00:00")]
    [InlineData(StatutoryRules.PenaltyCourtEnforcement, "2026-07-01 09:00", "2026-10-02 00:00")]
    [InlineData(StatutoryRules.PenaltyPublicationWithdrawal, "2026-02-13 09:00", "2026-02-26 00:00")]
    [InlineData(StatutoryRules.PenaltyRefund, "2026-09-18 09:00", "2026-10-10 00:00")]
    [InlineData(StatutoryRules.PenaltyClosing, "2026-09-18 09:00", "2026-10-16 00:00")]
    // Counted back: the hearing is announced seven working days before.
    [InlineData(StatutoryRules.PenaltyHearingNotice, "2026-03-03 09:00", "2026-02-15 00:00")]
    public void A_clock_ends_when_the_law_says(string rule, string from, string due)
    {
        var evaluated = new StatutoryClock { RuleId = rule, StartedAt = Shanghai(from) }.Evaluate(WorkingCalendar.BuiltIn);
        Assert.Equal(due, evaluated.DueAt!.Value.ToOffset(ShanghaiTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Assert.Empty(evaluated.AssumedYears);
    }

    private static DateTimeOffset Shanghai(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), ShanghaiTime.Offset);
}
