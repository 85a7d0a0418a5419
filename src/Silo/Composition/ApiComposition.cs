using ShuangDa.Grains.Journal;
using ShuangDa.GraphQL;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.Silo.Composition;

/// <summary>接口组合. The GraphQL API: schema, transport, limits, and what the failures of the commit mean to a caller.</summary>
public static class ApiComposition
{
    /// <summary>Adds the API.</summary>
    /// <param name="builder">The host.</param>
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddShuangDaSchema();
        var section = builder.Configuration.GetSection("GraphQL");
        services.Configure<GraphQLLimits>(section.GetSection("Limits"));
        services.AddShuangDaTransport(transport => transport.OpenSchema = builder.Environment.IsDevelopment());
        services.AddSingleton<IExceptionTranslator, CommitFailureAnswers>();
        services.AddSingleton<SubjectDirectory>();
        services.AddSingleton<ICommitWitness>(provider => provider.GetRequiredService<SubjectDirectory>());
        services.AddSingleton<JournalFeed>();
        services.AddSingleton<ICommitWitness>(provider => provider.GetRequiredService<JournalFeed>());
        return builder;
    }

    private sealed class CommitFailureAnswers : IExceptionTranslator
    {
        public TransportError? Translate(Exception exception) => exception switch
        {
            OutcomeUnknownException => new OutcomeNotKnown(exception),
            CommitFailureException and not CommitRejectedException => new Unavailable(cause: exception),
            Orleans.Runtime.SiloUnavailableException or TimeoutException => new Unavailable(cause: exception),
            _ => null,
        };
    }
}
