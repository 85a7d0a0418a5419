using System.Globalization;
using System.Reflection;
using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions.Mutations;

/// <summary>长度标注. Puts <c>@length</c>, and the same in words, on every field of an input whose text has a <see cref="LongestAttribute"/>, and in words how many entries a list with a <see cref="MostAttribute"/> may have: of a command's parameter, of the part that the input stands for, or its own.</summary>
internal sealed class LengthVisitor : BaseSchemaNodeVisitor
{
    private const string Longest = "longest";
    private const string Most = "most";

    /// <summary>Notes the bounds of the parameter that a field is made from.</summary>
    /// <param name="field">The field.</param>
    /// <param name="parameter">The parameter.</param>
    public static void Note(FieldType field, ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<LongestAttribute>() is { } bound)
        {
            field.Metadata[Longest] = bound.Characters;
        }

        if (parameter.GetCustomAttribute<MostAttribute>() is { } most)
        {
            field.Metadata[Most] = most.Entries;
        }
    }

    public override void VisitInputObjectFieldDefinition(FieldType field, IInputObjectGraphType type, ISchema schema)
    {
        if (InputOf(type) is { } input && CommandParts.ParametersOf(PartOf(input) ?? input).FirstOrDefault(one => one.Name!.Equals(field.Name, StringComparison.OrdinalIgnoreCase)) is { } parameter)
        {
            Note(field, parameter);
        }

        if (field.GetMetadata<int?>(Longest) is { } longest)
        {
            field.ApplyDirective("length", "max", longest);
            var isList = field.ResolvedType is ListGraphType or NonNullGraphType { ResolvedType: ListGraphType };
            field.Description = Described(field.Description ?? "", string.Create(CultureInfo.InvariantCulture, $"{(isList ? "each " : "")}at most {longest:N0} characters"));
        }

        if (field.GetMetadata<int?>(Most) is { } most)
        {
            field.Description = Described(field.Description ?? "", string.Create(CultureInfo.InvariantCulture, $"at most {most:N0} entries"));
        }
    }

    // 标题. What it is called; at most 200 characters.
    private static string Described(string description, string bound)
    {
        var (term, meaning) = CommandInput.Parts(description);
        return meaning.Length == 0 ? $"{term}. {char.ToUpperInvariant(bound[0])}{bound[1..]}." : $"{term}. {meaning.TrimEnd('.')}; {bound}.";
    }

    private static Type? InputOf(IInputObjectGraphType type)
    {
        for (var at = type.GetType(); at is not null; at = at.BaseType)
        {
            if (at.IsGenericType && at.GetGenericTypeDefinition() == typeof(AutoRegisteringInputObjectGraphType<>))
            {
                return at.GetGenericArguments()[0];
            }
        }

        return null;
    }

    private static Type? PartOf(Type input) =>
        input.GetInterfaces().FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IInputOf<>))?.GetGenericArguments()[0];
}
