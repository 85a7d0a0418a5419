using GraphQL;
using LinqToDB;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Inspections;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>检查. One inspection by its number, as its grain knows it; null when there is none.</summary>
    /// <param name="number">编号. As the plan's answer told it.</param>
    /// <param name="grains">Given by the engine.</param>
    /// <param name="directory">Given by the engine.</param>
    public static async Task<InspectionType?> Inspection(string number, [FromServices] IGrainFactory grains, [FromServices] SubjectDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (DrawnNumber.Parse(Grains.Inspections.Inspection.NumberPrefix, number, out var parsed) is not null || !await directory.ExistsAsync(Grains.Inspections.Inspection.Concept.Name, parsed).ConfigureAwait(false))
        {
            return null;
        }

        return await grains.GetGrain<IInspectionGrain>(parsed).Read().ConfigureAwait(false) is { } snapshot ? new InspectionType(snapshot) : null;
    }

    /// <summary>检查列表. Inspections by filter and order; without an order by number.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many from the front, at most 200; 20 by default.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <param name="where">条件. Which.</param>
    /// <param name="order">排序. In which order.</param>
    public static Task<InspectionConnection> Inspections(
        IResolveFieldContext field,
        [FromServices] Database database,
        int? first = null,
        string? after = null,
        int? last = null,
        string? before = null,
        InspectionFilter? where = null,
        IReadOnlyList<InspectionSort>? order = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        return InspectionLists.ReadAsync(database, null, where, order, PageRequest.Of(first, after, last, before), field.CancellationToken);
    }

    /// <summary>全面检查覆盖情况. How far a campaign's sweep has come: which licensed producers of key classes were inspected and which not (R2.2.1).</summary>
    /// <param name="campaign">专项行动. The campaign's code.</param>
    /// <param name="productClasses">产品类别. Codes; left out, the key classes of the notice.</param>
    public static SweepCoverageType SweepCoverage(string campaign, IReadOnlyList<string>? productClasses = null)
    {
        if (ProductClass.Codes([.. productClasses ?? []], out var classes) is { } wrong)
        {
            throw new BadUserInput(wrong.Problem, wrong.ProblemInEnglish);
        }

        return new(campaign, productClasses is null ? [.. ProductClass.All.Where(known => known.IsKey).Select(known => known.Code)] : [.. classes]);
    }
}

/// <summary>检查列表. How lists of inspections are read.</summary>
internal static class InspectionLists
{
    public static async Task<InspectionConnection> ReadAsync(Database database, InspectionFilter? within, InspectionFilter? where, IReadOnlyList<InspectionSort>? order, PageRequest page, CancellationToken cancellationToken)
    {
        var only = within is null ? where : within with { And = where is null ? null : [where] };
        var rows = await Lists.ReadAsync(
            database,
            data => (only ?? new InspectionFilter()).Condition(data.GetTable<InspectionOfficerRow>()),
            InspectionSort.Columns(order),
            SortColumn<InspectionRow>.Text("subject", row => row.Subject, SortDirection.Asc),
            page,
            cancellationToken).ConfigureAwait(false);
        return new InspectionConnection(rows.Select(row => new InspectionType(row)));
    }
}
