using System.Linq.Expressions;
using ShuangDa.Grains.Rectifications;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Rectifications;

/// <summary>整改状态条件. Conditions on an order's status.</summary>
public sealed record RectificationStatusFilter : EnumFilter<RectificationStatus>;

/// <summary>处理措施条件. Conditions on a measure.</summary>
public sealed record RectificationMeasureFilter : EnumFilter<RectificationMeasure>;

/// <summary>整改条件. Which orders are wanted; all that is given must hold.</summary>
/// <param name="And">并且. All of these hold.</param>
/// <param name="Or">或者. One of these holds.</param>
/// <param name="Number">编号.</param>
/// <param name="Status">状态.</param>
/// <param name="Enterprise">企业. The credit code.</param>
/// <param name="Licence">许可证. Its number.</param>
/// <param name="Inspection">检查. Its number.</param>
/// <param name="ProductClass">产品类别. The code.</param>
/// <param name="Section">责任科室.</param>
/// <param name="OrderedOn">责令日.</param>
/// <param name="DueOn">整改期限.</param>
/// <param name="ProposedMeasure">待决定的措施.</param>
/// <param name="TakenMeasure">最近采取的措施.</param>
/// <param name="IsExtended">已延期.</param>
/// <param name="HasLapses">有逾期. Whether a term of the bureau's own has lapsed.</param>
public sealed record RectificationFilter(
    IReadOnlyList<RectificationFilter>? And = null,
    IReadOnlyList<RectificationFilter>? Or = null,
    StringFilter? Number = null,
    RectificationStatusFilter? Status = null,
    StringFilter? Enterprise = null,
    StringFilter? Licence = null,
    StringFilter? Inspection = null,
    StringFilter? ProductClass = null,
    StringFilter? Section = null,
    DateFilter? OrderedOn = null,
    DateFilter? DueOn = null,
    RectificationMeasureFilter? ProposedMeasure = null,
    RectificationMeasureFilter? TakenMeasure = null,
    BooleanFilter? IsExtended = null,
    BooleanFilter? HasLapses = null)
{
    /// <summary>The filter as a condition on rows.</summary>
    internal Expression<Func<RectificationRow, bool>> Condition() => new Conditions<RectificationRow>()
        .Text(row => row.Number, Number)
        .Enum(row => row.Status, Status)
        .Text(row => row.Enterprise, Enterprise)
        .Text(row => row.Licence, Licence)
        .Text(row => row.Inspection, Inspection)
        .Text(row => row.ProductClass, ProductClass)
        .Text(row => row.Section, Section)
        .Date(row => row.OrderedOn, OrderedOn)
        .Date(row => row.DueOn, DueOn)
        .Enum(row => row.ProposedMeasure, ProposedMeasure)
        .Enum(row => row.TakenMeasure, TakenMeasure)
        .Boolean(row => row.IsExtended, IsExtended)
        .Boolean(row => row.HasLapses, HasLapses)
        .Groups(And?.Select(one => one.Condition()), Or?.Select(one => one.Condition()))
        .ToExpression();
}

/// <summary>整改排序. One column to order by.</summary>
/// <param name="Number">编号.</param>
/// <param name="OrderedOn">责令日.</param>
/// <param name="DueOn">整改期限.</param>
/// <param name="Status">状态.</param>
public sealed record RectificationSort(SortDirection? Number = null, SortDirection? OrderedOn = null, SortDirection? DueOn = null, SortDirection? Status = null)
{
    /// <summary>The columns of an order.</summary>
    /// <param name="order">What was asked for, or null.</param>
    internal static IEnumerable<SortColumn<RectificationRow>> Columns(IReadOnlyList<RectificationSort>? order)
    {
        foreach (var sort in order ?? [])
        {
            if (sort.Number is { } number)
            {
                yield return SortColumn<RectificationRow>.Text("number", row => row.Number, number);
            }

            if (sort.OrderedOn is { } orderedOn)
            {
                yield return SortColumn<RectificationRow>.Text("orderedOn", row => row.OrderedOn, orderedOn);
            }

            if (sort.DueOn is { } dueOn)
            {
                yield return SortColumn<RectificationRow>.Text("dueOn", row => row.DueOn, dueOn);
            }

            if (sort.Status is { } status)
            {
                yield return SortColumn<RectificationRow>.Text("status", row => row.Status, status);
            }
        }
    }
}
