using System.Text.Json;
using LinqToDB.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Runtime;
using ShuangDa.Grains.Journal;

namespace ShuangDa.Silo.Operations;

/// <summary>健康检查. What a load balancer or an administrator's watch asks: whether the process lives, and whether it can do its work. The answers name no cause; the log does.</summary>
public static class Health
{
    private const string Ready = "ready";

    /// <summary>Registers what readiness depends on.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<CommitProgress>();
        services.AddHealthChecks()
            .AddCheck<DatabaseAnswers>("database", tags: [Ready], timeout: TimeSpan.FromSeconds(5))
            .AddCheck<SiloIsActive>("silo", tags: [Ready])
            .AddCheck<CommitProgress>("commits", tags: [Ready])
            .AddCheck<ClocksStarted>("clocks", tags: [Ready])
            .AddCheck<DailyTasksDone>("daily-tasks", tags: [Ready]);
        return services;
    }

    /// <summary>Answers under <c>/health/live</c> and <c>/health/ready</c>, without sign-in.</summary>
    /// <param name="endpoints">The application.</param>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = static check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
        return endpoints;
    }

    private static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.Status.ToString());
        json.WriteStartObject("checks");
        foreach (var (name, entry) in report.Entries)
        {
            json.WriteString(name, entry.Status.ToString());
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>数据库应答. The database answers.</summary>
internal sealed class DatabaseAnswers(Grains.Journal.Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        await data.ExecuteAsync<int>("SELECT 1", cancellationToken).ConfigureAwait(false);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>节点在役. The silo is active in its cluster.</summary>
internal sealed class SiloIsActive(ISiloStatusOracle silos) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(silos.CurrentStatus == SiloStatus.Active ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(silos.CurrentStatus.ToString()));
}

/// <summary>提交未停滞. The commits that wait get their turn: the queue is empty now and then, or something has been committed since it was looked at last.</summary>
internal sealed class CommitProgress(Committer committer) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Lock _looking = new();
    private long _settled = -1;
    private long _since = TimeProvider.System.GetTimestamp();

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (_looking)
        {
            var settled = committer.Settled;
            if (committer.Waiting == 0 || settled != _settled)
            {
                _settled = settled;
                _since = TimeProvider.System.GetTimestamp();
            }

            return Task.FromResult(TimeProvider.System.GetElapsedTime(_since) < Patience
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"{committer.Waiting} commits wait and none is settled."));
        }
    }
}

/// <summary>时钟已启动. The clocks of the due index were started, and the host is not stopping.</summary>
internal sealed class ClocksStarted(IHostApplicationLifetime lifetime) : IHealthCheck
{
    // The clocks are started by a task of the silo's start, before the host says that it has started.
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStarted.IsCancellationRequested && !lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}

/// <summary>每日任务已成. No daily task has failed without having been done since. The server serves all the same: it is degraded, not unready.</summary>
internal sealed class DailyTasksDone(IServiceProvider services) : IHealthCheck
{
    // Where they are switched off there are none.
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        services.GetService<DailyTasks>()?.Failing is { Count: > 0 } failing
            ? HealthCheckResult.Degraded($"Failed and not done since: {string.Join(", ", failing)}.")
            : HealthCheckResult.Healthy());
}
