using System.Reflection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using Xunit;

namespace ShuangDa.Tests.Unit.Deadlines;

public sealed class RuleTextsTests
{
    public static TheoryData<string> Kept() =>
    [
        .. StatutoryRules.All.Select(rule => rule.Line).Distinct(),
        .. from type in typeof(OpenDeadline).Assembly.GetTypes()
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           where field.IsLiteral && field.FieldType == typeof(string) && field.Name.EndsWith("Rule", StringComparison.Ordinal)
           let text = (string)field.GetRawConstantValue()!
           where IsChinese(text)
           select text,
    ];

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_rule_that_a_deadline_is_kept_with_is_said_in_English_too(string kept)
    {
        var text = RuleTexts.Of(kept);
        Assert.Equal(kept, text.Chinese);
        Assert.False(IsChinese(text.English), text.English);
        Assert.False(char.IsLower(text.English[0]), text.English);
    }

    [Fact]
    public void A_text_of_before_that_no_rule_has_any_more_stays_as_it_was_written() =>
        Assert.Equal(("旧规则：旧条例 第一条", "旧规则：旧条例 第一条"), (RuleTexts.Of("旧规则：旧条例 第一条").Chinese, RuleTexts.Of("旧规则：旧条例 第一条").English));

    private static bool IsChinese(string text) => text.Any(letter => letter > 0x2e80);
}
