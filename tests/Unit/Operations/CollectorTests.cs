using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;
using ShuangDa.Silo;
using ShuangDa.Silo.Operations;
using Xunit;

namespace ShuangDa.Tests.Unit.Operations;

/// <summary>Where metrics, traces and logs are sent, as the specification of OpenTelemetry has it.</summary>
public sealed class CollectorTests
{
    private const string All = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Traces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string Ours = KnownSettings.OtlpEndpoint;
    private const string Http = "http/protobuf";

    [Theory]
    [InlineData(All, "http://a:4318", Http, "http://a:4318/v1/traces")]
    [InlineData(All, "http://a:4318/own/", Http, "http://a:4318/own/v1/traces")]
    [InlineData(All, "http://a:4317", null, "http://a:4317/")]
    [InlineData(All, "http://a:4317", "grpc", "http://a:4317/")]
    [InlineData(Ours, "http://a:4318", Http, "http://a:4318/v1/traces")]
    [InlineData(Ours, "http://a:4317", null, "http://a:4317/")]
    [InlineData(Traces, "http://a:4318/own/traces", Http, "http://a:4318/own/traces")]
    [InlineData(Traces, "http://a:4317", null, "http://a:4317/")]
    public void An_address_of_all_signals_gets_the_signal_s_path_and_one_of_a_signal_is_taken_as_it_is(
        string key, string address, string? protocol, string sentTo)
    {
        var collector = Telemetry.Collector.Of("traces", Settings((key, address), ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)))!;
        Assert.Equal(sentTo, collector.Endpoint.AbsoluteUri);
        Assert.Equal(protocol is Http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc, collector.Protocol);
    }

    [Fact]
    public void Where_one_signal_alone_has_a_collector_the_others_are_not_sent()
    {
        var settings = Settings((Traces, "http://a:4318/own/traces"));
        Assert.NotNull(Telemetry.Collector.Of("traces", settings));
        Assert.Null(Telemetry.Collector.Of("metrics", settings));
        Assert.Null(Telemetry.Collector.Of("logs", settings));
        Assert.Null(Telemetry.Collector.Of("traces", Settings()));
    }

    [Fact]
    public void What_is_said_of_one_signal_goes_before_what_is_said_of_all()
    {
        var settings = Settings(
            (All, "http://all:1"), (Ours, "http://ours:2"), (Traces, "http://traces:3"),
            ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", Http), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
            ("OTEL_EXPORTER_OTLP_TRACES_HEADERS", "key=value"), ("OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "1500"));
        Assert.Equal(
            new(new("http://traces:3"), OtlpExportProtocol.HttpProtobuf, "key=value", 1500), Telemetry.Collector.Of("traces", settings));
        Assert.Equal(new(new("http://ours:2"), OtlpExportProtocol.Grpc, null, null), Telemetry.Collector.Of("logs", settings));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    public void Nothing_is_sent_where_the_whole_is_switched_off(string isOff, bool isNone) =>
        Assert.Equal(isNone, Telemetry.Collector.Of("logs", Settings((All, "http://all:1"), ("OTEL_SDK_DISABLED", isOff))) is null);

    [Theory]
    [InlineData("collector:4317")]
    [InlineData("ftp://collector")]
    public void What_is_no_address_is_named_by_its_variable(string address) =>
        Assert.Equal(Traces, Assert.Throws<SettingException>(() => Telemetry.Collector.Of("traces", Settings((Traces, address)))).Key);

    private static IConfigurationRoot Settings(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => one.Value)).Build();
}
