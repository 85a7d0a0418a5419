using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Search;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Api.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Journal;

/// <summary>The journal by a text: what is written of the subjects that have it, and of no other.</summary>
public sealed class JournalTextTests(SharedServer shared) : ApiTest(shared)
{
    private const string Asked =
        "query($text:String!){journal(text:$text,first:50){totalCount nodes{kind subject{...on Enterprise{name}...on Case{number}}}}}";

    private Bureau Bureau => new(Api);

    [Fact]
    public async Task Entries_are_found_by_the_name_that_their_subject_has_or_had()
    {
        var code = await Api.EnterpriseAsync("日志甲（昔）五金厂");
        await Api.EnterpriseAsync("日志乙五金厂");
        var officer = await Api.As(Roles.Officer);
        var renamed = await officer.Do("changeEnterprise", new { creditCode = code, name = "日志丙五金厂" }, "enterprise{name}");
        Assert.Equal("日志丙五金厂", renamed.Text("enterprise.name"));
        foreach (var text in new[] { "日志丙五", "日志甲(昔)", code })
        {
            var found = await FoundAsync(Roles.Auditor, text);
            Assert.Equal(["日志丙五金厂", "日志丙五金厂"], found.Data().Texts("journal.nodes", "subject.name"));
            Assert.Equal("2", found.Data().Text("journal.totalCount"));
        }

        Assert.Empty((await FoundAsync(Roles.Auditor, "日志丁五金")).Data().Texts("journal.nodes", "kind"));
    }

    [Fact]
    public async Task Entries_of_a_case_are_found_by_its_number_and_its_documents_by_whoever_may_see_it()
    {
        var filed = await Bureau.FiledAsync();
        await Bureau.TakeAsync(
            Roles.Officer,
            "seizeGoods",
            filed,
            new { kind = "SEIZURE", goods = "涂料三百桶", officers = Bureau.Two },
            $"志扣〔2026〕{filed.Number}号");
        foreach (var text in new[] { filed.Number, $"志扣(2026){filed.Number}" })
        {
            var found = (await FoundAsync(Roles.Officer, text)).Data().Texts("journal.nodes", "subject.number");
            Assert.Equal([filed.Number], found.Distinct());
            var police = await (await Api.As(Roles.Liaison)).Ask("query($text:String!){journal(text:$text){totalCount}}", new { text });
            Assert.Equal("0", police.Data().Text("journal.totalCount"));
        }
    }

    [Fact]
    public async Task A_text_that_too_many_have_is_refused_in_words_and_not_cut_off()
    {
        for (var one = 0; one < SubjectsByText.Most; one++)
        {
            await Api.EnterpriseAsync($"满额纸品厂之{one}号");
        }

        Assert.Equal($"{SubjectsByText.Most}", (await FoundAsync(Roles.Officer, "满额纸品")).Data().Text("journal.totalCount"));
        await Api.EnterpriseAsync("满额纸品厂总厂");
        var refused = await FoundAsync(Roles.Officer, "满额纸品");
        Assert.Equal("BAD_USER_INPUT", refused.Code);
        Assert.Contains($"超过{SubjectsByText.Most}个，请写得更具体", refused.Body, StringComparison.Ordinal);
        Assert.Equal("1", (await FoundAsync(Roles.Officer, "满额纸品厂总厂")).Data().Text("journal.totalCount"));
        Assert.Equal("BAD_USER_INPUT", (await FoundAsync(Roles.Officer, "满")).Code);
    }

    private async Task<Answer> FoundAsync(Roles who, string text) => await (await Api.As(who)).Ask(Asked, new { text });
}
