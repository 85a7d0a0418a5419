using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Notifications;

/// <summary>通知外送没有失败. No notification was given up because the gateway outside did not take it.</summary>
/// <param name="database">The database.</param>
internal sealed class NotificationsAreDelivered(Database database) : ISelfCheckRule
{
    public string Name => "notifications-are-delivered";

    public BilingualText Title => new("通知外送没有失败", "Notifications reach the gateway outside");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var dead = await data.GetTable<NotificationDeliveryRow>().Where(row => row.IsDead).OrderBy(row => row.NextAt)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in dead.DistinctBy(row => (row.UserName, row.Key)))
        {
            var reason = row.Failure is null ? null : WireName.Find<DeliveryFailure>(row.Failure);
            var words = Terms.Of(reason ?? DeliveryFailure.Unreachable);
            yield return new Finding(
                row.Subject,
                new BilingualText(
                    $"给 {Named.Person(row.UserName)} 的通知试送 {row.Failures} 次均未成功：{words.Chinese}",
                    $"The notification for {Named.Person(row.UserName)} was not taken in {row.Failures} attempts: {words.English}"),
                new BilingualText(
                    "请检查 Notifications:HookUrl 和网关，改正后重新启动服务，届时自动补送",
                    "Check Notifications:HookUrl and the gateway and start the server again: it is delivered then"));
        }
    }
}
