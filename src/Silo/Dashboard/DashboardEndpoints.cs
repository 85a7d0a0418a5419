namespace ShuangDa.Silo.Dashboard;

/// <summary>工作台路由. Serves the dashboard under <c>/</c>: every address that is nobody else's is one of its pages.</summary>
internal static partial class DashboardEndpoints
{
    /// <summary>Maps the dashboard. Its pages hold no data, so they are open to everybody; what they ask the API is not.</summary>
    /// <param name="routes">The application's routes.</param>
    public static IEndpointRouteBuilder MapDashboard(this IEndpointRouteBuilder routes)
    {
        var files = new DashboardFiles();
        if (!files.IsBuilt)
        {
            LogNotBuilt(routes.ServiceProvider.GetRequiredService<ILogger<DashboardFiles>>());
        }

        routes.MapGet("/assets/{file}", (HttpContext http, string file) => files.AnswerFile(http, file)).AllowAnonymous();
        routes.MapGet("/{*page:nonfile}", (RequestDelegate)files.AnswerPage).AllowAnonymous().WithDisplayName("Dashboard").WithOrder(int.MaxValue);
        return routes;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The dashboard was not built into this program: Node.js was missing when it was built. The API is not affected.")]
    private static partial void LogNotBuilt(ILogger logger);
}
