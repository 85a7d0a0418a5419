using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Licences;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>许可证届满分布. How many licences end in each month, by status; months without any are left out.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="from">自. The first last-valid day that counts.</param>
    /// <param name="to">至. The day after the last that counts.</param>
    [ReadableBy(Readers.Bureau)]
    [Price(PriceAttribute.Sum)]
    public static async Task<IReadOnlyList<LicenceExpiryMonth>> LicenceExpiry(IResolveFieldContext field, [FromServices] Database database, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var asked = WholePeriods.Of(from, to, byYear: false);
        var counted = (await database.SumsAsync(data => data.GetTable<LicenceCountRow>().Where(cell => asked.Whole.Contains(cell.Period)), [nameof(LicenceCountRow.Period), nameof(LicenceCountRow.Status)], field.CancellationToken).ConfigureAwait(false))
            .ConvertAll(cell => (Month: cell.Period, cell.Status, Count: (int)cell.Rows));
        foreach (var (first, before) in asked.Rest)
        {
            var ending = new Conditions<LicenceRow>().Date(row => row.ValidTo, new DateFilter { Gte = first, Lt = before }).ToExpression();
            counted.AddRange((await database.QueryAsync(
                (data, token) => data.GetTable<LicenceRow>()
                    .Where(ending)
                    .GroupBy(row => new { Month = row.ValidTo.Substring(0, 7), row.Status })
                    .Select(group => new { group.Key.Month, group.Key.Status, Count = group.Count() })
                    .ToListAsync(token),
                field.CancellationToken).ConfigureAwait(false)).Select(one => (one.Month, one.Status, one.Count)));
        }

        return
        [
            .. counted.OrderBy(one => one.Month, StringComparer.Ordinal).ThenBy(one => one.Status, StringComparer.Ordinal)
                .Select(one => new LicenceExpiryMonth(one.Month, WireName.Find<LicenceStatus>(one.Status)!.Value, one.Count)),
        ];
    }
}
