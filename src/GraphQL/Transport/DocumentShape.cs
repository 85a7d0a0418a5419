using GraphQLParser;
using GraphQLParser.AST;

namespace ShuangDa.GraphQL.Transport;

/// <summary>文档结构. What a document asks for as far as it shows without the schema: depth, aliases, the fields it comes to when its fragments are written out. Measured before the engine validates, because the engine's rules and its executor follow fragments wherever they lead.</summary>
internal sealed class DocumentShape
{
    private readonly GraphQLLimits limits;
    private readonly Dictionary<ROM, GraphQLFragmentDefinition> fragments = [];
    private readonly Dictionary<ROM, (Extent Extent, Dictionary<ROM, double> Keys)> measured = [];
    private readonly HashSet<ROM> open = [];
    private int aliases;

    private DocumentShape(GraphQLLimits limits) => this.limits = limits;

    /// <summary>Measures a document.</summary>
    /// <returns>A plan for each operation, not yet validated.</returns>
    /// <exception cref="LimitExceeded">A limit is passed.</exception>
    /// <exception cref="InvalidDocument">A fragment contains itself, or bears a name kept for introspection.</exception>
    internal static IReadOnlyList<OperationPlan> Measure(GraphQLDocument document, GraphQLLimits limits)
    {
        var shape = new DocumentShape(limits);
        foreach (var definition in document.Definitions)
        {
            if (definition is not GraphQLFragmentDefinition fragment)
                continue;
            var name = fragment.FragmentName.Name.Value;
            if (name.Span.StartsWith("__"))
                throw new InvalidDocument("RESERVED_NAME", new($"片段名{name}以双下划线开头，该前缀保留给自省", $"The fragment name {name} begins with two underscores, which are kept for introspection"));
            // The engine compares fragments pair by pair, and what they spread again with each other.
            if (shape.fragments.TryAdd(name, fragment) && shape.fragments.Count > limits.Fragments)
                throw LimitExceeded.Fragments(limits.Fragments);
        }
        var plans = new List<OperationPlan>();
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLOperationDefinition operation)
                plans.Add(shape.Measure(operation));
        }
        foreach (var fragment in shape.fragments.Values)
            shape.Of(fragment);
        return plans;
    }

    private OperationPlan Measure(GraphQLOperationDefinition operation)
    {
        var measure = Of(operation.SelectionSet, []);
        if (measure.Depth > limits.Depth)
            throw LimitExceeded.Depth(limits.Depth);
        // Every field costs something, and a field of its own is its least: whatever the schema says, this many are too many.
        if (measure.Fields > limits.Cost * (double)CostOfFields.Unit)
            throw LimitExceeded.Cost(limits.Cost, measure.Fields / CostOfFields.Unit);
        return new OperationPlan(operation, measure.Introspects);
    }

    // The engine compares all fields of one selection that share a name with each other: their number is bounded, or its square is not.
    private Extent Of(GraphQLSelectionSet? selections, Dictionary<ROM, double> keys)
    {
        var sum = default(Extent);
        if (selections is null)
            return sum;
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case GraphQLField field:
                    Count(keys, field.Alias is { } alias ? alias.Name.Value : field.Name.Value, 1);
                    sum = sum.And(Of(field));
                    break;
                case GraphQLInlineFragment inline:
                    sum = sum.And(Of(inline.SelectionSet, keys));
                    break;
                case GraphQLFragmentSpread spread when fragments.TryGetValue(spread.FragmentName.Name.Value, out var fragment):
                    var (extent, below) = Of(fragment);
                    foreach (var (key, count) in below)
                        Count(keys, key, count);
                    sum = sum.And(extent);
                    break;
            }
        }
        return sum;
    }

    private void Count(Dictionary<ROM, double> keys, ROM key, double more)
    {
        var count = keys.GetValueOrDefault(key) + more;
        if (count > limits.Repeats)
            throw LimitExceeded.Repeats(limits.Repeats);
        keys[key] = count;
    }

    private Extent Of(GraphQLField field)
    {
        if (field.Alias is not null && ++aliases > limits.Aliases)
            throw LimitExceeded.Aliases(limits.Aliases);
        var below = Of(field.SelectionSet, []);
        var name = field.Name.Value.Span;
        if (name is "__schema" or "__type")
        {
            if (below.Depth > limits.IntrospectionDepth || below.Lists > 2)
                throw LimitExceeded.Introspection(limits.IntrospectionDepth);
            return new Extent(1, below.Fields + 1, 0, true);
        }
        // Lists of the schema that lead from a type to further types; one within another multiplies the whole schema by itself.
        var list = name is "fields" or "inputFields" or "interfaces" or "possibleTypes" ? 1 : 0;
        return new Extent(below.Depth + 1, below.Fields + 1, below.Lists + list, below.Introspects);
    }

    private (Extent Extent, Dictionary<ROM, double> Keys) Of(GraphQLFragmentDefinition fragment)
    {
        var name = fragment.FragmentName.Name.Value;
        if (measured.TryGetValue(name, out var known))
            return known;
        if (!open.Add(name))
            throw new InvalidDocument("NO_FRAGMENT_CYCLES", new($"片段{name}直接或间接包含自身", $"The fragment {name} contains itself, directly or through others"));
        var keys = new Dictionary<ROM, double>();
        var extent = Of(fragment.SelectionSet, keys);
        open.Remove(name);
        return measured[name] = (extent, keys);
    }

    // Fields are a double: fragments that each spread the next one twice come to more than any integer holds.
    private readonly record struct Extent(int Depth, double Fields, int Lists, bool Introspects)
    {
        internal Extent And(Extent other) => new(Math.Max(Depth, other.Depth), Fields + other.Fields, Math.Max(Lists, other.Lists), Introspects || other.Introspects);
    }
}
