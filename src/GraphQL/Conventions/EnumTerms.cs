using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser.AST;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>用语指令 <c>@term</c>. The words for an enum value, for the dashboard and for whoever else shows values to people.</summary>
internal sealed class TermDirective : Directive
{
    /// <summary>The name of the directive.</summary>
    public const string Called = "term";

    /// <summary>The directive.</summary>
    public TermDirective() : base(Called, DirectiveLocation.EnumValue)
    {
        Description = "The words for a value, as officials use them: the Chinese one, and the English one as it stands within a sentence.";
        Arguments = new QueryArguments(
            new QueryArgument<NonNullGraphType<StringGraphType>> { Name = "chinese", Description = "The Chinese word." },
            new QueryArgument<NonNullGraphType<StringGraphType>> { Name = "english", Description = "The English word." });
    }

    /// <inheritdoc/>
    public override bool? Introspectable => true;
}

/// <summary>
/// 用语标注. Gives every value of an enum its words from the member's <see cref="TermAttribute"/>: as <c>@term</c>, and the Chinese one as the
/// first of the description, whose rest is the member's doc comment. A member without a term, and so the schema, is not made.
/// </summary>
internal sealed class TermVisitor : BaseSchemaNodeVisitor
{
    /// <inheritdoc/>
    public override void VisitEnumValue(EnumValueDefinition value, EnumerationGraphType type, ISchema schema)
    {
        // What introspection brings is the engine's.
        if (value.Value is Enum member && !type.Name.StartsWith("__", StringComparison.Ordinal))
        {
            value.Describe(Terms.OfMember(member), value.Description ?? "");
        }
    }
}

/// <summary>用语. Gives words to enum values that stand for something else than a member of an enum.</summary>
internal static class EnumTerms
{
    /// <summary>Adds a value with its words.</summary>
    /// <param name="type">The enum.</param>
    /// <param name="stored">The stored name, from which the value's name is made.</param>
    /// <param name="term">The words.</param>
    /// <param name="meaning">What it means, or nothing.</param>
    public static void AddValue(this EnumerationGraphType type, string stored, BilingualText term, string meaning = "")
    {
        var value = new EnumValueDefinition(WireName.OfStored(stored), stored);
        value.Describe(term, meaning);
        type.Values.Add(value);
    }

    /// <summary>Writes words and meaning on a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="term">The words.</param>
    /// <param name="meaning">What it means, or nothing.</param>
    public static void Describe(this EnumValueDefinition value, BilingualText term, string meaning)
    {
        value.Description = $"{term.Chinese}. {meaning}".TrimEnd();
        value.ApplyDirective(TermDirective.Called, directive =>
        {
            directive.AddArgument(new DirectiveArgument("chinese") { Value = term.Chinese });
            directive.AddArgument(new DirectiveArgument("english") { Value = term.English });
        });
    }
}
