using System.Text;
using CsCheck;
using ShuangDa.Grains.Search;
using Xunit;

namespace ShuangDa.Tests.Unit.Search;

/// <summary>The one form in which texts are compared when people search.</summary>
public sealed class FoldedTextTests
{
    private static readonly Rune[] Letters =
    [
        .. Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code)),
    ];

    // What names and numbers are made of comes more often than any other sign.
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Letters.Length - 1].Select(at => Letters[at].ToString()),
        Gen.OneOf("（", "上", "海", "）", "(", "·", "•", "—", "-", "Ｑ", "q", " ", "9", "１", "号", "〔", "e", "\u0301", "é", "ｶ", "ﾞ", "한"))
        .List[0, 12].Select(string.Concat);

    [Theory]
    [InlineData("试禾（上海）食品有限公司", "试禾上海食品有限公司")]
    [InlineData("试禾(上海)食品有限公司", "试禾上海食品有限公司")]
    [InlineData("Silver Pond Foods (Test) Co. Ltd", "silverpondfoodstestcoltd")]
    [InlineData("ＱＷＥ电器厂", "qwe电器厂")]
    [InlineData("试禾—二分公司", "试禾二分公司")]
    [InlineData("试禾－二‐分–公−司", "试禾二分公司")]
    [InlineData("试玛·库尔班•家具・厂", "试玛库尔班家具厂")]
    [InlineData("案〔2026〕12号", "案202612号")]
    [InlineData("XK16-204-77701", "xk1620477701")]
    [InlineData("（苏）XK16—204　77701", "苏xk1620477701")]
    [InlineData("㈱山田", "株山田")]
    [InlineData("Café", "cafe")]
    [InlineData("龴ḿ\u200B\uFE0F", "龴m")]
    [InlineData("𬭳厂〇号", "𬭳厂〇号")]
    [InlineData("100%_[*]", "100")]
    [InlineData("——", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void WidthCaseAndSignsDoNotCount(string? given, string folded) => Assert.Equal(folded, FoldedText.Of(given));

    [Fact]
    public void HalfACharacterDoesNotCount() => Assert.Equal("厂a", FoldedText.Of("厂\uD842\uFFFFa"));

    [Fact]
    public void EveryCharacterIsFoldedOnceAndForAll() =>
        Assert.DoesNotContain(Letters.Select(letter => FoldedText.Of(letter.ToString())), folded => folded != FoldedText.Of(folded));

    [Fact]
    public void WhatIsFoldedHasNoSignThatMeansSomethingInAPatternOrBetweenWords() =>
        Assert.DoesNotContain(
            string.Concat(Letters.Select(letter => FoldedText.Of(letter.ToString()))),
            static sign => sign < 128 && !char.IsAsciiLetterLower(sign) && !char.IsAsciiDigit(sign));

    [Fact]
    public void APartOfATextFoldsToAPartOfTheWhole() => Gen.Select(Texts, Texts, Texts).Sample((before, part, after) =>
        FoldedText.Of(before + part + after) == FoldedText.Of(before) + FoldedText.Of(part) + FoldedText.Of(after));

    [Fact]
    public void ATextIsWithinAnotherWhereItsPiecesAreInARow() => Gen.Select(Texts, Texts).Sample((whole, part) =>
    {
        var (folded, sought) = (FoldedText.Of(whole + part + whole), FoldedText.Of(part));
        return sought.Length == 0 || FoldedText.IsSingle(sought)
            || $" {FoldedText.PiecesOf(folded)} ".Contains($" {FoldedText.PiecesOf(sought)} ", StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("上海食品", "上海 海食 食品")]
    [InlineData("𬭳厂a", "𬭳厂 厂a")]
    [InlineData("上海", "上海")]
    [InlineData("上", "上")]
    [InlineData("𬭳", "𬭳")]
    [InlineData("", "")]
    public void PiecesAreOfTwoCharacters(string folded, string pieces) => Assert.Equal(pieces, FoldedText.PiecesOf(folded));

    [Theory]
    [InlineData("上", true)]
    [InlineData("𬭳", true)]
    [InlineData("上海", false)]
    [InlineData("", false)]
    public void ASingleCharacterHasNoPieces(string folded, bool isSingle) => Assert.Equal(isSingle, FoldedText.IsSingle(folded));
}
