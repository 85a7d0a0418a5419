using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查有下文. What was to come of an inspection has come: an order where an order was to be given, deregistration where production has stopped (R2.2.3, R2.2.4).</summary>
/// <param name="database">The database.</param>
/// <param name="time">The grains' clock.</param>
internal sealed class InspectionsHaveConsequences(Database database, TimeProvider time) : ISelfCheckRule
{
    private const int DaysToOrder = 7;
    private const int DaysToDeregister = 30;

    public string Name => "inspections-have-consequences";

    public BilingualText Title => new("检查发现的问题都有后续处理", "What inspections found has been followed up");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var today = ShanghaiTime.DayOf(time.GetUtcNow());
        var (orderedBy, deregisteredBy) = (IsoDate.Of(today.AddDays(-DaysToOrder)), IsoDate.Of(today.AddDays(-DaysToDeregister)));
        var (rectification, stopped) = (WireName.Of(InspectionResult.Rectification), WireName.Of(InspectionResult.ProductionStopped));
        var (active, suspended) = (WireName.Of(LicenceStatus.Active), WireName.Of(LicenceStatus.Suspended));
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var orders = data.GetTable<RectificationRow>();
        foreach (var row in await data.GetTable<InspectionRow>()
            .Where(row => row.Result == rectification && row.InspectedOn != null && SubjectOrder.IsAfter(orderedBy, row.InspectedOn) && !orders.Any(order => order.Inspection == row.Number))
            .OrderBy(row => row.Subject).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new Finding(
                row.Subject,
                new BilingualText($"{row.InspectedOn} 检查要求责令整改，至今没有责令", $"An order was to follow the inspection of {row.InspectedOn}; there is none"),
                new BilingualText("下达责令限期整改通知书，或者说明理由", "Give the order, or say why not"));
        }

        // Whoever holds several licences goes on with the others.
        var deregistered = WireName.Of(LicenceStatus.Deregistered);
        var ended = data.GetTable<LicenceRow>().Where(row => row.Status == deregistered);
        var licences = data.GetTable<LicenceRow>().Where(row => row.Status == active || row.Status == suspended);
        foreach (var row in await data.GetTable<InspectionRow>()
            .Where(row => row.Result == stopped && row.InspectedOn != null && SubjectOrder.IsAfter(deregisteredBy, row.InspectedOn) && licences.Any(licence => licence.Enterprise == row.Enterprise) && !ended.Any(licence => licence.Enterprise == row.Enterprise))
            .OrderBy(row => row.Subject).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new Finding(
                row.Subject,
                new BilingualText($"{row.InspectedOn} 检查发现已停止生产，许可证至今没有注销", $"Production had stopped on {row.InspectedOn}; the licence is still in force"),
                new BilingualText("依法办理注销（行政许可法 第七十条）", "Deregister it (Administrative Licensing Law, art. 70)"));
        }
    }
}

/// <summary>在办事项有人负责. No inspection is planned for somebody whose account is disabled, and no order that is open was given by one.</summary>
/// <param name="database">The database.</param>
internal sealed class OpenWorkHasOfficers(Database database) : ISelfCheckRule
{
    public string Name => "open-work-has-officers";

    public BilingualText Title => new("在办的检查和整改没有落在已离岗人员名下", "Open inspections and orders are not those of officers who have left");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var planned = WireName.Of(InspectionStatus.Planned);
        string[] open = [WireName.Of(RectificationStatus.Ordered), WireName.Of(RectificationStatus.Reported), WireName.Of(RectificationStatus.Overdue)];
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var left = data.GetTable<AccountRow>().Where(row => row.Disabled);
        var awaited = data.GetTable<InspectionRow>().Where(row => row.Status == planned);
        var inspections = data.GetTable<InspectionOfficerRow>().Where(row => left.Any(account => account.UserName == row.UserName) && awaited.Any(inspection => inspection.Subject == row.Subject)).Select(row => new { row.Subject, row.UserName });
        var orders = data.GetTable<RectificationRow>().Where(row => open.Contains(row.Status) && left.Any(account => account.UserName == row.OrderedBy)).Select(row => new { row.Subject, UserName = row.OrderedBy });
        foreach (var found in (await inspections.ToListAsync(cancellationToken).ConfigureAwait(false)).Concat(await orders.ToListAsync(cancellationToken).ConfigureAwait(false)).OrderBy(one => one.Subject, SubjectOrder.Comparer))
        {
            yield return new Finding(
                found.Subject,
                new BilingualText($"经办人 {found.UserName} 已停用", $"Its officer {found.UserName} is disabled"),
                new BilingualText("交由他人办理", "Hand it to somebody else"));
        }
    }
}
