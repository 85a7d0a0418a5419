using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.SelfChecks;

public sealed class SelfCheckReportTests(SharedServer shared) : ApiTest(shared)
{
    private const string Report = "{selfCheck{at isClean rules{name title count failure findings{subject about{id} what remedy}}}}";

    [Fact]
    public async Task Whoever_oversees_the_system_sees_what_the_last_self_check_found()
    {
        await using var api = await ApiServer.StartAsync();
        var auditor = await api.As(Roles.Auditor);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await auditor.Ask(Report)).Data().GetProperty("selfCheck").ValueKind);

        await api.Services.GetRequiredService<SelfCheck>().RunAndKeepAsync(TestContext.Current.CancellationToken);

        var report = (await auditor.Ask(Report)).Data().GetProperty("selfCheck");
        Assert.Equal(("true", "2026-03-02T02:00:00.000Z"), (report.Text("isClean"), report.Text("at")));
        Assert.Contains("rows-show-states", report.Texts("rules", "name"));
        Assert.Contains("列表中的行与状态一致", report.Texts("rules", "title"));
    }

    [Fact]
    public async Task Nobody_else_does() => Assert.Equal("FORBIDDEN", (await (await Api.As(Roles.Officer)).Ask(Report)).Code);
}
