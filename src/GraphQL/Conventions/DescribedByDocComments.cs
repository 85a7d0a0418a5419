using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>
/// 注释即说明. Descriptions of the schema are the doc comments of the code. The library can read them too, but asks the whole file again for each member: that was an
/// eighth of a start.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DescribedByDocComments : GraphQLAttribute
{
    // The library's list of them is one for the process and not made for threads that add to it.
    private static readonly Lazy<DescribedByDocComments> Used = new(() =>
    {
        var one = new DescribedByDocComments();
        GlobalSwitches.GlobalAttributes.Add(one);
        return one;
    });

    /// <summary>Has every type, field, argument and value of an enumeration described so, from here on in the whole process.</summary>
    public static void Use() => _ = Used.Value;

    /// <inheritdoc/>
    public override void Modify(IGraphType graphType, Type sourceType) => graphType.Description ??= DocComments.Written(sourceType);

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType, IGraphType graphType, MemberInfo memberInfo, ref bool ignore) =>
        fieldType.Description ??= DocComments.Written(memberInfo);

    /// <inheritdoc/>
    public override void Modify(QueryArgument queryArgument, ParameterInfo parameterInfo) => queryArgument.Description ??= DocComments.Written(parameterInfo);

    /// <inheritdoc/>
    public override void Modify(EnumValueDefinition enumValueDefinition) =>
        enumValueDefinition.Description ??= enumValueDefinition.Value is Enum value && value.GetType().GetField(value.ToString()) is { } field ? DocComments.Written(field) : null;
}
