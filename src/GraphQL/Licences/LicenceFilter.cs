using System.Linq.Expressions;
using GraphQL;
using LinqToDB;
using ShuangDa.Grains.Licences;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Licences;

/// <summary>许可证状态条件. Conditions on a licence's status.</summary>
public sealed record LicenceStatusFilter : EnumFilter<LicenceStatus>;

/// <summary>许可证种类条件. Conditions on a licence's kind.</summary>
public sealed record LicenceKindFilter : EnumFilter<LicenceKind>;

/// <summary>许可证条件. Which licences are wanted; all that is given must hold.</summary>
/// <param name="And">并且. All of these hold.</param>
/// <param name="Or">或者. One of these holds.</param>
/// <param name="Number">证书编号.</param>
/// <param name="Status">状态.</param>
/// <param name="Kind">种类.</param>
/// <param name="Enterprise">持证企业. The holder's credit code.</param>
/// <param name="ProductClasses">产品类别. Licences with a class whose code meets this.</param>
/// <param name="ValidFrom">有效期起.</param>
/// <param name="ValidTo">有效期至.</param>
/// <param name="MustApplyBy">延续申请截止日.</param>
/// <param name="IssuedBy">发证机关.</param>
/// <param name="WithdrawalRequested">已提请撤销.</param>
/// <param name="DeregistrationProposed">已建议注销.</param>
public sealed record LicenceFilter(
    IReadOnlyList<LicenceFilter>? And = null,
    IReadOnlyList<LicenceFilter>? Or = null,
    StringFilter? Number = null,
    LicenceStatusFilter? Status = null,
    LicenceKindFilter? Kind = null,
    StringFilter? Enterprise = null,
    StringFilter? ProductClasses = null,
    DateFilter? ValidFrom = null,
    DateFilter? ValidTo = null,
    DateFilter? MustApplyBy = null,
    StringFilter? IssuedBy = null,
    BooleanFilter? WithdrawalRequested = null,
    BooleanFilter? DeregistrationProposed = null)
{
    /// <summary>The filter as a condition on rows.</summary>
    /// <param name="classes">The table of product classes.</param>
    internal Expression<Func<LicenceRow, bool>> Condition(IQueryable<LicenceProductClassRow> classes) => new Conditions<LicenceRow>()
        .Text(row => row.Number, Number)
        .Enum(row => row.Status, Status)
        .Enum(row => row.Kind, Kind)
        .Text(row => row.Enterprise, Enterprise)
        .And(OfClass(classes))
        .Date(row => row.ValidFrom, ValidFrom)
        .Date(row => row.ValidTo, ValidTo)
        .Date(row => row.MustApplyBy, MustApplyBy)
        .Text(row => row.IssuedBy, IssuedBy)
        .Boolean(row => row.WithdrawalRequested, WithdrawalRequested)
        .Boolean(row => row.DeregistrationProposed, DeregistrationProposed)
        .Groups(And?.Select(one => one.Condition(classes)), Or?.Select(one => one.Condition(classes)))
        .ToExpression();

    private Expression<Func<LicenceRow, bool>>? OfClass(IQueryable<LicenceProductClassRow> classes)
    {
        if (ProductClasses is null)
        {
            return null;
        }

        var some = classes.Where(new Conditions<LicenceProductClassRow>().Text(row => row.Code, ProductClasses).ToExpression());
        return licence => some.Any(row => row.Subject == licence.Subject);
    }
}

/// <summary>许可证排序. One column to order by.</summary>
/// <param name="Number">证书编号.</param>
/// <param name="ValidFrom">有效期起.</param>
/// <param name="ValidTo">有效期至.</param>
/// <param name="MustApplyBy">延续申请截止日.</param>
/// <param name="Status">状态.</param>
public sealed record LicenceSort(SortDirection? Number = null, SortDirection? ValidFrom = null, SortDirection? ValidTo = null, SortDirection? MustApplyBy = null, SortDirection? Status = null)
{
    /// <summary>The columns of an order.</summary>
    /// <param name="order">What was asked for, or null.</param>
    internal static IEnumerable<SortColumn<LicenceRow>> Columns(IReadOnlyList<LicenceSort>? order)
    {
        foreach (var sort in order ?? [])
        {
            if (sort.Number is { } number)
            {
                yield return SortColumn<LicenceRow>.Text("number", row => row.Number, number);
            }

            if (sort.ValidFrom is { } validFrom)
            {
                yield return SortColumn<LicenceRow>.Text("validFrom", row => row.ValidFrom, validFrom);
            }

            if (sort.ValidTo is { } validTo)
            {
                yield return SortColumn<LicenceRow>.Text("validTo", row => row.ValidTo, validTo);
            }

            if (sort.MustApplyBy is { } mustApplyBy)
            {
                yield return SortColumn<LicenceRow>.Text("mustApplyBy", row => row.MustApplyBy, mustApplyBy);
            }

            if (sort.Status is { } status)
            {
                yield return SortColumn<LicenceRow>.Text("status", row => row.Status, status);
            }
        }
    }
}
