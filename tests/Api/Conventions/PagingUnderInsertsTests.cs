using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

/// <summary>Somebody pages through a list while others add to it.</summary>
public abstract class PagingUnderInserts(DatabaseKind kind)
{
    [Theory]
    [InlineData("order:[{validTo:ASC}]")]
    [InlineData("order:[{validTo:DESC},{number:ASC}]")]
    public async Task Rows_that_were_there_are_shown_once_each(string order)
    {
        await using var api = await ApiServer.StartAsync(kind == DatabaseKind.Sqlite ? null : await TestDatabase.CreateAsync(kind));
        var officer = await api.As(Roles.Officer);
        var holder = await api.EnterpriseAsync();
        var there = new List<string?>();
        for (var index = 0; index < 40; index++)
        {
            there.Add(await api.LicenceAsync(holder, $"20{27 + index % 5}-06-{1 + index % 9:D2}"));
        }

        using var done = new CancellationTokenSource();
        using var came = new SemaphoreSlim(0);
        var inserted = 0;
        var inserting = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await api.LicenceAsync(holder, $"20{27 + inserted % 5}-06-{1 + inserted % 9:D2}");
                inserted++;
                came.Release();
            }
        });

        var seen = new List<string?>();
        for (string? after = null; ;)
        {
            var page = (await officer.Ask($"query($after:String){{licences(first:3,after:$after,{order}){{nodes{{number}} pageInfo{{hasNextPage endCursor}}}}}}", new { after })).Data().GetProperty("licences");
            seen.AddRange(page.Texts("nodes", "number"));
            after = page.Text("pageInfo.endCursor");
            if (!page.At("pageInfo.hasNextPage").GetBoolean())
            {
                break;
            }

            // At least one more row between two pages, or nothing is shown.
            while (await came.WaitAsync(0))
            {
            }

            Assert.True(await came.WaitAsync(TimeSpan.FromSeconds(60)), "Nothing comes any more.");
        }

        await done.CancelAsync();
        await inserting;
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(there.Except(seen));
        Assert.True(inserted > 10, $"Only {inserted} rows came meanwhile.");
    }
}

public sealed class SqlitePagingUnderInsertsTests() : PagingUnderInserts(DatabaseKind.Sqlite);

public sealed class PostgreSqlPagingUnderInsertsTests() : PagingUnderInserts(DatabaseKind.PostgreSql);
