using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Imports;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    private const int ImportsShown = 50;

    /// <summary>最近的导入. The last fifty imports, newest first, as of their last durable marks; <c>import</c> has the counts of the moment.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static async Task<IReadOnlyList<ImportType>> RecentImports(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var rows = await database.QueryAsync(
            (data, token) => data.GetTable<ImportRow>().OrderByDescending(row => row.QueuedAt).Take(ImportsShown).ToListAsync(token),
            field.CancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => new ImportType { Row = row })];
    }
}
