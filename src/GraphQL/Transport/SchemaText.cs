using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace ShuangDa.GraphQL.Transport;

/// <summary>模式文本. The schema as clients read it, in the schema definition language.</summary>
public static class SchemaText
{
    /// <summary>
    /// The text that <c>GET /graphql?sdl</c> answers and that <c>src/GraphQL/schema.graphql</c> keeps, lines ended by LF. Types and fields
    /// are in alphabetical order; the fields of what a mutation asks for are in their own, which is the order of a form, and so are the
    /// values of an enum, which is that of the procedure.
    /// </summary>
    /// <param name="schema">The schema; it is initialised if it was not.</param>
    public static string Of(ISchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema.Initialize();
        var document = schema.ToAST();
        var asked = AskedOf(schema).ToHashSet(StringComparer.Ordinal);
        var inOrder = document.Definitions.OfType<GraphQLInputObjectTypeDefinition>()
            .Where(input => asked.Contains(input.Name.StringValue))
            .Select(input => (input.Fields!.Items, Order: input.Fields.Items.ToList()))
            .ToList();
        var enums = document.Definitions.OfType<GraphQLEnumTypeDefinition>()
            .Select(one => (one.Values!.Items, Order: one.Values.Items.ToList()))
            .ToList();
        SDLSorter.Sort(document, new SDLSorterOptions(StringComparison.Ordinal));
        inOrder.ForEach(one => Restore(one.Items, one.Order));
        enums.ForEach(one => Restore(one.Items, one.Order));

        return new SDLPrinter(new SDLPrinterOptions { ArgumentsPrintMode = SDLPrinterArgumentsMode.PreferNewLine }).Print(document).ReplaceLineEndings("\n");
    }

    private static void Restore<T>(List<T> items, List<T> order)
    {
        items.Clear();
        items.AddRange(order);
    }

    // What mutations ask for, and the parts of it.
    private static IEnumerable<string> AskedOf(ISchema schema)
    {
        var open = new Queue<IGraphType>(schema.Mutation?.Fields.SelectMany(field => field.Arguments ?? []).Select(argument => argument.ResolvedType!) ?? []);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var type))
        {
            if (type.GetNamedType() is IInputObjectGraphType input && seen.Add(input.Name))
            {
                yield return input.Name;
                foreach (var field in input.Fields)
                {
                    open.Enqueue(field.ResolvedType!);
                }
            }
        }
    }
}
