using System.Linq.Expressions;
using LinqToDB;
using ShuangDa.Grains.Enterprises;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Enterprises;

/// <summary>企业状态条件. Conditions on an enterprise's status.</summary>
public sealed record EnterpriseStatusFilter : EnumFilter<EnterpriseStatus>;

/// <summary>风险等级条件. Conditions on a risk level.</summary>
public sealed record RiskLevelFilter : EnumFilter<RiskLevel>;

/// <summary>信用等级条件. Conditions on a credit standing.</summary>
public sealed record CreditStandingFilter : EnumFilter<CreditStanding>;

/// <summary>企业条件. Which enterprises are wanted; all that is given must hold.</summary>
/// <param name="And">并且. All of these hold.</param>
/// <param name="Or">或者. One of these holds.</param>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="Name">名称.</param>
/// <param name="Status">状态.</param>
/// <param name="District">地区.</param>
/// <param name="Address">注册地址.</param>
/// <param name="BusinessScope">经营范围.</param>
/// <param name="RiskLevel">风险等级.</param>
/// <param name="Standing">质量信用等级.</param>
/// <param name="IsProtectedBrand">名优企业.</param>
/// <param name="ProductClasses">产品类别. Enterprises with a class whose code meets this.</param>
/// <param name="RegisteredOn">成立日期.</param>
public sealed record EnterpriseFilter(
    IReadOnlyList<EnterpriseFilter>? And = null,
    IReadOnlyList<EnterpriseFilter>? Or = null,
    StringFilter? CreditCode = null,
    StringFilter? Name = null,
    EnterpriseStatusFilter? Status = null,
    StringFilter? District = null,
    StringFilter? Address = null,
    StringFilter? BusinessScope = null,
    RiskLevelFilter? RiskLevel = null,
    CreditStandingFilter? Standing = null,
    BooleanFilter? IsProtectedBrand = null,
    StringFilter? ProductClasses = null,
    DateFilter? RegisteredOn = null)
{
    /// <summary>The filter as a condition on rows.</summary>
    /// <param name="classes">The table of product classes.</param>
    internal Expression<Func<EnterpriseRow, bool>> Condition(IQueryable<EnterpriseProductClassRow> classes) => new Conditions<EnterpriseRow>()
        .Text(row => row.CreditCode, CreditCode)
        .Text(row => row.Name, Name)
        .Enum(row => row.Status, Status)
        .Text(row => row.District, District)
        .Text(row => row.Address, Address)
        .Text(row => row.BusinessScope, BusinessScope)
        .Enum(row => row.RiskLevel, RiskLevel)
        .Enum(row => row.Standing, Standing)
        .Boolean(row => row.IsProtectedBrand, IsProtectedBrand)
        .And(OfClass(classes))
        .Date(row => row.RegisteredOn, RegisteredOn)
        .Groups(And?.Select(one => one.Condition(classes)), Or?.Select(one => one.Condition(classes)))
        .ToExpression();

    private Expression<Func<EnterpriseRow, bool>>? OfClass(IQueryable<EnterpriseProductClassRow> classes)
    {
        if (ProductClasses is null)
        {
            return null;
        }

        var some = classes.Where(new Conditions<EnterpriseProductClassRow>().Text(row => row.Code, ProductClasses).ToExpression());
        return enterprise => some.Any(row => row.Subject == enterprise.Subject);
    }
}

/// <summary>企业排序. One column to order by.</summary>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="Name">名称. By code point.</param>
/// <param name="RiskLevel">风险等级. By its name.</param>
public sealed record EnterpriseSort(SortDirection? CreditCode = null, SortDirection? Name = null, SortDirection? RiskLevel = null)
{
    /// <summary>The columns of an order.</summary>
    /// <param name="order">What was asked for, or null.</param>
    internal static IEnumerable<SortColumn<EnterpriseRow>> Columns(IReadOnlyList<EnterpriseSort>? order)
    {
        foreach (var sort in order ?? [])
        {
            if (sort.CreditCode is { } creditCode)
            {
                yield return SortColumn<EnterpriseRow>.Text("creditCode", row => row.CreditCode, creditCode);
            }

            if (sort.Name is { } name)
            {
                yield return SortColumn<EnterpriseRow>.Text("name", row => row.Name, name);
            }

            if (sort.RiskLevel is { } riskLevel)
            {
                yield return SortColumn<EnterpriseRow>.Text("riskLevel", row => row.RiskLevel, riskLevel);
            }
        }
    }
}
