using LinqToDB;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

public sealed class NumberSeriesOnSqliteTests() : NumberSeriesTests(DatabaseKind.Sqlite);

public sealed class NumberSeriesOnPostgreSqlTests() : NumberSeriesTests(DatabaseKind.PostgreSql);

/// <summary>
/// 文号. By kind, section and year there is each number from one on, and each once: whatever many do at one moment, what of it is refused or
/// only looked at, and wherever a server stops and another goes on.
/// </summary>
public abstract class NumberSeriesTests(DatabaseKind kind)
{
    private const int Rounds = 3;
    private const int ActsInARound = 42;
    private static readonly object Why = new { reason = "检查发现问题", basis = "产品质量法 第十八条", documentNumber = "通1号" };

    [Theory]
    [InlineData(20260105)]
    [InlineData(20260106)]
    public async Task Numbers_have_neither_gaps_nor_doubles(int seed)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var random = new Random(seed);
        var drawn = 0;
        string? enterprise = null;
        for (var round = 0; round < Rounds; round++)
        {
            await using var api = await ApiServer.StartAsync(
                new DateTimeOffset(2026, 1, 5, 1 + round, 0, 0, TimeSpan.Zero), settings: InProcessServer.SettingsOf(database.Options));
            var bureau = new Bureau(api);
            await bureau.AppointAsync();
            await bureau.ListAsync("registerSection", new { code = "QUALITY", name = "质量科" });
            enterprise ??= await api.EnterpriseAsync();
            var officer = await api.As(Roles.Officer);

            // Who is the subject of a case is registered for it: the codes of the rounds before are taken.
            Assert.All(Enumerable.Range(0, round * ActsInARound), _ => api.NextCreditCode());
            var acts = Enumerable.Range(0, ActsInARound)
                .Select(_ => (What: random.Next(8), IsOfQuality: IsHeads(), IsOfLastYear: IsHeads(), How: random.Next(6)))
                .ToList();
            var done = await Task.WhenAll(acts.Select(act => DoAsync(act.What, new
            {
                section = act.IsOfQuality ? "QUALITY" : null,
                on = act.IsOfLastYear ? "2025-12-30" : null,
                preview = act.How == 1,

                // A last day before the order, and one officer alone, are refused.
                dueOn = act.How == 2 ? "2020-01-01" : "2026-06-30",
                officers = act.How == 2 ? ["officer"] : Bureau.Two,
            })));
            drawn += done.Sum();
            var series = await SeriesAsync(api);
            Assert.All(series, one => Assert.Equal(Enumerable.Range(1, one.Count()), one.Order()));
            Assert.Equal(drawn, series.Sum(one => one.Count()));
            if (round == Rounds - 1)
            {
                Assert.Equal(10, series.Count);
                await WholeDatabase.ExpectAsync(api.Database, api.Clock);
            }

            bool IsHeads() => random.Next(2) == 0;

            async Task<int> DoAsync(int what, object given)
            {
                switch (what)
                {
                    case 0:
                        await bureau.FiledAsync();
                        return 1;
                    case 1:
                        var suspected = await bureau.FiledAsync();
                        await bureau.SuspectAsync(suspected);
                        await bureau.OpenTransferAsync(suspected);
                        return 2;
                    case < 5:
                        return await TakenAsync("beginInspection", "inspection", given, "dueOn");
                    default:
                        var order = ApiServer.Merge(given, new { requirements = new[] { "检验设备检定" } }, Why);
                        return await TakenAsync("orderRectification", "rectification", order, "officers");
                }
            }

            async Task<int> TakenAsync(string mutation, string node, object given, string without)
            {
                var input = given as Dictionary<string, object?> ?? ApiServer.Merge(given);
                input.Remove(without);

                // One person does not begin two inspections of an enterprise on a day.
                input["enterpriseCreditCode"] = node == "inspection" ? await api.EnterpriseAsync() : enterprise;
                var answer = await officer.Do(mutation, input, $"{node}{{number}}");
                return answer.Refusal().Length > 0 || input["preview"] is true ? 0 : 1;
            }
        }
    }

    private static async Task<List<IGrouping<string, int>>> SeriesAsync(ApiServer api) =>
    [
        .. (await OfAsync<CaseRow>(api)).Concat(await OfAsync<CrimeTransferRow>(api)).Concat(await OfAsync<InspectionRow>(api))
            .Concat(await OfAsync<RectificationRow>(api))
            .Where(row => row.NumberSeries is not null)
            .GroupBy(row => row.NumberSeries!, row => row.NumberInSeries!.Value),
    ];

    private static async Task<IEnumerable<NumberedRow>> OfAsync<TRow>(ApiServer api) where TRow : NumberedRow =>
        await api.Database.RowsAsync(data => data.GetTable<TRow>(), TestContext.Current.CancellationToken);
}
