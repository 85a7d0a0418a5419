using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

/// <summary>What would come of a command is asked of the same law, by those who may give it, and nothing is done.</summary>
public sealed class PreviewedCommandTests(SharedServer shared) : ApiTest(shared)
{
    private const string State = "query($number:String!){licence(number:$number){status version history(first:20){totalCount}}}";

    [Fact]
    public async Task What_would_be_done_is_not_done_and_its_id_is_free()
    {
        var number = await Api.LicenceAsync();
        var officer = await Api.As(Roles.Officer);
        var commandId = Guid.NewGuid();
        var before = (await officer.Ask(State, new { number })).Data().GetRawText();
        var preview = await officer.Do("suspendLicence", Suspend(number, commandId, preview: true), "licence{status version}");
        Assert.Equal(("", "ACTIVE", "1"), (preview.Refusal(), preview.Text("licence.status"), preview.Text("licence.version")));
        Assert.Equal(before, (await officer.Ask(State, new { number })).Data().GetRawText());
        var done = await officer.Do("suspendLicence", Suspend(number, commandId, preview: false), "licence{status}");
        Assert.Equal("SUSPENDED", done.Text("licence.status"));
    }

    [Fact]
    public async Task What_would_be_refused_is_told_by_the_same_refusal()
    {
        var number = await Api.LicenceAsync();
        var officer = await Api.As(Roles.Officer);
        var reinstate = new { number, reason = "整改合格", basis = "条例", preview = true };
        Assert.Equal("LicenceNotSuspendedError LICENCE_NOT_SUSPENDED", (await officer.Do("reinstateLicence", reinstate)).Refusal());
        var stale = new { number, reason = "整改合格", basis = "条例", preview = true, expectedVersion = 7 };
        Assert.Equal("VersionConflictError VERSION_CONFLICT", (await officer.Do("reinstateLicence", stale)).Refusal());
        var missing = new { number = "XK13-999-99999", reason = "整改合格", basis = "条例", preview = true };
        Assert.Equal("NotFoundError NOT_FOUND", (await officer.Do("reinstateLicence", missing)).Refusal());
    }

    [Fact]
    public async Task What_would_be_made_is_not_there_afterwards()
    {
        var officer = await Api.As(Roles.Officer);
        var creditCode = Api.NextCreditCode();
        var answer = await officer.Do("registerEnterprise", new { creditCode, name = "只是试一试厂", preview = true }, "enterprise{name}");
        Assert.Equal("", answer.Refusal());
        Assert.Null(answer.Text("enterprise"));
        const string Look = "query($creditCode:String!){enterprise(creditCode:$creditCode){name}}";
        Assert.Null((await officer.Ask(Look, new { creditCode })).Data().Text("enterprise"));
        Assert.Equal("", (await officer.Do("registerEnterprise", new { creditCode, name = "这次是真的厂" }, "enterprise{name}")).Refusal());
    }

    [Fact]
    public async Task Whoever_may_not_give_a_command_may_not_ask_about_it()
    {
        var number = await Api.LicenceAsync();
        var auditor = await Api.As(Roles.Auditor);
        var answer = await auditor.Ask(
            "mutation($input:SuspendLicenceInput!){suspendLicence(input:$input){errors{...on Error{code}}}}",
            new { input = Suspend(number, Guid.NewGuid(), preview: true) });
        Assert.Equal("FORBIDDEN", answer.Code);
    }

    [Fact]
    public async Task An_entry_of_the_journal_says_why_the_step_was_taken()
    {
        var number = await Api.LicenceAsync();
        var officer = await Api.As(Roles.Officer);
        await officer.Do("suspendLicence", Suspend(number, Guid.NewGuid(), preview: false));
        const string History = "query($number:String!){licence(number:$number){history(first:2){nodes{kind reason}}}}";
        var entries = (await officer.Ask(History, new { number })).Data().GetProperty("licence").GetProperty("history");
        Assert.Equal(("licence.suspended", "抽检不合格"), (entries.Text("nodes.0.kind"), entries.Text("nodes.0.reason")));
        Assert.Null(entries.Text("nodes.1.reason"));
    }

    private static object Suspend(string number, Guid commandId, bool preview) =>
        new { number, until = "2026-12-31", @case = "沪市监罚〔2026〕31号", reason = "抽检不合格", basis = "条例 第四十五条", commandId, preview };
}
