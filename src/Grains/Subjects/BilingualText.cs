namespace ShuangDa.Grains.Subjects;

/// <summary>双语文本. A text that is shown to people: Chinese first, English as second language. Codes never change, texts may.</summary>
/// <param name="Chinese">The Chinese text, as an official would write it.</param>
/// <param name="English">The English text.</param>
public readonly record struct BilingualText(string Chinese, string English)
{
    /// <summary>The text in the language asked for.</summary>
    /// <param name="english">True for English, false for Chinese.</param>
    public string In(bool english) => english ? English : Chinese;

    /// <inheritdoc/>
    public override string ToString() => Chinese;
}
