namespace ShuangDa.Grains.Calendar;

public static partial class StatutoryRules
{
    /// <summary>专项行动：审核重点任务. The office of the leading group looks at what a section handed in.</summary>
    public const string CampaignTaskReview = "campaign-task.review";

    private static IEnumerable<StatutoryRule> CampaignRules() =>
    [
        InternalRow(
            CampaignTaskReview,
            StatutoryPeriod.OfWorkingDays(5),
            new("审核上交的重点任务", "task of a campaign looked at"),
            new("科室上交任务完成情况", "section handed it in")),
    ];
}
