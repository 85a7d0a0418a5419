using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CampaignTasks;

/// <summary>
/// 重点任务不停滞. Every task that is still open has a clock, and where its clock has run out, somebody is told whom it waits for.
/// </summary>
/// <param name="database">The database.</param>
internal sealed class CampaignTasksDoNotStall(Database database) : ISelfCheckRule
{
    public string Name => "campaign-tasks-do-not-stall";

    public BilingualText Title => new("未了的重点任务都有期限在走", "Campaign tasks that are still open have a clock");

    public BilingualText Found => new(
        "未了的重点任务没有期限在走，或者逾期无人办理", "Campaign tasks that are still open have no clock, or nobody acts on what lapsed");

    /// <inheritdoc/>
    public bool IsOfWork => true;

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var handedIn = WireName.Of(CampaignTaskStatus.HandedIn);
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var deadlines = data.GetTable<DeadlineRow>();
        foreach (var row in await data.GetTable<CampaignTaskRow>()
            .Where(row => row.IsOpen && !deadlines.Any(deadline => deadline.Subject == row.Subject))
            .OrderBy(row => row.Subject).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return row.Status == handedIn
                ? new Finding(
                    row.Subject,
                    new BilingualText(
                        $"任务 {row.Number} 上交后审核已逾期，没有人审核", "It was handed in, the term to look at it has lapsed and nobody did"),
                    new BilingualText("立即审核，办结或者退回限期整改", "Look at it now: find it done, or send it back"))
                : row.IsLate
                ? new Finding(
                    row.Subject,
                    new BilingualText(
                        $"任务 {row.Number}（期限 {row.DueOn}）已逾期，牵头科室没有上交",
                        $"It was due on {row.DueOn}, and the lead section has not handed it in"),
                    new BilingualText("督促牵头科室上交，或者取消该任务", "Urge the lead section, or withdraw the task"))
                : new Finding(
                    row.Subject,
                    new BilingualText($"任务 {row.Number}（期限 {row.DueOn}）没有期限在走", $"The task ({row.DueOn}) has no clock"),
                    StatesAndTables.Rebuild,
                    IsBroken: true);
        }
    }
}
