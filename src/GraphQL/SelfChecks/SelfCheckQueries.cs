using GraphQL;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.SelfChecks;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>最近一次自检. What the last self-check found, be it the nightly one or one on demand; null before the first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Oversight)]
    public static async Task<SelfCheckReport?> SelfCheck(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        return await Grains.SelfChecks.SelfCheck.LastAsync(database, field.CancellationToken).ConfigureAwait(false) is { } result ? new SelfCheckReport(result) : null;
    }
}
