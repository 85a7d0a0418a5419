using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;
using ShuangDa.Silo.Simulation;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>
/// What is sent to SQL Server, as far as it can be looked at without one: how statements are declared, in which order they go, what the
/// tables are made of.
/// </summary>
public sealed partial class SqlServerStatementsTests
{
    private const int MostCharacters = 4000;
    private const int MostBytesOfAnIndex = 1700;
    private const int MostBytesOfAPrimaryKey = 900;

    private static readonly StatementTexts Texts = new(DatabaseKind.SqlServer);
    private static readonly Lazy<List<TSqlStatement>> Made = new(static () =>
        [.. SchemaHistory.For(DatabaseKind.SqlServer).SelectMany(step => step.Statements).SelectMany(Parsed)]);

    /// <summary>
    /// SQL Server plans a text once for each declaration of its parameters; a length of their own for each value would be a plan for
    /// each.
    /// </summary>
    [Fact]
    public void AStatementIsDeclaredTheSameWayWhateverItsValuesAre()
    {
        var batch = Batch(
            Texts.Insert(Entry("licence/a", basis: null, document: "质监〔2026〕1号", agency: "police")),
            Texts.Insert(Entry("licence/b", basis: "产品质量法 第四十九条", document: null, agency: null)),
            Texts.Insert(Entry("licence/" + new string('c', 290), basis: "", document: new string('文', 200), agency: null)));

        Assert.Equal(3, batch.BatchCommands.Count);
        Assert.Single(batch.BatchCommands.Cast<SqlBatchCommand>().Select(DeclarationOf).Distinct());
        Assert.Contains("@p0 NVarChar(4000)", DeclarationOf((SqlBatchCommand)batch.BatchCommands[0]), StringComparison.Ordinal);
        Assert.Contains("VarBinary(8000)", DeclarationOf((SqlBatchCommand)batch.BatchCommands[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4000, 4000)]
    [InlineData(4001, -1)]
    public void WhatIsLongerThanAParameterMayBeHasNoLength(int characters, int size)
    {
        var batch = Batch(Texts.Upsert(new SettingRow { Name = "x", Value = new string('文', characters) }));
        var declared = batch.BatchCommands[0].Parameters.Cast<SqlParameter>().Single(one => ((string)one.Value).Length == characters);
        Assert.Equal(size, declared.Size);
    }

    [Fact]
    public void EveryCommitterSendsTheTextsInOneOrder()
    {
        Statement[] statements =
        [
            Texts.Insert(Entry("licence/a", null, null, null)),
            Texts.Upsert(new SettingRow { Name = "x", Value = "1" }),
            Texts.Delete(new DeadlineRow { Subject = "licence/a", Kind = "licence.expiry", DueAt = 1, Bucket = 0, Rule = "" }),
            Texts.AddUp(CountTable.All[0].Type, new object?[Texts.AddUp(CountTable.All[0].Type, []).Text.Types.Length]),
        ];
        var sent = Sent(statements);
        Assert.StartsWith("DELETE", sent[0], StringComparison.Ordinal);
        Assert.Contains(CountTable.All[0].Name, sent[^1], StringComparison.Ordinal);
        Assert.Equal(sent, Sent([.. statements.Reverse()]));

        static string[] Sent(Statement[] statements) =>
            [.. Batch(statements).BatchCommands.Cast<DbBatchCommand>().Select(command => command.CommandText)];
    }

    /// <summary>Where every member of a batch met a conflict there is nothing to send; the driver refuses an empty batch.</summary>
    [Fact]
    public async Task ABatchOfConflictsSendsNothing()
    {
        await using var connection = new ServerCommitConnection(new SqlConnection("Server=nowhere"), named: true);
        await connection.RunAsync([]);
    }

    [Theory]
    [InlineData(-2, 11, true)] // time is over
    [InlineData(1205, 13, true)] // a deadlock
    [InlineData(3960, 16, true)] // a conflict of snapshots
    [InlineData(4060, 11, true)] // the database is not there yet
    [InlineData(18401, 14, true)] // the server is about to start
    [InlineData(233, 20, true)]
    [InlineData(50000, 20, true)] // whatever ends the connection
    [InlineData(50000, 19, false)]
    [InlineData(18456, 14, false)] // a wrong password
    [InlineData(2627, 14, false)] // a key that is taken
    [InlineData(102, 15, false)] // a text that is none
    public void WhatTheServersNumberSays(int number, byte severity, bool isAway) =>
        Assert.Equal(isAway, CommitErrors.IsAway(number, severity));

    /// <summary>
    /// What is read below the oldest running transaction must not be read before that is known: the two are two statements.
    /// </summary>
    [Fact]
    public async Task TheFeedAsksForItsBoundFirst()
    {
        await using var recorder = new SqlServerRecorder();
        using var enough = new CancellationTokenSource();
        using var feed = new JournalFeed(recorder.Database);
        var reading = Task.Run(async () =>
        {
            await foreach (var _ in feed.ReadAsync(new FeedCursor(5, 6), enough.Token))
            {
            }
        });
        await recorder.SentAsync("[journal]");
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Contains("MIN_ACTIVE_ROWVERSION", recorder.Texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("journal", recorder.Texts[0], StringComparison.Ordinal);
        var page = recorder.Texts.First(text => text.Contains("[journal]", StringComparison.Ordinal));
        Assert.DoesNotContain("MIN_ACTIVE_ROWVERSION", page, StringComparison.Ordinal);
        Assert.Contains("[commit_order] <", page, StringComparison.Ordinal);
        Assert.Contains(Indexes(), index => index is ("journal", ["commit_order", "position"]));
    }

    /// <summary>A connection keeps its isolation in the pool.</summary>
    [Fact]
    public async Task WhoeverReadsAfterAConsistentReadSeesWhatIsCommitted()
    {
        await using var recorder = new SqlServerRecorder();
        await (await ConsistentRead.BeginAsync(recorder.Database, TestContext.Current.CancellationToken)).DisposeAsync();
        Assert.Equal("SET TRANSACTION ISOLATION LEVEL READ COMMITTED", recorder.Texts[^1]);
    }

    [Fact]
    public async Task ADatabaseThatIsNotSetAsItMustBeIsRefusedWithWhatIsToBeRun()
    {
        await using var recorder = new SqlServerRecorder();
        await using var connection = await recorder.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<DatabaseUnusableException>(() =>
            SqlServerSettings.CheckAsync(connection, DatabaseOptions.RuntimeKey, TestContext.Current.CancellationToken));
        Assert.All(SqlServerSettings.Statements, statement => Assert.Contains(statement, refused.Message, StringComparison.Ordinal));
        Assert.Contains(DatabaseOptions.RuntimeKey, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>After a failed attempt the driver would refuse others for up to a minute without trying.</summary>
    [Fact]
    public async Task AServerThatComesBackIsTriedAtOnce()
    {
        await using var source = OpenedDatabase.SourceOf(DatabaseKind.SqlServer, "Server=nowhere;User Id=u;Password=p");
        Assert.Equal(PoolBlockingPeriod.NeverBlock, new SqlConnectionStringBuilder(source.ConnectionString).PoolBlockingPeriod);
    }

    [Fact]
    public async Task ARowIsPutInItsPlaceUnderALock()
    {
        await using var recorder = new SqlServerRecorder();
        await recorder.Database.WriteAsync(data => data.PutAsync(new SettingRow { Name = "x", Value = "1" }));
        Assert.Contains(recorder.Texts, text => text.Contains("MERGE INTO [setting] WITH(HOLDLOCK)", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void ATurnThatDoesNotComeIsAnError()
    {
        var taken = new DatabaseTurn(7, "a-turn", TimeSpan.FromSeconds(20)).Take(DatabaseKind.SqlServer);
        Assert.NotEmpty(Parsed(taken));
        Assert.Contains("@LockTimeout = 20000", taken, StringComparison.Ordinal);
        Assert.Contains("IF @turn < 0 THROW", taken, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => new DatabaseTurn(7, "a-turn", TimeSpan.Zero).Take(DatabaseKind.Sqlite));
    }

    /// <summary>sqlcmd begins with quoted identifiers off, under which an index over some rows stops the script.</summary>
    [Fact]
    public void TheScriptBeginsWithTheSessionAndTheDatabaseAsTheyMustBe()
    {
        var lines = SchemaScript.For(DatabaseKind.SqlServer).Split('\n')
            .Where(line => line is not "" and not "GO" && !line.StartsWith("--", StringComparison.Ordinal)).ToArray();
        Assert.Equal(SqlServerSettings.Session.Concat(SqlServerSettings.Statements).Select(statement => statement + ";"), lines[..5]);
        Assert.Contains("QUOTED_IDENTIFIER ON", lines[0], StringComparison.Ordinal);
        Assert.All(SqlServerSettings.Statements.Append(SqlServerSettings.Question), statement => Assert.NotEmpty(Parsed(statement)));
    }

    /// <summary>
    /// A text has room for as many characters as on PostgreSQL, where the limits of the API are tried; and it is of the driver's own
    /// type, so that no column is converted to be compared.
    /// </summary>
    [Fact]
    public void EveryTextHasTheRoomThatItHasOnPostgreSql()
    {
        var postgres = TextColumns.OnPostgreSql();
        var ours = Columns().Where(one => TypeOf(one.Definition) is SqlDataTypeOption.NVarChar && !IsOfOrleans(one.Table)).ToList();
        Assert.True(ours.Count > 150, $"{ours.Count} columns");
        Assert.All(Columns(), one => Assert.InRange(LengthOf(one.Definition), -1, MostCharacters));
        Assert.All(ours, one => Assert.Contains(LengthOf(one.Definition), (int[])[-1, postgres[(one.Table, NameOf(one.Definition))]]));
        var other = Columns().Where(one =>
            TypeOf(one.Definition) is SqlDataTypeOption.VarChar or SqlDataTypeOption.Char or SqlDataTypeOption.NChar);
        Assert.All(other, one => Assert.True(IsOfOrleans(one.Table), $"{one.Table}.{NameOf(one.Definition)}"));
    }

    /// <summary>A constraint is known by its name alone, whatever its table; a table that was dropped has taken its own along.</summary>
    [Fact]
    public void NoTwoConstraintsHaveOneName()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var statement in SchemaHistory.For(DatabaseKind.SqlServer).SelectMany(step => step.Statements))
        {
            if (DroppedTable().Match(statement) is { Success: true } dropped)
            {
                names.RemoveWhere(name => name.EndsWith($"_{dropped.Groups["name"].Value}", StringComparison.OrdinalIgnoreCase));
            }

            var made = Constraint().Matches(statement).Select(one => one.Groups["name"].Value);
            Assert.All(made, name => Assert.True(names.Add(name), name));
        }

        Assert.Contains("DF_enterprise_name_order", names);
    }

    [Fact]
    public void NoIndexIsWiderThanTheServerTakes()
    {
        var bytes = Columns().ToLookup(one => (one.Table, NameOf(one.Definition)), one => BytesOf(one.Definition));
        Assert.All(PrimaryKeys(), key =>
            Assert.InRange(WidthOf(key.Table, key.Columns), 1, key.IsApart ? MostBytesOfAnIndex : MostBytesOfAPrimaryKey));
        Assert.All(Indexes(), key => Assert.InRange(WidthOf(key.Table, key.Columns), 1, MostBytesOfAnIndex));

        int WidthOf(string table, string[] columns) => columns.Sum(column => bytes[(table, column)].DefaultIfEmpty(8).Last());
    }

    /// <summary>What serves a list on PostgreSQL, where its plans are looked at, is there on SQL Server, too.</summary>
    [Fact]
    public void EveryIndexOfPostgreSqlIsThere()
    {
        // Pieces of texts have an index of a kind of its own on PostgreSQL; SQL Server reads the table there (decision 23).
        var lacking = NamesIn(DatabaseKind.PostgreSql).Except(NamesIn(DatabaseKind.SqlServer));
        Assert.All(lacking, name => Assert.EndsWith("_text_pieces", name, StringComparison.Ordinal));

        static IEnumerable<string> NamesIn(DatabaseKind kind) => SchemaHistory.For(kind).SelectMany(step => step.Statements)
            .Select(statement => MadeIndex().Match(statement)).Where(made => made.Success).Select(made => made.Groups["name"].Value);
    }

    private static SqlBatch Batch(params Statement[] statements)
    {
        var connection = new SqlConnection("Server=nowhere");
        var batch = (SqlBatch)connection.CreateBatch();
        new ServerCommitConnection(connection, named: true).Fill(batch, statements);
        return batch;
    }

    private static string DeclarationOf(SqlBatchCommand command) => string.Join(", ", command.Parameters.Cast<SqlParameter>()
        .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.ParameterName} {one.SqlDbType}({one.Size})")));

    private static JournalRow Entry(string subject, string? basis, string? document, string? agency) => new()
    {
        Subject = subject,
        Number = 1,
        At = 1,
        Kind = "licence.registered",
        User = "zhang.san",
        Section = "LICENSING",
        Agency = agency,
        CommandId = Guid.Empty.ToString("D"),
        Basis = basis,
        DocumentNumber = document,
        Body = "{}",
        Hash = new byte[32],
    };

    private static IEnumerable<TSqlStatement> Parsed(string text)
    {
        var script = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        Assert.Empty(errors);
        return script.Batches.SelectMany(batch => batch.Statements);
    }

    private static IEnumerable<(string Table, ColumnDefinition Definition)> Columns() => Made.Value.SelectMany(statement => statement switch
    {
        CreateTableStatement made => made.Definition.ColumnDefinitions
            .Select(column => (made.SchemaObjectName.BaseIdentifier.Value, column)),
        AlterTableAddTableElementStatement added => added.Definition.ColumnDefinitions
            .Select(column => (added.SchemaObjectName.BaseIdentifier.Value, column)),
        _ => [],
    });

    private static IEnumerable<(string Table, string[] Columns, bool IsApart)> PrimaryKeys() => Made.Value.SelectMany(made => made switch
    {
        CreateTableStatement table => Keys(table.SchemaObjectName, table.Definition),
        AlterTableAddTableElementStatement added => Keys(added.SchemaObjectName, added.Definition),
        _ => [],
    });

    private static IEnumerable<(string Table, string[] Columns, bool IsApart)> Keys(SchemaObjectName table, TableDefinition definition) =>
        definition.TableConstraints.OfType<UniqueConstraintDefinition>().Where(one => one.IsPrimaryKey)
            .Select(one => (table.BaseIdentifier.Value, one.Columns.Select(NameOf).ToArray(), one.Clustered is false));

    private static IEnumerable<(string Table, string[] Columns)> Indexes() => Made.Value.OfType<CreateIndexStatement>()
        .Select(made => (made.OnName.BaseIdentifier.Value, made.Columns.Select(NameOf).ToArray()));

    private static string NameOf(ColumnWithSortOrder column) => column.Column.MultiPartIdentifier.Identifiers[^1].Value;

    private static string NameOf(ColumnDefinition column) => column.ColumnIdentifier.Value;

    private static bool IsOfOrleans(string table) =>
        table.StartsWith("Orleans", StringComparison.Ordinal) || table is "grain_state" or "reminder";

    private static SqlDataTypeOption? TypeOf(ColumnDefinition column) => (column.DataType as SqlDataTypeReference)?.SqlDataTypeOption;

    private static int LengthOf(ColumnDefinition column) =>
        column.DataType is SqlDataTypeReference { Parameters: [IntegerLiteral length, ..] }
            ? int.Parse(length.Value, CultureInfo.InvariantCulture)
            : -1;

    // What has no length is wider than any index.
    private static int BytesOf(ColumnDefinition column) => (TypeOf(column), LengthOf(column)) switch
    {
        (SqlDataTypeOption.NVarChar, > 0 and var characters) => 2 * characters,
        (SqlDataTypeOption.VarChar or SqlDataTypeOption.Binary, > 0 and var bytes) => bytes,
        (SqlDataTypeOption.NVarChar or SqlDataTypeOption.VarChar or SqlDataTypeOption.VarBinary, _) => MostBytesOfAnIndex + 1,
        (SqlDataTypeOption.Bit, _) => 1,
        (SqlDataTypeOption.Int, _) => 4,
        _ => 8,
    };

    [GeneratedRegex("""CONSTRAINT \[?(?<name>\w+)""")]
    private static partial Regex Constraint();

    [GeneratedRegex("""^DROP TABLE (\[dbo\]\.)?\[?(?<name>\w+)""")]
    private static partial Regex DroppedTable();

    [GeneratedRegex("""^CREATE (UNIQUE )?INDEX [["]?(?<name>\w+)""")]
    private static partial Regex MadeIndex();
}
