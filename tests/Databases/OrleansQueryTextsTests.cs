using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;
using Xunit;

namespace ShuangDa.Tests.Databases;

public sealed class OrleansQueryTextsTests
{
    private static readonly string[] Storage = ["WriteToStorageKey", "ReadFromStorageKey", "ClearStorageKey", "DeleteStorageKey"];

    private static readonly string[] Reminders =
        ["ReadReminderRowsKey", "ReadReminderRowKey", "ReadRangeRows1Key", "ReadRangeRows2Key", "UpsertReminderRowKey", "DeleteReminderRowKey", "DeleteReminderRowsKey"];

    private static readonly string[] Membership =
    [
        "InsertMembershipVersionKey", "InsertMembershipKey", "UpdateMembershipKey", "UpdateIAmAlivetimeKey", "MembershipReadRowKey", "MembershipReadAllKey",
        "GatewaysQueryKey", "DeleteMembershipTableEntriesKey", "CleanupDefunctSiloEntriesKey",
    ];

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.SqlServer)]
    public void EveryDatabaseHasTheTextsItNeedsInTheSameOrder(DatabaseKind kind)
    {
        string[] needed = [.. Storage, .. Reminders, .. kind == DatabaseKind.Sqlite ? [] : Membership];

        Assert.Equal(needed, OrleansQueries.For(kind).Select(text => text.Key));
        Assert.All(OrleansQueries.For(kind), text => Assert.NotEmpty(text.Value));
    }

    [Theory]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.SqlServer)]
    public void ServersNameTheSameParameters(DatabaseKind kind)
    {
        var sqlite = OrleansQueries.For(DatabaseKind.Sqlite).ToDictionary();

        Assert.All(OrleansQueries.For(kind).Where(text => sqlite.ContainsKey(text.Key)), text => Assert.Equal(ParametersOf(sqlite[text.Key]), ParametersOf(text.Value)));
    }

    private static IEnumerable<string> ParametersOf(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, "(?<!@)@[A-Z][A-Za-z0-9]*").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
