using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Search;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>
/// What a subject is remembered by already is left as it is when it comes again: its index is not written anew with every step under one
/// document.
/// </summary>
public abstract class RememberedTextConformance(DatabaseKind kind) : PerDatabase(kind)
{
    [Fact]
    public async Task ATextThatIsRememberedIsNotWrittenAgain()
    {
        await using var opened = await Database.OpenAsync();
        var texts = new StatementTexts(Database.Kind);
        var open = await opened.Database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var connection = CommitConnection.Over(open, Database.Kind);

        foreach (var pieces in new[] { "first", "again" })
        {
            await connection.BeginAsync();
            var row = new RecalledTextRow { Subject = "licence/1", Text = "a", Pieces = pieces };
            await connection.RunAsync([texts.InsertWhereMissing(row)]);
            await connection.CommitAsync();
        }

        Assert.Equal("first", await Database.ScalarAsync("SELECT pieces FROM recalled_text"));
    }
}

public sealed class SqliteRememberedText() : RememberedTextConformance(DatabaseKind.Sqlite);

public sealed class PostgreSqlRememberedText() : RememberedTextConformance(DatabaseKind.PostgreSql);

public sealed class SqlServerRememberedText() : RememberedTextConformance(DatabaseKind.SqlServer);
