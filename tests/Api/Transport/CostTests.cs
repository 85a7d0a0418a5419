using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

/// <summary>What operations cost: conditions and counts have a price, and what the dashboard asks stays far below the limit.</summary>
public sealed partial class CostTests(SharedServer shared) : ApiTest(shared)
{
    private readonly GraphQLLimits _limits = new();

    public static TheoryData<string, double> Prices => new()
    {
        { "{cases(first:10){nodes{number}}}", 17 },
        { "{cases(first:10,where:{overdue:{eq:true}}){nodes{number}}}", 18 },
        { "{cases(first:10,where:{overdue:{eq:true},section:{eq:\"a\",neq:\"b\"}}){nodes{number}}}", 20 },
        // A list is one condition, and a tenth more for each of its values.
        { "{cases(first:10,where:{stage:{in:[LEAD,HEARING,DECIDED]}}){nodes{number}}}", 18.3 },
        { "{cases(first:10,where:{or:[{overdue:{eq:true}},{section:{eq:\"a\"}}],and:[{number:{contains:\"1\"}}]}){nodes{number}}}", 20 },
        { "{cases(first:10,where:{overdue:null,section:{eq:null}}){nodes{number}}}", 17 },
        // A count applies the conditions once more.
        { "{cases(first:10){totalCount nodes{number}}}", 67.1 },
        { "{cases(first:10,where:{overdue:{eq:true},section:{eq:\"a\"}}){totalCount nodes{number}}}", 71.1 },
        { "{cases(first:10,where:{overdue:{eq:true}}){...T nodes{number}}} fragment T on CaseConnection{totalCount}", 69.1 },
        // Every alias pays for itself, and so does every row of a list around it.
        { "{a:cases(first:1,where:{overdue:{eq:true}}){totalCount} b:cases(first:1,where:{overdue:{eq:true}}){totalCount}}", 116.2 },
        { "{enterprises(first:3){nodes{licences(first:1,where:{number:{eq:\"a\"}}){totalCount}}}}", 183.3 },
        { "{caseCounts(from:\"2026-01-01\",to:\"2027-01-01\"){count}}", 205.5 },
    };

    /// <summary>A list within a list is read once for each of its items: as many reads as would fill the queue of reads cost more than is allowed.</summary>
    [Fact]
    public async Task Nine_lists_in_each_of_two_hundred_rows_are_refused_before_they_are_read()
    {
        var lists = string.Concat(Enumerable.Range(0, 9).Select(index => $"a{index}:licences(first:1){{nodes{{number}}}} "));
        var states = string.Concat(Enumerable.Range(0, 10).Select(index => $"s{index}:asOf(on:\"2026-01-0{index % 9 + 1}\"){{name licences{{number}}}} "));
        foreach (var inner in new[] { lists, states })
        {
            var answer = await (await Api.As(Roles.Officer)).Ask($"{{enterprises(first:200){{nodes{{{inner}}}}}}}");
            Assert.Equal("LIMIT_EXCEEDED", answer.Code);
            Assert.Contains("COST", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Prices))]
    public void Conditions_and_counts_have_a_price(string document, double cost) => Assert.Equal(cost, CostOf(document, []), 6);

    [Fact]
    public void Conditions_in_variables_and_in_their_defaults_have_the_same_price()
    {
        const string filtered = "query($where:CaseFilterInput={overdue:{eq:true}},$codes:[String!]){cases(first:10,where:{and:[$where],section:{in:$codes}}){totalCount nodes{number}}}";

        Assert.Equal(69.1, CostOf(filtered, []), 6);
        Assert.Equal(73.7, CostOf(filtered, new() { ["where"] = Where(2), ["codes"] = List("a", "b", "c") }), 6);
        Assert.Equal(67.1, CostOf(filtered, new() { ["where"] = null }), 6);
    }

    [Fact]
    public async Task Thirty_lists_with_two_hundred_conditions_and_their_counts_are_refused()
    {
        var document = $"query($w:CaseFilterInput){{{string.Concat(Enumerable.Range(0, 30).Select(index => $"a{index}:cases(first:1,where:$w){{totalCount}} "))}}}";

        var answer = await (await Api.As(Roles.Officer)).Ask(document, new { w = new { or = Enumerable.Repeat(new { number = new { contains = "7" } }, 200) } });

        Assert.Equal("LIMIT_EXCEEDED", answer.Code);
        Assert.Contains("COST", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_operation_of_the_dashboard_costs_less_than_half_of_what_is_allowed()
    {
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/Dashboard/src"));
        var texts = Directory.EnumerateFiles(folder, "*.ts*", SearchOption.AllDirectories).SelectMany(file => Documents().Matches(File.ReadAllText(file)).Select(found => found.Groups[1].Value)).ToList();
        var definitions = texts.SelectMany(text => Parser.Parse(text).Definitions.Select(one => (Definition: one, Text: text))).ToList();
        var fragments = definitions.Where(one => one.Definition is GraphQLFragmentDefinition).ToDictionary(one => ((GraphQLFragmentDefinition)one.Definition).FragmentName.Name.StringValue, one => one.Text);
        var operations = definitions.Where(one => one.Definition is GraphQLOperationDefinition).Select(one => one.Text).Distinct().ToList();
        Assert.True(operations.Count > 40, $"There are {operations.Count} operations.");

        var costs = operations.Select(operation =>
        {
            var document = WithFragments(operation, fragments);
            return (Cost: CostOf(document, Largest(document)), Operation: operation);
        }).OrderByDescending(priced => priced.Cost).ToList();

        Assert.All(costs, priced => Assert.True(priced.Cost < _limits.Cost / 2.0, $"{priced.Cost:0} for {priced.Operation}"));
    }

    private static Dictionary<string, object?> Where(int conditions) =>
        new() { ["or"] = Enumerable.Range(0, conditions).Select(object? (_) => new Dictionary<string, object?> { ["number"] = new Dictionary<string, object?> { ["contains"] = "7" } }).ToList() };

    private static List<object?> List(params object?[] values) => [.. values];

    // A page as long as the dashboard asks for, and a filter with more in it than its fields make.
    private static Dictionary<string, object?> Largest(string document) => Parser.Parse(document).Definitions.OfType<GraphQLOperationDefinition>().Single().Variables?.Items
        .ToDictionary(variable => variable.Variable.Name.StringValue, object? (variable) => TypeName(variable.Type) switch
        {
            "Int" => 100,
            "StringOperationFilterInput" => new Dictionary<string, object?> { ["eq"] = "a" },
            var type when type.EndsWith("FilterInput", StringComparison.Ordinal) => Where(8),
            _ => null,
        }) ?? [];

    private static string TypeName(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => TypeName(required.Type),
        GraphQLListType list => TypeName(list.Type),
        GraphQLNamedType named => named.Name.StringValue,
        _ => string.Empty,
    };

    private static string WithFragments(string operation, Dictionary<string, string> fragments)
    {
        var wanted = new Queue<string>(Spreads().Matches(operation).Select(spread => spread.Groups[1].Value));
        var all = new Dictionary<string, string>();
        while (wanted.TryDequeue(out var name))
        {
            if (fragments.TryGetValue(name, out var text) && all.TryAdd(name, text))
            {
                foreach (Match spread in Spreads().Matches(text))
                {
                    wanted.Enqueue(spread.Groups[1].Value);
                }
            }
        }

        return string.Join('\n', all.Values.Distinct().Prepend(operation));
    }

    private double CostOf(string text, Dictionary<string, object?> variables)
    {
        var document = Parser.Parse(text);
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        var survey = new OperationSurvey(Api.Services.GetRequiredService<ISchema>(), document, operation, _limits);
        return survey.Cost.Of(new GivenVariables(new Inputs(variables), operation.Variables));
    }

    [GeneratedRegex(@"graphql\(`([^`]*)`", RegexOptions.Singleline)]
    private static partial Regex Documents();

    [GeneratedRegex(@"\.\.\.\s*(?!on\b)(\w+)")]
    private static partial Regex Spreads();
}
