using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Enterprises;

public sealed class EnterpriseAsOfTests(SharedServer shared) : ApiTest(shared)
{
    private const string AsOf = "query($code:String!,$on:LocalDate!){enterprise(creditCode:$code){asOf(on:$on){on version name licences{number status version} cases{number stage version goodsValueCny section}}}}";

    [Fact]
    public async Task What_was_known_of_an_enterprise_on_a_day_is_told_and_what_was_entered_later_is_not()
    {
        await using var api = await ApiServer.StartAsync();
        var code = await api.EnterpriseAsync(name: "旧名");
        var number = await api.LicenceAsync(holder: code);
        var bureau = new Bureau(api);
        var @case = await bureau.LeadAsync(new { enterpriseCreditCode = code });
        api.Clock.Advance(TimeSpan.FromDays(10));
        var head = await api.InASessionOfItsOwn(Roles.SectionHead);
        await head.Do("changeEnterprise", new { creditCode = code, name = "新名" });
        await bureau.TakeAsync(Roles.Officer, "recordCaseFigures", @case, new { goodsValueCny = 30_000.50m });
        await bureau.FileAsync(@case, "立案1号");
        await head.Do("suspendLicence", new
        {
            number,
            until = "2026-12-31",
            @case = "沪市监罚〔2026〕31号",
            reason = "检查不合格",
            basis = "条例 第四十五条"
        });

        Assert.Equal(JsonValueKind.Null, (await On("2026-03-01")).ValueKind);

        // The day of registration counts to its end; the day before the change is still the old name.
        foreach (var day in new[] { "2026-03-02", "2026-03-11" })
        {
            var before = await On(day);
            Assert.Equal((day, "1", "旧名", "ACTIVE", "1"), (before.Text("on"), before.Text("version"), before.Text("name"), before.Text("licences.0.status"), before.Text("licences.0.version")));
            Assert.Equal((@case.Number, "LEAD", "0"), (before.Text("cases.0.number"), before.Text("cases.0.stage"), before.Text("cases.0.goodsValueCny")));
        }

        var after = await On("2026-03-12");
        Assert.Equal(("2", "新名", number, "SUSPENDED", "2"), (after.Text("version"), after.Text("name"), after.Text("licences.0.number"), after.Text("licences.0.status"), after.Text("licences.0.version")));
        Assert.Equal((@case.Number, "INVESTIGATION", "30000.5", "INSPECTION"), (after.Text("cases.0.number"), after.Text("cases.0.stage"), after.Text("cases.0.goodsValueCny"), after.Text("cases.0.section")));

        async Task<JsonElement> On(string day) => (await head.Ask(AsOf, new { code, on = day })).Data().At("enterprise.asOf");
    }
}
