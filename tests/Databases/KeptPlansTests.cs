using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Data;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>
/// PostgreSQL plans a list once where the text of its statement says how its rows are found, and weighs the values where they decide.
/// </summary>
#pragma warning disable CA1309 // The comparisons are the database's.
public sealed class KeptPlansTests() : PerDatabase(DatabaseKind.PostgreSql)
{
    private const int Times = 12;

    [Fact]
    public async Task What_is_compared_for_being_equal_is_planned_once()
    {
        string[] some = ["VALID", "SUSPENDED"];
        var (status, enterprise) = ("VALID", "91310118631656145F");

        Assert.Equal(0, await PlansMadeForValuesAsync(row => row.Status == status && row.Enterprise != enterprise));
        Assert.Equal(0, await PlansMadeForValuesAsync(row => some.Contains(row.Status) && !some.Contains(row.Kind)));
    }

    [Fact]
    public async Task A_span_of_days_is_weighed()
    {
        var day = "2026-01-01";

        Assert.NotEqual(0, await PlansMadeForValuesAsync(row => string.Compare(row.ValidTo, day) >= 0));
        Assert.NotEqual(0, await PlansMadeForValuesAsync(row => string.Compare(row.ValidTo, day) < 0));
    }

    [Fact]
    public async Task A_page_that_begins_within_a_span_of_its_own_order_is_planned_once()
    {
        var (from, until, status) = ("2026-01-01", "2026-02-01", "VALID");

        Assert.Equal(0, await PlansMadeForValuesAsync(
            row => string.Compare(row.ValidTo, from) >= 0 && string.Compare(row.ValidTo, until) < 0 && row.Status == status,
            rows => rows.OrderBy(row => row.ValidTo)));
        Assert.NotEqual(0, await PlansMadeForValuesAsync(
            row => string.Compare(row.ValidTo, from) >= 0 && string.Compare(row.MustApplyBy, until) < 0,
            rows => rows.OrderBy(row => row.ValidTo)));
    }

    [Fact]
    public async Task What_else_goes_over_the_connection_is_weighed_as_before()
    {
        await using var opened = await Database.OpenAsync();
        var (asked, mode) = await opened.Database.InOneTurnAsync(
            async turn => (await turn.CountAsync(Ask(row => row.Status == "VALID", static rows => rows.OrderBy(row => row.Subject))),
                await turn.QueryAsync((data, ending) => data.ExecuteAsync<string>("SHOW plan_cache_mode", ending))),
            TestContext.Current.CancellationToken);

        Assert.Equal((0, "auto"), (asked, mode));
    }

    [Fact]
    public async Task What_a_reader_told_its_connection_while_others_waited_ends_with_its_turns()
    {
        await using var opened = await Database.OpenAsync();
        var ask = Ask(row => row.Status == "VALID", static rows => rows.OrderBy(row => row.Subject));
        var read = Enumerable.Range(0, 64).Select(one => opened.Database.InOneTurnAsync(
            async turn =>
            {
                if (one % 4 == 0)
                {
                    return await turn.QueryAsync((data, ending) => data.ExecuteAsync<string>("SHOW plan_cache_mode", ending));
                }

                await turn.RowsAsync(ask);
                return "auto";
            },
            TestContext.Current.CancellationToken));
        Assert.All(await Task.WhenAll(read), mode => Assert.Equal("auto", mode));

        // As many at once as readers had connections, so that each of them is looked at.
        var left = await Task.WhenAll(Enumerable.Range(0, opened.Database.Reads.AtATimeOn(DatabaseKind.PostgreSql)).Select(async _ =>
        {
            await using var data = await opened.Database.ReadAsync(TestContext.Current.CancellationToken);
            return await data.ExecuteAsync<string>(
                "SELECT current_setting('plan_cache_mode') FROM pg_sleep(0.2)", TestContext.Current.CancellationToken);
        }));
        Assert.All(left, mode => Assert.Equal("auto", mode));
    }

    [Fact]
    public async Task What_broke_off_leaves_the_next_read_as_it_was()
    {
        await using var opened = await Database.OpenAsync();
        var ask = Ask(row => row.Status == "VALID", static rows => rows.OrderBy(row => row.Subject));
        var broken = opened.Database.InOneTurnAsync(
            async turn =>
            {
                await turn.RowsAsync(ask);
                return await turn.QueryAsync((data, ending) => data.ExecuteAsync<string>("SELECT 1 / 0", ending));
            },
            TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => broken);

        var mode = await opened.Database.InOneTurnAsync(
            async turn =>
            {
                await turn.RowsAsync(ask);
                return await turn.QueryAsync((data, ending) => data.ExecuteAsync<string>("SHOW plan_cache_mode", ending));
            },
            TestContext.Current.CancellationToken);
        Assert.Equal("auto", mode);
    }

    private async Task<long> PlansMadeForValuesAsync(
        Expression<Func<LicenceRow, bool>> condition, Func<IQueryable<LicenceRow>, IOrderedQueryable<LicenceRow>>? order = null)
    {
        await using var opened = await Database.OpenAsync();
        return await opened.Database.InOneTurnAsync(
            async turn =>
            {
                for (var time = 0; time < Times; time++)
                {
                    await turn.RowsAsync(Ask(condition, order ?? (static rows => rows.OrderBy(row => row.Subject))));
                }

                return await turn.QueryAsync((data, ending) => data.ExecuteAsync<long>(
                    "SELECT CAST(sum(custom_plans) AS bigint) FROM pg_prepared_statements WHERE cardinality(parameter_types) > 0", ending));
            },
            TestContext.Current.CancellationToken);
    }

    private static Func<DataConnection, Question<LicenceRow>> Ask(
        Expression<Func<LicenceRow, bool>> condition, Func<IQueryable<LicenceRow>, IOrderedQueryable<LicenceRow>> order) => _ =>
    {
        var of = Condition<LicenceRow>.Of(condition);
        return new(of.Shape, of.Values, (tables, values) =>
            order(tables.GetTable<LicenceRow>().Where(of.Make(new AskedValues(values)))).Take(21));
    };
}
