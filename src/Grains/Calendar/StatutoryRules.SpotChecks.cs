using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

public static partial class StatutoryRules
{
    /// <summary>监督抽查：异议. Who was checked objects to the result.</summary>
    public const string SpotCheckObjection = "spot-check.objection";

    /// <summary>监督抽查：改正. What failed is put right.</summary>
    public const string SpotCheckCure = "spot-check.cure";

    /// <summary>监督抽查：复查. What failed is checked again.</summary>
    public const string SpotCheckRecheck = "spot-check.recheck";

    /// <summary>监督抽查：公告后复查. What failed again is checked once more after it was announced.</summary>
    public const string SpotCheckAfterAnnouncement = "spot-check.after-announcement";

    private static readonly Statute SpotCheckMeasures =
        new(new("产品质量监督抽查管理暂行办法", "Interim Measures for Spot Checks of Products (SAMR 18)"), new(2020, 1, 1));

    // No act of enforcement starts these: a failure comes in as a lead (LeadSource.SpotCheck); objection, cure and recheck belong to the
    // spot checks themselves, which are yet to come.
    private static IEnumerable<StatutoryRule> SpotCheckRules() =>
    [
        Row(SpotCheckObjection, SpotCheckMeasures.Article(36), StatutoryPeriod.OfDays(15),
            new("对检验结论提出异议", "objection to the result"), new("收到检验结论", "result received")),
        Row(SpotCheckCure, SpotCheckMeasures.Article(46), StatutoryPeriod.OfDays(60),
            new("不合格产品生产者、销售者改正", "put right by producer or seller"), new("收到责令改正通知书", "order received")),
        Row(SpotCheckRecheck, SpotCheckMeasures.Article(47), Ours(75),
            new("组织复查", "checked again"), new("责令改正", "order to put right")),
        Row(SpotCheckAfterAnnouncement, SpotCheckMeasures.Article(48), Ours(90),
            new("公告满60日后再次组织复查", "checked once more, sixty days after the announcement at the earliest"),
            new("复查不合格的公告", "failure announced")),
    ];
}
