using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

/// <summary>What a client may rely on when it does not know whether its command arrived.</summary>
public sealed class RepeatedCommandTests(SharedServer shared) : ApiTest(shared)
{
    private const string Fields = "licence{id number status version suspendedUntil deadlines{kind dueAt} productClasses{code}}";

    [Fact]
    public async Task The_same_command_again_gets_the_first_answer_and_changes_nothing()
    {
        var number = await Api.LicenceAsync();
        var officer = await Api.As(Roles.Officer);
        var suspend = Suspend(number, new { commandId = Guid.NewGuid() });
        var first = await officer.Do("suspendLicence", suspend, Fields);
        Assert.Equal("SUSPENDED", first.Text("licence.status"));
        Assert.Equal(first.GetRawText(), (await officer.Do("suspendLicence", suspend, Fields)).GetRawText());

        // Also when more has happened since: the answer is the licence as the command left it.
        await officer.Do("reinstateLicence", new { number, reason = "整改合格", basis = "条例" });
        Assert.Equal(first.GetRawText(), (await officer.Do("suspendLicence", suspend, Fields)).GetRawText());
        Assert.Equal("""{"status":"ACTIVE","version":3}""", (await officer.Ask("query($number:String!){licence(number:$number){status version}}", new { number })).Data().GetProperty("licence").GetRawText());
    }

    [Fact]
    public async Task A_registration_can_be_repeated_too()
    {
        var officer = await Api.As(Roles.Officer);
        var input = new { creditCode = Api.NextCreditCode(), name = "重复登记厂", commandId = Guid.NewGuid() };
        var first = await officer.Do("registerEnterprise", input, "enterprise{id version name}");
        Assert.Equal("", first.Refusal());
        Assert.Equal(first.GetRawText(), (await officer.Do("registerEnterprise", input, "enterprise{id version name}")).GetRawText());
    }

    [Fact]
    public async Task The_same_id_with_another_input_is_refused()
    {
        var number = await Api.LicenceAsync();
        var officer = await Api.As(Roles.Officer);
        var commandId = Guid.NewGuid();
        await officer.Do("suspendLicence", Suspend(number, new { commandId }));
        var answer = await officer.Ask(
            "mutation($input:SuspendLicenceInput!){suspendLicence(input:$input){licence{version} errors{__typename ...on Error{code message} ...on CommandIdReusedError{commandId}}}}",
            new { input = Suspend(number, new { commandId, until = "2026-11-30" }) });
        var payload = answer.Data().GetProperty("suspendLicence");
        Assert.Equal("CommandIdReusedError COMMAND_ID_REUSED", payload.Refusal());
        Assert.Equal((commandId.ToString(), $"命令编号{commandId}已用于另一项操作", "2"), (payload.Text("errors.0.commandId"), payload.Text("errors.0.message"), payload.Text("licence.version")));
        Assert.Equal("CommandIdReusedError COMMAND_ID_REUSED", (await officer.Do("reinstateLicence", new { number, reason = "整改合格", basis = "条例", commandId })).Refusal());
    }

    [Fact]
    public async Task A_refused_command_is_decided_anew_when_it_is_repeated()
    {
        var number = await Api.LicenceAsync();
        var officer = await Api.As(Roles.Officer);
        var reinstate = new { number, reason = "整改合格", basis = "条例", commandId = Guid.NewGuid() };
        Assert.Equal("LicenceNotSuspendedError LICENCE_NOT_SUSPENDED", (await officer.Do("reinstateLicence", reinstate)).Refusal());
        await officer.Do("suspendLicence", Suspend(number));
        Assert.Equal("", (await officer.Do("reinstateLicence", reinstate)).Refusal());
    }

    [Fact]
    public async Task Many_at_once_with_one_id_are_one()
    {
        var number = await Api.LicenceAsync();
        var officer = await Api.As(Roles.Officer);
        var suspend = Suspend(number, new { commandId = Guid.NewGuid() });
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => officer.Do("suspendLicence", suspend, Fields)));
        Assert.Single(answers.Select(answer => answer.GetRawText()).Distinct());
        Assert.Equal("2", answers[0].Text("licence.version"));
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_version_one_wins()
    {
        var number = await Api.LicenceAsync();
        var officer = await Api.As(Roles.Officer);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(day => officer.Ask(
            "mutation($input:SuspendLicenceInput!){suspendLicence(input:$input){licence{version} errors{__typename ...on Error{code message} ...on VersionConflictError{expected actual}}}}",
            new { input = Suspend(number, new { expectedVersion = 1, until = $"2026-10-{10 + day}" }) })));
        var payloads = answers.Select(answer => answer.Data().GetProperty("suspendLicence")).ToList();
        var lost = Assert.Single(payloads, payload => payload.Refusal().Length > 0);
        Assert.Equal("VersionConflictError VERSION_CONFLICT", lost.Refusal());
        Assert.Equal(("1", "2", "2"), (lost.Text("errors.0.expected"), lost.Text("errors.0.actual"), lost.Text("licence.version")));
    }

    [Theory]
    [InlineData("\"not-a-uuid\"")]
    [InlineData("17")]
    public async Task An_id_that_is_no_uuid_is_refused(string commandId)
    {
        var officer = await Api.As(Roles.Officer);
        var inDocument = await officer.Ask($"mutation{{changeEnterprise(input:{{creditCode:\"x\",commandId:{commandId}}}){{enterprise{{id}}}}}}");
        Assert.Equal("VALIDATION_FAILED", inDocument.Code);
        var inVariable = await officer.SendJson($$"""{"query":"mutation($input:ChangeEnterpriseInput!){changeEnterprise(input:$input){enterprise{id} } }","variables":{"input":{"creditCode":"x","commandId":{{commandId}} } } }""");
        Assert.Equal("INVALID_VARIABLE", inVariable.Code);
    }

    [Fact]
    public async Task Mutations_of_one_document_run_one_after_the_other_and_each_shows_what_it_left()
    {
        var holder = await Api.EnterpriseAsync("原名厂");
        var number = await Api.LicenceAsync(holder);
        var answer = await (await Api.As(Roles.Officer)).Ask(
            """
            mutation($code:String!,$number:String!){
              before: suspendLicence(
                  input:{number:$number,until:"2026-12-31",case:"沪市监罚〔2026〕31号",reason:"不合格",basis:"条例"}){licence{enterprise{licences{nodes{enterprise{name} status}}}}}
              renamed: changeEnterprise(input:{creditCode:$code,name:"新名厂"}){enterprise{name}}
              after: reinstateLicence(input:{number:$number,reason:"合格",basis:"条例"}){licence{enterprise{licences{nodes{enterprise{name} status}}}}}
            }
            """,
            new { code = holder, number });
        var data = answer.Data();
        Assert.Equal("""[{"enterprise":{"name":"原名厂"},"status":"SUSPENDED"}]""", data.At("before.licence.enterprise.licences.nodes").GetRawText());
        Assert.Equal("""[{"enterprise":{"name":"新名厂"},"status":"ACTIVE"}]""", data.At("after.licence.enterprise.licences.nodes").GetRawText());
    }

    private static Dictionary<string, object?> Suspend(string number, object? more = null) =>
        ApiServer.Merge(new { number, until = "2026-12-31", reason = "抽样检验不合格", basis = "条例", @case = "沪市监罚〔2026〕31号" }, more);
}
