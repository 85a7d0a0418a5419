using System.Text.Json;
using ShuangDa.Grains.Journal;
using Xunit;

namespace ShuangDa.Tests.Databases.ListPlans;

/// <summary>
/// What people ask of a list costs what it shows, and not what there is: each question of <see cref="ListQuestions"/> goes through the
/// program's endpoint over full tables, and the database says of every statement how it is answered. On SQLite without statistics, which
/// the program never gathers there.
/// </summary>
public abstract class ListPlansConformance(FilledLists lists, DatabaseKind kind)
{
    // The first page of a list without conditions takes some hundreds of steps of SQLite's machine; going through a table of the tests,
    // sixty thousand and more.
    private const long MostSteps = 6_000;

    // A twentieth of what there is. A server sorts what it knows to be few rather than read them in order, which is no fault.
    private const long MostRows = AskedServer.Rows / 20;

    public static TheoryData<string> Questions => [.. ListQuestions.All.Select(question => question.ToString())];

    private bool IsSqlite => kind == DatabaseKind.Sqlite;

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task APageIsEnteredByItsIndexAndReadsWhatItShows(string asked)
    {
        var question = Of(asked);
        var server = await lists.OfAsync(kind);
        var (first, plan) = await AskAsync(server, question, "first: 20", "nodes { id } pageInfo { endCursor }");
        ExpectEntered(question, plan);
        (_, plan) = await AskAsync(server, question, $"first: 20, after: \"{CursorIn(first)}\"", "nodes { id }");
        ExpectEntered(question, plan);
        if (server.HasPagesFromTheEnd(question.List))
        {
            (_, plan) = await AskAsync(server, question, "last: 20", "nodes { id }");
            ExpectEntered(question, plan);
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task ATotalIsTakenFromCountsOrAnIndex(string asked)
    {
        var question = Of(asked);
        var (_, plan) = await AskAsync(await lists.OfAsync(kind), question, "", "totalCount");

        Assert.True(plan.Enters(question.Count), $"It does not ask {question.Count}.\n{plan}");
        if (question is { CountsAll: null, Scans: null })
        {
            Assert.True(plan.WhollyRead is null, $"It goes through {plan.WhollyRead}.\n{plan}");
        }
    }

    /// <summary>Whoever adds a list says what people ask of it.</summary>
    [Fact]
    public async Task EveryListOfTheSchemaHasItsQuestions()
    {
        var server = await lists.OfAsync(kind);

        Assert.Empty(server.Lists.Except(ListQuestions.All.Select(question => question.List)));
        Assert.Empty(ListQuestions.All.Select(question => question.List).Except(server.Lists));
    }

    private static ListQuestion Of(string asked) => ListQuestions.All.Single(question => question.ToString() == asked);

    private void ExpectEntered(ListQuestion question, RecordedPlan plan)
    {
        var index = IsSqlite ? question.Page : question.PageOnPostgreSql ?? question.Page;
        Assert.True(plan.Enters(index), $"It does not enter {index}.\n{plan}");
        if (question.Scans is not null)
        {
            return;
        }

        Assert.True(plan.Scanned is null, $"It goes through {plan.Scanned}.\n{plan}");
        if (question.Reads is null)
        {
            Assert.False(plan.Steps.Contains("USE TEMP B-TREE FOR ORDER BY"), $"It sorts all it finds.\n{plan}");
            Assert.True(plan.Read <= (IsSqlite ? MostSteps : MostRows), $"It reads too much.\n{plan}");
        }
    }

    private async Task<(JsonElement Data, RecordedPlan Plan)> AskAsync(AskedServer server, ListQuestion question, string page, string shown)
    {
        string[] arguments =
        [
            .. new[]
            {
                question.Given,
                question.Where.Length > 0 ? $"where: {{ {question.Where} }}" : "",
                question.Order.Length > 0 ? $"order: [{{ {question.Order} }}]" : "",
                page,
            }.Where(one => one.Length > 0),
        ];
        var (type, list) = (question.List.Split('.')[0], question.List.Split('.')[1]);
        var asked = $"{list}{(arguments.Length > 0 ? $"({string.Join(", ", arguments)})" : "")} {{ {shown} }}";
        var (data, plans) = await server.AskAsync(
            type switch
            {
                "Query" => $"{{ {asked} }}",
                "SweepCoverage" => $"{{ sweepCoverage(campaign: \"K3\", productClasses: [\"FOOD\"]) {{ {asked} }} }}",
                "Import" => $"{{ recentImports {{ {asked} }} }}",
                _ => $"{{ {char.ToLowerInvariant(type[0])}{Several(type[1..])}(first: 1) {{ nodes {{ {asked} }} }} }}",
            },
            question.Agency);
        // The list's own statement comes after those that find what it is a list of.
        return (data, plans[^1]);
    }

    private static string Several(string type) => type.EndsWith('y') ? $"{type[..^1]}ies" : $"{type}s";

    private static string CursorIn(JsonElement found) =>
        Find(found) ?? throw new InvalidOperationException($"The list has nothing in it: {found}");

    private static string? Find(JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object when at.TryGetProperty("endCursor", out var cursor) => cursor.GetString(),
        JsonValueKind.Object => at.EnumerateObject().Select(one => Find(one.Value)).FirstOrDefault(cursor => cursor is not null),
        JsonValueKind.Array => at.EnumerateArray().Select(Find).FirstOrDefault(cursor => cursor is not null),
        _ => null,
    };
}

/// <summary>What people ask of lists, on SQLite.</summary>
public sealed class SqliteListPlansTests(FilledLists lists) : ListPlansConformance(lists, DatabaseKind.Sqlite);

/// <summary>What people ask of lists, on PostgreSQL.</summary>
public sealed class PostgreSqlListPlansTests(FilledLists lists) : ListPlansConformance(lists, DatabaseKind.PostgreSql);
