using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Inspections;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    private const int MostSweepCampaigns = 200;
    private const int CampaignRestsAfterDays = 90;

    /// <summary>检查. One inspection by its number, as its grain knows it; null when there is none.</summary>
    /// <param name="number">编号. As the plan's answer told it.</param>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<InspectionType?> Inspection(string number, IResolveFieldContext field) => new InspectionDoor().ReadAsync(field, number);

    /// <summary>检查列表. Inspections by filter and order; without an order by number.</summary>
    /// <param name="inspections">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<Connection<InspectionType>> Inspections(Listing<InspectionRow, InspectionType> inspections)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        return inspections.ReadAsync();
    }

    /// <summary>全面检查所属专项行动. The campaigns of the sweep inspections that are not cancelled, at most 200: those that go on first, then those with the most inspections. The first is the one that is meant where nobody chose.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    [Price(PriceAttribute.Sum)]
    public static async Task<IReadOnlyList<SweepCampaign>> SweepCampaigns(IResolveFieldContext field, [FromServices] Database database, [FromServices] TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(time);
        var (sweep, cancelled, recorded) = (WireName.Of(InspectionBasis.Sweep), WireName.Of(InspectionStatus.Cancelled), WireName.Of(InspectionStatus.Recorded));
        var cells = await database.SumsAsync(
            data => data.GetTable<InspectionCampaignCountRow>().Where(cell => cell.Basis == sweep && cell.Campaign != null && cell.Status != cancelled),
            [nameof(InspectionCampaignCountRow.Campaign), nameof(InspectionCampaignCountRow.Status), nameof(InspectionCampaignCountRow.PlannedOn)],
            field.CancellationToken).ConfigureAwait(false);
        var counted = cells.GroupBy(cell => cell.Campaign!)
            .Select(of => new { Code = of.Key, Count = (int)of.Sum(cell => cell.Rows), Recorded = (int)of.Where(cell => cell.Status == recorded).Sum(cell => cell.Rows), Last = of.Max(cell => cell.PlannedOn) })
            .OrderByDescending(one => one.Count)
            .ThenBy(one => one.Code, StringComparer.Ordinal)
            .Take(MostSweepCampaigns);
        var since = ShanghaiTime.DayOf(time.GetUtcNow()).AddDays(-CampaignRestsAfterDays);
        return
        [
            .. counted.Select(one => (Of: one, Last: IsoDate.Parse(one.Last!)))
                .Select(one => new SweepCampaign(one.Of.Code, one.Of.Count, one.Of.Recorded, one.Last, one.Last >= since))
                .OrderByDescending(campaign => campaign.IsGoingOn),
        ];
    }

    /// <summary>全面检查覆盖情况. How far a campaign's sweep has come: which licensed producers of key classes were inspected and which not (R2.2.1).</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="campaign">专项行动. The campaign's code.</param>
    /// <param name="productClasses">产品类别. Codes; left out, the key classes of the notice.</param>
    [ReadableBy(Readers.Bureau)]
    public static async Task<SweepCoverageType> SweepCoverage(IResolveFieldContext field, [FromServices] Database database, string campaign, IReadOnlyList<string>? productClasses = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        var (wrong, classes) = await AskedClasses.ReadAsync(database, productClasses, closedToo: true, field.CancellationToken).ConfigureAwait(false);
        return wrong is not null
            ? throw new BadUserInput(wrong.Problem, wrong.ProblemInEnglish)
            : new(campaign, productClasses is { Count: 0 } ? [] : [.. classes]);
    }
}
