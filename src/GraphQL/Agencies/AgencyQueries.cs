using GraphQL;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Agencies;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>协作部门名录. The agencies that the bureau works with: those that the notice names first, then the others by code. Closed ones are there, because records carry their codes.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static async Task<IReadOnlyList<AgencyType>> Agencies(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        return [.. (await Agency.List.ReadAsync(database, field.CancellationToken).ConfigureAwait(false)).Select(row => new AgencyType(row))];
    }
}
