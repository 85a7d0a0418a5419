using System.Globalization;
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
/// <c>OpenTelemetry:OtlpEndpoint</c> or the standard variables (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, and those of a signal) name
/// one.</summary>
public static class Telemetry
{
    /// <summary>Registers metrics and, for each signal that has a collector, the way there.</summary>
    /// <param name="builder">The host.</param>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = builder.Configuration;
        var telemetry = builder.Services.AddOpenTelemetry()
            // What the environment says of the resource (OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES) goes before what we say.
            .ConfigureResource(static resource => resource
                .AddService("shuangda", serviceVersion: DatabaseMigrator.ProgramVersion)
                .AddEnvironmentVariableDetector())
            .WithMetrics(static metrics => metrics
                .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation()
                .AddMeter("Microsoft.Orleans", CommitMeters.MeterName).AddPrometheusExporter());
        if (Collector.Of("metrics", settings) is { } ofMetrics)
        {
            telemetry.WithMetrics(metrics => metrics.AddOtlpExporter(ofMetrics.Configure));
        }

        if (Collector.Of("traces", settings) is { } ofTraces)
        {
            telemetry.WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(requests => requests.Filter = static context => !Logs.IsProbe(context.Request.Path))
                .AddSource(
                    ActivitySources.ApplicationGrainActivitySourceName, ActivitySources.RuntimeActivitySourceName,
                    ActivitySources.StorageActivitySourceName, CommitMeters.ReadsSource)
                .AddOtlpExporter(ofTraces.Configure));
            builder.Host.UseOrleans(static silo => silo.AddActivityPropagation());
        }

        if (Collector.Of("logs", settings) is { } ofLogs)
        {
            telemetry.WithLogging(
                logs => logs.AddOtlpExporter(ofLogs.Configure), static logs => logs.IncludeFormattedMessage = true);
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

    /// <summary>
    /// 收集端. Where a signal is sent and how. The package reads the variables of all signals; those of one it reads only where it sends
    /// all three, asked for or not. So those are read here, by the rules of the specification: an address of one signal is taken as it is,
    /// one of all gets the signal's path where it is spoken to by HTTP.
    /// </summary>
    /// <param name="Endpoint">The address, with the signal's path.</param>
    /// <param name="Protocol">How it is spoken to.</param>
    /// <param name="Headers">The signal's own headers; null where it has none.</param>
    /// <param name="Timeout">The signal's own patience in milliseconds; null where it has none.</param>
    internal sealed record Collector(Uri Endpoint, OtlpExportProtocol Protocol, string? Headers, int? Timeout)
    {
        private const string Prefix = "OTEL_EXPORTER_OTLP_";

        /// <summary>The collector of a signal; null where nobody names one.</summary>
        /// <param name="signal"><c>traces</c>, <c>metrics</c> or <c>logs</c>.</param>
        /// <param name="settings">The configuration, the environment in it.</param>
        /// <exception cref="SettingException">What a variable names is no address.</exception>
        public static Collector? Of(string signal, IConfiguration settings)
        {
            if (string.Equals(settings["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            var protocol = Said("PROTOCOL") is "http/protobuf" ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
            var endpoint = AddressOf($"{Prefix}{signal.ToUpperInvariant()}_ENDPOINT")
                ?? (AddressOf(KnownSettings.OtlpEndpoint) ?? AddressOf(Prefix + "ENDPOINT")) switch
                {
                    { } common when protocol is OtlpExportProtocol.HttpProtobuf =>
                        new Uri($"{common.AbsoluteUri.TrimEnd('/')}/v1/{signal}"),
                    var common => common,
                };
            return endpoint is null
                ? null
                : new(
                    endpoint, protocol, Own("HEADERS"),
                    int.TryParse(Own("TIMEOUT"), CultureInfo.InvariantCulture, out var patience) ? patience : null);

            string? Own(string what) => settings[$"{Prefix}{signal.ToUpperInvariant()}_{what}"] is { Length: > 0 } own ? own : null;

            string? Said(string what) => Own(what) ?? settings[Prefix + what];

            Uri? AddressOf(string key) => settings[key] is not { Length: > 0 } address ? null
                : Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
                : throw new SettingException(
                    key, $"“{address}”不是地址，如 http://127.0.0.1:4317", $"'{address}' is no address such as http://127.0.0.1:4317");
        }

        /// <summary>Tells an exporter; what is not the signal's own is read by the package.</summary>
        /// <param name="exporter">The exporter's options.</param>
        public void Configure(OtlpExporterOptions exporter)
        {
            exporter.Endpoint = Endpoint;
            exporter.Protocol = Protocol;
            exporter.Headers = Headers ?? exporter.Headers;
            exporter.TimeoutMilliseconds = Timeout ?? exporter.TimeoutMilliseconds;
        }
    }
}
