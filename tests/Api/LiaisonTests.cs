using System.Net;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api;

/// <summary>What a partner agency's liaison officer sees: registers as the public may see them, and of what the bureau does only what concerns the agency.</summary>
public sealed class LiaisonTests(SharedServer shared) : ApiTest(shared)
{
    [Theory]
    [InlineData("{deadlines{totalCount}}")]
    [InlineData("{enterprises{nodes{riskLevel}}}")]
    [InlineData("{enterprises{nodes{standing}}}")]
    [InlineData("{enterprises{nodes{history{totalCount}}}}")]
    [InlineData("{licences{nodes{deadlines{kind}}}}")]
    [InlineData("{licences{nodes{history{totalCount}}}}")]
    [InlineData("{licences{nodes{withdrawalRequested}}}")]
    [InlineData("{licences{nodes{suspendedUntil}}}")]
    [InlineData("{licences{nodes{...F}}} fragment F on Licence{deregistrationProposed}")]
    [InlineData("{node(id:\"x\"){...on Enterprise{riskLevel}}}")]
    [InlineData("{enterprises(where:{riskLevel:{eq:HIGH}}){nodes{name}}}")]
    [InlineData("{enterprises(where:{or:[{name:{eq:\"x\"}},{and:[{standing:{in:[D]}}]}]}){totalCount}}")]
    [InlineData("{licences(where:{enterprise:{riskLevel:{eq:HIGH}}}){nodes{number}}}")]
    [InlineData("{licences(where:{or:[{enterprise:{and:[{standing:{in:[D]}}]}}]}){totalCount}}")]
    [InlineData("{crimeTransfers(where:{case:{isMajor:{eq:true}}}){totalCount}}")]
    [InlineData("{enterprises(order:[{name:ASC},{riskLevel:DESC}]){nodes{name}}}")]
    [InlineData("{licences(where:{withdrawalRequested:{eq:true}}){nodes{number}}}")]
    [InlineData("{licences(order:[{mustApplyBy:ASC}]){nodes{number}}}")]
    [InlineData("{search(text:\"百佳\"){node{...on Licence{history{totalCount}}}}}")]
    [InlineData("{journal{nodes{subject{...on Enterprise{riskLevel}}}}}")]
    [InlineData("mutation{registerEnterprise(input:{creditCode:\"x\",name:\"x\"}){enterprise{id}}}")]
    [InlineData(
        "mutation{suspendLicence(input:{number:\"x\",until:\"2026-12-31\",case:\"沪市监罚〔2026〕31号\",reason:\"x\",basis:\"x\"}){licence{id}}}")]
    [InlineData("mutation{loadWorkingYear(input:{year:2027,restDays:[],source:\"x\"}){workingYear{id}}}")]
    public async Task What_is_the_bureaus_own_is_forbidden(string document)
    {
        var answer = await (await Api.As(Roles.Liaison)).Ask(document);
        Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task What_may_be_read_may_be_asked_for()
    {
        var code = await Api.EnterpriseAsync("可以查询的厂");
        var number = await Api.LicenceAsync(code);
        var data = (await (await Api.As(Roles.Liaison)).Ask(
            "query($code:String!){enterprises(where:{or:[{creditCode:{eq:$code}}],status:{eq:ACTIVE}},order:[{name:ASC}]){nodes{name licences(where:{status:{in:[ACTIVE]},validTo:{gte:\"2026-01-01\"}},order:[{validTo:ASC}]){nodes{number}}}} licences(where:{enterprise:{creditCode:{eq:$code}}}){totalCount}}",
            new { code })).Data();
        Assert.Equal(("可以查询的厂", number, "1"), (data.Text("enterprises.nodes.0.name"), data.Text("enterprises.nodes.0.licences.nodes.0.number"), data.Text("licences.totalCount")));
    }

    [Fact]
    public async Task Registers_are_seen_as_the_public_may_see_them()
    {
        var code = await Api.EnterpriseAsync("公开信息厂");
        var number = await Api.LicenceAsync(code);
        var liaison = await Api.As(Roles.Liaison);
        var data = (await liaison.Ask(
            "query($code:String!,$number:String!){enterprise(creditCode:$code){name district address businessScope productClasses{name} isProtectedBrand status licences{nodes{number}}} licence(number:$number){number kind status validFrom validTo issuedBy enterprise{name}} search(text:\"公开信息厂\"){title} workingCalendar{day(on:\"2026-10-01\"){isWorkingDay}}}",
            new { code, number })).Data();
        Assert.Equal((number, "公开信息厂", "公开信息厂", "false"), (data.Text("enterprise.licences.nodes.0.number"), data.Text("licence.enterprise.name"), data.Text("search.0.title"), data.Text("workingCalendar.day.isWorkingDay")));
    }

    [Fact]
    public async Task Of_the_journal_only_what_the_agencys_own_people_did_is_seen()
    {
        await Api.LicenceAsync();
        var police = await Api.As(Roles.Liaison);
        var tobacco = await Api.As("tobacco-liaison", Roles.Liaison, "tobacco");
        foreach (var (client, own) in new[] { (police, "PUBLIC_SECURITY"), (tobacco, "tobacco") })
        {
            var journal = (await client.Ask("{journal(first:200){totalCount nodes{agency kind actorName}}}")).Data();
            Assert.All(journal.Texts("journal.nodes", "agency"), agency => Assert.Equal(own, agency));
            Assert.Equal(journal.Texts("journal.nodes", "agency").Count, journal.At("journal.totalCount").GetInt32());
        }
    }

    [Fact]
    public async Task Of_the_changes_nothing_of_the_bureaus_is_told()
    {
        var liaison = await Api.As(Roles.Liaison);
        var officer = await Api.As(Roles.Officer);
        using var hers = await liaison.Watch("subscription{changed{entry{kind agency}}}");
        using var his = await officer.Watch("subscription{changed(kinds:[LICENCE]){subjectId entry{kind agency}}}");
        var number = await Api.LicenceAsync();
        Assert.Equal("licence.registered", (await his.Next("changed")).Notice.Text("entry.kind"));
        // What her own agency does comes next, and nothing came before it.
        await Api.Grains.GetGrain<IAccountGrain>("liaison").Execute(new SignOut("another-session", Api.Clock.GetUtcNow().AddHours(1), Api.Clock.GetUtcNow()), new Actor("liaison", Roles.Liaison, null, "PUBLIC_SECURITY", Guid.NewGuid()));
        var (_, notice) = await hers.Next("changed");
        Assert.Equal("PUBLIC_SECURITY", notice.Text("entry.agency"));
        Assert.NotEmpty(number);
    }

    [Fact]
    public async Task An_auditor_reads_and_changes_nothing()
    {
        var auditor = await Api.As(Roles.Auditor);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Ask("{journal{totalCount} deadlines{totalCount} enterprises{nodes{riskLevel history{totalCount}}}}")).Status);
        foreach (var mutation in new[] { "registerEnterprise(input:{creditCode:\"x\",name:\"x\"}){errors{...on Error{code}}}", "revokeLicence(input:{number:\"x\",reason:\"x\",basis:\"x\"}){errors{...on Error{code}}}" })
        {
            Assert.Equal("FORBIDDEN", (await auditor.Ask($"mutation{{{mutation}}}")).Code);
        }
    }
}
