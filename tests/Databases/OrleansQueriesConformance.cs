using System.Data;
using System.Data.Common;
using System.Globalization;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>What Orleans' ADO.NET providers rely on when they run our query texts, asked with the parameters and types that they send.</summary>
public abstract class OrleansQueriesConformance(DatabaseKind kind) : PerDatabase(kind)
{
    private static readonly DateTime Instant = new(2026, 11, 24, 8, 30, 15, 250, DateTimeKind.Utc);

    private OpenedDatabase _opened = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _opened = await Database.OpenAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_opened is not null)
        {
            await _opened.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task AFirstWriteIsVersionOneAndIsReadBack()
    {
        Assert.Equal([1], await Write("a", known: null, [1, 2, 3]));

        var (payload, version) = Assert.Single(await Read("a"));
        Assert.Equal([1, 2, 3], payload);
        Assert.Equal(1, version);
        Assert.Empty(await Read("b"));
    }

    [Fact]
    public async Task AWriteOverTheKnownVersionReplacesAndCounts()
    {
        await Write("a", null, [1]);

        Assert.Equal([2], await Write("a", 1, [2]));
        Assert.Equal([3], await Write("a", 2, [3]));

        Assert.Equal([3], Assert.Single(await Read("a")).Payload);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task AWriteOverAnotherVersionGivesNoRowAndChangesNothing(int? known)
    {
        await Write("a", null, [1]);
        await Write("a", 1, [2]);

        Assert.Empty(await Write("a", known, [9]));

        var (payload, version) = Assert.Single(await Read("a"));
        Assert.Equal([2], payload);
        Assert.Equal(2, version);
    }

    [Fact]
    public async Task AWriteOverAVersionOfAStateThatIsGoneGivesNoRowAndMakesNone()
    {
        Assert.Empty(await Write("a", 1, [9]));
        Assert.Empty(await Read("a"));
    }

    [Fact]
    public async Task StatesWhoseHashesCollideAreApart()
    {
        await Write("a", null, [1], hash: 7);
        await Write("b", null, [2], hash: 7);
        await Write("a", null, [3], hash: 7, type: "enterprise");
        await Write("a", null, [4], hash: 7, service: "other");
        await Write(null, null, [5], hash: 7, n1: 10);

        Assert.Equal([1], Assert.Single(await Read("a", hash: 7)).Payload);
        Assert.Equal([2], Assert.Single(await Read("b", hash: 7)).Payload);
        Assert.Equal([3], Assert.Single(await Read("a", hash: 7, type: "enterprise")).Payload);
        Assert.Equal([4], Assert.Single(await Read("a", hash: 7, service: "other")).Payload);
        Assert.Equal([5], Assert.Single(await Read(null, hash: 7, n1: 10)).Payload);
        Assert.Equal([2], await Write(null, 1, [6], hash: 7, n1: 10));
    }

    [Fact]
    public async Task KeysThatDifferInCaseOnlyAreApart()
    {
        await Write("licence/a", null, [1]);
        await Write("licence/A", null, [2]);

        Assert.Equal([1], Assert.Single(await Read("licence/a")).Payload);
    }

    [Fact]
    public async Task AClearedStateKeepsItsVersionCountAndCanBeWrittenAgain()
    {
        await Write("a", null, [1]);

        Assert.Empty(await Numbers("ClearStorageKey", Key("a"), ("GrainStateVersion", 5, DbType.Int32)));
        Assert.Equal([2], await Numbers("ClearStorageKey", Key("a"), ("GrainStateVersion", 1, DbType.Int32)));

        var (payload, version) = Assert.Single(await Read("a"));
        Assert.Null(payload);
        Assert.Equal(2, version);
        Assert.Equal([3], await Write("a", 2, [7]));
    }

    [Fact]
    public async Task ADeletedStateIsGoneAndOnlyOverTheKnownVersion()
    {
        await Write("a", null, [1]);

        Assert.Empty(await Numbers("DeleteStorageKey", Key("a"), ("GrainStateVersion", 2, DbType.Int32)));
        Assert.Equal([2], await Numbers("DeleteStorageKey", Key("a"), ("GrainStateVersion", 1, DbType.Int32)));
        Assert.Empty(await Read("a"));
        Assert.Equal([1], await Write("a", null, [2]));
    }

    [Fact]
    public async Task OfTwoFirstWritesAtOnceOneWins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(one => Task.Run(() => Write("a", null, [(byte)one]))));

        Assert.Equal([1], answers.SelectMany(answer => answer));
    }

    [Fact]
    public async Task OfManyWritesOverOneVersionOneWins()
    {
        await Write("a", null, [1]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(one => Task.Run(() => Write("a", 1, [(byte)one]))));

        Assert.Equal([2], answers.SelectMany(answer => answer));
    }

    [Fact]
    public async Task AReminderBeginsAtVersionZeroAndCountsItsChanges()
    {
        Assert.Equal([0], await Remind("clock/1", "tick", 5, period: 60_000));
        Assert.Equal([1], await Remind("clock/1", "tick", 5, period: 120_000));

        var reminder = Assert.Single(await Reminders("ReadReminderRowKey", Of("clock/1"), ("ReminderName", "tick", DbType.String)));
        Assert.Equal(new Reminder("clock/1", "tick", Instant, 120_000, 1), reminder);
        Assert.Empty(await Reminders("ReadReminderRowKey", Of("clock/1"), ("ReminderName", "tock", DbType.String)));
    }

    [Fact]
    public async Task APeriodLongerThanAnIntegerIsKept()
    {
        await Remind("clock/1", "yearly", 5, period: 31_536_000_000);

        Assert.Equal(31_536_000_000, Assert.Single(await Reminders("ReadReminderRowsKey", Of("clock/1"))).Period);
    }

    [Fact]
    public async Task AGrainsRemindersAreItsOwn()
    {
        await Remind("clock/1", "tick", 5);
        await Remind("clock/1", "tock", 5);
        await Remind("clock/2", "tick", 6);
        await Remind("clock/1", "tick", 5, service: "other");

        Assert.Equal(["tick", "tock"], (await Reminders("ReadReminderRowsKey", Of("clock/1"))).Select(reminder => reminder.Name).Order());
    }

    [Fact]
    public async Task ARangeOfHashesBeginsAfterItsBeginAndEndsWithItsEnd()
    {
        foreach (var hash in new[] { int.MinValue, -10, 0, 10, 20, int.MaxValue })
        {
            await Remind($"clock/{hash}", "tick", hash);
        }

        Assert.Equal(["clock/0", "clock/10"], await InRange("ReadRangeRows1Key", -10, 10));
        Assert.Equal(["clock/-10", "clock/-2147483648", "clock/20", "clock/2147483647"], await InRange("ReadRangeRows2Key", 10, -10));
        Assert.Equal(6, (await InRange("ReadRangeRows2Key", 10, 10)).Count);
        Assert.Empty(await InRange("ReadRangeRows1Key", 20, 21));
    }

    [Fact]
    public async Task DeletingAReminderOfAnotherVersionAnswersZeroAndDeletesNothing()
    {
        await Remind("clock/1", "tick", 5);

        Assert.Equal([0], await Forget("clock/1", "tick", version: 3));
        Assert.Equal([0], await Forget("clock/9", "tick", version: 0));
        Assert.Equal([1], await Forget("clock/1", "tick", version: 0));
        Assert.Equal([0], await Forget("clock/1", "tick", version: 0));
    }

    [Fact]
    public async Task AllRemindersOfAServiceGoTogether()
    {
        await Remind("clock/1", "tick", 5);
        await Remind("clock/1", "tick", 5, service: "other");

        await Run("DeleteReminderRowsKey", ("ServiceId", "shuangda", DbType.String));

        Assert.Empty(await Reminders("ReadReminderRowsKey", Of("clock/1")));
        Assert.Single(await Reminders("ReadReminderRowsKey", Of("clock/1", "other")));
    }

    protected sealed record Parameter(string Name, object? Value, DbType Type)
    {
        public static implicit operator Parameter((string Name, object? Value, DbType Type) parameter) => new(parameter.Name, parameter.Value, parameter.Type);
    }

    protected async Task<List<T>> Query<T>(string key, Func<DbDataReader, T> select, IEnumerable<Parameter> parameters)
    {
        await using var connection = await _opened.Database.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = OrleansQueries.For(Database.Kind).Single(text => text.Key == key).Value;
        foreach (var (name, value, type) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            parameter.DbType = type;
            command.Parameters.Add(parameter);
        }

        // As the provider reads: all rows of all result sets.
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
            {
                rows.Add(select(reader));
            }
        }
        while (await reader.NextResultAsync());
        return rows;
    }

    protected Task<List<int>> Numbers(string key, IEnumerable<Parameter> parameters, params Parameter[] more) =>
        Query(key, reader => Convert.ToInt32(reader.GetValue(0), CultureInfo.InvariantCulture), parameters.Concat(more));

    protected Task Run(string key, params Parameter[] parameters) => Query(key, _ => 0, parameters);

    private static Parameter[] Key(string? key, int hash = 1, string type = "licence", string service = "shuangda", long n1 = 0) =>
    [
        ("GrainIdHash", hash, DbType.Int32), ("GrainIdN0", 0L, DbType.Int64), ("GrainIdN1", n1, DbType.Int64), ("GrainTypeHash", hash, DbType.Int32),
        ("GrainTypeString", type, DbType.String), ("GrainIdExtensionString", key, DbType.String), ("ServiceId", service, DbType.String),
    ];

    private static Parameter[] Of(string grain, string service = "shuangda") => [("ServiceId", service, DbType.String), ("GrainId", grain, DbType.AnsiString)];

    private Task<List<int>> Write(string? key, int? known, byte[] payload, int hash = 1, string type = "licence", string service = "shuangda", long n1 = 0) => Query(
        "WriteToStorageKey",
        reader => Convert.ToInt32(reader.GetValue(reader.GetOrdinal("NewGrainStateVersion")), CultureInfo.InvariantCulture),
        Key(key, hash, type, service, n1).Concat([("GrainStateVersion", known, DbType.Int32), ("PayloadBinary", payload, DbType.Binary)]));

    private Task<List<(byte[]? Payload, int Version)>> Read(string? key, int hash = 1, string type = "licence", string service = "shuangda", long n1 = 0) => Query(
        "ReadFromStorageKey",
        reader => (reader.IsDBNull(reader.GetOrdinal("PayloadBinary")) ? null : (byte[])reader["PayloadBinary"], Convert.ToInt32(reader["Version"], CultureInfo.InvariantCulture)),
        Key(key, hash, type, service, n1));

    private Task<List<int>> Remind(string grain, string name, int hash, long period = 60_000, string service = "shuangda") => Numbers(
        "UpsertReminderRowKey",
        Of(grain, service),
        ("ReminderName", name, DbType.String),
        ("StartTime", Instant, DbType.DateTime),
        period <= int.MaxValue ? ("Period", (int)period, DbType.Int32) : ("Period", period, DbType.Int64),
        ("GrainHash", hash, DbType.Int32));

    private Task<List<int>> Forget(string grain, string name, int version) =>
        Numbers("DeleteReminderRowKey", Of(grain), ("ReminderName", name, DbType.String), ("Version", version, DbType.Int32));

    private Task<List<Reminder>> Reminders(string key, IEnumerable<Parameter> parameters, params Parameter[] more) => Query(
        key,
        reader => new Reminder(
            (string)reader["GrainId"], (string)reader["ReminderName"], DateTime.SpecifyKind(reader.GetDateTime(reader.GetOrdinal("StartTime")), DateTimeKind.Utc),
            reader.GetInt64(reader.GetOrdinal("Period")), Convert.ToInt32(reader["Version"], CultureInfo.InvariantCulture)),
        parameters.Concat(more));

    private async Task<List<string>> InRange(string key, int begin, int end) =>
    [
        .. (await Reminders(key, [("ServiceId", "shuangda", DbType.String), ("BeginHash", begin, DbType.Int32), ("EndHash", end, DbType.Int32)]))
            .Select(reminder => reminder.GrainId).Order(StringComparer.Ordinal),
    ];

    private sealed record Reminder(string GrainId, string Name, DateTime StartTime, long Period, int Version);
}

public sealed class SqliteOrleansQueriesTests() : OrleansQueriesConformance(DatabaseKind.Sqlite);

public sealed class PostgreSqlOrleansQueriesTests() : OrleansQueriesConformance(DatabaseKind.PostgreSql)
{
    private static readonly DateTime Started = new(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task AMemberJoinsOnlyOverTheExpectedTableVersion()
    {
        Assert.Equal([1], await Numbers("InsertMembershipVersionKey", [Cluster]));
        Assert.Equal([0], await Numbers("InsertMembershipVersionKey", [Cluster]));

        Assert.Equal([0], await Join(port: 1, expected: 5));
        Assert.Equal("version 0, ports ", await Members());
        Assert.Equal([1], await Join(port: 1, expected: 0));
        Assert.Equal([0], await Join(port: 2, expected: 0));
        Assert.Equal([0], await Join(port: 1, expected: 1));
        Assert.Equal("version 1, ports 1", await Members());
    }

    [Fact]
    public async Task OfManyThatJoinOverOneVersionOneDoes()
    {
        await Numbers("InsertMembershipVersionKey", [Cluster]);

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(port => Join(port, expected: 0)));

        Assert.Equal(1, answers.Sum(answer => answer.Single()));
        Assert.Matches("^version 1, ports [1-8]$", await Members());
    }

    [Fact]
    public async Task AChangeOfAMemberFollowsTheSameRule()
    {
        await Numbers("InsertMembershipVersionKey", [Cluster]);
        await Join(port: 1, expected: 0);

        Assert.Equal([0], await Change(port: 1, status: 4, expected: 0));
        Assert.Equal([0], await Change(port: 9, status: 4, expected: 1));
        Assert.Equal("version 1, ports 1", await Members());
        Assert.Equal([1], await Change(port: 1, status: 4, expected: 1));
        Assert.Equal("version 2, ports 1", await Members());
        Assert.Equal("127.0.0.1:1@7,2026-11-24", await Database.ScalarAsync("SELECT suspect_times FROM membership"));
    }

    [Fact]
    public async Task TheVersionComesBackAlsoWhereTheMemberIsAbsent()
    {
        await Numbers("InsertMembershipVersionKey", [Cluster]);
        await Join(port: 1, expected: 0);

        Assert.Equal([(1, true)], await Query("MembershipReadRowKey", VersionAndPresence, [Cluster, .. Silo(1)]));
        Assert.Equal([(1, false)], await Query("MembershipReadRowKey", VersionAndPresence, [Cluster, .. Silo(2)]));
    }

    [Fact]
    public async Task GatewaysAreTheActiveMembersThatHaveOne()
    {
        await Numbers("InsertMembershipVersionKey", [Cluster]);
        await Join(port: 1, expected: 0, status: 3, proxyPort: 30001);
        await Join(port: 2, expected: 1, status: 3, proxyPort: 0);
        await Join(port: 3, expected: 2, status: 4, proxyPort: 30003);

        Assert.Equal([("127.0.0.1", 30001, 7)], await Query("GatewaysQueryKey", reader => ((string)reader["Address"], (int)reader["ProxyPort"], (int)reader["Generation"]), [Cluster, ("Status", 3, DbType.Int32)]));
    }

    [Fact]
    public async Task TheDefunctGoAndTheActiveStay()
    {
        await Numbers("InsertMembershipVersionKey", [Cluster]);
        await Join(port: 1, expected: 0, status: 3);
        await Join(port: 2, expected: 1, status: 6);
        await Join(port: 3, expected: 2, status: 6);
        await Run("UpdateIAmAlivetimeKey", [Cluster, .. Silo(3), ("IAmAliveTime", Started.AddDays(9), DbType.DateTime)]);

        await Run("CleanupDefunctSiloEntriesKey", Cluster, ("IAmAliveTime", Started.AddDays(1), DbType.DateTime));

        Assert.Equal("version 3, ports 1 3", await Members());
        await Run("DeleteMembershipTableEntriesKey", Cluster);
        Assert.Empty(await Query("MembershipReadAllKey", _ => 0, [Cluster]));
    }

    private static Parameter Cluster => ("DeploymentId", "shuangda", DbType.String);

    private static Parameter[] Silo(int port) => [("Address", "127.0.0.1", DbType.AnsiString), ("Port", port, DbType.Int32), ("Generation", 7, DbType.Int32)];

    private static (int Version, bool Present) VersionAndPresence(DbDataReader reader) =>
        (Convert.ToInt32(reader["Version"], CultureInfo.InvariantCulture), !reader.IsDBNull(reader.GetOrdinal("StartTime")));

    private Task<List<int>> Join(int port, int expected, int status = 3, int proxyPort = 30000) => Numbers(
        "InsertMembershipKey",
        [Cluster, .. Silo(port)],
        ("SiloName", "silo", DbType.String), ("HostName", "host", DbType.String), ("Status", status, DbType.Int32), ("ProxyPort", proxyPort, DbType.Int32),
        ("StartTime", Started, DbType.DateTime), ("IAmAliveTime", Started, DbType.DateTime), ("Version", expected, DbType.Int32));

    private Task<List<int>> Change(int port, int status, int expected) => Numbers(
        "UpdateMembershipKey",
        [Cluster, .. Silo(port)],
        ("Status", status, DbType.Int32), ("SuspectTimes", "127.0.0.1:1@7,2026-11-24", DbType.String), ("IAmAliveTime", Started, DbType.DateTime), ("Version", expected, DbType.Int32));

    private async Task<string> Members()
    {
        var rows = await Query("MembershipReadAllKey", reader => (Version: (int)reader["Version"], Port: reader["Port"] as int?), [Cluster]);
        return $"version {rows[0].Version}, ports {string.Join(' ', rows.Select(row => row.Port).OfType<int>().Order())}";
    }
}

public sealed class SqlServerOrleansQueriesTests() : OrleansQueriesConformance(DatabaseKind.SqlServer);
