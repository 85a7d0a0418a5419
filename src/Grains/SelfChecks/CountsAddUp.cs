using System.Runtime.CompilerServices;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.SelfChecks;

/// <summary>计数与行一致. Every table of counts says what its rows add up to.</summary>
/// <param name="database">The database.</param>
internal sealed class CountsAddUp(Database database) : ISelfCheckRule
{
    public string Name => "counts-add-up";

    public BilingualText Title => new("随提交保持的计数与列表中的行一致", "The counts that commits keep are those of the rows");

    public BilingualText Found => new("随提交保持的计数与列表中的行不一致", "The counts that commits keep differ from the rows");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var read = await ConsistentRead.BeginAsync(database, cancellationToken).ConfigureAwait(false);
        foreach (var table in CountTable.All)
        {
            foreach (var column in table.Sums.Select(sum => sum.Name).Prepend(CountTexts.RowCount))
            {
                foreach (var found in await read.Data.QueryToListAsync<Difference>(CountTexts.Differences(database.Kind, table, column), cancellationToken).ConfigureAwait(false))
                {
                    yield return new Finding(
                        table.Name,
                        new BilingualText($"{found.Cell}：{column} 记为 {found.Kept}，按行计算为 {found.Given}", $"{found.Cell}: {column} is kept as {found.Kept}, and the rows give {found.Given}"),
                        StatesAndTables.Rebuild);
                }
            }
        }
    }

    private sealed record Difference
    {
        public string Cell { get; init; } = "";

        public long Given { get; init; }

        public long Kept { get; init; }
    }
}
