using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>整改用语. The words for an order's states, results and measures, as officials use them.</summary>
public static class RectificationTexts
{
    /// <summary>The words for a status.</summary>
    /// <param name="status">A status.</param>
    public static BilingualText Of(RectificationStatus status) => status switch
    {
        RectificationStatus.Ordered => new("已责令", "ordered"),
        RectificationStatus.Reported => new("已报告", "reported"),
        RectificationStatus.Overdue => new("逾期未改正", "overdue"),
        RectificationStatus.Passed => new("复查合格", "passed"),
        RectificationStatus.Failed => new("复查不合格", "failed"),
        RectificationStatus.Referred => new("已移送", "referred"),
        RectificationStatus.Void => new("已失效", "void"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>The words for a re-inspection's result.</summary>
    /// <param name="result">A result.</param>
    public static BilingualText Of(ReinspectionResult result) => result switch
    {
        ReinspectionResult.Complied => new("已改正", "put right"),
        ReinspectionResult.StillInViolation => new("仍不符合要求", "still in violation"),
        ReinspectionResult.Extended => new("准予延期", "more time given"),
        ReinspectionResult.Referred => new("移送其他部门", "referred"),
        ReinspectionResult.PenaltyProposed => new("仍不符合要求，建议处罚", "still in violation, a penalty is proposed"),
        ReinspectionResult.OrderVoid => new("责令不应成立", "the order should not stand"),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    /// <summary>The words for a measure.</summary>
    /// <param name="measure">A measure.</param>
    public static BilingualText Of(RectificationMeasure measure) => measure switch
    {
        RectificationMeasure.Suspension => new("暂扣许可证", "suspension of the licence"),
        RectificationMeasure.Withdrawal => new("提请撤销许可证", "request to withdraw the licence"),
        RectificationMeasure.Banning => new("报请取缔", "report for banning"),
        RectificationMeasure.Deregistration => new("注销许可证", "deregistration of the licence"),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    /// <summary>The words for a step of the licence.</summary>
    /// <param name="kind">A step.</param>
    public static BilingualText Of(LicenceChangeKind kind) => kind switch
    {
        LicenceChangeKind.Suspend => new("暂扣", "suspended"),
        LicenceChangeKind.RequestWithdrawal => new("提请撤销", "withdrawal requested"),
        LicenceChangeKind.Withdraw => new("撤销", "withdrawn"),
        LicenceChangeKind.Deregister => new("注销", "deregistered"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
