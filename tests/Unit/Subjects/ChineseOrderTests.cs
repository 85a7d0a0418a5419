using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Subjects;

/// <summary>Names are in the order in which people look them up.</summary>
public sealed class ChineseOrderTests
{
    [Fact]
    public void Names_are_in_the_order_of_pinyin_digits_before_them_and_letters_after()
    {
        // Not that of their numbers in the table of characters, by which 丁 comes before 安 and 赵 after 张.
        string[] names = ["3号店", "安达化工", "陈丽", "丁一", "丁一一", "李明", "王五", "张三", "张四", "赵六", "A厂"];
        Assert.Equal(names, Shuffled(names).OrderBy(ChineseOrder.KeyOf, StringComparer.Ordinal));
        Assert.NotEqual(names, names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(200)]
    public void A_key_fits_its_column(int length)
    {
        foreach (var letter in (string[])["厂", "z", "\U0002A6D6", "é"])
        {
            var key = ChineseOrder.KeyOf(string.Concat(Enumerable.Repeat(letter, length)));
            Assert.InRange(key.Length, 1, ChineseOrder.Longest);
            Assert.All(key, sign => Assert.True(char.IsAsciiHexDigitUpper(sign) || char.IsAsciiDigit(sign)));
        }
    }

    [Fact]
    public void A_name_with_no_letter_is_before_all_that_have_one() =>
        Assert.True(string.CompareOrdinal(ChineseOrder.KeyOf(""), ChineseOrder.KeyOf("阿")) < 0);

    private static IEnumerable<string> Shuffled(string[] names) => names.OrderBy(name => name.Length).ThenByDescending(name => name[^1]);
}
