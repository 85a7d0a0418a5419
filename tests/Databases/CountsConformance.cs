using CsCheck;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Runtime;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Databases.Commits;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>What commits keep counted is what the rows add up to, whatever is committed and by how many at once, and a list's total that is taken from it is the number of its rows.</summary>
public abstract class CountsConformance(DatabaseKind kind)
{
    private const int CountsStep = 89;
    private const string Seed = "0N0XIzNsQ0O2";

    private static readonly string?[] Sections = [null, "稽查队", "a|b", "a", "\\-"];
    private static readonly string[] Stages = ["LEAD", "INVESTIGATION", "CLOSED"];
    private static readonly string[] Violations = ["UNLICENSED_PRODUCTION", "COUNTERFEITING"];
    private static readonly string?[] Classes = [null, "FOOD", "CLOTHING"];
    private static readonly string[] Days = ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"];

    /// <summary>What a case becomes: nothing where it is taken away.</summary>
    private sealed record Step(string Section, string Stage, string Violation, string Class, string Day, long Value, bool Flag, int Holders);

    private static readonly Gen<Step?> Steps = Gen.Frequency(
        (1, Gen.Const((Step?)null)),
        (6, Gen.Select(
            OneOf(Sections),
            OneOf(Stages),
            OneOf(Violations),
            OneOf(Classes),
            Gen.Select(OneOf(Days), Gen.Long[-5, 1_000_000], Gen.Bool, Gen.Int[0, 2]),
            (section, stage, violation, of, rest) => (Step?)new Step(section, stage, violation, of, rest.Item1, rest.Item2, rest.Item3, rest.Item4))));

    [Fact]
    public async Task CountsAreWhatTheRowsAddUpToAfterAnyCommits()
    {
        await using var database = await CommitServer.CreateDatabaseAsync(kind);
        await using var server = await CommitServer.StartAsync(database, "--Commits:Committers=4", "--Commits:BatchSize=7");
        var counted = server.Services.GetRequiredService<Database>();
        var round = 0;
        await Steps.Array[1, 8].Array[1, 40].SampleAsync(
            async cases =>
            {
                round++;
                await Task.WhenAll(cases.Select((steps, index) => LiveAsync(server, $"{round}-{index}", steps)));
                await AgreesAsync(counted);
            },
            seed: Seed,
            iter: 12,
            threads: 1);
        Assert.True(await RowsAsync(counted) > 50, "The walk made too few rows to say anything.");

        // What nobody kept is said by name, and counting anew mends it.
        await database.ExecuteAsync("UPDATE case_count SET goods_value = goods_value + 1 WHERE cell = (SELECT MIN(cell) FROM case_count)");
        await database.ExecuteAsync("DELETE FROM case_work_count");
        var findings = await FindingsAsync(counted);
        Assert.Contains(findings, finding => finding.Subject == "case_work_count" && finding.What.English.Contains("row_count is kept as 0", StringComparison.Ordinal));
        Assert.Single(findings, finding => finding.Subject == "case_count" && finding.What.English.Contains("goods_value", StringComparison.Ordinal));
        await ReadModelRebuild.CountAnewAsync(counted, TestContext.Current.CancellationToken);
        await AgreesAsync(counted);
    }

    [Fact]
    public async Task ADatabaseOfTheVersionBeforeOpensAndCountsRight()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using (var connection = await database.ConnectAsync())
        {
            await DatabaseMigrator.MigrateAsync(connection, kind, [.. SchemaHistory.For(kind).Where(step => step.Version < CountsStep)], TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken);
        }

        var (yes, no) = kind == DatabaseKind.Sqlite ? ("1", "0") : ("true", "false");
        foreach (var index in Enumerable.Range(0, 12))
        {
            var section = index % 3 == 0 ? "NULL" : "'a|b'";
            var overdue = index % 2 == 0 ? yes : no;
            await database.ExecuteAsync($"""
                INSERT INTO inspection_case (subject, version, number, title, stage, violation, source, party_name, section, responsible, received_on, goods_value, sales_amount, illegal_gains, penalty, paid,
                    is_major, is_overdue, was_paused, must_transfer, open_tasks, awaited_by)
                VALUES ('case/{index}', 1, '{index}', 't', '{Stages[index % 3]}', '{Violations[index % 2]}', 'REPORT', 'p', {section}, 'o', '{Days[index % 4]}', {index * 100}, 0, 0, 0, 0, {no}, {overdue}, {no}, {no}, 0, 0)
                """);
            await database.ExecuteAsync($"INSERT INTO open_work (subject, user_name, place, number, section, status) VALUES ('case/{index}', 'u', 0, '{index}', {section}, 'LEAD')");
            if (index % 4 > 0)
            {
                await database.ExecuteAsync($"INSERT INTO inspection_case_product_class (subject, code, place) VALUES ('case/{index}', 'FOOD', 0), ('case/{index}', 'OTHER', 1)");
            }
        }

        await using var opened = await database.OpenAsync();

        await AgreesAsync(opened.Database);
        await using var data = await opened.Database.ReadAsync();
        Assert.Equal(9, await data.GetTable<CaseRow>().CountAsync(row => row.MainProductClass == "FOOD"));
        Assert.Equal(12, await data.GetTable<OpenWorkCountRow>().SumAsync(cell => cell.Rows));
        Assert.Equal(6, await opened.Database.CountAsync(asked => asked.GetTable<CaseRow>().Where(row => row.IsOverdue), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ATotalIsTakenFromTheCountsWhereTheyKnowItAndIsTheNumberOfRows()
    {
        await using var database = await CommitServer.CreateDatabaseAsync(kind);
        await using var opened = await database.OpenAsync();
        var random = new Random(5);
        foreach (var index in Enumerable.Range(0, 60))
        {
            var step = new Step(Pick(Sections) ?? "", Pick(Stages)!, Pick(Violations)!, Pick(Classes) ?? "", Pick(Days)!, index, random.Next(2) == 0, 0);
            await opened.Database.WriteAsync(data => data.InsertAsync((CaseRow)RowsOf($"case/{index}", step, 1)[0]));
        }

        await ReadModelRebuild.CountAnewAsync(opened.Database, TestContext.Current.CancellationToken);
        string[] open = ["LEAD", "INVESTIGATION", "it's"];
        foreach (var section in Sections)
        {
            await CountsAsync(true, row => row.Section == section);
            await CountsAsync(true, row => row.Section != section && row.IsOverdue);
            await CountsAsync(true, row => row.Section == section && !open.Contains(row.Stage) && !row.IsMajor);
            await CountsAsync(true, row => row.Section!.StartsWith("a|") || row.Section == null);
            await CountsAsync(false, row => row.Section == section && row.Title == "x");
        }

        await CountsAsync(true, row => row.Violation == "COUNTERFEITING" && row.MainProductClass == null);
        await CountsAsync(false, row => row.ReceivedOn == "2026-01-01");
        await CountsAsync(false, row => row.Subject == "case/7");

        T Pick<T>(T[] some) => some[random.Next(some.Length)];

        async Task CountsAsync(bool isKept, System.Linq.Expressions.Expression<Func<CaseRow, bool>> condition)
        {
            await using var data = await opened.Database.ReadAsync();
            var rows = await data.GetTable<CaseRow>().CountAsync(condition);
            Assert.Equal(rows, await opened.Database.CountAsync(asked => asked.GetTable<CaseRow>().Where(condition), TestContext.Current.CancellationToken));
            var kept = KeptQuery<CaseRow>.OfCount(new KeptQueries(), data.GetTable<CaseRow>().Where(condition), data, kind);
            Assert.Equal(isKept, kept?.Statement.Sql.Contains("_count", StringComparison.Ordinal) ?? false);
        }
    }

    private static Gen<string> OneOf(string?[] some) => Gen.Int[0, some.Length - 1].Select(index => some[index] ?? "");

    private static async Task LiveAsync(CommitServer server, string key, Step?[] steps)
    {
        var before = new List<Row>();
        string? etag = null;
        for (var version = 1; version <= steps.Length; version++)
        {
            var after = steps[version - 1] is { } step ? RowsOf($"toy/{key}", step, version) : [];
            var state = server.StateOf(key, "red", etag, version);
            state.State!.Pending = state.State.Pending! with
            {
                Deletes = [.. before.Where(row => !after.Any(other => ReadModel.SameKey(row, other)))],
                Upserts = [.. after.Select(row => new RowChange(row, before.FirstOrDefault(other => ReadModel.SameKey(row, other)))).Where(change => change.Row != change.Before)],
            };
            await server.WriteAsync(state, key);
            (before, etag) = (after, state.ETag);
        }
    }

    private static List<Row> RowsOf(string subject, Step step, int version) =>
    [
        new CaseRow
        {
            Subject = subject,
            Version = version,
            Number = subject,
            Title = "t",
            Stage = step.Stage,
            Violation = step.Violation,
            Source = "INSPECTION",
            PartyName = "p",
            Section = NullOf(step.Section),
            Responsible = "o",
            ReceivedOn = step.Day,
            GoodsValue = step.Value,
            GoodsValued = step.Value > 0,
            SalesAmount = 0,
            IllegalGains = 0,
            Penalty = 0,
            Paid = 0,
            IsMajor = step.Flag,
            IsOverdue = step.Value % 2 == 0,
            WasLate = false,
            WasPaused = false,
            MustTransfer = false,
            MustPublish = false,
            OpenTasks = 0,
            AwaitedBy = CaseRow.NoTerm,
            MainProductClass = NullOf(step.Class),
        },
        .. Enumerable.Range(0, step.Holders).Select(place => new OpenWorkRow
        {
            Subject = subject, UserName = $"u{place}", Place = place, Number = "n", Section = NullOf(step.Section), Status = step.Stage,
            DueAt = OpenWorkRow.NoTerm,
        }),
    ];

    private static string? NullOf(string text) => text.Length == 0 ? null : text;

    private static async Task<int> RowsAsync(Database database)
    {
        await using var data = await database.ReadAsync();
        return await data.GetTable<CaseRow>().CountAsync();
    }

    private static async Task<List<Finding>> FindingsAsync(Database database) => await new CountsAddUp(database).CheckAsync(TestContext.Current.CancellationToken).ToListAsync();

    /// <summary>The rule's own statement finds nothing, and what is read of a table of counts is what grouping the rows in memory gives.</summary>
    private static async Task AgreesAsync(Database database)
    {
        Assert.Empty(await FindingsAsync(database));
        await using var data = await database.ReadAsync();
        var rows = await data.GetTable<CaseRow>().ToListAsync();
        var kept = await database.SumsAsync(asked => asked.GetTable<CaseCountRow>().Where(cell => cell.Period == "2026"), [nameof(CaseCountRow.Violation), nameof(CaseCountRow.Stage)], TestContext.Current.CancellationToken);
        Assert.Equal(
            rows.Where(row => row.ReceivedOn.StartsWith("2026", StringComparison.Ordinal)).GroupBy(row => (row.Violation, row.Stage)).Select(of => (of.Key.Violation, of.Key.Stage, (long)of.Count(), of.Sum(row => row.GoodsValue))).Order(),
            kept.Select(cell => (cell.Violation, cell.Stage, cell.Rows, cell.GoodsValue)).Order());
    }
}

public sealed class SqliteCounts() : CountsConformance(DatabaseKind.Sqlite);

public sealed class PostgreSqlCounts() : CountsConformance(DatabaseKind.PostgreSql)
{
    /// <summary>Two silos may add to the same cells: what each adds counts, and none waits in a circle.</summary>
    [Fact]
    public async Task WhoAddToTheSameCellsAtOnceLoseNothingAndDoNotWaitInACircle()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.PostgreSql);
        await using var opened = await database.OpenAsync();
        var texts = new StatementTexts(DatabaseKind.PostgreSql);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async silo =>
        {
            var random = new Random(silo);
            await using var connection = CommitConnection.Over(await opened.Database.Source.OpenConnectionAsync(), DatabaseKind.PostgreSql);
            for (var turn = 0; turn < 60; turn++)
            {
                var changes = new CountChanges();
                foreach (var index in Enumerable.Range(0, 12))
                {
                    changes.Add(new PendingCommit
                    {
                        Subject = "x",
                        Entries = [],
                        Deletes = [],
                        OpenedRows = [],
                        ClosedRows = [],
                        TallyRows = [],
                        Command = null!,
                        Upserts =
                        [
                            new RowChange(
                                new OpenWorkRow
                                {
                                    Subject = "x", UserName = "u", Place = random.Next(3), Number = "n", Section = $"s{random.Next(9)}",
                                    Status = "LEAD",
                                    DueAt = OpenWorkRow.NoTerm,
                                },
                                null),
                        ],
                    });
                }

                await connection.BeginAsync();
                await connection.RunAsync([.. changes.Statements(texts, writer: 0)]);
                await connection.CommitAsync();
            }
        }));

        Assert.Equal(4L * 60 * 12, await database.ScalarAsync("SELECT CAST(SUM(row_count) AS bigint) FROM open_work_count"));
    }
}
