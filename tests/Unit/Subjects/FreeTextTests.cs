using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Subjects;

/// <summary>What no text that people type may hold.</summary>
public sealed class FreeTextTests
{
    /// <summary>Our own sentences mark so whom they name; a text with such a mark would be shown with a name.</summary>
    [Theory]
    [InlineData('\u2060', false)]
    [InlineData('\u2061', true)]
    [InlineData('\u2062', true)]
    [InlineData('\u2063', true)]
    [InlineData('\u2064', true)]
    [InlineData('\u2066', false)]
    public void Nobody_types_the_marks_of_our_own_sentences(char sign, bool isRefused)
    {
        var problem = FreeText.Problem("reason", $"张{sign}三", 100);
        Assert.Equal(isRefused, problem is not null);
        Assert.Equal(isRefused ? "reason" : null, problem?.Field);
    }
}
