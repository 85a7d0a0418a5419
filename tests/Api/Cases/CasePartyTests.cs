using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

/// <summary>Who a case is about over the API: each once, and what is personal only to those who need it.</summary>
public sealed class CasePartyTests(SharedServer shared) : ApiTest(shared)
{
    private const string Particulars = "parties{number name representative telephone identityNumber}";

    private Bureau _bureau = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _bureau = new Bureau(Api);
    }

    [Fact]
    public async Task The_enterprise_that_a_case_is_about_already_is_refused_whatever_it_is_called()
    {
        var filed = await _bureau.FiledAsync();
        var code = (await _bureau.SeeAsync(filed, "enterpriseCreditCode")).Text("enterpriseCreditCode");
        foreach (var name in new[] { "试当厂", "别的名称" })
        {
            Assert.Equal(
                "PartyAlreadyNamedError PARTY_ALREADY_NAMED",
                await _bureau.RefusalOfAsync(Roles.Officer, "addCaseParty", filed, new { kind = "ENTERPRISE", name, creditCode = code }));
        }

        Assert.Equal(1, (await _bureau.SeeAsync(filed, "parties{name}")).At("parties").GetArrayLength());
    }

    [Fact]
    public async Task Particulars_are_whole_for_those_who_need_them_masked_for_others_and_in_lists_and_nowhere_in_the_clear()
    {
        var filed = await _bureau.FiledAsync();
        await _bureau.TakeAsync(
            Roles.Officer,
            "recordPartyParticulars",
            filed,
            new { party = 1, representative = "张三丰", identityNumber = "310118198001011237" });

        Assert.Equal("310118198001011237 张三丰", await SeenBy(Roles.Legal));
        Assert.Equal("310***********1237 张**", await SeenBy(Roles.Leader));
        Assert.Equal("310***********1237 张**", await SeenBy(Roles.Auditor));

        var question = $"query($n:String!){{cases(where:{{number:{{eq:$n}}}}){{nodes{{{Particulars}}}}}}}";
        var answer = await (await Api.As(Roles.Legal)).Ask(question, new { n = filed.Number });
        var listed = answer.Data().At("cases.nodes.0.parties.0");
        Assert.Equal("310***********1237", listed.Text("identityNumber"));

        var subject = $"case/{filed.Number}";
        await using var data = await Api.Database.ReadAsync();
        var rows = await data.GetTable<JournalRow>().Where(row => row.Subject == subject).ToListAsync();
        var journal = string.Concat(rows.Select(row => row.Kind + row.Body));
        Assert.Contains("case.party-particulars-recorded", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("19800101", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("三丰", journal, StringComparison.Ordinal);

        async Task<string> SeenBy(Roles who)
        {
            var party = (await _bureau.SeeAsync(filed, Particulars, who)).At("parties.0");
            return $"{party.Text("identityNumber")} {party.Text("representative")}";
        }
    }

    [Fact]
    public async Task What_was_mistaken_is_put_right_by_the_head_of_the_section_and_both_stand_in_the_journal()
    {
        var filed = await _bureau.FiledAsync();
        await _bureau.TakeAsync(Roles.Officer, "addGoodsLines", filed, new { lines = new[] { Line(100) } });
        Assert.Equal("18000", (await _bureau.SeeAsync(filed, "goodsValueCny")).Text("goodsValueCny"));
        await _bureau.TakeAsync(Roles.SectionHead, "correctGoodsLine", filed, new { line = 1, to = Line(90) }, "更1号");
        await _bureau.TakeAsync(
            Roles.SectionHead,
            "correctCaseLead",
            filed,
            new
            {
                violation = "UNLICENSED_PRODUCTION",
                source = "REPORT",
                receivedOn = _bureau.Today,
                facts = "无证生产涂料",
                otherViolations = new[] { "ADULTERATION_OR_SUBSTANDARD" },
            },
            "更2号");
        var seen = await _bureau.SeeAsync(filed, "goodsValueCny violationKinds goods{quantity valueCny} history(first:9){nodes{kind}}");
        Assert.Equal("16200", seen.Text("goodsValueCny"));
        var kinds = seen.At("violationKinds").EnumerateArray().Select(one => one.GetString()!);
        Assert.Equal(["UNLICENSED_PRODUCTION", "ADULTERATION_OR_SUBSTANDARD"], kinds);
        Assert.Contains("case.figures-corrected", seen.GetRawText(), StringComparison.Ordinal);
        const string Where = "number:{eq:$n},violationKinds:{some:{eq:ADULTERATION_OR_SUBSTANDARD}}";
        const string Question = $"query($n:String!){{cases(where:{{{Where}}}){{totalCount}}}}";
        var found = await (await Api.As(Roles.Officer)).Ask(Question, new { n = filed.Number });
        Assert.Equal("1", found.Data().Text("cases.totalCount"));
    }

    private static object Line(int quantity) =>
        new { name = "外墙涂料", quantity, unit = "桶", unitPriceCny = 180, basis = "MARKED_PRICE", rightsHolder = "永固涂料有限公司" };
}
