using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证按期失效. No licence is in force after its last valid day (行政许可法 第七十条第一项), unless its renewal was applied for and is not
/// decided (第五十条).</summary>
/// <param name="database">The database.</param>
/// <param name="time">The grains' clock.</param>
internal sealed class LicencePastItsEnd(Database database, TimeProvider time) : ISelfCheckRule
{
    // At midnight the clocks may have many to hand over.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public string Name => "licences-end-in-time";

    public BilingualText Title => new("有效期已过的许可证不再有效或暂扣", "Licences past their last valid day are not in force");

    public BilingualText Found => new("有效期已过的许可证仍为有效或者暂扣", "Licences past their last valid day are still in force");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var today = IsoDate.Of(ShanghaiTime.DayOf(time.GetUtcNow() - Patience));
        var (active, suspended) = (WireName.Of(LicenceStatus.Active), WireName.Of(LicenceStatus.Suspended));
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var rows = data.GetTable<LicenceRow>().Where(row => (row.Status == active || row.Status == suspended)
            && (row.RenewalAppliedOn == null || SubjectOrder.IsAfter(row.RenewalAppliedOn, row.MustApplyBy))
            && SubjectOrder.IsAfter(today, row.ValidTo));
        foreach (var row in await rows.OrderBy(row => row.ValidTo).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            var status = Terms.Of(WireName.Find<LicenceStatus>(row.Status)!.Value);
            yield return new Finding(
                row.Subject,
                new BilingualText($"有效期至 {row.ValidTo}，状态仍为“{status.Chinese}”", $"Its last valid day was {row.ValidTo}, yet it is {status.English}"),
                new BilingualText("打开该许可证即重新判断；仍不失效的，查看“时钟在走”和日志文件", "Open the licence: it is decided anew; if it stays, see whether the clocks run, and the log files"));
        }
    }
}
