namespace ShuangDa.Silo.Dashboard;

/// <summary>工作台路由. Serves the dashboard under <c>/</c>: every address that is nobody else's is one of its pages.</summary>
internal static partial class DashboardEndpoints
{
    /// <summary>Serves the dashboard's files, and those that browsers and robots ask for by themselves.</summary>
    /// <param name="application">The application, before its routes are asked who may use them.</param>
    public static WebApplication UseDashboardFiles(this WebApplication application)
    {
        DashboardFiles.Serve(application);
        return application;
    }

    /// <summary>Maps the dashboard. Its pages hold no data, so they are open to everybody; what they ask the API is not.</summary>
    /// <param name="routes">The application's routes.</param>
    public static IEndpointRouteBuilder MapDashboard(this IEndpointRouteBuilder routes)
    {
        var files = new DashboardFiles();
        if (!files.IsBuilt)
        {
            LogNotBuilt(routes.ServiceProvider.GetRequiredService<ILogger<DashboardFiles>>());
        }

        routes.MapGet("/{*page:nonfile}", (RequestDelegate)files.AnswerPage).AllowAnonymous().WithDisplayName("Dashboard").WithOrder(int.MaxValue);
        return routes;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The dashboard was not built into this program: Node.js was missing when it was built. The API is not affected.")]
    private static partial void LogNotBuilt(ILogger logger);
}
