using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Cases;

/// <summary>Who is close to a party steps aside, over HTTP (行政处罚法 第四十三条).</summary>
public sealed class RecusalTests(SharedServer shared) : ApiTest(shared)
{
    private const string Fields = "case{number}";

    [Fact]
    public async Task An_investigator_who_is_close_to_the_party_has_no_part_in_the_case_once_the_head_decides()
    {
        var bureau = new Bureau(Api);
        var filed = await bureau.FiledAsync();
        await Api.As("third", Roles.Officer);
        var second = await Api.As("second", Roles.Officer);
        var head = await Api.As(Roles.SectionHead);
        var figures = new { number = filed.Number, goodsValueCny = 1_000 };

        var asked = await head.Do("askRecusal", Ask(filed, "second", "third"), "case{officerNames recusals{person}}");
        Assert.Equal(("", "officer, second", "0"), (asked.Refusal(), string.Join(", ", asked.At("case.officerNames").EnumerateArray()),
            $"{asked.At("case.recusals").GetArrayLength()}"));
        Assert.Equal("", (await second.Do("recordCaseFigures", figures, Fields)).Refusal());

        await bureau.DecideAsync(filed);
        var decided = await bureau.SeeAsync(filed, "officerNames recusals{person on reason minutesNumber}");
        Assert.Equal("officer, third", string.Join(", ", decided.At("officerNames").EnumerateArray()));
        Assert.Equal(("second", "当事人的近亲属"), (decided.Text("recusals.0.person"), decided.Text("recusals.0.reason")));
        Assert.Equal("PersonRecusedError PERSON_RECUSED", (await second.Do("recordCaseFigures", figures, Fields)).Refusal());
    }

    [Fact]
    public async Task Of_a_head_the_heads_decide_together_and_another_of_them_records_it()
    {
        var bureau = new Bureau(Api);
        var filed = await bureau.FiledAsync();
        await Api.As("the-head", Roles.Leader);
        var head = await Api.As(Roles.SectionHead);
        Assert.Equal("InvalidInputError INVALID_INPUT", (await head.Do("askRecusal", Ask(filed, "nobody-of-this-name"), Fields)).Refusal());
        Assert.Equal("", (await head.Do("askRecusal", Ask(filed, "the-head", minutesNumber: "集3"), Fields)).Refusal());

        var own = await Api.As("the-head", Roles.Leader);
        var approval = (await bureau.SeeAsync(filed, "approvals{item}")).At("approvals").GetArrayLength();
        Assert.Equal(
            "DeciderTookPartError DECIDER_TOOK_PART",
            (await own.Do("approveCaseStep", new { number = filed.Number, approval }, Fields)).Refusal());

        // A number of minutes that somebody typed is no meeting: who met is recorded.
        var other = await Api.As(Roles.Leader);
        Assert.Equal(
            "HeadRecusedTogetherError HEAD_RECUSED_TOGETHER",
            (await other.Do("approveCaseStep", new { number = filed.Number, approval }, Fields)).Refusal());
        await Api.As("recusal-chair", Roles.SectionHead);
        await Api.As("recusal-member", Roles.SectionHead);
        await Api.As("recusal-legal", Roles.Legal);
        var together = Together(filed, approval, bureau.Today, "集3", "应当回避");
        Assert.Equal("", (await other.Do("decideRecusalTogether", together, Fields)).Refusal());
        Assert.Equal("集3", (await bureau.SeeAsync(filed, "recusals{minutesNumber}")).Text("recusals.0.minutesNumber"));
    }

    [Fact]
    public async Task The_recusal_of_the_only_head_is_decided_by_the_others_together_and_the_legal_section_records_it()
    {
        var bureau = new Bureau(Api);
        var filed = await bureau.FiledAsync();
        var only = await Api.As("the-only-head", Roles.Leader);
        var head = await Api.As("recusal-chair", Roles.SectionHead);
        await Api.As("recusal-member", Roles.SectionHead);
        var legal = await Api.As("recusal-legal", Roles.Legal);
        Assert.Equal("", (await head.Do("askRecusal", Ask(filed, "the-only-head"), Fields)).Refusal());
        var approval = (await bureau.SeeAsync(filed, "approvals{item}")).At("approvals").GetArrayLength();
        var together = Together(filed, approval, bureau.Today, "集4", "与当事人有利害关系，应当回避");
        var other = await Api.As("another-head", Roles.Leader);
        Assert.Equal(
            "HeadRecusedTogetherError HEAD_RECUSED_TOGETHER",
            (await other.Do("approveCaseStep", new { number = filed.Number, approval }, Fields)).Refusal());
        Assert.Equal(
            "OwnRecusalDeliberatedError OWN_RECUSAL_DELIBERATED", (await only.Do("decideRecusalTogether", together, Fields)).Refusal());
        Assert.Equal("", (await legal.Do("decideRecusalTogether", together, Fields)).Refusal());
        var decided = await bureau.SeeAsync(filed, "recusals{person minutesNumber} recusalDeliberations{chair participants conclusion}");
        Assert.Equal(("the-only-head", "集4"), (decided.Text("recusals.0.person"), decided.Text("recusals.0.minutesNumber")));
        Assert.Equal("recusal-chair", decided.Text("recusalDeliberations.0.chair"));
    }

    private static object Together(Dossier of, int approval, DateOnly heldOn, string minutesNumber, string conclusion) => new
    {
        number = of.Number,
        approval,
        heldOn,
        chair = "recusal-chair",
        participants = new[] { "recusal-member", "recusal-legal" },
        minutesNumber,
        isGranted = true,
        conclusion,
    };

    private static Dictionary<string, object?> Ask(Dossier of, string person, string? replacement = null, string? minutesNumber = null) =>
        ApiServer.Merge(new { number = of.Number, person, reason = "当事人的近亲属", basis = "行政处罚法 第四十三条" }, new { replacement, minutesNumber });
}
