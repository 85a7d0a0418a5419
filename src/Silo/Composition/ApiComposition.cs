using ShuangDa.Grains.Journal;
using ShuangDa.GraphQL;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Silo.Dashboard;

namespace ShuangDa.Silo.Composition;

/// <summary>接口组合. The GraphQL API: schema and transport; both read their own settings.</summary>
public static class ApiComposition
{
    /// <summary>Adds the API.</summary>
    /// <param name="builder">The host.</param>
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddShuangDaSchema();
        services.AddShuangDaTransport(transport =>
        {
            transport.OpenSchema = builder.Environment.IsDevelopment();
            foreach (var text in DashboardDocuments.Read())
            {
                transport.Documents.Add(text);
            }
        });
        // A parameter that an endpoint cannot read is answered like all that fails, with a code.
        services.Configure<RouteHandlerOptions>(static routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<SubjectDirectory>();
        services.AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<SubjectDirectory>());
        services.AddSingleton<JournalFeed>();
        services.AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<JournalFeed>());
        return builder;
    }
}
