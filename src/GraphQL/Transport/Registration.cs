using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ShuangDa.GraphQL.Transport;

/// <summary>传输注册. Adds the transport to a host and puts its addresses on the map. An <see cref="global::GraphQL.Types.ISchema"/> must be registered.</summary>
public static class TransportRegistration
{
    /// <summary>Adds the GraphQL transport.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Settings. What stands under <c>GraphQL</c> in the configuration (<c>OpenSchema</c>, <c>DocumentsFolder</c>, <c>OnlyKnownDocuments</c>, <c>Limits</c>) goes before them.</param>
    public static IServiceCollection AddShuangDaTransport(this IServiceCollection services, Action<TransportOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<TransportOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            configure?.Invoke(options);
            var settings = configuration.GetSection("GraphQL");
            options.OpenSchema = settings.GetValue<bool?>(nameof(options.OpenSchema)) ?? options.OpenSchema;
            options.DocumentsFolder = settings[nameof(options.DocumentsFolder)] ?? options.DocumentsFolder;
            options.OnlyKnownDocuments = settings.GetValue<bool?>(nameof(options.OnlyKnownDocuments)) ?? options.OnlyKnownDocuments;
        });
        services.AddOptions<GraphQLLimits>().BindConfiguration("GraphQL:Limits").ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExceptionTranslator, ActorFailures>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExceptionTranslator, RequestFailures>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GraphQLLimits>, LimitsThatHold>());
        services.TryAddSingleton<ISessionLifetime, UnendingSessions>();
        services.TryAddSingleton(provider => new DocumentCache(provider.GetRequiredService<IOptions<GraphQLLimits>>().Value));
        services.TryAddSingleton<PersistedDocuments>();
        services.TryAddSingleton<PlannedValidation>();
        services.TryAddSingleton<PlannedExecuter>();
        services.TryAddSingleton<ExceptionAnswers>();
        services.TryAddSingleton<EventStreams>();
        services.TryAddSingleton<CallerLimits>();
        services.TryAddSingleton(provider => new TimedReads(
            provider.GetRequiredService<CallerLimits>(), provider.GetRequiredService<IOptions<GraphQLLimits>>()));
        services.TryAddSingleton<GraphiQLPage>();
        services.TryAddSingleton<GraphQLEndpoint>();
        services.AddExceptionHandler<RequestFailureHandler>();
        return services;
    }

    /// <summary>Maps the endpoint, its schema at <c>/schema</c> and <c>/schema.graphql</c> below it, and the files of GraphiQL.</summary>
    /// <param name="endpoints">The host's routes.</param>
    /// <param name="path">The endpoint's path.</param>
    /// <returns>The endpoint's conventions. It admits everybody and answers itself who must sign in, in GraphQL's form.</returns>
    public static IEndpointConventionBuilder MapShuangDaGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var endpoint = endpoints.ServiceProvider.GetRequiredService<GraphQLEndpoint>();
        var graphiql = endpoints.ServiceProvider.GetRequiredService<GraphiQLPage>();
        endpoints.MapGet($"{path}/schema", (RequestDelegate)endpoint.AnswerSchema).AllowAnonymous();
        endpoints.MapGet($"{path}/schema.graphql", (RequestDelegate)endpoint.AnswerSchema).AllowAnonymous();
        endpoints.MapGet($"{path}/graphiql/{{file}}", (RequestDelegate)graphiql.AnswerFile).AllowAnonymous();
        return endpoints.Map(path, (RequestDelegate)endpoint.Answer).AllowAnonymous().WithMetadata(new AnsweredInGraphQL()).WithDisplayName("GraphQL");
    }

    private sealed class LimitsThatHold : IValidateOptions<GraphQLLimits>
    {
        public ValidateOptionsResult Validate(string? name, GraphQLLimits options)
        {
            var faults = options.Faults().ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }

    private sealed class UnendingSessions : ISessionLifetime
    {
        public CancellationToken Ended(HttpContext http) => CancellationToken.None;
    }
}
