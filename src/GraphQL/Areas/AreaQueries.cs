using GraphQL;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Areas;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>区域名录. The areas of the district, by code. Closed ones are there, because records carry their codes.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static async Task<IReadOnlyList<AreaType>> Areas(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        return [.. (await Area.List.ReadAsync(database, field.CancellationToken).ConfigureAwait(false)).Select(row => new AreaType(row.Code, row))];
    }
}
