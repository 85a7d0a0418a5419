using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Silo.Simulation;

namespace ShuangDa.Silo.Composition;

/// <summary>到期索引组合. The due index with the number of buckets that the database was made with, and the clocks that watch it.</summary>
public static class DueIndexComposition
{
    private const string SettingName = "deadline.buckets";

    /// <summary>Reads the number of buckets, and fixes it at first start: a row's bucket is stored with it.</summary>
    /// <param name="database">The database.</param>
    public static Task<DueIndex> ReadAsync(Grains.Journal.Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.WriteAsync(async data =>
        {
            var known = await data.GetTable<SettingRow>().FirstOrDefaultAsync(row => row.Name == SettingName).ConfigureAwait(false);
            if (known is null)
            {
                known = new SettingRow { Name = SettingName, Value = DueIndex.DefaultBuckets.ToString(CultureInfo.InvariantCulture) };
                await data.InsertAsync(known).ConfigureAwait(false);
            }

            return new DueIndex(int.Parse(known.Value, CultureInfo.InvariantCulture));
        });
    }

    /// <summary>Starts the clocks once the silo is up.</summary>
    /// <param name="silo">The silo.</param>
    public static ISiloBuilder UseClocks(this ISiloBuilder silo) => silo.AddStartupTask(async (services, _) =>
    {
        var grains = services.GetRequiredService<IGrainFactory>();
        await Task.WhenAll(Enumerable.Range(0, services.GetRequiredService<DueIndex>().Buckets).Select(bucket => grains.GetGrain<IClockGrain>(bucket).Start())).ConfigureAwait(false);
    });
}
