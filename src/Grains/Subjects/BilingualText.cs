namespace ShuangDa.Grains.Subjects;

/// <summary>双语文本. A text that is shown to people: Chinese first, English as second language. Codes never change, texts may.</summary>
/// <param name="Chinese">The Chinese text, as an official would write it.</param>
/// <param name="English">The English text.</param>
[GenerateSerializer, Immutable, Alias("bilingual-text")]
public readonly record struct BilingualText([property: Id(0)] string Chinese, [property: Id(1)] string English)
{
    /// <summary>The text in the language asked for.</summary>
    /// <param name="english">True for English, false for Chinese.</param>
    public string In(bool english) => english ? English : Chinese;

    /// <inheritdoc/>
    public override string ToString() => Chinese;
}
