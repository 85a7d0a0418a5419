using GraphQL;
using GraphQL.DI;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Columns;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

/// <summary>查询. What can be asked. Each concept adds its part in its own folder.</summary>
public sealed partial class Query;

/// <summary>变更. What can be done: the commands, and here what is put together from several. Each concept adds its part in its own folder.</summary>
public sealed partial class Mutation;

/// <summary>订阅. What can be watched. Each room adds its part in its own folder.</summary>
public sealed partial class Subscription;

/// <summary>接口注册. Puts the schema into a host.</summary>
public static class ApiRegistration
{
    /// <summary>Adds the schema, made from plain classes; the descriptions are their doc comments.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddShuangDaSchema(this IServiceCollection services)
    {
        // Descriptions and code share one text: the doc comment.
        DescribedByDocComments.Use();
        services.AddSingleton<NodeReader>();
        services.AddSingleton<ConceptsByName>();
        services.AddSingleton<Summaries>();
        services.AddSingleton<Reasons>();
        services.AddSingleton<LateEntries>();
        services.AddGraphQL(graphql => graphql
            .AddAutoSchema<Query>(schema => schema.WithSubscription<Subscription>())
            .AddGraphTypeMappingProvider<HouseTypes>()
            .AddSystemTextJson()
            .AddSchemaVisitor<AccessVisitor>()
            .AddSchemaVisitor<PlainFieldVisitor>()
            .AddSchemaVisitor<LengthVisitor>()
            .AddSchemaVisitor<TermVisitor>()
            .AddSchemaVisitor<IntrospectionVisitor>()
            .ConfigureSchema(Configure));
        services.AddSingleton<AutoRegisteringObjectGraphType<Query>, ShapedType<Query>>();
        foreach (var type in typeof(ApiRegistration).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IGraphType))))
        {
            services.AddSingleton(type);
        }

        return services;
    }

    private static void Configure(ISchema schema)
    {
        schema.Mutation = new MutationType();
        schema.Directives.Register(new LengthDirective(), new SpecifiedByDirective(), new TermDirective());
        schema.Features.RepeatableDirectives = true;
        schema.Features.DeprecationOfInputValues = true;
        schema.RegisterTypeMapping<DateOnly, DateScalar>();
        schema.RegisterTypeMapping<DateTimeOffset, InstantScalar>();
        schema.RegisterTypeMapping<decimal, DecimalScalar>();
        schema.RegisterTypeMapping<Guid, UuidScalar>();
        schema.RegisterTypeMapping<INode, NodeInterface>();
        foreach (var node in NodeInterface.Implementations)
        {
            schema.RegisterType(typeof(ShapedType<>).MakeGenericType(node));
        }
    }
}
