using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Licences;

/// <summary>Every step of a licence as a client takes it, and every rule that forbids one.</summary>
public sealed class LicenceStepsTests(SharedServer shared) : ApiTest(shared)
{
    private const string Fields = "licence{number status version validFrom validTo suspendedUntil withdrawalRequested}";

    [Fact]
    public async Task A_licence_is_registered_under_the_one_form_of_its_number()
    {
        var holder = await Api.EnterpriseAsync("登记一厂");
        var officer = await Api.As(Roles.Officer);
        var done = await officer.Do("registerLicence", new { number = "(沪) xk18-978-90001", enterpriseCreditCode = holder, validFrom = "2024-04-01", validTo = "2029-03-31", productClasses = new[] { "服装", "TEXTILES" }, issuedBy = "上海市质量技术监督局", productionAddress = "望湖区建设路1号" },
            "licence{id number kind status version validFrom validTo mustApplyBy issuedBy productionAddress suspendedUntil withdrawalRequested deregistrationProposed productClasses{code name isKey} enterprise{name} deadlines{kind dueAt rule lapsed section subject{id}} history{nodes{kind number}}}");
        Assert.Equal("", done.Refusal());
        var licence = done.GetProperty("licence");
        Assert.Equal("（沪）XK18-978-90001", licence.Text("number"));
        Assert.Equal(("PRODUCTION_LICENCE", "ACTIVE", "1", "2024-04-01", "2029-03-31", "2028-09-30"), (licence.Text("kind"), licence.Text("status"), licence.Text("version"), licence.Text("validFrom"), licence.Text("validTo"), licence.Text("mustApplyBy")));
        Assert.Equal(("上海市质量技术监督局", "望湖区建设路1号", null, "false", "false"), (licence.Text("issuedBy"), licence.Text("productionAddress"), licence.Text("suspendedUntil"), licence.Text("withdrawalRequested"), licence.Text("deregistrationProposed")));
        Assert.Equal(["CLOTHING", "TEXTILES"], licence.Texts("productClasses", "code"));
        Assert.Equal("登记一厂", licence.Text("enterprise.name"));
        Assert.Equal(["licence.registered"], licence.Texts("history.nodes", "kind"));

        // The end of the last day is the first instant of the next, in Shanghai.
        Assert.Equal(["LICENCE_NOTICE", "LICENCE_EXPIRY"], licence.Texts("deadlines", "kind"));
        Assert.Equal("2029-03-31T16:00:00.000Z", licence.Text("deadlines.1.dueAt"));
        Assert.Equal(licence.Text("id"), licence.Text("deadlines.1.subject.id"));
    }

    [Fact]
    public async Task A_licence_goes_through_all_its_states()
    {
        var number = await Api.LicenceAsync();
        var head = await Api.As(Roles.SectionHead);

        Assert.Equal(("SUSPENDED", "2", "2026-12-31"), await Step("suspendLicence", Grounds(number, new
        {
            until = "2026-12-31",
            @case = "沪市监罚〔2026〕31号"
        })));
        Assert.Equal(("ACTIVE", "3", null), await Step("reinstateLicence", Grounds(number)));
        Assert.Equal(("ACTIVE", "4", null), await Step("renewLicence", Grounds(number, new { validFrom = "2031-01-01", validTo = "2035-12-31" })));
        Assert.Equal(("ACTIVE", "5", null), await Step("requestLicenceWithdrawal", Grounds(number)));
        Assert.Equal(("WITHDRAWN", "6", null), await Step("withdrawLicence", Grounds(number)));
        Assert.Equal(("DEREGISTERED", "7", null), await Step("deregisterLicence", Grounds(number)));
        var revoked = await Api.LicenceAsync();
        Assert.Equal(("REVOKED", "2", null), await Step("revokeLicence", Grounds(revoked, new { @case = "沪市监罚〔2026〕32号" })));
        var stopped = await Api.LicenceAsync();
        Assert.Equal(("DEREGISTERED", "2", null), await Step("deregisterLicence", Grounds(stopped, new { ground = "PRODUCTION_STOPPED" })));

        var history = (await head.Ask("query($number:String!){licence(number:$number){history(first:10){nodes{kind basis documentNumber effectiveOn at hash summary position number actorName section subjectId} totalCount}}}", new { number })).Data().At("licence.history");
        Assert.Equal(["licence.deregistered", "licence.withdrawn", "licence.withdrawal-requested", "licence.renewed", "licence.reinstated", "licence.suspended", "licence.registered"], history.Texts("nodes", "kind"));
        Assert.Equal("7", history.Text("totalCount"));
        Assert.Equal(("工业产品生产许可证管理条例 第四十五条", "沪质监〔2026〕1号", "section-head", "INSPECTION", "2026-03-02T02:00:00.000Z"), (history.Text("nodes.0.basis"), history.Text("nodes.0.documentNumber"), history.Text("nodes.0.actorName"), history.Text("nodes.0.section"), history.Text("nodes.0.at")));
        Assert.Equal(7, history.Texts("nodes", "position").Distinct().Count());
        Assert.All(history.Texts("nodes", "hash"), hash => Assert.Matches("^[0-9a-f]{64}$", hash));

        async Task<(string?, string?, string?)> Step(string mutation, object input)
        {
            var done = await head.Do(mutation, input, Fields);
            Assert.Equal("", done.Refusal());
            return (done.Text("licence.status"), done.Text("licence.version"), done.Text("licence.suspendedUntil"));
        }
    }

    [Fact]
    public async Task A_licence_that_is_past_its_end_when_it_is_registered_is_expired_from_the_start()
    {
        // Within thirty days of its end, so that the clock has no proposal to make yet.
        const string end = "2026-02-20";
        var number = await Api.LicenceAsync(validTo: end);
        var licence = (await (await Api.As(Roles.Officer)).Ask("query($number:String!){licence(number:$number){status version history{nodes{kind effectiveOn}} deadlines{kind}}}", new { number })).Data().GetProperty("licence");
        Assert.Equal("EXPIRED", licence.Text("status"));
        Assert.Equal(["licence.expired", "licence.registered"], licence.Texts("history.nodes", "kind"));
        Assert.Equal("2026-02-20", licence.Text("history.nodes.0.effectiveOn"));
    }

    [Theory]
    [InlineData("suspendLicence", "SUSPENDED", "LicenceNotActiveError LICENCE_NOT_ACTIVE", "许可证现为“暂扣”，不是有效状态", "The licence is suspended, not active")]
    [InlineData("reinstateLicence", "ACTIVE", "LicenceNotSuspendedError LICENCE_NOT_SUSPENDED", "许可证现为“有效”，没有被暂扣", "The licence is active, not suspended")]
    [InlineData("renewLicence", "REVOKED", "LicenceNotRenewableError LICENCE_NOT_RENEWABLE", "许可证现为“吊销”，只有有效或届满失效的许可证才能延续", null)]
    [InlineData("requestLicenceWithdrawal", "REVOKED", "LicenceNotInForceError LICENCE_NOT_IN_FORCE", "许可证现为“吊销”，只有有效或暂扣的许可证才能如此办理", null)]
    [InlineData("withdrawLicence", "ACTIVE", "WithdrawalNotRequestedError WITHDRAWAL_NOT_REQUESTED", "尚未提请撤销该许可证", "The withdrawal of this licence has not been requested")]
    [InlineData("revokeLicence", "REVOKED", "LicenceNotInForceError LICENCE_NOT_IN_FORCE", "许可证现为“吊销”，只有有效或暂扣的许可证才能如此办理", null)]
    [InlineData("deregisterLicence", "DEREGISTERED", "LicenceAlreadyDeregisteredError LICENCE_ALREADY_DEREGISTERED", "许可证已经注销", "The licence is deregistered already")]
    public async Task A_rule_that_forbids_a_step_is_told_in_words_and_changes_nothing(string mutation, string status, string error, string chinese, string? english)
    {
        var number = await LicenceIn(status);
        var head = await Api.As(Roles.SectionHead);
        var input = mutation switch
        {
            "suspendLicence" => Grounds(number, new { until = "2026-12-31", @case = "沪市监罚〔2026〕31号" }),
            "renewLicence" => Grounds(number, new { validFrom = "2031-01-01", validTo = "2035-12-31" }),
            _ => Grounds(number),
        };
        var before = await VersionOf(number);
        var refused = await head.Do(mutation, input, Fields);
        Assert.Equal(error, refused.Refusal());
        Assert.Equal(chinese, refused.Text("errors.0.message"));
        Assert.Equal(status, refused.Text("licence.status"));
        if (english is not null)
        {
            Assert.Equal(english, (await head.Do(mutation, input, Fields, language: "en")).Text("errors.0.message"));
        }

        Assert.Equal(before, await VersionOf(number));
    }

    [Fact]
    public async Task What_is_given_wrongly_is_refused_with_the_field_that_is_wrong()
    {
        var holder = await Api.EnterpriseAsync();
        var closed = await Api.EnterpriseAsync("终止的厂");
        await (await Api.As(Roles.SectionHead)).Do("closeEnterprise", new { creditCode = closed, reason = "依法终止", basis = "公司法" });
        var number = await Api.LicenceAsync(holder);
        var other = Api.NextLicenceNumber();
        var officer = await Api.As(Roles.Officer);

        Assert.Equal(("InvalidInputError INVALID_INPUT", "number"), await Register(new { number = "XK18-97", enterpriseCreditCode = holder, validFrom = "2024-01-01", validTo = "2029-01-01" }));
        Assert.Equal(("InvalidInputError INVALID_INPUT", "enterpriseCreditCode"), await Register(new { number = other, enterpriseCreditCode = "91310118631656145X", validFrom = "2024-01-01", validTo = "2029-01-01" }));
        Assert.Equal(("InvalidInputError INVALID_INPUT", "productClasses"), await Register(new { number = other, enterpriseCreditCode = holder, validFrom = "2024-01-01", validTo = "2029-01-01", productClasses = new[] { "飞机" } }));
        Assert.Equal(("InvalidInputError INVALID_INPUT", "validTo"), await Register(new
        {
            number = other,
            enterpriseCreditCode = holder,
            validFrom = "2024-01-01",
            validTo = "9999-12-30"
        }));
        Assert.Equal(("ValidityReversedError VALIDITY_REVERSED", null), await Register(new { number = other, enterpriseCreditCode = holder, validFrom = "2024-01-01", validTo = "2023-01-01" }));
        Assert.Equal(("LicenceKindMismatchError LICENCE_KIND_MISMATCH", null), await Register(new { number = other, enterpriseCreditCode = holder, validFrom = "2024-01-01", validTo = "2029-01-01", kind = "FOOD_PRODUCTION_LICENCE" }));
        Assert.Equal(("EnterpriseNotRegisteredError ENTERPRISE_NOT_REGISTERED", null), await Register(new { number = other, enterpriseCreditCode = Api.NextCreditCode(), validFrom = "2024-01-01", validTo = "2029-01-01" }));
        Assert.Equal(("HolderClosedError HOLDER_CLOSED", null), await Register(new { number = other, enterpriseCreditCode = closed, validFrom = "2024-01-01", validTo = "2029-01-01" }));
        Assert.Equal(("AlreadyExistsError ALREADY_EXISTS", null), await Register(new { number, enterpriseCreditCode = holder, validFrom = "2024-01-01", validTo = "2029-01-01" }));

        Assert.Equal("InvalidInputError INVALID_INPUT", (await officer.Do("suspendLicence", new
        {
            number,
            until = "2026-12-31",
            @case = "沪市监罚〔2026〕31号",
            reason = " ",
            basis = "条例"
        })).Refusal());
        Assert.Equal("InvalidInputError INVALID_INPUT", (await officer.Do("suspendLicence", new
        {
            number,
            until = "2026-12-31",
            @case = "沪市监罚〔2026〕31号",
            reason = "不合格",
            basis = new string('法', 501)
        })).Refusal());
        Assert.Equal("SuspensionEndsInPastError SUSPENSION_ENDS_IN_PAST", (await officer.Do("suspendLicence", Grounds(number,
            new { until = "2026-03-01", @case = "沪市监罚〔2026〕31号" }))).Refusal());
        Assert.Equal("RenewalNotLongerError RENEWAL_NOT_LONGER", (await officer.Do("renewLicence", Grounds(number, new { validFrom = "2024-01-01", validTo = "2030-12-31" }))).Refusal());
        Assert.Equal("DeregistrationGroundNotMetError DEREGISTRATION_GROUND_NOT_MET", (await (await Api.As(Roles.Legal)).Do("deregisterLicence", Grounds(number, new { ground = "LAPSED" }))).Refusal());
        await officer.Do("requestLicenceWithdrawal", Grounds(number));
        Assert.Equal("WithdrawalAlreadyRequestedError WITHDRAWAL_ALREADY_REQUESTED", (await officer.Do("requestLicenceWithdrawal", Grounds(number))).Refusal());

        async Task<(string, string?)> Register(object input)
        {
            var answer = await officer.Ask("mutation($input:RegisterLicenceInput!){registerLicence(input:$input){licence{number} errors{__typename ...on Error{code} ...on InvalidInputError{field}}}}", new { input });
            var payload = answer.Data().GetProperty("registerLicence");
            return (payload.Refusal(), payload.At("errors.0").TryGetProperty("field", out var field) ? field.GetString() : null);
        }
    }

    [Fact]
    public async Task The_errors_carry_the_figures_an_officer_needs()
    {
        var number = await LicenceIn("SUSPENDED");
        var answer = await (await Api.As(Roles.Officer)).Ask(
            "mutation($input:SuspendLicenceInput!){suspendLicence(input:$input){errors{...on LicenceNotActiveError{code message status} ...on VersionConflictError{expected actual}}}}",
            new { input = Grounds(number, new { until = "2026-12-31" }) });
        Assert.Equal("SUSPENDED", answer.Data().Text("suspendLicence.errors.0.status"));
        answer = await (await Api.As(Roles.Officer)).Ask(
            "mutation($input:SuspendLicenceInput!){suspendLicence(input:$input){errors{...on VersionConflictError{code expected actual}}}}",
            new { input = Grounds(number, new { until = "2026-12-31", expectedVersion = 1 }) });
        Assert.Equal("""{"code":"VERSION_CONFLICT","expected":1,"actual":2}""", answer.Data().At("suspendLicence.errors.0").GetRawText());
    }

    [Fact]
    public async Task An_unknown_number_is_null_or_not_found_and_wakes_no_grain()
    {
        var officer = await Api.As(Roles.Officer);
        var number = Api.NextLicenceNumber();
        var creditCode = Api.NextCreditCode();
        Assert.Equal(JsonValueKind.Null, (await officer.Ask("query($number:String!){licence(number:$number){id}}", new { number })).Data().GetProperty("licence").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await officer.Ask("query($creditCode:String!){enterprise(creditCode:$creditCode){id}}", new { creditCode })).Data().GetProperty("enterprise").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await officer.Ask("{licence(number:\"没有这样的编号\"){id}}")).Data().GetProperty("licence").ValueKind);
        var refused = await officer.Do("suspendLicence", Grounds(number, new { until = "2026-12-31", @case = "沪市监罚〔2026〕31号" }), Fields);
        Assert.Equal("NotFoundError NOT_FOUND", refused.Refusal());
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("licence").ValueKind);
        Assert.Equal("NotFoundError NOT_FOUND", (await officer.Do("changeEnterprise", new { creditCode, name = "无名" })).Refusal());

        Assert.False(await Api.IsAwake($"licence/{number}"));
        Assert.False(await Api.IsAwake($"enterprise/{creditCode}"));
        // The question can be answered with yes, or it would prove nothing.
        var known = await Api.LicenceAsync();
        Assert.True(await Api.IsAwake($"licence/{known}"));
    }

    private async Task<string> LicenceIn(string status)
    {
        var number = await Api.LicenceAsync();
        var head = await Api.As(Roles.SectionHead);
        var done = status switch
        {
            "SUSPENDED" => await head.Do("suspendLicence", Grounds(number, new { until = "2026-12-31", @case = "沪市监罚〔2026〕31号" })),
            "REVOKED" => await head.Do("revokeLicence", Grounds(number, new { @case = "沪市监罚〔2026〕32号" })),
            "DEREGISTERED" => await head.Do("deregisterLicence", Grounds(number, new { ground = "ASKED_BY_HOLDER" })),
            _ => default,
        };
        Assert.True(done.ValueKind == JsonValueKind.Undefined || done.Refusal().Length == 0);
        return number;
    }

    private async Task<string?> VersionOf(string number) => (await (await Api.As(Roles.Auditor)).Ask("query($number:String!){licence(number:$number){version}}", new { number })).Data().Text("licence.version");

    private static Dictionary<string, object?> Grounds(string number, object? more = null) =>
        ApiServer.Merge(new { number, reason = "抽样检验不合格", basis = "工业产品生产许可证管理条例 第四十五条", documentNumber = "沪质监〔2026〕1号" }, more);
}
