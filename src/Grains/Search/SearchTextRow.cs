using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Search;

/// <summary>可查文字行. A text by which a subject is found. Every concept that is searched for has a table of them beside its main
/// one.</summary>
public abstract record SearchTextRow : Row
{
    /// <summary>折叠文字. The text itself, folded: what the columns hold is filled from it.</summary>
    public string Folded
    {
        init => (Text, Pieces) = (value, FoldedText.PiecesOf(value));
    }

    /// <summary>文字. As it is compared.</summary>
    [Column("text", Length = FoldedText.Longest), PrimaryKey(1), NotNull] public string Text { get; init; } = "";

    /// <summary>两字片段. Its pieces of two characters, which the index has.</summary>
    [Column("pieces"), NotNull] public string Pieces { get; init; } = "";
}

/// <summary>
/// 曾用文字行. A text by which a subject is remembered beside what it says of itself today: the number of a document of one of its steps,
/// or a name that it had. They come from the journal and stay.
/// </summary>
[Table("recalled_text")]
public sealed record RecalledTextRow : SearchTextRow
{
    /// <summary>The rows of what entries of a subject's journal add, each once.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="texts">Numbers of documents, and names that it had; null is none.</param>
    internal static IEnumerable<RecalledTextRow> Of(string subject, IEnumerable<string?> texts) =>
        SearchTexts.Of(texts).Select(text => new RecalledTextRow { Subject = subject, Folded = text });
}

/// <summary>可查文字. The texts by which a subject is found.</summary>
internal static class SearchTexts
{
    /// <summary>Texts in their folded form, each once; those of which nothing is left are left out.</summary>
    /// <param name="texts">The texts; null is none.</param>
    public static IEnumerable<string> Of(IEnumerable<string?> texts) =>
        texts.Select(text => FoldedText.Kept(FoldedText.Of(text))).Where(text => text.Length > 0).Distinct();
}
