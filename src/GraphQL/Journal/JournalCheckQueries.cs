using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>日志链核验. Computes again every link of one subject's chain; null where the caller may not see the subject's journal. The whole journal is verified by <c>verify-journal</c>.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="concepts">Given by the engine.</param>
    /// <param name="subject">主体. The id of a node.</param>
    [ReadableBy(Readers.Bureau)]
    [Price(PriceAttribute.Count)]
    public static async Task<JournalCheck?> JournalCheck(IResolveFieldContext field, [FromServices] Database database, [FromServices] IEnumerable<Concept> concepts, [Id] string subject)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var key = NodeIds.SubjectOf(subject) ?? throw new BadUserInput("主体编号无效", "The subject's id is not valid");
        var caller = Caller.Required(field.User);
        if (caller.IsOutsider || JournalVisibility.HiddenPrefixes(concepts, caller).Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            return null;
        }

        var rows = await database.QueryAsync(
            (data, token) => data.GetTable<JournalRow>().Where(row => row.Subject == key).OrderBy(row => row.Number).ToListAsync(token),
            field.CancellationToken).ConfigureAwait(false);
        return Grains.Journal.JournalChain.Check(rows) is var broken ? new JournalCheck(rows.Count, broken is null, broken) : null;
    }
}
