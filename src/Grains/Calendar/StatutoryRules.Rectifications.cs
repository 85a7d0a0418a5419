namespace ShuangDa.Grains.Calendar;

public static partial class StatutoryRules
{
    /// <summary>整改：整改期限. How long an order gives when it names no day itself.</summary>
    public const string RectificationTerm = "rectification.term";

    /// <summary>整改：复查. Re-inspection after a rectification.</summary>
    public const string Reinspection = "rectification.reinspection";

    /// <summary>整改：决定处理建议. A person decides the measure that was proposed.</summary>
    public const string RectificationMeasure = "rectification.measure-decision";

    /// <summary>整改：对方答复. Who was asked to withdraw, suspend or ban answers.</summary>
    public const string RectificationAnswer = "rectification.answer";

    private static IEnumerable<StatutoryRule> RectificationRules() =>
    [
        // "Within a period" (限期改正) is no length: the order sets its day, and the bureau's usual one is thirty days.
        Row(RectificationTerm, PenaltyLaw.Article(28), StatutoryPeriod.OfDays(30), new("完成整改", "rectification done"), new("责令限期整改", "rectification ordered")) with { IsInternal = true },
        InternalRow(Reinspection, StatutoryPeriod.OfWorkingDays(10), new("复查整改情况", "re-inspection"), new("收到整改完成报告或者整改期限届满", "report of completion, or the order's date")),
        InternalRow(RectificationMeasure, StatutoryPeriod.OfWorkingDays(5), new("决定是否采取建议的措施", "proposed measure decided"), new("提出处理建议", "measure proposed")),
        InternalRow(RectificationAnswer, StatutoryPeriod.OfDays(30),
            new("发证机关、认证机构或者政府答复", "answer of the issuing authority, the certification body or the government"),
            new("发出提请、通报或者报告", "request, notification or report sent")),
    ];
}
