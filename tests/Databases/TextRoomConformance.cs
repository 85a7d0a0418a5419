using System.Runtime.CompilerServices;
using LinqToDB.Mapping;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>
/// A text may be as long as its column says, in Chinese characters, and comes back as it was; one character more is refused where the
/// database counts them.
/// </summary>
public abstract class TextRoomConformance(DatabaseKind kind) : PerDatabase(kind)
{
    private const int MostTried = 4000;

    [Fact]
    public async Task EveryTextIsKeptUpToItsLengthInChinese()
    {
        await using var opened = await Database.OpenAsync();
        var room = TextColumns.OnPostgreSql();
        var texts = new StatementTexts(Database.Kind);
        var open = await opened.Database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var connection = CommitConnection.Over(open, Database.Kind);
        var tried = 0;
        foreach (var rowType in typeof(Row).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Row)) && !type.IsAbstract)
            .Concat([typeof(JournalRow), typeof(DeadlineRow), typeof(TallyRow)]))
        {
            var table = MappingSchema.Default.GetEntityDescriptor(rowType);
            var row = RuntimeHelpers.GetUninitializedObject(rowType);
            foreach (var column in table.Columns)
            {
                if (column.MemberType == typeof(string) && room.TryGetValue((table.Name.Name, column.ColumnName), out var length))
                {
                    column.MemberAccessor.SetValue(row, new string('督', length < 0 ? MostTried : length));
                    tried++;
                }
                else if (column.MemberType == typeof(byte[]))
                {
                    column.MemberAccessor.SetValue(row, new byte[32]);
                }
            }

            await connection.BeginAsync();
            await connection.RunAsync([texts.Insert(row)]);
            await connection.CommitAsync();
            foreach (var column in table.Columns.Where(column => column.MemberType == typeof(string)))
            {
                var kept = await Database.ScalarAsync($"SELECT {column.ColumnName} FROM {table.Name.Name}");
                Assert.Equal(column.MemberAccessor.GetValue(row), kept is DBNull ? null : kept);
            }
        }

        Assert.True(tried > 100, $"{tried} columns");
    }
}

public sealed class SqliteTextRoom() : TextRoomConformance(DatabaseKind.Sqlite);

public sealed class PostgreSqlTextRoom() : TextRoomConformance(DatabaseKind.PostgreSql);

public sealed class SqlServerTextRoom() : TextRoomConformance(DatabaseKind.SqlServer);
