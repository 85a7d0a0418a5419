using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Subjects;

/// <summary>What no text that people type may hold.</summary>
public sealed class FreeTextTests
{
    /// <summary>Our own sentences mark so whom they name; a text with such a mark would be shown with a name. What turns the direction
    /// shows a name or an amount as another.</summary>
    [Theory]
    [InlineData('\t', false)]
    [InlineData('\n', false)]
    [InlineData('\r', false)]
    [InlineData('\u0000', true)]
    [InlineData('\u0008', true)]
    [InlineData('\u000B', true)]
    [InlineData('\u001F', true)]
    [InlineData('\u0020', false)]
    [InlineData('\u007F', true)]
    [InlineData('\u009F', true)]
    [InlineData('\u00A0', false)]
    [InlineData('\u2027', false)]
    [InlineData('\u2028', true)]
    [InlineData('\u2029', true)]
    [InlineData('\u202A', true)]
    [InlineData('\u202E', true)]
    [InlineData('\u202F', false)]
    [InlineData('\u2060', false)]
    [InlineData('\u2061', true)]
    [InlineData('\u2062', true)]
    [InlineData('\u2063', true)]
    [InlineData('\u2064', true)]
    [InlineData('\u2065', false)]
    [InlineData('\u2066', true)]
    [InlineData('\u2069', true)]
    [InlineData('\u206A', false)]
    [InlineData('\uFFFD', false)]
    [InlineData('\uFFFE', true)]
    [InlineData('\uFFFF', true)]
    public void Nobody_types_controls_nor_what_turns_or_marks_our_own_sentences(char sign, bool isRefused)
    {
        var problem = FreeText.Problem("reason", $"张{sign}三", 100);
        Assert.Equal(isRefused, problem is not null);
        Assert.Equal(isRefused ? "reason" : null, problem?.Field);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("一行", false)]
    [InlineData("一\t行", false)]
    [InlineData("一\n行", true)]
    [InlineData("一\r行", true)]
    [InlineData("\n一行\r\n", false)] // what is around it is taken off
    public void What_is_one_line_has_no_second(string text, bool isRefused) =>
        Assert.Equal(isRefused, FreeText.Broken("title", text) is not null);

    [Fact]
    public void Half_a_character_is_none()
    {
        Assert.Null(FreeText.Problem("name", "\uD840\uDC00", 10));
        Assert.NotNull(FreeText.Problem("name", "\uD840", 10));
        Assert.NotNull(FreeText.Problem("name", "\uDC00\uD840", 10));
    }
}
