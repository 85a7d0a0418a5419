using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;

namespace ShuangDa.Silo.Operations;

/// <summary>遥测. Metrics under <c>/metrics</c> for Prometheus; metrics and traces to a collector where <c>OpenTelemetry:OtlpEndpoint</c> names one.</summary>
public static class Telemetry
{
    /// <summary>Registers metrics and, where there is a collector, traces.</summary>
    /// <param name="builder">The host.</param>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var collector = builder.Configuration[KnownSettings.OtlpEndpoint] is { Length: > 0 } address ? new Uri(address) : null;
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("shuangda", serviceVersion: DatabaseMigrator.ProgramVersion))
            .WithMetrics(metrics =>
            {
                metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Microsoft.Orleans", CommitMeters.MeterName).AddPrometheusExporter();
                if (collector is not null)
                {
                    metrics.AddOtlpExporter(exporter => exporter.Endpoint = collector);
                }
            });
        if (collector is not null)
        {
            telemetry.WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(requests => requests.Filter = static context => !Logs.IsProbe(context.Request.Path))
                .AddSource("Microsoft.Orleans.Application", CommitMeters.ReadsSource)
                .AddOtlpExporter(exporter => exporter.Endpoint = collector));
            builder.Host.UseOrleans(static silo => silo.AddActivityPropagation());
        }

        return builder;
    }

    /// <summary>Answers under <c>/metrics</c>, without sign-in.</summary>
    /// <param name="endpoints">The application.</param>
    public static IEndpointRouteBuilder MapMetrics(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
        return endpoints;
    }
}
