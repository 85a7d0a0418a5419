using System.Reflection;
using System.Security.Claims;
using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Columns;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Licences;
using ShuangDa.GraphQL.Security;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Database;
using ShuangDa.Silo.Operations;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>SQL Server is not run in the tests. What is sent to it is at least T-SQL: every text is parsed by Microsoft's parser for SQL Server 2022.</summary>
public sealed class SqlServerTextsTests
{
    /// <summary>Where the texts come from. Whoever renders T-SQL in another place adds that place here.</summary>
    private static readonly Dictionary<string, Func<IEnumerable<string>>> Sources = new()
    {
        ["migrations"] = () => SchemaHistory.For(DatabaseKind.SqlServer).SelectMany(step => step.Statements),
        ["schema_version"] = () => [DatabaseMigrator.VersionTable(DatabaseKind.SqlServer), DatabaseMigrator.LineOf(new SchemaStep(1, "x", []), "0")],
        ["Orleans"] = () => OrleansQueries.For(DatabaseKind.SqlServer).Select(text => text.Value),
        ["grants"] = () => RuntimeGrants.For(DatabaseKind.SqlServer, "app]; DROP TABLE journal"),
        ["commit"] = () => new StatementTexts(DatabaseKind.SqlServer).All(
        [
            typeof(JournalRow), typeof(CommandRow), typeof(DeadlineRow), typeof(TallyRow), typeof(UniqueNameRow),
            .. typeof(Row).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Row)) && !type.IsAbstract),
        ]),
        ["deploy script"] = () => [SchemaScript.For(DatabaseKind.SqlServer)],
    };

    /// <summary>Code that has linq2db render its queries: it is run against a database that only listens. Whoever writes queries adds a call here.</summary>
    private static readonly Dictionary<string, Func<SqlServerRecorder, Task>> Callers = new()
    {
        ["journal feed"] = async recorder =>
        {
            using var enough = new CancellationTokenSource();
            var reading = Task.Run(async () =>
            {
                await foreach (var _ in new JournalFeed(recorder.Database).ReadAsync(new FeedCursor(5, 6), enough.Token))
                {
                }
            });
            await recorder.SentAsync("[journal]");
            await enough.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        },
        ["working years"] = recorder => WorkingYearRows.ReadAsync(recorder.Database, CancellationToken.None),
        ["sections"] = recorder => Section.List.ReadAsync(recorder.Database, CancellationToken.None),
        ["agencies"] = recorder => Agency.List.ReadAsync(recorder.Database, CancellationToken.None),
        ["list of staff"] = recorder => Query.Staff(new ResolveFieldContext(), recorder.Database, PageRequest.Of(null, null, null, null), role: Role.Officer, text: "张"),
        ["credentials"] = async recorder =>
        {
            using var credentials = new Credentials(recorder.Database, Options.Create(new CredentialOptions()));
            await credentials.MatchesAsync("id", new Password("x"));
            await credentials.ForgetOthersAsync("account/officer", "id");
        },
        ["number of buckets"] = recorder => DueIndexComposition.ReadAsync(recorder.Database),
        ["list of licences"] = recorder => Query.Licences(Listed<LicenceRow, LicenceType>(
            recorder,
            new Dictionary<string, object?>
            {
                ["status"] = new EnumFilter<LicenceStatus> { Eq = LicenceStatus.Active },
                ["productClasses"] = new ListFilter(null, null, new ElementFilter(new Dictionary<string, object?> { ["code"] = new StringFilter(In: ["FOOD", "OTHER"]) }), null),
                ["enterprise"] = new RowFilter<EnterpriseRow>(new Dictionary<string, object?> { ["name"] = new StringFilter(EndsWith: "厂") }),
                ["validTo"] = new DateFilter { Gte = new DateOnly(2026, 12, 1) },
            },
            new RowSort<LicenceRow>(new Dictionary<string, object?> { ["validTo"] = SortDirection.Desc }))),
        ["count of licences"] = async recorder =>
        {
            var licences = await Query.Licences(Listed<LicenceRow, LicenceType>(recorder, new Dictionary<string, object?> { ["issuedBy"] = new StringFilter(Contains: "市") }));
            Assert.Equal(0, await licences.TotalCount());
        },
        ["list of enterprises"] = recorder => Query.Enterprises(Listed<EnterpriseRow, EnterpriseType>(recorder, new Dictionary<string, object?> { ["name"] = new StringFilter(Contains: "厂") })),
        ["list of deadlines"] = recorder => Query.Deadlines(new ResolveFieldContext(), recorder.Database, PageRequest.Of(null, null, null, null), TimeProvider.System, where: new DeadlineFilter(Lapsed: new BooleanFilter(true))),
        ["a later page"] = async recorder =>
        {
            var order = SortColumn<JournalRow>.Number("position", row => row.Position, SortDirection.Desc);
            await Lists.ReadAsync(recorder.Database, _ => row => row.Subject == "licence/a", [], order, new PageRequest(10, Keyset.CursorAt([order], 77), Backwards: false), CancellationToken.None);
        },
        ["search"] = recorder => Query.Search("50%_[", new ResolveFieldContext { User = Officer }, recorder.Database),
        ["verification"] = recorder => Grains.Journal.Verification.RunAsync(recorder.Database, ConceptsComposition.All),
        ["digest"] = async recorder =>
        {
            using var folder = new TemporaryFolder();
            await Digest.WriteAsync(recorder.Database, folder.File("digest.txt"), TimeProvider.System);
        },
        ["self-check"] = async recorder =>
        {
            await using var services = new ServiceCollection().AddLogging().AddSingleton(recorder.Database).AddSingleton(TimeProvider.System).AddSingleton(new DueIndex(32)).AddConcepts().AddSelfChecks().BuildServiceProvider();
            var result = await services.GetRequiredService<SelfCheck>().RunAsync();
            Assert.All(result.Rules, rule => Assert.Null(rule.Failure));
            await SelfCheck.LastAsync(recorder.Database);
        },
        ["rebuild"] = recorder => new ReadModelRebuild(recorder.Database, ConceptsComposition.All, new DueIndex(32)).RunAsync(),
        ["pages of states"] = async recorder =>
        {
            await using var data = await recorder.Database.ReadAsync();
            await StateTable.PageAsync(data, "licence", "licence/a", 10, CancellationToken.None);
            await StateTable.LockedPageAsync(data, DatabaseKind.SqlServer, "licence", "licence/a", 10, CancellationToken.None);
            await RowTables.ReadAsync(data, typeof(LicenceProductClassRow), new StatePage("licence/a", "licence/b", []), CancellationToken.None);
            await RowTables.ReplaceAsync(data, typeof(LicenceProductClassRow), ["licence/a"], [new LicenceProductClassRow { Subject = "licence/a", Code = "FOOD", Place = 0 }], CancellationToken.None);
        },
        ["removal of old commands"] = async recorder =>
        {
            await CommandRetention.RemoveAsync(recorder.Database, DateTimeOffset.UnixEpoch);
            await CommandRetention.KeptSinceAsync(recorder.Database);
        },
        ["rows of every table"] = async recorder =>
        {
            await using var data = await recorder.Database.ReadAsync();
            foreach (var type in typeof(Row).Assembly.GetTypes().Where(type => type.GetCustomAttributes(typeof(TableAttribute), inherit: false).Length > 0))
            {
                var first = typeof(SqlServerTextsTests).GetMethod(nameof(FirstOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
                await (Task)first.Invoke(null, [data])!;
            }
        },
    };

    public static TheoryData<string> Names => [.. Sources.Keys];

    public static TheoryData<string> CallerNames => [.. Callers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryTextParses(string source)
    {
        var texts = Sources[source]().ToArray();
        Assert.NotEmpty(texts);

        Assert.All(texts, text => Assert.Empty(ErrorsIn(text)));
    }

    [Theory]
    [MemberData(nameof(CallerNames))]
    public async Task WhatLinq2dbRendersParses(string caller)
    {
        await using var recorder = new SqlServerRecorder();

        await Callers[caller](recorder);

        Assert.Contains(recorder.Texts, text => text.Contains('[', StringComparison.Ordinal));
        Assert.All(recorder.Texts, text => Assert.Empty(ErrorsIn(text)));
    }

    [Fact]
    public void TheParserObjectsToWhatIsNoTSql() => Assert.NotEmpty(ErrorsIn("INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO NOTHING"));

    private static ClaimsPrincipal Officer { get; } = new(new CallerIdentity(
        new Caller(
            new AccountStanding("officer", "张三", Roles.Officer, null, null, Disabled: false, MustChangePassword: false, 1, DateTimeOffset.UnixEpoch, []),
            new Session("officer", 1, "id", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)),
        "test"));

    private static Listing<TRow, TNode> Listed<TRow, TNode>(SqlServerRecorder recorder, Dictionary<string, object?> where, params RowSort<TRow>[] order)
        where TRow : Row
        where TNode : RowNode<TRow>, new() => new(recorder.Database, new RowFilter<TRow>(where), order, PageRequest.Of(10, null, null, null));

    private static Task<List<T>> FirstOf<T>(DataConnection data) where T : class => data.GetTable<T>().Take(20).ToListAsync();

    private static IEnumerable<string> ErrorsIn(string text)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        return errors.Select(error => $"{error.Line}:{error.Column} {error.Message}");
    }
}
