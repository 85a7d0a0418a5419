using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
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

    public BilingualText Found => new("检查发现的问题尚无后续处理", "What inspections found has not been followed up");

    /// <inheritdoc/>
    public bool IsOfWork => true;

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var today = ShanghaiTime.DayOf(time.GetUtcNow());
        var (orderedBy, deregisteredBy) = (IsoDate.Of(today.PlusDays(-DaysToOrder)), IsoDate.Of(today.PlusDays(-DaysToDeregister)));
        var (rectification, stopped) = (WireName.Of(InspectionResult.Rectification), WireName.Of(InspectionResult.ProductionStopped));
        var (active, suspended) = (WireName.Of(LicenceStatus.Active), WireName.Of(LicenceStatus.Suspended));
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        var orders = data.GetTable<RectificationRow>();
        var closed = WireName.Of(EnterpriseStatus.Closed);
        var gone = data.GetTable<EnterpriseRow>().Where(row => row.Status == closed);
        foreach (var row in await data.GetTable<InspectionRow>()
            .Where(row => row.Result == rectification && row.InspectedOn != null
                && SubjectOrder.IsAfter(orderedBy, row.InspectedOn) && !orders.Any(order => order.Inspection == row.Number)

                // Whoever has ended since is ordered nothing any more.
                && !gone.Any(enterprise => enterprise.CreditCode == row.Enterprise))
            .OrderBy(row => row.Subject).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new Finding(
                row.Subject,
                new BilingualText(
                    $"检查 {row.Number}（{row.InspectedOn}）要求责令整改，至今没有责令",
                    $"An order was to follow the inspection of {row.InspectedOn}; there is none"),
                new BilingualText("下达责令限期整改通知书，或者说明理由", "Give the order, or say why not"));
        }

        var (result, cases) = (WireName.Of(InspectionResult.Case), data.GetTable<CaseRow>());
        foreach (var row in await data.GetTable<InspectionRow>().Where(row => row.Result == result && !cases.Any(one => one.Number == row.CaseNumber)).OrderBy(row => row.Subject).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new Finding(
                row.Subject,
                new BilingualText(
                    $"检查 {row.Number}（{row.InspectedOn}）要求立案查处，没有案件 {row.CaseNumber}",
                    $"A case was to follow the inspection of {row.InspectedOn}; there is no case {row.CaseNumber}"),
                new BilingualText("登记线索，来源写明检查编号", "Record the lead with the number of the inspection"));
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
                new BilingualText(
                    $"检查 {row.Number}（{row.InspectedOn}）发现已停止生产，许可证至今没有注销",
                    $"Production had stopped on {row.InspectedOn}; the licence is still in force"),
                new BilingualText("依法办理注销（行政许可法 第七十条）", "Deregister it (Administrative Licensing Law, art. 70)"));
        }
    }
}

/// <summary>计划的检查已经办理. Once its day has passed nothing runs in an inspection any more: after a while it was forgotten.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The grains' clock.</param>
internal sealed class PlannedInspectionsAreMade(Database database, TimeProvider time) : ISelfCheckRule
{
    private const int DaysToMake = 30;

    public string Name => "planned-inspections-are-made";

    public BilingualText Title => new(
        "没有计划日已过三十日仍未办理的检查", "No inspection is neither made nor cancelled thirty days after its day");

    public BilingualText Found => new("计划的检查过期三十日以上，既未记录也未取消", "Inspections are neither made nor cancelled thirty days after their day");

    /// <inheritdoc/>
    public bool IsOfWork => true;

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var planned = WireName.Of(InspectionStatus.Planned);
        var before = IsoDate.Of(ShanghaiTime.DayOf(time.GetUtcNow()).PlusDays(-DaysToMake));
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        foreach (var row in await data.GetTable<InspectionRow>()
            .Where(row => row.Status == planned && row.IsLate && SubjectOrder.IsAfter(before, row.PlannedOn))
            .OrderBy(row => row.Subject).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new Finding(
                row.Subject,
                new BilingualText(
                    $"检查 {row.Number} 计划于 {row.PlannedOn} 进行，至今没有记录也没有取消",
                    $"The inspection was planned for {row.PlannedOn}, and is neither recorded nor cancelled"),
                new BilingualText("补录检查记录，或者取消并说明理由", "Record it, or cancel it and say why"));
        }
    }
}
