using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace ShuangDa.GraphQL.Transport;

/// <summary>模式文本. The schema as clients read it, in the schema definition language.</summary>
public static class SchemaText
{
    /// <summary>The text that <c>GET /graphql/schema.graphql</c> answers and that <c>src/GraphQL/schema.graphql</c> keeps; types and fields in alphabetical order, lines ended by LF.</summary>
    /// <param name="schema">The schema; it is initialised if it was not.</param>
    public static string Of(ISchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        schema.Initialize();
        return schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n");
    }
}
