using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Enterprises;

public sealed class EnterpriseStepsTests(SharedServer shared) : ApiTest(shared)
{
    /// <summary>企业信息公示暂行条例 第九条: it is public, so that whoever may know the enterprise may call it.</summary>
    [Fact]
    public async Task The_telephone_of_an_enterprise_is_recorded_and_corrected_and_shown_to_whoever_sees_the_enterprise()
    {
        var head = await Api.As(Roles.SectionHead);
        var code = Api.NextCreditCode();
        var made = await head.Do(
            "registerEnterprise", new { creditCode = code, name = "来电食品厂", telephone = " 0000-55500001 " }, "enterprise{telephone}");
        Assert.Equal("0000-55500001", made.Text("enterprise.telephone"));
        await head.Do("changeEnterprise", new { creditCode = code, telephone = "0000-55500002转8" }, "enterprise{version}");
        foreach (var role in new[] { Roles.Officer, Roles.Liaison, Roles.Auditor })
        {
            var shown = await (await Api.As(role)).Ask($"{{enterprise(creditCode:\"{code}\"){{telephone}}}}");
            Assert.Equal("0000-55500002转8", shown.Data().Text("enterprise.telephone"));
        }

        var refused = await head.Do("changeEnterprise", new { creditCode = code, telephone = "不详" }, "enterprise{telephone}");
        Assert.Equal("InvalidInputError INVALID_INPUT", refused.Refusal());
        var cleared = await head.Do("changeEnterprise", new { creditCode = code, telephone = "" }, "enterprise{telephone}");
        Assert.Null(cleared.Text("enterprise.telephone"));
    }

    [Fact]
    public async Task An_enterprise_is_registered_changed_assessed_and_closed()
    {
        var head = await Api.As(Roles.SectionHead);
        var code = Api.NextCreditCode();
        var typed = string.Concat(code.Select(letter => (char)(letter + 0xFEE0)));
        var made = await head.Do("registerEnterprise", new { creditCode = $" {typed} ", name = "华丰食品有限公司", district = "望湖区", address = "建设路1号", businessScope = "食品生产", enterpriseKind = "有限责任公司", registeredOn = "2001-05-06", capital = "100万元", province = "上海", productClasses = new[] { "食品" }, riskLevel = "ELEVATED" },
            "enterprise{id creditCode version name status district address businessScope enterpriseKind registeredOn capital province riskLevel standing isProtectedBrand closedOn productClasses{code name isKey} licences{totalCount} history{nodes{kind}}}");
        Assert.Equal("", made.Refusal());
        var enterprise = made.GetProperty("enterprise");
        Assert.Equal((code, "1", "华丰食品有限公司", "ACTIVE"), (enterprise.Text("creditCode"), enterprise.Text("version"), enterprise.Text("name"), enterprise.Text("status")));
        Assert.Equal(("望湖区", "建设路1号", "食品生产", "有限责任公司", "2001-05-06", "100万元", "上海"), (enterprise.Text("district"), enterprise.Text("address"), enterprise.Text("businessScope"), enterprise.Text("enterpriseKind"), enterprise.Text("registeredOn"), enterprise.Text("capital"), enterprise.Text("province")));
        Assert.Equal(("ELEVATED", "B", "false", null), (enterprise.Text("riskLevel"), enterprise.Text("standing"), enterprise.Text("isProtectedBrand"), enterprise.Text("closedOn")));
        Assert.Equal(("FOOD", "食品", "true"), (enterprise.Text("productClasses.0.code"), enterprise.Text("productClasses.0.name"), enterprise.Text("productClasses.0.isKey")));

        var changed = await head.Do("changeEnterprise", new { creditCode = code, name = "华丰食品股份有限公司", district = "", productClasses = Array.Empty<string>() }, "enterprise{name district address version productClasses{code}}");
        Assert.Equal(("华丰食品股份有限公司", null, "建设路1号", "2"), (changed.Text("enterprise.name"), changed.Text("enterprise.district"), changed.Text("enterprise.address"), changed.Text("enterprise.version")));
        Assert.Empty(changed.Texts("enterprise.productClasses", "code"));

        var assessed = await head.Do("assessEnterpriseRisk", new { creditCode = code, riskLevel = "HIGH", reason = "连续两次抽检不合格" }, "enterprise{riskLevel version}");
        Assert.Equal(("HIGH", "3"), (assessed.Text("enterprise.riskLevel"), assessed.Text("enterprise.version")));

        var closed = await head.Do("closeEnterprise", new { creditCode = code, reason = "已注销营业执照", basis = "公司法", documentNumber = "沪市监注〔2026〕3号" }, "enterprise{status closedOn version history(first:2){nodes{kind basis} totalCount pageInfo{hasNextPage}}}");
        Assert.Equal(("CLOSED", "2026-03-02", "4"), (closed.Text("enterprise.status"), closed.Text("enterprise.closedOn"), closed.Text("enterprise.version")));
        Assert.Equal(["enterprise.closed", "enterprise.risk-assessed"], closed.Texts("enterprise.history.nodes", "kind"));
        Assert.Equal(("4", "true"), (closed.Text("enterprise.history.totalCount"), closed.Text("enterprise.history.pageInfo.hasNextPage")));

        Assert.Equal("EnterpriseNotActiveError ENTERPRISE_NOT_ACTIVE", (await head.Do("changeEnterprise", new { creditCode = code, name = "再改" })).Refusal());
        Assert.Equal("EnterpriseNotActiveError ENTERPRISE_NOT_ACTIVE", (await head.Do("assessEnterpriseRisk", new { creditCode = code, riskLevel = "LOW", reason = "整改到位" })).Refusal());
        // Already so is no error, and nothing more is written.
        var again = await head.Do("closeEnterprise", new { creditCode = code, reason = "已注销营业执照", basis = "公司法" }, "enterprise{version}");
        Assert.Equal(("", "4"), (again.Refusal(), again.Text("enterprise.version")));
    }

    [Fact]
    public async Task Every_licence_is_told_at_once_that_its_holder_has_ended_and_that_it_has_not()
    {
        var head = await Api.As(Roles.SectionHead);
        var code = await Api.EnterpriseAsync();
        string[] licences =
        [
            await Api.LicenceAsync(code), await Api.LicenceAsync(code), await Api.LicenceAsync(code), await Api.LicenceAsync(code),
        ];
        var grounds = new { creditCode = code, reason = "误将另一企业的注销登记在此", basis = "登记管理规定", documentNumber = "更1号" };
        Assert.Equal("", (await head.Do("closeEnterprise", grounds)).Refusal());
        Assert.All(await LastAsync(), kind => Assert.Equal("licence.holder-closed", kind));
        Assert.Equal("", (await head.Do("reopenEnterprise", grounds)).Refusal());
        Assert.All(await LastAsync(), kind => Assert.Equal("licence.holder-reopened", kind));

        async Task<string[]> LastAsync()
        {
            var last = new List<string>();
            foreach (var licence in licences)
            {
                var asked = await head.Ask($"{{licence(number:\"{licence}\"){{history(first:1){{nodes{{kind}}}}}}}}");
                last.Add(asked.Data().Text("licence.history.nodes.0.kind")!);
            }

            return [.. last];
        }
    }

    /// <summary>What was proposed against it and could only be declined is taken back, with the cause; the licence's end is
    /// proposed.</summary>
    [Fact]
    public async Task Every_open_order_is_told_at_once_that_its_enterprise_has_ended_and_that_it_has_not()
    {
        var (bureau, head) = (new Bureau(Api), await Api.As(Roles.SectionHead));
        var code = await Api.EnterpriseAsync();
        var licence = await Api.LicenceAsync(code);
        var order = await FailedAsync(new { licence });
        var without = await FailedAsync(null);
        Assert.Equal(("SUSPENSION", "BANNING"), (await ProposedAsync(order), await ProposedAsync(without)));

        var why = new { creditCode = code, reason = "企业已注销", basis = "登记簿" };
        Assert.Equal("", (await head.Do("closeEnterprise", why, "enterprise{status}")).Refusal());
        Assert.Equal(("DEREGISTRATION", null), (await ProposedAsync(order), await ProposedAsync(without)));
        var history = (await bureau.JournalAsync(order)).Select(entry => entry.Text("summary")!).ToList();
        Assert.Contains(history, summary => summary.Contains("终止，撤回“暂扣许可证”的建议", StringComparison.Ordinal));
        Assert.Empty((await bureau.SeeAsync(without, "deadlines{kind}")).Texts("deadlines", "kind"));
        Assert.Contains(
            await bureau.JournalAsync(without), entry => entry.Text("summary")!.Contains("期限不再计算", StringComparison.Ordinal));
        Assert.Equal("VOID", await bureau.TakeAsync(
            Roles.SectionHead, "decideRectificationMeasure", order, new { measure = "DEREGISTRATION", accept = true }, "注销1号"));
        var ended = (await head.Ask("query($number:String!){licence(number:$number){status}}", new { number = licence })).Data();
        Assert.Equal("DEREGISTERED", ended.Text("licence.status"));

        Assert.Equal("", (await head.Do("reopenEnterprise", why, "enterprise{status}")).Refusal());
        Assert.Equal("BANNING", await ProposedAsync(without));

        async Task<string?> ProposedAsync(Dossier of) => (await bureau.SeeAsync(of, "proposedMeasure")).Text("proposedMeasure");

        async Task<Dossier> FailedAsync(object? more)
        {
            var one = await bureau.OpenAsync(
                Roles.Officer,
                "rectification",
                "orderRectification",
                ApiServer.Merge(new { enterpriseCreditCode = code, requirements = new[] { "检验设备检定" } }, more),
                "责改1号");
            await bureau.TakeAsync(Roles.Officer, "reportRectification", one, new { report = "已整改" });
            await bureau.TakeAsync(
                Roles.Officer,
                "recordReinspection",
                one,
                new { result = "STILL_IN_VIOLATION", officers = Bureau.Two, findings = "仍未检定" },
                "复查1号");
            return one;
        }
    }

    /// <summary>Nobody is left to be inspected; an end that was none brings the plan back, unless the sweep has another.</summary>
    [Fact]
    public async Task Every_planned_inspection_is_told_at_once_that_its_enterprise_has_ended_and_that_it_has_not()
    {
        var (bureau, head) = (new Bureau(Api), await Api.As(Roles.SectionHead));
        var code = await Api.EnterpriseAsync();
        var planned = await PlannedAsync(new { basis = "SWEEP", campaign = $"专项{code}" });
        var routine = await PlannedAsync(new { basis = "ROUTINE" });
        var why = new { creditCode = code, reason = "误将另一企业的注销登记在此", basis = "登记簿" };
        Assert.Equal("", (await head.Do("closeEnterprise", why, "enterprise{status}")).Refusal());
        foreach (var inspection in new[] { planned, routine })
        {
            var seen = await bureau.SeeAsync(inspection, "status enterpriseEndedOn isLate holders deadlines{kind}");
            Assert.Equal(("CANCELLED", "2026-03-02", "false"), (seen.Text("status"), seen.Text("enterpriseEndedOn"), seen.Text("isLate")));
            Assert.Empty(seen.Texts("deadlines", "kind"));
            Assert.Contains(
                await bureau.JournalAsync(inspection),
                entry => entry.Text("summary")!.Contains("终止，取消检查", StringComparison.Ordinal));
        }

        Assert.Equal("", (await head.Do("reopenEnterprise", why, "enterprise{status}")).Refusal());
        foreach (var inspection in new[] { planned, routine })
        {
            var seen = await bureau.SeeAsync(inspection, "status enterpriseEndedOn plannedOn deadlines{kind}");
            Assert.Equal(("PLANNED", null, "2026-03-10"), (seen.Text("status"), seen.Text("enterpriseEndedOn"), seen.Text("plannedOn")));
            Assert.Equal(["INSPECTION_DUE"], seen.Texts("deadlines", "kind"));
        }

        Task<Dossier> PlannedAsync(object how) => bureau.OpenAsync(
            Roles.Officer, "inspection", "planInspection",
            ApiServer.Merge(new { enterpriseCreditCode = code, plannedOn = "2026-03-10", officers = Bureau.Two }, how));
    }

    [Fact]
    public async Task What_is_given_wrongly_is_refused_in_both_languages()
    {
        var officer = await Api.As(Roles.Officer);
        var code = await Api.EnterpriseAsync();
        var wrong = code[..17] + (code[17] == 'A' ? 'B' : 'A');
        var refused = await officer.Do("registerEnterprise", new { creditCode = wrong, name = "某厂" }, "enterprise{id}");
        Assert.Equal("InvalidInputError INVALID_INPUT", refused.Refusal());
        Assert.Contains("校验码不符", refused.Text("errors.0.message"), StringComparison.Ordinal);
        Assert.Contains("check character", (await officer.Do("registerEnterprise", new { creditCode = wrong, name = "某厂" }, language: "en-GB,en;q=0.9")).Text("errors.0.message"), StringComparison.Ordinal);
        Assert.Equal("AlreadyExistsError ALREADY_EXISTS", (await officer.Do("registerEnterprise", new { creditCode = code, name = "某厂" })).Refusal());
        Assert.Equal("InvalidInputError INVALID_INPUT", (await officer.Do("registerEnterprise", new { creditCode = Api.NextCreditCode(), name = "  " })).Refusal());
        Assert.Equal("InvalidInputError INVALID_INPUT", (await officer.Do("registerEnterprise", new { creditCode = Api.NextCreditCode(), name = "某厂", businessScope = new string('字', 10_001) })).Refusal());
        Assert.Equal("InvalidInputError INVALID_INPUT", (await officer.Do("changeEnterprise", new { creditCode = code, name = "" })).Refusal());
        Assert.Equal("InvalidInputError INVALID_INPUT", (await officer.Do("assessEnterpriseRisk", new { creditCode = code, riskLevel = "HIGH", reason = "" })).Refusal());
        Assert.Equal("FORBIDDEN", (await officer.Ask("mutation{closeEnterprise(input:{creditCode:\"x\",reason:\"x\",basis:\"x\"}){enterprise{id}}}")).Code);
    }

    [Fact]
    public async Task Names_of_product_classes_are_in_the_callers_language()
    {
        var officer = await Api.As(Roles.Officer);
        const string query = "{productClasses{code name isKey}}";
        var chinese = (await officer.Ask(query)).Data();
        Assert.Equal(14, chinese.Texts("productClasses", "isKey").Count(isKey => isKey == "true"));
        Assert.Equal("汽车配件", chinese.Text("productClasses.0.name"));
        Assert.Equal("Automotive parts", (await officer.Ask(query, language: "en")).Data().Text("productClasses.0.name"));
    }
}
