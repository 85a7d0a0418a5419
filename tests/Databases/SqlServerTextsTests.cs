using Microsoft.SqlServer.TransactSql.ScriptDom;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Database;
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
            typeof(JournalRow), typeof(CommandRow), typeof(DeadlineRow), typeof(TallyRow),
            .. typeof(Row).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Row)) && !type.IsAbstract),
        ]),
        ["deploy script"] = () => [SchemaScript.For(DatabaseKind.SqlServer)],
    };

    public static TheoryData<string> Names => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryTextParses(string source)
    {
        var texts = Sources[source]().ToArray();
        Assert.NotEmpty(texts);

        Assert.All(texts, text => Assert.Empty(ErrorsIn(text)));
    }

    [Fact]
    public void TheParserObjectsToWhatIsNoTSql() => Assert.NotEmpty(ErrorsIn("INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO NOTHING"));

    private static IEnumerable<string> ErrorsIn(string text)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        return errors.Select(error => $"{error.Line}:{error.Column} {error.Message}");
    }
}
