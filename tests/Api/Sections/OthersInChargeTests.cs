using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Sections;

/// <summary>
/// Whoever is not in charge of a matter reads it, is told whose it is before a form is offered, and is refused when a step is taken all the
/// same.
/// </summary>
public sealed class OthersInChargeTests(SharedServer shared) : ApiTest(shared)
{
    private const string Refused = "NotInChargeError NOT_IN_CHARGE";

    [Fact]
    public async Task Who_is_not_in_charge_reads_and_is_told_whose_it_is()
    {
        var bureau = new Bureau(Api);
        var enterprise = await Api.EnterpriseAsync();
        var order = await bureau.OpenAsync(
            Roles.Officer,
            "rectification",
            "orderRectification",
            new { enterpriseCreditCode = enterprise, requirements = new[] { "检验设备检定" } },
            "责1号");
        var planned = await bureau.OpenAsync(
            Roles.Officer,
            "inspection",
            "planInspection",
            new { enterpriseCreditCode = enterprise, basis = "SWEEP", plannedOn = bureau.Today, officers = Bureau.Two });

        foreach (var (dossier, step, input) in new (Dossier, string, object)[]
        {
            (order, "reportRectification", new { number = order.Number, report = "已整改" }),
            (planned, "cancelInspection", new { number = planned.Number, reason = "企业停产", basis = "产品质量法 第十八条" }),
        })
        {
            foreach (var whose in new[] { Roles.Officer, Roles.SectionHead, Roles.Legal, Roles.Leader })
            {
                Assert.Null(await OthersAsync(await Api.As(whose), dossier));
            }

            var third = await Api.As("third", Roles.Officer);
            var others = (await OthersAsync(third, dossier))!.Value;
            Assert.Contains("officer", others.At("officers").EnumerateArray().Select(one => one.GetString()));
            Assert.Contains(step, others.At("mutations").EnumerateArray().Select(one => one.GetString()));
            Assert.DoesNotContain("orderRectification", others.At("mutations").EnumerateArray().Select(one => one.GetString()));
            Assert.Contains("您可以查阅", others.Text("message"), StringComparison.Ordinal);

            Assert.Contains(step, await LeftAsync(third, dossier));
            Assert.Empty(await LeftAsync(await Api.As(Roles.SectionHead), dossier));
            Assert.Equal(Refused, (await third.Do(step, input, $"{dossier.Kind}{{number}}")).Refusal());
            Assert.Equal("", (await (await Api.As(Roles.Officer)).Do(step, input, $"{dossier.Kind}{{number}}")).Refusal());
        }
    }

    [Fact]
    public async Task A_transfer_is_opened_and_acted_in_by_those_whose_case_it_is()
    {
        var bureau = new Bureau(Api);
        var filed = await bureau.FiledAsync();
        await bureau.SuspectAsync(filed);
        var third = await Api.As("third", Roles.Officer);
        var opens = new
        {
            caseNumber = filed.Number,
            agency = "PUBLIC_SECURITY",
            reason = "涉嫌犯罪",
            basis = "移送规定 第三条",
            documentNumber = "移启1号",
        };
        Assert.Equal(Refused, (await third.Do("openCrimeTransfer", opens, "crimeTransfer{number}")).Refusal());

        var transfer = await bureau.OpenTransferAsync(filed);
        Assert.NotNull(await OthersAsync(third, transfer));
        Assert.Null(await OthersAsync(await Api.As(Roles.Legal), transfer));
        var reports = new { number = transfer.Number, members = Bureau.Two, report = "达到追诉标准", reason = "涉嫌犯罪", basis = "移送规定 第五条" };
        Assert.Equal(Refused, (await third.Do("nameTransferTaskGroup", reports, "crimeTransfer{number}")).Refusal());
    }

    private static async Task<JsonElement?> OthersAsync(ApiClient who, Dossier of)
    {
        var asked = $"query($number:String!){{{of.Kind}(number:$number){{othersInCharge{{section officers message mutations}}}}}}";
        var others = (await who.Ask(asked, new { number = of.Number })).Data().At($"{of.Kind}.othersInCharge");
        return others.ValueKind is JsonValueKind.Null ? null : others;
    }

    private static async Task<IReadOnlyList<string?>> LeftAsync(ApiClient who, Dossier of) =>
    [
        .. (await who.Ask($"query($number:String!){{{of.Kind}(number:$number){{leftToOthers}}}}", new { number = of.Number }))
            .Data().At($"{of.Kind}.leftToOthers").EnumerateArray().Select(one => one.GetString()),
    ];
}
