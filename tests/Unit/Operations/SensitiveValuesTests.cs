using Serilog;
using Serilog.Core;
using Serilog.Events;
using ShuangDa.Silo.Operations;
using Xunit;

namespace ShuangDa.Tests.Unit.Operations;

public sealed class SensitiveValuesTests
{
    [Theory]
    [InlineData("Password")]
    [InlineData("newPassword")]
    [InlineData("access_token")]
    [InlineData("Authorization")]
    [InlineData("Set-Cookie")]
    [InlineData("ClientSecret")]
    [InlineData("ConnectionString")]
    [InlineData("Phone")]
    [InlineData("LegalRepresentative")]
    [InlineData("QueryString")]
    public void AValueNamedLikeASecretIsMasked(string name)
    {
        var logged = Log($"{{{name.Replace('-', '_')}}}", "hunter2");

        Assert.DoesNotContain("hunter2", Print(logged), StringComparison.Ordinal);
        Assert.Contains("***", Print(logged), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Subject")]
    [InlineData("Kind")]
    [InlineData("CommandId")]
    [InlineData("RequestPath")]
    [InlineData("Rule")]
    public void OtherValuesStay(string name) => Assert.Contains("hunter2", Print(Log($"{{{name}}}", "hunter2")), StringComparison.Ordinal);

    [Fact]
    public void SecretsWithinObjectsListsAndDictionariesAreMasked()
    {
        var logged = Log("{@Input}", new { Name = "kept", Inner = new[] { new { Password = "hunter2" } }, More = new Dictionary<string, string> { ["token"] = "hunter2", ["path"] = "kept" } });

        Assert.DoesNotContain("hunter2", Print(logged), StringComparison.Ordinal);
        Assert.Contains("kept", Print(logged), StringComparison.Ordinal);
    }

    [Fact]
    public void APasswordInAConnectionStringIsMasked()
    {
        var logged = Log("{Text}", "Host=db;Username=bureau;Password=hunter2;Database=shuangda");

        Assert.Equal("\"Host=db;Username=bureau;Password=***;Database=shuangda\"", logged.Properties["Text"].ToString());
    }

    private static LogEvent Log(string template, object value)
    {
        var kept = new Kept();
        using var log = new LoggerConfiguration().Enrich.With<SensitiveValues>().WriteTo.Sink(kept).CreateLogger();
#pragma warning disable CA2254 // The template's property name is what the test is about.
        log.Information(template, value);
#pragma warning restore CA2254
        return kept.Event!;
    }

    private static string Print(LogEvent logged) => logged.RenderMessage(System.Globalization.CultureInfo.InvariantCulture) + string.Join(' ', logged.Properties.Values);

    private sealed class Kept : ILogEventSink
    {
        public LogEvent? Event { get; private set; }

        public void Emit(LogEvent logEvent) => Event = logEvent;
    }
}
