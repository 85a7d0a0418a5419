using System.Collections.Concurrent;
using System.Net;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Operations;

/// <summary>The standard variables of OpenTelemetry are all that is needed to send metrics, traces and logs.</summary>
public sealed class TelemetryTests
{
    private static readonly (string, string)[] Often =
        [("OTEL_METRIC_EXPORT_INTERVAL", "500"), ("OTEL_BSP_SCHEDULE_DELAY", "200"), ("OTEL_BLRP_SCHEDULE_DELAY", "200")];

    [Fact]
    public async Task WhatTheStandardVariablesNameGetsMetricsTracesAndLogsUnderTheNameThatTheySay()
    {
        var sent = await SentAsync(
            3,
            static at =>
            [
                ("OTEL_EXPORTER_OTLP_ENDPOINT", at), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_SERVICE_NAME", "qingxi-bureau"),
            ]);
        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], sent.Keys.Order(StringComparer.Ordinal));
        Assert.All(sent.Values, body => Assert.Contains("qingxi-bureau", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OurOwnSettingIsTheAddressOfAllAndEachSignalHasItsPath()
    {
        var sent = await SentAsync(3, static at => [("OpenTelemetry__OtlpEndpoint", at), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")]);
        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], sent.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhereTracesAloneAreNamedTheyAreSentThereAndNothingElse()
    {
        var sent = await SentAsync(
            1, static at => [("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", $"{at}/own/traces"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")]);
        Assert.Equal(["/own/traces"], sent.Keys);
    }

    private static async Task<ConcurrentDictionary<string, string>> SentAsync(int signals, Func<string, (string, string)[]> variables)
    {
        using var folder = new TemporaryFolder();
        using var collector = new HttpListener();
        var at = FreePort.Url();
        collector.Prefixes.Add(at + "/");
        collector.Start();
        var sent = new ConcurrentDictionary<string, string>();
        var taking = TakeAsync(collector, sent);
        var url = FreePort.Url();
        using (await ShuangDaProcess.ServeAsync(folder.Path, url, [.. Often, .. variables(at)]))
        {
            using var http = new HttpClient { BaseAddress = new Uri(url) };
            await http.GetAsync("/", TestContext.Current.CancellationToken);
            await Eventually.Until($"{signals} have come", () => sent.Count >= signals);
            var metrics = await http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
            Assert.Contains("shuangda_commit_duration_seconds_bucket", metrics, StringComparison.Ordinal);
        }

        collector.Stop();
        await taking;
        return sent;
    }

    private static async Task TakeAsync(HttpListener collector, ConcurrentDictionary<string, string> sent)
    {
        while (collector.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await collector.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream, System.Text.Encoding.Latin1);
            sent[context.Request.Url!.AbsolutePath] = await reader.ReadToEndAsync();
            context.Response.StatusCode = 200;
            context.Response.Close();
        }
    }
}
