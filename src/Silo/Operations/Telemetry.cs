using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Orleans.Diagnostics;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;

namespace ShuangDa.Silo.Operations;

/// <summary>遥测. Metrics under <c>/metrics</c> for Prometheus; metrics, traces and logs to a collector where
/// <c>OpenTelemetry:OtlpEndpoint</c> or the standard variables (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>) name one.</summary>
public static class Telemetry
{
    private static readonly string[] Signals = ["", "TRACES_", "METRICS_", "LOGS_"];

    /// <summary>Registers metrics and, where there is a collector, traces.</summary>
    /// <param name="builder">The host.</param>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = builder.Configuration;
        var named = settings[KnownSettings.OtlpEndpoint] is { Length: > 0 } address ? new Uri(address) : null;
        var telemetry = builder.Services.AddOpenTelemetry()
            // What the environment says of the resource (OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES) goes before what we say.
            .ConfigureResource(static resource => resource
                .AddService("shuangda", serviceVersion: DatabaseMigrator.ProgramVersion)
                .AddEnvironmentVariableDetector())
            .WithMetrics(static metrics => metrics
                .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation()
                .AddMeter("Microsoft.Orleans", CommitMeters.MeterName).AddPrometheusExporter());
        if (named is null && !IsSent(settings))
        {
            return builder;
        }

        telemetry
            .WithMetrics(metrics => metrics.AddOtlpExporter(Where))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(requests => requests.Filter = static context => !Logs.IsProbe(context.Request.Path))
                .AddSource(
                    ActivitySources.ApplicationGrainActivitySourceName, ActivitySources.RuntimeActivitySourceName,
                    ActivitySources.StorageActivitySourceName, CommitMeters.ReadsSource)
                .AddOtlpExporter(Where))
            .WithLogging(logs => logs.AddOtlpExporter(Where), static logs => logs.IncludeFormattedMessage = true);
        builder.Host.UseOrleans(static silo => silo.AddActivityPropagation());

        // Headers, protocol, intervals and the rest are the environment's in any case, and so is the address where none is named.
        void Where(OtlpExporterOptions exporter)
        {
            if (named is not null)
            {
                exporter.Endpoint = named;
            }
        }

        return builder;
    }

    // By the standard variables, for all signals or for one.
    private static bool IsSent(ConfigurationManager settings) =>
        !string.Equals(settings["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase)
        && Array.Exists(Signals, signal => settings[$"OTEL_EXPORTER_OTLP_{signal}ENDPOINT"] is { Length: > 0 });

    /// <summary>Answers under <c>/metrics</c>, without sign-in.</summary>
    /// <param name="endpoints">The application.</param>
    public static IEndpointRouteBuilder MapMetrics(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
        return endpoints;
    }
}
