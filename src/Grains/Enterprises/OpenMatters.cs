using System.Collections.Immutable;
using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>未了事项. What an enterprise or a den that ends, or that had not ended, has to tell.</summary>
internal static class OpenMatters
{
    /// <summary>The numbers of the orders that are open, in order.</summary>
    /// <param name="data">A connection.</param>
    /// <param name="whose">Whose they are.</param>
    public static async Task<ImmutableArray<string>> OrdersAsync(DataConnection data, Expression<Func<RectificationRow, bool>> whose)
    {
        string[] open = [.. RectificationState.OpenStatuses.Select(WireName.Of)];
        return
        [
            .. await data.GetTable<RectificationRow>()
                .Where(whose)
                .Where(row => open.Contains(row.Status))
                .OrderBy(row => row.Number)
                .Select(row => row.Number)
                .ToListAsync(),
        ];
    }

    /// <summary>The numbers of the inspections that are planned, and of those that ended with whom they were of, in order.</summary>
    /// <param name="data">A connection.</param>
    /// <param name="whose">Whose they are.</param>
    public static async Task<ImmutableArray<string>> InspectionsAsync(DataConnection data, Expression<Func<InspectionRow, bool>> whose)
    {
        string[] notMade = [WireName.Of(InspectionStatus.Planned), WireName.Of(InspectionStatus.Cancelled)];
        var subjects = await data.GetTable<InspectionRow>()
            .Where(whose)
            .Where(row => notMade.Contains(row.Status))
            .OrderBy(row => row.Subject)
            .Select(row => row.Subject)
            .ToListAsync();
        var inspections = await data.ReadStoredAsync<InspectionState>(Inspection.Concept, subjects);
        return
        [
            .. inspections.Values
                .Where(one => one.Status is InspectionStatus.Planned || one.EnterpriseEndedOn is not null)
                .Select(one => one.Number).Order(StringComparer.Ordinal),
        ];
    }
}
