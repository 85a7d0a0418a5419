using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

/// <summary>Sentences say the names that people know, and a wrong input by which word it goes.</summary>
public sealed class SentencesTests(SharedServer shared) : ApiTest(shared)
{
    private const string Known = "测试人员";

    [Fact]
    public async Task Refusals_proposals_and_the_history_call_people_by_their_names()
    {
        var bureau = new Bureau(Api);
        var filed = await bureau.FiledAsync();
        await Api.As("third", Roles.Officer);
        var second = await Api.As("second", Roles.Officer);
        var head = await Api.As(Roles.SectionHead);
        var asked = ApiServer.Merge(
            new { number = filed.Number, person = "second", reason = "当事人的近亲属", basis = "行政处罚法 第四十三条" }, new { replacement = "third" });
        Assert.Equal("", (await head.Do("askRecusal", asked, "case{number}")).Refusal());
        Assert.Equal($"决定{Known}回避：当事人的近亲属", (await bureau.SeeAsync(filed, "approvals{summary}")).Text("approvals.0.summary"));
        await bureau.DecideAsync(filed);

        var figures = new { number = filed.Number, goodsValueCny = 1_000 };
        var refused = await second.Do("recordCaseFigures", figures, "case{number}");
        Assert.Equal($"{Known}已被决定回避本案，不能再参与本案的办理、审核和决定", refused.Text("errors.0.message"));
        var english = await second.Do("recordCaseFigures", figures, "case{number}", language: "en");
        Assert.Equal($"{Known} was recused and has no part in this case any more", english.Text("errors.0.message"));
        Assert.Contains(await bureau.JournalAsync(filed), entry => entry.Text("summary") == $"决定{Known}回避：当事人的近亲属");
    }

    [Fact]
    public async Task Another_section_s_work_is_called_by_the_section_s_name()
    {
        var bureau = new Bureau(Api);
        var filed = await bureau.FiledAsync();
        await bureau.TakeAsync(Roles.SectionHead, "handOverCase", filed, new { toSection = "SUPERVISION" }, "移1号");
        var handed = (await bureau.JournalAsync(filed)).Single(entry => entry.Text("kind") == "case.handed-over");
        Assert.Equal("由稽查队移交监督与法制科", handed.Text("summary"));
    }

    [Fact]
    public async Task A_wrong_input_is_called_by_the_word_that_the_form_has_for_it()
    {
        var bureau = new Bureau(Api);
        var filed = await bureau.FiledAsync();
        var officer = await Api.As(Roles.Officer);
        var evidence = new
        {
            number = filed.Number,
            kind = "EXHIBIT",
            title = " ",
            takenOn = bureau.Today,
            takenBy = Bureau.Two,
            holder = "officer",
            place = "证物室",
        };
        Assert.Equal("名称不能为空", (await officer.Do("addEvidence", evidence, "case{number}")).Text("errors.0.message"));
        var line = new { name = "涂料", quantity = 1, unit = "桶", unitPriceCny = -1, basis = "MARKED_PRICE" };
        var none = await officer.Do("addGoodsLines", new { number = filed.Number, lines = new[] { line } }, "case{number}");
        Assert.Equal("单价不能为负", none.Text("errors.0.message"));
        var late = new { number = filed.Number, documentNumber = "催1", on = "2199-01-01" };
        var urged = await officer.Do("urgePayment", late, "case{number}");
        Assert.StartsWith("办理日期：", urged.Text("errors.0.message"), StringComparison.Ordinal);
    }
}
