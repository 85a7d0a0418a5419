using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Agencies;

/// <summary>协作部门. An agency outside the bureau that it works with (R2.6.2, R2.6.3).</summary>
[Name("Agency"), Implements(typeof(INode)), ReadableBy(Readers.Everyone)]
public sealed class AgencyType : INode
{
    private readonly AgencyRow _row;

    /// <summary>An agency as the list shows it.</summary>
    /// <param name="row">Its row.</param>
    public AgencyType(AgencyRow row) => _row = row;

    /// <summary>An agency as its grain knows it.</summary>
    /// <param name="snapshot">Its state.</param>
    public AgencyType(Snapshot<Agency> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _row = (AgencyRow)AgencyRows.Of(SubjectKeys.Of(Agency.ConceptName, snapshot.Key), snapshot.State, snapshot.Version)[0];
    }

    /// <inheritdoc/>
    [Ignore]
    public string Subject => _row.Subject;

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(_row.Subject);

    /// <summary>代码. What records carry; never changes.</summary>
    public string Code => _row.Code;

    /// <summary>名称. In the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Name(IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return GraphQLRequestContext.Of(field).English && _row.EnglishName is { } english ? english : _row.Name;
    }

    /// <summary>中文名称.</summary>
    public string ChineseName => _row.Name;

    /// <summary>英文名称. Null where nobody has given one.</summary>
    public string? EnglishName => _row.EnglishName;

    /// <summary>已撤销. Whether it is no partner any more; what concerned it keeps its name.</summary>
    public bool IsClosed => _row.Closed;

    /// <summary>版本. Rises with every change; 0 for an agency that comes with the program and was never changed.</summary>
    public int Version => _row.Version;

    /// <summary>性质. What it is to the bureau.</summary>
    public AgencyKind Kind => WireName.Find<AgencyKind>(_row.Kind) ?? AgencyKind.Other;

    /// <summary>联络员. Its liaison officers who have not left, by user name (R3.1.2).</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public IDataLoaderResult<IReadOnlyList<UserType>> Liaisons(IResolveFieldContext field, [FromServices] Database database) =>
        UserType.LoadHolders(field, database, Roles.Liaison, static row => row.Agency, Code);
}
