using System.Linq.Expressions;
using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Inspections;

/// <summary>全面检查覆盖情况. How far a campaign's sweep has come (R2.2.1: 对本辖区的重点产品所有获证生产企业进行一次全面检查).</summary>
[Name("SweepCoverage"), ReadableBy(Readers.Bureau)]
public sealed class SweepCoverageType
{
    private readonly IReadOnlyList<string> _classes;

    /// <summary>The coverage of a campaign.</summary>
    /// <param name="campaign">Its code.</param>
    /// <param name="classes">The codes of the product classes that it sweeps.</param>
    public SweepCoverageType(string campaign, IReadOnlyList<string> classes) => (Campaign, _classes) = (campaign, classes);

    /// <summary>专项行动. The campaign's code.</summary>
    public string Campaign { get; }

    /// <summary>获证企业（家）. Enterprises that hold a licence in force for one of the classes.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [Price(PriceAttribute.Count)]
    public Task<int> LicensedProducers(IResolveFieldContext field, [FromServices] Database database) => CountAsync(field, database, data => Producers(data, _classes));

    /// <summary>已检查（家）. Those of them with an inspection recorded in this campaign, of whatever kind: the sweep or another.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [Price(PriceAttribute.Count)]
    public Task<int> Inspected(IResolveFieldContext field, [FromServices] Database database) => CountAsync(field, database, data => Both(Producers(data, _classes), Seen(data, Campaign)));

    /// <summary>分类别. The same by product class, the main one of each licence and the others alike: an enterprise counts under every class it is licensed for.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [Price(PriceAttribute.Sum)]
    public async Task<IReadOnlyList<ClassCoverage>> ByProductClass(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        var all = new List<ClassCoverage>();
        foreach (var code in _classes)
        {
            string[] one = [code];
            all.Add(new ClassCoverage(
                ProductClassType.Of(one)[0],
                await CountAsync(field, database, data => Producers(data, one)).ConfigureAwait(false),
                await CountAsync(field, database, data => Both(Producers(data, one), Seen(data, Campaign))).ConfigureAwait(false)));
        }

        return all;
    }

    /// <summary>未检查企业. Those that no inspection of this campaign is recorded of.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="page">Which page.</param>
    public Task<Connection<EnterpriseType>> Missing(IResolveFieldContext field, [FromServices] Database database, PageRequest page) =>
        ListAsync(field, database, page, data => Both(Producers(data, _classes), Not(Seen(data, Campaign))));

    /// <summary>已检查企业. Those that are counted as inspected, whatever the kind of the inspection.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="page">Which page.</param>
    public Task<Connection<EnterpriseType>> Covered(IResolveFieldContext field, [FromServices] Database database, PageRequest page) =>
        ListAsync(field, database, page, data => Both(Producers(data, _classes), Seen(data, Campaign)));

    private static async Task<Connection<EnterpriseType>> ListAsync(
        IResolveFieldContext field,
        Database database,
        PageRequest page,
        Func<DataConnection, Expression<Func<EnterpriseRow, bool>>> condition)
    {
        ArgumentNullException.ThrowIfNull(field);
        var rows = await Lists.ReadAsync(
            database,
            condition,
            [],
            SortColumn<EnterpriseRow>.Text("subject", row => row.Subject, SortDirection.Asc),
            page,
            field.CancellationToken).ConfigureAwait(false);
        return new Connection<EnterpriseType>(rows.Select(row => new EnterpriseType { Row = row }));
    }

    /// <summary>Whether an enterprise is there and holds a licence in force for one of these classes; one that has ended is not
    /// inspected, also while its licence is not yet deregistered.</summary>
    internal static Expression<Func<EnterpriseRow, bool>> Producers(DataConnection data, IReadOnlyList<string> classes)
    {
        var (active, suspended) = (WireName.Of(LicenceStatus.Active), WireName.Of(LicenceStatus.Suspended));
        var ofClass = data.GetTable<LicenceProductClassRow>().Where(row => classes.Contains(row.Code));
        var held = data.GetTable<LicenceRow>().Where(row => (row.Status == active || row.Status == suspended) && ofClass.Any(one => one.Subject == row.Subject));
        var exists = WireName.Of(EnterpriseStatus.Active);
        return enterprise => enterprise.Status == exists && held.Any(row => row.Enterprise == enterprise.CreditCode);
    }

    private static Expression<Func<EnterpriseRow, bool>> Seen(DataConnection data, string campaign)
    {
        var recorded = WireName.Of(InspectionStatus.Recorded);
        var seen = data.GetTable<InspectionRow>().Where(row => row.Campaign == campaign && row.Status == recorded);
        return enterprise => seen.Any(row => row.Enterprise == enterprise.CreditCode);
    }

    private static Expression<Func<EnterpriseRow, bool>> Both(Expression<Func<EnterpriseRow, bool>> one, Expression<Func<EnterpriseRow, bool>> other) => new Conditions<EnterpriseRow>().And(one).And(other).ToExpression();

    private static Expression<Func<EnterpriseRow, bool>> Not(Expression<Func<EnterpriseRow, bool>> one) => Expression.Lambda<Func<EnterpriseRow, bool>>(Expression.Not(one.Body), one.Parameters);

    private static async Task<int> CountAsync(IResolveFieldContext field, Database database, Func<DataConnection, Expression<Func<EnterpriseRow, bool>>> condition)
    {
        return await database.QueryAsync(
            (data, token) => data.GetTable<EnterpriseRow>().CountAsync(condition(data), token),
            field.CancellationToken).ConfigureAwait(false);
    }
}

/// <summary>类别覆盖情况. How far a sweep has come in one product class.</summary>
/// <param name="ProductClass">产品类别. The class.</param>
/// <param name="LicensedProducers">获证企业（家）. Enterprises that hold a licence in force for it.</param>
/// <param name="Inspected">已检查（家）. Those of them that were inspected in the campaign.</param>
[ReadableBy(Readers.Bureau)]
public sealed record ClassCoverage(ProductClassType ProductClass, int LicensedProducers, int Inspected);
