using System.Linq.Expressions;
using LinqToDB;
using ShuangDa.Grains.Inspections;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Inspections;

/// <summary>检查状态条件. Conditions on an inspection's status.</summary>
public sealed record InspectionStatusFilter : EnumFilter<InspectionStatus>;

/// <summary>检查方式条件. Conditions on how an enterprise came to be inspected.</summary>
public sealed record InspectionBasisFilter : EnumFilter<InspectionBasis>;

/// <summary>处理结果条件. Conditions on what came of an inspection.</summary>
public sealed record InspectionResultFilter : EnumFilter<InspectionResult>;

/// <summary>严重程度条件. Conditions on the worst that was found.</summary>
public sealed record FindingSeverityFilter : EnumFilter<FindingSeverity>;

/// <summary>检查条件. Which inspections are wanted; all that is given must hold.</summary>
/// <param name="And">并且. All of these hold.</param>
/// <param name="Or">或者. One of these holds.</param>
/// <param name="Number">编号.</param>
/// <param name="Status">状态.</param>
/// <param name="Basis">检查方式.</param>
/// <param name="Result">处理结果.</param>
/// <param name="Enterprise">企业. The credit code.</param>
/// <param name="Campaign">专项行动. The code.</param>
/// <param name="Section">责任科室.</param>
/// <param name="ProductClass">产品类别. The code.</param>
/// <param name="Officers">执法人员. Inspections with an officer whose user name meets this.</param>
/// <param name="PlannedOn">计划日.</param>
/// <param name="InspectedOn">检查日.</param>
/// <param name="WorstSeverity">最重程度.</param>
/// <param name="CaseNumber">案件编号.</param>
/// <param name="IsLicensed">获证企业.</param>
/// <param name="IsLate">计划日已过.</param>
/// <param name="HasCampaign">属于专项行动. Whether it belongs to a campaign.</param>
public sealed record InspectionFilter(
    IReadOnlyList<InspectionFilter>? And = null,
    IReadOnlyList<InspectionFilter>? Or = null,
    StringFilter? Number = null,
    InspectionStatusFilter? Status = null,
    InspectionBasisFilter? Basis = null,
    InspectionResultFilter? Result = null,
    StringFilter? Enterprise = null,
    StringFilter? Campaign = null,
    StringFilter? Section = null,
    StringFilter? ProductClass = null,
    StringFilter? Officers = null,
    DateFilter? PlannedOn = null,
    DateFilter? InspectedOn = null,
    FindingSeverityFilter? WorstSeverity = null,
    StringFilter? CaseNumber = null,
    BooleanFilter? IsLicensed = null,
    BooleanFilter? IsLate = null,
    BooleanFilter? HasCampaign = null)
{
    /// <summary>The filter as a condition on rows.</summary>
    /// <param name="officers">The table of officers.</param>
    internal Expression<Func<InspectionRow, bool>> Condition(IQueryable<InspectionOfficerRow> officers) => new Conditions<InspectionRow>()
        .Text(row => row.Number, Number)
        .Enum(row => row.Status, Status)
        .Enum(row => row.Basis, Basis)
        .Enum(row => row.Result, Result)
        .Text(row => row.Enterprise, Enterprise)
        .Text(row => row.Campaign, Campaign)
        .Text(row => row.Section, Section)
        .Text(row => row.ProductClass, ProductClass)
        .And(WithOfficer(officers))
        .Date(row => row.PlannedOn, PlannedOn)
        .Date(row => row.InspectedOn, InspectedOn)
        .Enum(row => row.WorstSeverity, WorstSeverity)
        .Text(row => row.CaseNumber, CaseNumber)
        .Boolean(row => row.IsLicensed, IsLicensed)
        .Boolean(row => row.IsLate, IsLate)
        .Present(row => row.Campaign, HasCampaign)
        .Groups(And?.Select(one => one.Condition(officers)), Or?.Select(one => one.Condition(officers)))
        .ToExpression();

    private Expression<Func<InspectionRow, bool>>? WithOfficer(IQueryable<InspectionOfficerRow> officers)
    {
        if (Officers is null)
        {
            return null;
        }

        var some = officers.Where(new Conditions<InspectionOfficerRow>().Text(row => row.UserName, Officers).ToExpression());
        return inspection => some.Any(row => row.Subject == inspection.Subject);
    }
}

/// <summary>检查排序. One column to order by.</summary>
/// <param name="Number">编号.</param>
/// <param name="PlannedOn">计划日.</param>
/// <param name="Status">状态.</param>
public sealed record InspectionSort(SortDirection? Number = null, SortDirection? PlannedOn = null, SortDirection? Status = null)
{
    /// <summary>The columns of an order.</summary>
    /// <param name="order">What was asked for, or null.</param>
    internal static IEnumerable<SortColumn<InspectionRow>> Columns(IReadOnlyList<InspectionSort>? order)
    {
        foreach (var sort in order ?? [])
        {
            if (sort.Number is { } number)
            {
                yield return SortColumn<InspectionRow>.Text("number", row => row.Number, number);
            }

            if (sort.PlannedOn is { } plannedOn)
            {
                yield return SortColumn<InspectionRow>.Text("plannedOn", row => row.PlannedOn, plannedOn);
            }

            if (sort.Status is { } status)
            {
                yield return SortColumn<InspectionRow>.Text("status", row => row.Status, status);
            }
        }
    }
}
