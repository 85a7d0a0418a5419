using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Sections;

/// <summary>责任科室. A section of the bureau that answers for work (R3.1.1).</summary>
[Name("Section"), Implements(typeof(INode)), ReadableBy(Readers.Everyone)]
public sealed class SectionType : INode
{
    private readonly SectionRow _row;

    /// <summary>A section as the list shows it.</summary>
    /// <param name="row">Its row.</param>
    public SectionType(SectionRow row) => _row = row;

    /// <summary>A section as its grain knows it.</summary>
    /// <param name="snapshot">Its state.</param>
    public SectionType(Snapshot<Section> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _row = (SectionRow)SectionRows.Of(SubjectKeys.Of(Section.ConceptName, snapshot.Key), snapshot.State, snapshot.Version)[0];
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

    /// <summary>已撤销. Whether it exists no more; what it did keeps its name.</summary>
    public bool IsClosed => _row.Closed;

    /// <summary>版本. Rises with every change; 0 for a section that comes with the program and was never changed.</summary>
    public int Version => _row.Version;

    /// <summary>负责人. Who heads it: the heads of section whose accounts say that they belong to it and who have not left.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public IDataLoaderResult<IReadOnlyList<UserType>> Heads(IResolveFieldContext field, [FromServices] Database database) =>
        UserType.LoadHolders(field, database, Roles.SectionHead, static row => row.Section, Code);

    /// <summary>人数. How many people belong to it and have not left.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public IDataLoaderResult<int> Members(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return BatchLoader<string, int>.Of(field, async (codes, ending) =>
        {
            return await database.QueryAsync(
                (data, token) => CountAsync(data.GetTable<AccountRow>().Where(row => !row.Disabled && codes.Contains(row.Section)).Select(row => row.Section!), token),
                ending).ConfigureAwait(false);
        }).Load(Code);
    }

    /// <summary>在办事项数. How many open inspections, orders, cases and transfers it answers for.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public IDataLoaderResult<int> OpenWork(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return BatchLoader<string, int>.Of(field, async (codes, ending) =>
        {
            return await database.QueryAsync(
                (data, token) => CountAsync(data.GetTable<OpenWorkRow>().Where(row => row.Place == 0 && codes.Contains(row.Section)).Select(row => row.Section!), token),
                ending).ConfigureAwait(false);
        }).Load(Code);
    }

    private static async Task<IReadOnlyDictionary<string, int>> CountAsync(IQueryable<string> codes, CancellationToken ending) =>
        (await codes.GroupBy(code => code).Select(same => new { same.Key, Count = same.Count() }).ToListAsync(ending).ConfigureAwait(false)).ToDictionary(same => same.Key, same => same.Count);
}
