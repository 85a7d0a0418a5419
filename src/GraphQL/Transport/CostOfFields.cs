using System.Collections;
using System.Globalization;
using GraphQL;
using GraphQLParser;
using GraphQLParser.AST;

namespace ShuangDa.GraphQL.Transport;

/// <summary>字段代价. The cost of an operation as a tree of sums and products, so that a request with other variables only multiplies anew.</summary>
/// <remarks>Counted in tenths: a plain value is one, an object ten. What stands in a list is multiplied by the items it is taken to have.</remarks>
internal sealed class CostOfFields
{
    internal const int Unit = 10;
    private readonly List<Term> terms = [];
    private double own;

    /// <summary>The cost in the limit's unit, objects.</summary>
    internal double Of(GivenVariables variables) => Sum(variables) / Unit;

    internal void Add(double value) => own += value;

    internal void Add(CostOfFields below, Multiplier times) => terms.Add(new Term(below, times));

    private double Sum(GivenVariables variables)
    {
        var sum = own;
        foreach (var term in terms)
            sum += term.Times.Value(variables) * term.Below.Sum(variables);
        return sum;
    }

    private readonly record struct Term(CostOfFields Below, Multiplier Times);
}

/// <summary>所给变量. The variables of a request as they were sent, and what the document says where one was not.</summary>
/// <param name="Sent">What the client sent. It has been coerced by now, so it fits the schema.</param>
/// <param name="Defined">The operation's variables, with their defaults.</param>
internal readonly record struct GivenVariables(Inputs Sent, GraphQLVariablesDefinition? Defined)
{
    internal static readonly GivenVariables None = new(Inputs.Empty, null);

    /// <summary>A variable's value: what was sent, or the literal that stands for it, or null.</summary>
    internal object? Find(ROM name)
    {
        if (Sent.TryGetValue(name.ToString(), out var sent))
            return sent;
        foreach (var variable in Defined?.Items ?? [])
        {
            if (variable.Variable.Name.Value == name)
                return variable.DefaultValue;
        }
        return null;
    }
}

/// <summary>乘数. How many times something counts: a figure, or what the caller's variables say.</summary>
internal abstract record Multiplier
{
    internal static readonly Multiplier One = new ItemsOf(1);

    /// <summary>The conditions that the list of this page is filtered by, which a count of all of it applies once more; null for none.</summary>
    internal ConditionsOf? Conditions { get; init; }

    internal abstract double Value(GivenVariables variables);
}

/// <summary>项数. How many items a list is taken to have.</summary>
/// <param name="Usual">The figure, where no argument decides.</param>
/// <param name="Sources">The arguments that decide, such as <c>first</c>; the largest counts.</param>
internal sealed record ItemsOf(double Usual, IReadOnlyList<GraphQLValue>? Sources = null) : Multiplier
{
    internal override double Value(GivenVariables variables)
    {
        double? largest = null;
        foreach (var source in Sources ?? [])
        {
            if (Items(source, variables) is { } items && !(items <= largest))
                largest = items;
        }
        return largest ?? Usual;
    }

    private static double? Items(object? source, GivenVariables variables) => source switch
    {
        GraphQLIntValue whole => double.TryParse(whole.Value, out var figure) ? Math.Max(0, figure) : null,
        GraphQLListValue list => list.Values?.Count ?? 0,
        GraphQLVariable variable => Items(variables.Find(variable.Name.Value), variables),
        ICollection list => list.Count,
        System.Numerics.BigInteger figure => Math.Max(0, (double)figure),
        IConvertible figure and not string => Math.Max(0, figure.ToDouble(CultureInfo.InvariantCulture)),
        _ => null,
    };
}

/// <summary>条件数. How many conditions a filter has: each operator with a value is one, and each value of a list a tenth more.</summary>
/// <param name="Where">The filter.</param>
internal sealed record ConditionsOf(GraphQLValue Where) : Multiplier
{
    /// <summary>More than so many are refused by the filter itself, unread, and cost no more.</summary>
    internal const int Most = 200;

    private const double ValueInList = 0.1;

    internal override double Value(GivenVariables variables)
    {
        var (conditions, values) = Count(Where, variables);
        return Math.Min(conditions, Most + 1) + (values * ValueInList);
    }

    private static (int Conditions, int Values) Count(object? value, GivenVariables variables) => value switch
    {
        null or GraphQLNullValue => (0, 0),
        GraphQLVariable variable => Count(variables.Find(variable.Name.Value), variables),
        GraphQLObjectValue map => Sum(map.Fields?.Select(field => (object?)field.Value) ?? [], variables),
        GraphQLListValue list => List(list.Values ?? [], variables),
        IDictionary<string, object?> map => Sum(map.Values, variables),
        IEnumerable list and not string => List(list.Cast<object?>(), variables),
        _ => (1, 0),
    };

    private static (int Conditions, int Values) Sum(IEnumerable<object?> parts, GivenVariables variables) => parts
        .Select(part => Count(part, variables))
        .Aggregate((Conditions: 0, Values: 0), static (all, one) => (all.Conditions + one.Conditions, all.Values + one.Values));

    // A list of groups is what they are together; a list of plain values is one condition, however many they are.
    private static (int Conditions, int Values) List(IEnumerable<object?> items, GivenVariables variables)
    {
        var given = items
            .Select(item => item is GraphQLVariable variable ? variables.Find(variable.Name.Value) : item)
            .Where(static item => item is not (null or GraphQLNullValue))
            .ToLookup(static item => item is GraphQLObjectValue or GraphQLListValue or IDictionary<string, object?>);
        var (conditions, values) = Sum(given[true], variables);
        var plain = given[false].Count();
        return (conditions + Math.Min(plain, 1), values + plain);
    }
}
