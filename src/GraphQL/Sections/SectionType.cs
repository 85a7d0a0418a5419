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

namespace ShuangDa.GraphQL.Sections;

/// <summary>责任科室. A section of the bureau that answers for work (R3.1.1).</summary>
/// <param name="row">Its row.</param>
[Name("Section"), Implements(typeof(INode)), ReadableBy(Readers.Everyone)]
public sealed class SectionType(SectionRow row) : ListedNode(Section.List, row.Code, row)
{
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
            // Whoever answers for a piece of work stands in its first place.
            var cells = await database.SumsAsync(data => data.GetTable<OpenWorkCountRow>().Where(cell => cell.Place == 0 && codes.Contains(cell.Section)), [nameof(OpenWorkCountRow.Section)], ending).ConfigureAwait(false);
            return cells.ToDictionary(cell => cell.Section!, cell => (int)cell.Rows);
        }).Load(Code);
    }

    private static async Task<IReadOnlyDictionary<string, int>> CountAsync(IQueryable<string> codes, CancellationToken ending) =>
        (await codes.GroupBy(code => code).Select(same => new { same.Key, Count = same.Count() }).ToListAsync(ending).ConfigureAwait(false)).ToDictionary(same => same.Key, same => same.Count);
}
