using System.Runtime.CompilerServices;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.SelfChecks;

/// <summary>
/// 都能查到. Every subject that people search for has texts by which it is found. A version that brings such a table has it empty until
/// rebuild-read-model has run: nothing else says so, as who finds nothing believes that there is nothing.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="concepts">All concepts.</param>
public sealed class SubjectsAreFound(Database database, IEnumerable<Concept> concepts) : ISelfCheckRule
{
    /// <inheritdoc/>
    public string Name => "subjects-are-found";

    /// <inheritdoc/>
    public BilingualText Title => new("应能查到的主体都能查到", "Whatever people search for can be found");

    /// <inheritdoc/>
    public BilingualText Found => new("有主体查找不到", "There are subjects that the search does not find");

    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        foreach (var concept in concepts)
        {
            if (SearchTable.Of(concept) is { } texts
                && await texts.FirstWithoutAsync(data, concept.RowTypes[0], cancellationToken).ConfigureAwait(false) is { } subject)
            {
                yield return new Finding(
                    subject,
                    new BilingualText(
                        $"{concept.Title.Chinese}中有主体查找不到（首例：本主体）",
                        $"There are subjects of {concept.Title.English} that the search does not find; this is the first"),
                    StatesAndTables.Rebuild);
            }

            // A commit writes what a command has changed, so a column that a version brought stays empty until the table is made anew.
            if (concept.RowTypes is [var rows, ..]
                && await RowTables.FirstUnorderedAsync(data, rows, cancellationToken).ConfigureAwait(false) is { } unordered)
            {
                yield return new Finding(
                    unordered,
                    new BilingualText(
                        $"{concept.Title.Chinese}中有名称未编入拼音次序，按名称排列时次序有误（首例：本主体）",
                        $"Names of {concept.Title.English} are not in their order yet; this is the first"),
                    StatesAndTables.Rebuild);
            }
        }
    }
}
