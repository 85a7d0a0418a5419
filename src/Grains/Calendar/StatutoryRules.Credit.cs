namespace ShuangDa.Grains.Calendar;

public static partial class StatutoryRules
{
    /// <summary>严重违法失信名单：期满移出. An enterprise leaves the list of serious violators.</summary>
    public const string SeriousViolatorRemoval = "credit.serious-violator-removal";

    /// <summary>严重违法失信名单：可申请提前移出. Early removal may be applied for once this is over.</summary>
    public const string SeriousViolatorEarlyRemoval = "credit.serious-violator-early-removal";

    private static readonly Statute SeriousViolatorMeasures = new(new("市场监督管理严重违法失信名单管理办法", "Measures for the List of Serious Violators (SAMR 44)"), new(2021, 9, 1));

    private static IEnumerable<StatutoryRule> CreditRules() =>
    [
        Row(SeriousViolatorRemoval, SeriousViolatorMeasures.Article(0), StatutoryPeriod.OfMonths(36), new("期满移出名单", "removal from the list"), new("列入名单", "entry in the list")) with { Confidence = Confidence.OneSource },
        Row(SeriousViolatorEarlyRemoval, SeriousViolatorMeasures.Article(0), StatutoryPeriod.OfMonths(12), new("届满后可申请提前移出", "over before early removal may be applied for"), new("列入名单", "entry in the list")) with { Confidence = Confidence.OneSource },
    ];
}
