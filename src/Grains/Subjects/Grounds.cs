namespace ShuangDa.Grains.Subjects;

/// <summary>理由与依据. Why a step is taken: every step that touches somebody's rights carries it (行政处罚法 第四十四条, 行政许可法 第五条).</summary>
/// <param name="Reason">理由. The facts, in the officer's words.</param>
/// <param name="Basis">法律依据. The legal basis, such as 工业产品生产许可证管理条例 第四十五条.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step, or null.</param>
[GenerateSerializer, Immutable, Alias("grounds"), Spread]
public sealed record Grounds(
    [Longest(Grounds.LongestReason)] string Reason,
    [Longest(Grounds.LongestBasis)] string Basis,
    [Longest(Grounds.LongestDocumentNumber)] string? DocumentNumber = null)
{
    /// <summary>理由最长. The most characters of a reason.</summary>
    public const int LongestReason = 1000;

    /// <summary>依据最长. The most characters of a basis.</summary>
    public const int LongestBasis = 500;

    /// <summary>文书编号最长. The most characters of a document's number.</summary>
    public const int LongestDocumentNumber = 200;

    /// <summary>What is missing of them, or null. Reason and basis must be given.</summary>
    public InvalidInput? Problem() => FreeText.Missing("reason", Reason)
        ?? FreeText.Missing("basis", Basis);

    /// <summary>The same without surrounding spaces; an empty document number is none.</summary>
    public Grounds Trimmed() => new(Reason.Trim(), Basis.Trim(), FreeText.Given(DocumentNumber));
}
