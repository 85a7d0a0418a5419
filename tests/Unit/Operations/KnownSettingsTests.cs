using Microsoft.Extensions.Configuration;
using ShuangDa.Silo;
using ShuangDa.Silo.Operations;
using Xunit;

namespace ShuangDa.Tests.Unit.Operations;

public sealed class KnownSettingsTests
{
    [Theory]
    [InlineData("Commits:BatchSize", "0")]
    [InlineData("Commits:BatchSize", "many")]
    [InlineData("Commits:BatchSise", "12")]
    [InlineData("Commits:QueueWait", "soon")]
    [InlineData("Commands:KeepDays", "-1")]
    [InlineData("Database:Providers", "Sqlite")]
    [InlineData("Journal:DigestAt", "24:10")]
    [InlineData("SelfCheck:At", "2 o'clock")]
    [InlineData("Operations:DailyTasks", "perhaps")]
    [InlineData("OpenTelemetry:OtlpEndpoint", "localhost")]
    [InlineData("Logging:LogLevel:Default", "Loud")]
    [InlineData("Enforcement:WarnWhenLeft", "1")]
    [InlineData("Enforcement:WarnWhenLeft", "3/3")]
    [InlineData("Enforcement:WarnWhenLeft", "-0.1")]
    [InlineData("Enforcement:WarnWhenLeft", "a third")]
    [InlineData("Enforcement:MajorGoodsValueCny", "half a million")]
    [InlineData("Enforcement:MajorIllegalGainsCny", "-1")]
    [InlineData("Enforcement:MajorCircumstances", "INJURY_OR_DEATH,BAD_WEATHER")]
    [InlineData("Enforcement:MajorGoodsValue", "500000")]
    [InlineData("Authentication:PasswordRounds", "599999")]
    [InlineData("Notifications:HookUrl", "http://gateway.example.gov.cn/notify")]
    [InlineData("Notifications:HookUrl", "gateway.example.gov.cn")]
    [InlineData("Notifications:HookAttempts", "0")]
    [InlineData("Notifications:HookTitles", "perhaps")]
    [InlineData("Notifications:KeepDays", "0")]
    [InlineData("GraphQL:Limit", "1")]
    [InlineData("GraphQL:Limits:Deepth", "9")]
    [InlineData("GraphQL:Limits:Depth", "deep")]
    [InlineData("GraphQL:Limits:Timeout", "long")]
    [InlineData("Imports:PreviewKept", "49.17:02:48")]
    [InlineData("Imports:PreviewKept", "60")]
    [InlineData("Reads:TimeLimit", "50.00:00:00")]
    [InlineData("Orleans:SiloPorts", "11111")]
    [InlineData("Proxies:Trusted", "proxy.local")]
    [InlineData("Proxies:Trusted", "10.0.0.0/33")]
    [InlineData("Proxies:Trusted", "10.1.2")]
    [InlineData("Proxies:Trusted", "10.1.2/24")]
    [InlineData("Proxies:Trusted", "010.1.2.3")]
    [InlineData("Proxies:Trusted", "0x0a.1.2.3")]
    [InlineData("Proxies:Trusted", "167772161")]
    public void WhatWillNotDoIsNamedByItsKeyInBothLanguages(string key, string value)
    {
        var problem = Assert.Throws<SettingException>(() => KnownSettings.Check(Settings((key, value))));

        Assert.Equal(key, problem.Key);
        Assert.Contains($"配置项 {key}", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"\n{key}: ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsDocumentedIsAccepted() => KnownSettings.Check(Settings(
        ("urls", "http://127.0.0.1:5080"), ("Database:Provider", "PostgreSql"), ("GraphQL:Limits:Depth", "20"),
        ("Proxies:Trusted", "127.0.0.1, 10.1.0.0/16, ::1, fd00::/8"), ("ConnectionStrings:ShuangDa", "Host=db"),
        ("commits:batchsize", "128"), ("Commits:QueueWait", "00:00:05"),
        ("Imports:PreviewKept", "49.00:00:00"), ("Authentication:TokenLifetime", "90.00:00:00"),
        ("Commands:KeepDays", "90"), ("Journal:DigestFolder", ""), ("Journal:DigestAt", "00:10"), ("SelfCheck:At", "02:00"), ("Operations:DailyTasks", "false"),
        ("Logs:Folder", ""), ("Logs:KeepDays", "30"), (
            "OpenTelemetry:OtlpEndpoint",
            "http://127.0.0.1:4317"), ("Logging:LogLevel:Default", "debug"), ("Simulation:Speed", "60"), ("Authentication:PasswordRounds", "600000"),
        ("Enforcement:WarnWhenLeft", "1/4"), ("Enforcement:MajorGoodsValueCny", "500000"), ("Enforcement:MajorSalesAmountCny", ""), ("Enforcement:MajorIllegalGainsCny", "0"), ("Enforcement:MajorCircumstances", "INJURY_OR_DEATH, TOXIC_FOOD")));

    [Theory]
    [InlineData("Enforcment:CaseOfficers")]
    [InlineData("Databse:Provider")]
    public void AnUnknownSectionOfTheCommandLineIsNamed(string key)
    {
        var section = key.Split(':')[0];
        var line = new ConfigurationBuilder().AddCommandLine([$"--{key}=x"]).Build();
        var problem = Assert.Throws<SettingException>(() => KnownSettings.Check(line));
        Assert.Equal(section, problem.Key);
    }

    [Fact]
    public void WhatEditorsAndTheFrameworkReadInAFileIsLeftAlone()
    {
        using var file = new MemoryStream("""{ "$schema": "https://example.org/settings.json", "https_port": 443 }"""u8.ToArray());
        KnownSettings.Check(new ConfigurationBuilder().AddJsonStream(file).Build());
        string[] line = ["--https_port=443", "--$schema=x"];
        KnownSettings.Check(new ConfigurationBuilder().AddCommandLine(line).Build());
    }

    [Fact]
    public void WhatTheFrameworkIsToldAndWhatOtherProgramsAreToldIsLeftAlone()
    {
        string[] line =
            ["--urls=http://127.0.0.1:0", "--hostBuilder:reloadConfigOnChange=false", "--SHUANGDA_ADMIN_PASSWORD=x"];
        KeyValuePair<string, string?>[] environment = [new("PATH", "/bin"), new("GIT:Editor", "vi")];
        KnownSettings.Check(new ConfigurationBuilder().AddCommandLine(line).AddInMemoryCollection(environment).Build());
    }

    private static IConfigurationRoot Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => (string?)one.Value)).Build();
}
