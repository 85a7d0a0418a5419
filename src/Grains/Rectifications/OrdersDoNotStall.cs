using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>整改不停滞. Every order that is still to be put right or re-inspected has a clock, and where all its clocks have run out, somebody is told.</summary>
/// <param name="database">The database.</param>
internal sealed class OrdersDoNotStall(Database database) : ISelfCheckRule
{
    public string Name => "orders-do-not-stall";

    public BilingualText Title => new("未了的整改都有期限在走", "Orders that are still open have a clock");

    public BilingualText Found => new("未了的整改没有期限在走，或者逾期无人办理", "Orders that are still open have no clock, or nobody acts on what lapsed");

    /// <inheritdoc/>
    public bool IsOfWork => true;

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What was proposed after a measure that was taken waits for whoever decides; where nothing was, the order waits to be looked at.
        // One that ended with a banning is nobody's work any more.
        string[] open = [.. RectificationState.OpenStatuses.Select(WireName.Of)];
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var deadlines = data.GetTable<DeadlineRow>();
        var work = data.GetTable<OpenWorkRow>();
        foreach (var row in await data.GetTable<RectificationRow>()
            .Where(row => open.Contains(row.Status)
                && (row.TakenMeasure == null || row.ProposedMeasure == null)
                && work.Any(one => one.Subject == row.Subject)
                && !deadlines.Any(deadline => deadline.Subject == row.Subject))
            .OrderBy(row => row.Subject).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return row.HasLapses
                ? new Finding(
                    row.Subject,
                    new BilingualText(
                        $"整改 {row.Number}（期限 {row.DueOn}）的复查或者决定已逾期，没有人办理",
                        $"Its day was {row.DueOn}; the terms to re-inspect or decide have lapsed and nobody acts"),
                    new BilingualText("立即复查或者作出决定", "Re-inspect or decide now"))
                : new Finding(
                    row.Subject,
                    new BilingualText($"整改 {row.Number}（期限 {row.DueOn}）没有期限在走", $"The order ({row.DueOn}) has no clock"),
                    StatesAndTables.Rebuild,
                    IsBroken: true);
        }
    }
}
