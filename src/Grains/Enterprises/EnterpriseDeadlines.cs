using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业期限. What an enterprise owes to the clock: to tell its licences, its open orders and its planned inspections that it has
/// ended, or that it has not.</summary>
public static class EnterpriseDeadlines
{
    /// <summary>What a licence has yet to be told; due at once.</summary>
    [Deadline, Term("告知许可证", "news for the licence")]
    public const string LicenceNews = "enterprise.licence-news";

    /// <summary>What an open order has yet to be told; due at once.</summary>
    [Deadline, Term("告知整改", "news for the order")]
    public const string OrderNews = "enterprise.order-news";

    /// <summary>What a planned inspection has yet to be told; due at once.</summary>
    [Deadline, Term("告知检查", "news for the inspection")]
    public const string InspectionNews = "enterprise.inspection-news";

    [RuleText("An enterprise that has ended is inspected no more (internal term): Regulation on Production Licences for Industrial "
        + "Products, art. 36")]
    private const string InspectionNewsRule = "企业终止的，取消已计划的检查（内部期限）：工业产品生产许可证管理条例 第三十六条";

    [RuleText("Nothing more is done to an enterprise that has ended: Administrative Licensing Law, art. 70(3)")]
    private const string OrderNewsRule = "企业终止的，不再采取整改措施：行政许可法 第七十条第三项";

    [RuleText("The licences of an enterprise that has ended are deregistered: Administrative Licensing Law, art. 70(3)")]
    private const string LicenceNewsRule = "企业终止的，依法办理许可注销：行政许可法 第七十条第三项";

    /// <summary>The deadlines that stand in a state.</summary>
    /// <param name="enterprise">A state.</param>
    public static IReadOnlyList<OpenDeadline> Of(EnterpriseState enterprise)
    {
        ArgumentNullException.ThrowIfNull(enterprise);
        return enterprise switch
        {
            { OwedToLicences: [var licence, ..] } => [new OpenDeadline(LicenceNews, licence.Since, LicenceNewsRule)],
            { OwedToMatters: [{ IsInspection: true } inspection, ..] } =>
                [new OpenDeadline(InspectionNews, inspection.Since, InspectionNewsRule)],
            { OwedToMatters: [var order, ..] } => [new OpenDeadline(OrderNews, order.Since, OrderNewsRule)],
            _ => [],
        };
    }
}
