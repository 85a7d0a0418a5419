using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace ShuangDa.GraphQL.Transport;

/// <summary>操作勘察. Walks a valid operation once along the schema and notes what later requests would otherwise look for again.</summary>
internal sealed class OperationSurvey
{
    private const double WholeSchema = 1_000 * CostOfFields.Unit;
    private const double OneType = 50 * CostOfFields.Unit;

    // The argument that every list takes its conditions by.
    private const string Filter = "where";

    private static readonly CostOfFields OneCondition = Priced(CostOfFields.Unit);

    private readonly ISchema schema;
    private readonly GraphQLDocument document;
    private readonly GraphQLLimits limits;
    private readonly Dictionary<FieldType, FieldUse> fields = [];
    private readonly List<ArgumentUse> arguments = [];
    private readonly List<DirectiveUse> directives = [];
    private readonly Dictionary<(ROM Fragment, Multiplier Page), CostOfFields> fragments = [];
    private readonly Dictionary<GraphQLField, Multiplier> sizes = [];
    private readonly HashSet<ROM> seen = [];

    internal OperationSurvey(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, GraphQLLimits limits)
    {
        this.schema = schema;
        this.document = document;
        this.limits = limits;
        var root = operation.Operation switch
        {
            OperationType.Mutation => schema.Mutation,
            OperationType.Subscription => schema.Subscription,
            _ => schema.Query,
        };
        Note(operation, operation.Directives);
        Cost = Of(operation.SelectionSet, root, Multiplier.One, note: true);
    }

    internal CostOfFields Cost { get; }

    internal IReadOnlyList<FieldUse> Fields => [.. fields.Values];

    internal IReadOnlyList<ArgumentUse> Arguments => arguments;

    internal IReadOnlyList<DirectiveUse> Directives => directives;

    /// <summary>Whether a field checks its own arguments, which the engine does after coercing them.</summary>
    internal bool ValidatesArguments { get; private set; }

    /// <summary>Whether one selection asks for the same field twice, so that the engine merges what is asked below.</summary>
    internal bool Merges { get; private set; }

    private static CostOfFields Priced(double tenths)
    {
        var cost = new CostOfFields();
        cost.Add(tenths);
        return cost;
    }

    private CostOfFields Of(GraphQLSelectionSet? selections, IGraphType? type, Multiplier page, bool note)
    {
        var cost = new CostOfFields();
        if (selections is null)
            return cost;
        if (note && !Merges)
            Merges = Repeats(selections, []);
        Add(cost, selections, type, page, note);
        return cost;
    }

    private void Add(CostOfFields cost, GraphQLSelectionSet selections, IGraphType? type, Multiplier page, bool note)
    {
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case GraphQLField field:
                    Add(cost, field, type, page, note);
                    break;
                case GraphQLInlineFragment inline:
                    if (note)
                        Note(inline, inline.Directives);
                    Add(cost, inline.SelectionSet, inline.TypeCondition is { } condition ? schema.AllTypes[condition.Type.Name.Value] : type, page, note);
                    break;
                case GraphQLFragmentSpread spread:
                    if (note)
                        Note(spread, spread.Directives);
                    cost.Add(Of(spread, page), Multiplier.One);
                    break;
            }
        }
    }

    // A fragment's cost is worked out once for each page size it is spread under, or fragments of fragments would take for ever.
    private CostOfFields Of(GraphQLFragmentSpread spread, Multiplier page)
    {
        var name = spread.FragmentName.Name.Value;
        if (fragments.TryGetValue((name, page), out var known))
            return known;
        var fragment = document.FindFragmentDefinition(name);
        if (fragment is null)
            return new CostOfFields();
        return fragments[(name, page)] = Of(fragment.SelectionSet, schema.AllTypes[fragment.TypeCondition.Type.Name.Value], page, note: seen.Add(name));
    }

    private void Add(CostOfFields cost, GraphQLField field, IGraphType? type, Multiplier page, bool note)
    {
        if (note)
            Note(field, field.Directives);
        var name = field.Name.Value;
        if (Meta(name) is { } meta)
        {
            if (note && field.Arguments is { Count: > 0 })
                arguments.Add(new ArgumentUse(field, meta, UsesVariables(field.Arguments)));
            if (note && field.SelectionSet is not null)
                NoteIntrospection(field.SelectionSet, meta.ResolvedType!.GetNamedType());
            cost.Add(meta == schema.SchemaMetaFieldType ? WholeSchema : meta == schema.TypeMetaFieldType ? OneType : 1);
            return;
        }
        if (type is not IComplexGraphType complex || complex.GetField(name) is not { } definition)
            return;
        if (note)
        {
            fields.TryAdd(definition, new FieldUse(complex, definition));
            ValidatesArguments |= definition.ValidateArguments is not null;
            if (field.Arguments is { Count: > 0 })
                arguments.Add(new ArgumentUse(field, definition, UsesVariables(field.Arguments)));
        }
        var named = definition.ResolvedType!.GetNamedType();
        var own = named is ScalarGraphType ? 1 : CostOfFields.Unit;
        var (times, pageBelow) = Size(field, definition, page);
        var below = Of(field.SelectionSet, named, pageBelow, note);
        below.Add(own);
        cost.Add(below, times);
        // A list reads for itself wherever it stands: within another list once for each of its items, and each of these reads waits for a turn.
        if (IsPage(definition))
            cost.Add(PriceAttribute.Read * CostOfFields.Unit);
        // What a field reads it reads once, however long the list is that it answers with.
        if (Given(field, Filter) is [{ } where, ..])
            cost.Add(OneCondition, new ConditionsOf(where));
        if (PriceAttribute.Of(definition) is { } price)
        {
            cost.Add(price * CostOfFields.Unit);
            if (page.Conditions is { } again)
                cost.Add(OneCondition, again);
        }
    }

    private static bool IsPage(FieldType definition) => definition.Arguments?.Find("first") is not null || definition.Arguments?.Find("last") is not null;

    // A connection carries its page size down to the lists in it (nodes, edges); what stands beside them, such as totalCount, is there once.
    private (Multiplier Times, Multiplier PageBelow) Size(GraphQLField field, FieldType definition, Multiplier page)
    {
        var isList = IsList(definition.ResolvedType!);
        if (IsPage(definition))
        {
            // One multiplier for a field wherever it is met, so that the costs of fragments below it are found again.
            if (!sizes.TryGetValue(field, out var size))
            {
                var where = Given(field, Filter);
                sizes[field] = size = new ItemsOf(limits.DefaultPage, Given(field, "first", "last")) { Conditions = where.Count == 0 ? null : new ConditionsOf(where[0]) };
            }
            return isList ? (size, Multiplier.One) : (Multiplier.One, size);
        }
        if (!isList)
            return (Multiplier.One, Multiplier.One);
        if (Given(field, "ids") is { Count: > 0 } ids)
            return (new ItemsOf(limits.UnpagedList, ids), Multiplier.One);
        return (page != Multiplier.One ? page : new ItemsOf(limits.UnpagedList), Multiplier.One);
    }

    private static List<GraphQLValue> Given(GraphQLField field, params ReadOnlySpan<string> names)
    {
        var values = new List<GraphQLValue>();
        foreach (var argument in field.Arguments?.Items ?? [])
        {
            foreach (var name in names)
            {
                if (argument.Name.Value == name)
                    values.Add(argument.Value);
            }
        }
        return values;
    }

    private static bool IsList(IGraphType type) => (type is NonNullGraphType nonNull ? nonNull.ResolvedType : type) is ListGraphType;

    private FieldType? Meta(ROM name) =>
        name == schema.TypeNameMetaFieldType.Name ? schema.TypeNameMetaFieldType
        : name == schema.SchemaMetaFieldType.Name ? schema.SchemaMetaFieldType
        : name == schema.TypeMetaFieldType.Name ? schema.TypeMetaFieldType
        : null;

    // Introspection costs a flat sum; only its arguments and directives are of interest.
    private void NoteIntrospection(GraphQLSelectionSet selections, IGraphType type)
    {
        if (!Merges)
            Merges = Repeats(selections, []);
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case GraphQLField field:
                    Note(field, field.Directives);
                    var definition = Meta(field.Name.Value) ?? (type as IComplexGraphType)?.GetField(field.Name.Value);
                    if (definition is null)
                        break;
                    if (field.Arguments is { Count: > 0 })
                        arguments.Add(new ArgumentUse(field, definition, UsesVariables(field.Arguments)));
                    if (field.SelectionSet is not null)
                        NoteIntrospection(field.SelectionSet, definition.ResolvedType!.GetNamedType());
                    break;
                case GraphQLInlineFragment inline:
                    Note(inline, inline.Directives);
                    NoteIntrospection(inline.SelectionSet, type);
                    break;
                case GraphQLFragmentSpread spread:
                    Note(spread, spread.Directives);
                    if (seen.Add(spread.FragmentName.Name.Value) && document.FindFragmentDefinition(spread.FragmentName.Name.Value) is { } fragment)
                        NoteIntrospection(fragment.SelectionSet, type);
                    break;
            }
        }
    }

    private void Note(ASTNode node, GraphQLDirectives? applied)
    {
        if (applied is { Count: > 0 })
            directives.Add(new DirectiveUse(node, applied.Items.Any(directive => UsesVariables(directive.Arguments))));
    }

    private static bool UsesVariables(GraphQLArguments? given) => given is not null && given.Items.Any(argument => UsesVariables(argument.Value));

    private static bool UsesVariables(GraphQLValue value) => value switch
    {
        GraphQLVariable => true,
        GraphQLListValue list => list.Values?.Any(UsesVariables) ?? false,
        GraphQLObjectValue map => map.Fields?.Any(entry => UsesVariables(entry.Value)) ?? false,
        _ => false,
    };

    // Type conditions are not looked at: what only seems to repeat takes the engine's own, slower way and is right all the same.
    private bool Repeats(GraphQLSelectionSet selections, HashSet<ROM> names)
    {
        foreach (var selection in selections.Selections)
        {
            var repeats = selection switch
            {
                GraphQLField field => !names.Add(field.Alias is { } alias ? alias.Name.Value : field.Name.Value),
                GraphQLInlineFragment inline => Repeats(inline.SelectionSet, names),
                GraphQLFragmentSpread spread => document.FindFragmentDefinition(spread.FragmentName.Name.Value) is { } fragment && Repeats(fragment.SelectionSet, names),
                _ => false,
            };
            if (repeats)
                return true;
        }
        return false;
    }
}
