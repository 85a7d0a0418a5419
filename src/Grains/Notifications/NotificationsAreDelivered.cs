using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Notifications;

/// <summary>通知外送没有失败. No notification was given up because the gateway outside did not take it, and none waits for long.</summary>
/// <param name="database">The database.</param>
/// <param name="time">Tells what has waited for long.</param>
internal sealed class NotificationsAreDelivered(Database database, TimeProvider time) : ISelfCheckRule
{
    public string Name => "notifications-are-delivered";

    public BilingualText Title => new("通知外送没有失败", "Notifications reach the gateway outside");

    public BilingualText Found => new("有通知未能外送", "Notifications do not reach the gateway outside");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var yesterday = time.GetUtcNow().AddDays(-1).ToUnixTimeMilliseconds();
        var late = await data.GetTable<NotificationDeliveryRow>().Where(row => row.IsDead || row.At < yesterday).OrderBy(row => row.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in late.DistinctBy(row => (row.UserName, row.Key)))
        {
            var reason = row.Failure is null ? null : WireName.Find<DeliveryFailure>(row.Failure);
            var words = Terms.Of(reason ?? DeliveryFailure.Unreachable);
            yield return new Finding(
                row.Subject,
                !row.IsDead ? new BilingualText(
                    $"给 {Named.Person(row.UserName)} 的通知一天以上未能送达：{words.Chinese}",
                    $"The notification for {Named.Person(row.UserName)} has not been delivered for more than a day: {words.English}")
                : new BilingualText(
                    $"给 {Named.Person(row.UserName)} 的通知试送 {row.Failures} 次均未成功：{words.Chinese}",
                    $"The notification for {Named.Person(row.UserName)} was not taken in {row.Failures} attempts: {words.English}"),
                new BilingualText(
                    "请检查 Notifications:HookUrl 和网关；已放弃的，重新启动服务后自动补送，其余在网关恢复后自动补送",
                    "Check Notifications:HookUrl and the gateway; what was given up is delivered after the server's next start, "
                    + "the rest when the gateway is back"));
        }
    }
}
