namespace ShuangDa.Grains.Subjects;

/// <summary>理由与依据. Why a step is taken: every step that touches somebody's rights carries it (行政处罚法 第四十四条, 行政许可法 第五条).</summary>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The legal basis, such as 工业产品生产许可证管理条例 第四十五条; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step, or null; at most 200 characters.</param>
[GenerateSerializer, Immutable, Alias("grounds"), Spread]
public sealed record Grounds(string Reason, string Basis, string? DocumentNumber = null)
{
    /// <summary>What is wrong with them, or null. Reason and basis must be given.</summary>
    public InvalidInput? Problem() => FreeText.ProblemOfRequired("reason", Reason, 1000)
        ?? FreeText.ProblemOfRequired("basis", Basis, 500)
        ?? FreeText.Problem("documentNumber", DocumentNumber, 200);

    /// <summary>The same without surrounding spaces; an empty document number is none.</summary>
    public Grounds Trimmed() => new(Reason.Trim(), Basis.Trim(), string.IsNullOrWhiteSpace(DocumentNumber) ? null : DocumentNumber.Trim());
}
