using ShuangDa.Grains.SelfChecks;
using ShuangDa.Silo.Operations;

namespace ShuangDa.Silo.Composition;

/// <summary>运维组合. Logs, health, metrics and traces, the daily tasks, and how a stop is waited for.</summary>
public static class OperationsComposition
{
    // More than the commits' drain time: a stop ends endpoints first, then grains, then commits.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(60);

    /// <summary>Puts operations into the host. Called after the silo, so that the daily tasks start after it and stop before it.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="ownTime">Whether the grains' clock is a test's own; then the daily tasks run only where they are asked for.</param>
    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder builder, bool ownTime)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddLogs();
        builder.AddTelemetry();
        builder.Services.AddHealth();
        builder.Services.AddSelfChecks();
        builder.Services.AddSingleton<IIncomingGrainCallFilter, Correlation.GrainCalls>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopTime);
        if (builder.Configuration[KnownSettings.DailyTasks] is { Length: > 0 } asked ? bool.Parse(asked) : !ownTime)
        {
            builder.Services.AddSingleton<DailyTasks>();
            builder.Services.AddHostedService(static services => services.GetRequiredService<DailyTasks>());
        }

        return builder;
    }

    /// <summary>Puts correlation and the request log at the head of the pipeline, and answers for health and metrics.</summary>
    /// <param name="application">The application, before any other part of its pipeline.</param>
    public static WebApplication UseOperations(this WebApplication application)
    {
        application.UseCorrelation();
        application.UseRequestLog();
        application.MapHealth();
        application.MapMetrics();
        return application;
    }
}
