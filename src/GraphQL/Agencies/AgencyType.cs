using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Agencies;

/// <summary>协作部门. An agency outside the bureau that it works with (R2.6.2, R2.6.3).</summary>
/// <param name="row">Its row.</param>
[Name("Agency"), Implements(typeof(INode)), ReadableBy(Readers.Everyone)]
public sealed class AgencyType(AgencyRow row) : ListedNode(Agency.List, row.Code, row)
{
    /// <summary>性质. What it is to the bureau.</summary>
    public AgencyKind Kind { get; } = WireName.Find<AgencyKind>(row.Kind) ?? AgencyKind.Other;

    /// <summary>联络员. Its liaison officers who have not left, by user name (R3.1.2).</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public IDataLoaderResult<IReadOnlyList<UserType>> Liaisons(IResolveFieldContext field, [FromServices] Database database) =>
        UserType.LoadHolders(field, database, Roles.Liaison, static row => row.Agency, Code);
}
