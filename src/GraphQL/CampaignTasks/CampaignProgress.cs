using GraphQL;
using ShuangDa.Grains.CampaignTasks;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.CampaignTasks;

/// <summary>任务进度. How far a section has come with the tasks that it leads.</summary>
/// <param name="Section">牵头科室. The code of the section.</param>
/// <param name="Total">任务数. How many it leads; those that were withdrawn are not among them.</param>
/// <param name="Done">已办结. How many are done.</param>
/// <param name="HandedIn">待审核. How many the office looks at.</param>
/// <param name="Late">逾期. How many of those that the section owes are late.</param>
/// <param name="Open">办理中. How many it owes in time.</param>
/// <param name="Withdrawn">已取消. How many are no longer asked for.</param>
[Name("CampaignProgress"), ReadableBy(Readers.Bureau)]
public sealed record CampaignProgress(string Section, int Total, int Done, int HandedIn, int Late, int Open, int Withdrawn)
{
    private static readonly string[] Owed =
    [
        WireName.Of(CampaignTaskStatus.Assigned), WireName.Of(CampaignTaskStatus.Accepted), WireName.Of(CampaignTaskStatus.Returned),
    ];

    /// <summary>The progress of a section, from what is counted of its tasks.</summary>
    /// <param name="section">The code of the section.</param>
    /// <param name="cells">What is counted.</param>
    internal static CampaignProgress Of(string section, IEnumerable<CampaignTaskCountRow> cells)
    {
        var all = cells.ToList();
        var (done, handedIn) = (In(CampaignTaskStatus.Done), In(CampaignTaskStatus.HandedIn));
        var late = Sum(cell => Owed.Contains(cell.Status) && cell.IsLate);
        var open = Sum(cell => Owed.Contains(cell.Status) && !cell.IsLate);
        return new(section, done + handedIn + late + open, done, handedIn, late, open, In(CampaignTaskStatus.Withdrawn));

        int In(CampaignTaskStatus status) => Sum(cell => cell.Status == WireName.Of(status));
        int Sum(Func<CampaignTaskCountRow, bool> which) => (int)all.Where(which).Sum(cell => cell.Rows);
    }
}
