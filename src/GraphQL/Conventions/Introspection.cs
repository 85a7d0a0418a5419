using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser.AST;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>标量规范. Where it is written how a scalar's values look.</summary>
/// <param name="url">The address of the specification.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SpecifiedByAttribute(string url) : Attribute
{
    /// <summary>地址. The address of the specification.</summary>
    public string Url => url;
}

/// <summary>标量规范指令 <c>@specifiedBy</c>. The engine does not bring it.</summary>
internal sealed class SpecifiedByDirective : Directive
{
    /// <summary>The name of the directive's argument.</summary>
    public const string Url = "url";

    /// <summary>The name of the directive.</summary>
    public const string Called = "specifiedBy";

    /// <summary>The directive.</summary>
    public SpecifiedByDirective() : base(Called, DirectiveLocation.Scalar)
    {
        Description = "Tells where it is written how the values of a scalar look.";
        Arguments = new QueryArguments(
            new QueryArgument<NonNullGraphType<StringGraphType>> { Name = Url, Description = "The address of the specification." });
    }

    /// <inheritdoc/>
    public override bool? Introspectable => true;
}

/// <summary>
/// 内省补全. Puts <c>@specifiedBy</c> on every scalar that has a <see cref="SpecifiedByAttribute"/>, and into introspection what the
/// engine does not give: <c>specifiedByURL</c>, and <c>includeDeprecated</c> on a directive's arguments.
/// </summary>
internal sealed class IntrospectionVisitor : BaseSchemaNodeVisitor
{
    /// <inheritdoc/>
    public override void VisitScalar(ScalarGraphType type, ISchema schema)
    {
        if (type.GetType().GetCustomAttribute<SpecifiedByAttribute>() is { } specified)
        {
            type.ApplyDirective(SpecifiedByDirective.Called, SpecifiedByDirective.Url, specified.Url);
        }
    }

    /// <inheritdoc/>
    public override void VisitObject(IObjectGraphType type, ISchema schema)
    {
        switch (type.Name)
        {
            case "__Type":
                type.AddField(new FieldType
                {
                    Name = "specifiedByURL",
                    ResolvedType = schema.AllTypes["String"],
                    Resolver = new FuncFieldResolver<IGraphType, string>(context => UrlOf(context.Source)),
                });
                break;
            case "__Directive":
                // No directive has a deprecated argument, so the answer is the engine's in any case.
                var asked = new QueryArgument(schema.AllTypes["Boolean"]!) { Name = "includeDeprecated", DefaultValue = false };
                (type.Fields.Find("args")!.Arguments ??= []).Add(asked);
                break;
        }
    }

    private static string? UrlOf(IGraphType type) =>
        type.FindAppliedDirective(SpecifiedByDirective.Called)?.FindArgument(SpecifiedByDirective.Url)?.Value as string;
}
