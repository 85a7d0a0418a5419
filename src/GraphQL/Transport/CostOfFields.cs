using GraphQL.Validation;
using GraphQLParser.AST;

namespace ShuangDa.GraphQL.Transport;

/// <summary>字段代价. The cost of an operation as a tree of sums and products, so that a request with other page sizes only multiplies anew.</summary>
/// <remarks>Counted in tenths: a plain value is one, an object ten. What stands in a list is multiplied by the items it is taken to have.</remarks>
internal sealed class CostOfFields
{
    internal const int Unit = 10;
    private readonly List<Term> terms = [];
    private double own;

    /// <summary>The cost in the limit's unit, objects.</summary>
    internal double Of(Variables variables) => Sum(variables) / Unit;

    internal void Add(double value) => own += value;

    internal void Add(CostOfFields below, Multiplier times) => terms.Add(new Term(below, times));

    private double Sum(Variables variables)
    {
        var sum = own;
        foreach (var term in terms)
            sum += term.Times.Value(variables) * term.Below.Sum(variables);
        return sum;
    }

    private readonly record struct Term(CostOfFields Below, Multiplier Times);
}

/// <summary>乘数. How many items a list is taken to have: a figure, or what the caller's variables say.</summary>
/// <param name="Fixed">The figure, where no variable decides.</param>
/// <param name="Sources">The arguments that decide, such as <c>first</c>; the largest counts.</param>
internal sealed record Multiplier(double Fixed, IReadOnlyList<GraphQLValue>? Sources = null)
{
    internal static readonly Multiplier One = new(1);

    internal double Value(Variables variables)
    {
        if (Sources is null)
            return Fixed;
        double? largest = null;
        foreach (var source in Sources)
        {
            if (Items(source, variables) is { } items && !(items <= largest))
                largest = items;
        }
        return largest ?? Fixed;
    }

    private static double? Items(GraphQLValue source, Variables variables) => source switch
    {
        GraphQLIntValue whole => double.TryParse(whole.Value, out var figure) ? Math.Max(0, figure) : null,
        GraphQLListValue list => list.Values?.Count ?? 0,
        GraphQLVariable variable => variables.Find(variable.Name.Value)?.Value switch
        {
            null => null,
            System.Collections.ICollection list => list.Count,
            IConvertible figure and not string => Math.Max(0, figure.ToDouble(System.Globalization.CultureInfo.InvariantCulture)),
            _ => null,
        },
        _ => null,
    };
}
