using CsCheck;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Enterprises;

public sealed class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly Gen<string> Codes = Gen.Select(Gen.Char[Alphabet].Array[8], Gen.Char["0123456789ABCDEFGHJKLMNPQRTUWXY"].Array[8], (head, body) =>
    {
        var first = $"{new string(head)}{new string(body)}{CreditCode.OrganisationCheck(body)}";
        return first + CreditCode.Check(first);
    });

    [Theory]
    [InlineData("91310118631656145F")]
    [InlineData("91310000607412271H")]
    [InlineData("9131011583269237XU")]
    [InlineData("９１３１０１１８６３１６５６１４５Ｆ")]
    [InlineData(" 9131 0118-6316 5614 5f　")]
    public void A_right_code_is_read_however_it_was_typed(string typed)
    {
        Assert.Null(CreditCode.Parse(typed, out var code));
        Assert.Equal(18, code.ToString().Length);
        Assert.Null(CreditCode.Parse(code.ToString(), out var again));
        Assert.Equal(code, again);
    }

    [Theory]
    [InlineData("", "统一社会信用代码不能为空", "The credit code is missing")]
    [InlineData("9131011863165614F", "统一社会信用代码应为18位，现为17位", "A credit code has 18 characters, this one has 17")]
    [InlineData("91310118631656I45F", "统一社会信用代码第15位“I”不允许使用（不用I、O、S、V、Z）", "Character 15 of the credit code, 'I', is not allowed (digits and capital letters without I, O, S, V, Z)")]
    [InlineData("91310118631656145G", "统一社会信用代码校验码不符：第18位应为“F”，现为“G”", "The check character of the credit code is wrong: character 18 should be 'F', it is 'G'")]
    [InlineData("91310118631656146F", "组织机构代码校验码不符：第17位应为“5”，现为“6”", "The check character of the organisation code is wrong: character 17 should be '5', it is '6'")]
    public void A_wrong_code_is_told_what_is_wrong_with_it(string typed, string chinese, string english)
    {
        var problem = CreditCode.Parse(typed, out _);
        Assert.Equal("creditCode", problem?.Field);
        Assert.Equal((chinese, english), (problem!.Message.Chinese, problem.Message.English));
    }

    [Theory]
    [InlineData("91310118631656145G", CodeCheck.Differs, "第18位应为“F”")]
    [InlineData("91310118631656146F", CodeCheck.Differs, "第17位应为“5”")]
    [InlineData("310313000012345", CodeCheck.OldNumber, "15位的旧注册号")]
    [InlineData("110313000012345", CodeCheck.OldNumber, "15位的旧注册号")] // the codes of areas begin with 1 to 6
    [InlineData("610313000012345", CodeCheck.OldNumber, "15位的旧注册号")]
    [InlineData("３１０３１３ 0000-12345", CodeCheck.OldNumber, "15位的旧注册号")]
    [InlineData("913101186316561001", CodeCheck.Differs, "校验码不符")]
    public void What_a_register_carries_is_read_and_marked_and_typed_it_is_refused(string carried, CodeCheck mark, string wrong)
    {
        Assert.Null(CreditCode.ParseCarried(carried, out var code));
        Assert.Equal(mark, code.Mark);
        Assert.Contains(wrong, CreditCode.Parse(carried, out _)!.Message.Chinese, StringComparison.Ordinal);
        Assert.Contains(wrong, CreditCode.ParseNamed(carried, isRegistered: false, out _)!.Message.Chinese, StringComparison.Ordinal);
        Assert.Null(CreditCode.ParseNamed(carried, isRegistered: true, out var named));
        Assert.Equal(code, named);
    }

    [Theory]
    [InlineData("31031300001234", "应为18位，现为14位")]
    [InlineData("3103130000123456", "应为18位，现为16位")]
    [InlineData("913101186316561", "应为18位，现为15位")] // begins with no area: a code that lost its end
    [InlineData("010313000012345", "应为18位，现为15位")]
    [InlineData("710313000012345", "应为18位，现为15位")]
    [InlineData("31031300001234A", "应为18位，现为15位")]
    [InlineData("91310118631656I45F", "不允许使用")]
    [InlineData("913101186316561000", "截断")] // a spreadsheet kept fifteen digits
    public void What_is_no_code_at_all_is_not_taken_from_a_register_either(string carried, string wrong) =>
        Assert.Contains(wrong, CreditCode.ParseCarried(carried, out _)!.Message.Chinese, StringComparison.Ordinal);

    [Fact]
    public void Every_code_with_its_check_characters_is_read() => Codes.Sample(code => CreditCode.Parse(code, out var parsed) is null && parsed.ToString() == code);

    [Fact]
    public void One_wrong_character_is_always_found() => Gen.Select(Codes, Gen.Int[0, 17], Gen.Int[1, 30]).Sample((code, at, shift) =>
    {
        var wrong = Alphabet[(Alphabet.IndexOf(code[at], StringComparison.Ordinal) + shift) % Alphabet.Length];
        return CreditCode.Parse($"{code[..at]}{wrong}{code[(at + 1)..]}", out _) is not null;
    });

    [Fact]
    public void Two_neighbours_changed_round_are_always_found() => Gen.Select(Codes, Gen.Int[0, 16]).Sample((code, at) =>
        code[at] == code[at + 1] || CreditCode.Parse($"{code[..at]}{code[at + 1]}{code[at]}{code[(at + 2)..]}", out _) is not null);

    [Theory]
    [InlineData("9131011863165614")] // sixteen
    [InlineData("913101186316561450")] // eighteen
    [InlineData("9131011863165614!")]
    public void A_check_character_is_reckoned_of_seventeen_characters_of_the_alphabet(string first) => Assert.Throws<ArgumentException>(() => CreditCode.Check(first));

    [Fact]
    public void A_character_that_is_none_of_the_alphabet_is_named_with_its_place_and_shown_where_it_can_be()
    {
        foreach (var at in Enumerable.Range(0, 18))
        {
            Assert.Contains($"第{at + 1}位“I”不允许使用", With(at, 'I'), StringComparison.Ordinal);
        }

        Assert.Contains("第3位不是数字或字母", With(2, '\u0007'), StringComparison.Ordinal);
        Assert.Contains("第3位不是数字或字母", With(2, '\uD800'), StringComparison.Ordinal);

        static string With(int at, char letter) => CreditCode.Parse(Some.CreditCode[..at] + letter + Some.CreditCode[(at + 1)..], out _)!.Message.Chinese;
    }
}
