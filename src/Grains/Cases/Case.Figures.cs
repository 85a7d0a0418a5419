using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The amounts of a case, and which cases are major.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInFigures(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        RecordCaseFigures or MarkMajorCase when !state.IsOpen => new CaseNotInStage(state.Stage),
        RecordCaseFigures c => DecideRecordCaseFigures(state, c, now),
        MarkMajorCase c => c.Grounds.Problem() is { } problem ? problem
            : state.MajorBecause is not null ? Decision<CaseEvent>.AlreadySo
            : new CaseMarkedMajor(now.Today, c.Grounds.Trimmed().Reason, c.Grounds.Trimmed().DocumentNumber),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInFigures(CaseState state, CaseEvent happened) => happened switch
    {
        CaseFiguresRecorded e => state with { Figures = e.Figures },
        CaseMarkedMajor e => state with { MajorBecause = e.Because },
        _ => null,
    };

    private static Decision<CaseEvent> DecideRecordCaseFigures(CaseState state, RecordCaseFigures c, Circumstances now)
    {
        var figures = new CaseFigures(c.GoodsValue.Fen, c.SalesAmount.Fen, c.UnsoldValue.Fen, c.IllegalGains.Fen, c.BusinessAmount.Fen, c.Loss.Fen, c.LabelPieces, c.Marks ?? 0, [.. c.Circumstances.Distinct().Order()]);
        if (new[] { c.GoodsValue.Fen, c.SalesAmount.Fen, c.UnsoldValue.Fen, c.IllegalGains.Fen, c.BusinessAmount.Fen, c.Loss.Fen, c.LabelPieces, c.Marks ?? 0 }.Any(figure => figure is < 0 or > 1_000_000_000_000_00))
        {
            return new InvalidInput("goodsValueCny", "数额不能为负，也不能超过一万亿元", "A figure must not be negative, nor above a million millions of yuan");
        }

        if (figures.SaysTheSameAs(state.Figures))
        {
            return Decision<CaseEvent>.AlreadySo;
        }

        var events = new List<CaseEvent> { new CaseFiguresRecorded(now.Today, figures) };
        // While the police have the case, what is found goes to them; it is compared again should they give the case back.
        if (state.Stage is not CaseStage.Transferred)
        {
            events.AddRange(NewDuty(state, figures, now));
        }

        if (state.MajorBecause is null && now.Required<MajorCaseCriteria>().MetBy(figures) is { } criterion)
        {
            events.Add(new CaseMarkedMajor(now.Today, criterion, null));
        }

        return events;
    }
}

/// <summary>登记涉案数额. Records what was found of amounts and circumstances; it replaces what was recorded before and is compared with the thresholds of crime at once.</summary>
/// <param name="GoodsValue">货值金额. What the goods are worth, sold or not.</param>
/// <param name="SalesAmount">销售金额. What was taken for those that were sold.</param>
/// <param name="UnsoldValue">未销售货值. What the unsold ones are worth.</param>
/// <param name="IllegalGains">违法所得. Illegal gains.</param>
/// <param name="BusinessAmount">非法经营数额. The business done with infringing goods.</param>
/// <param name="Loss">权利人损失. The right holder's loss.</param>
/// <param name="LabelPieces">标识件数. Counterfeit labels, in pieces.</param>
/// <param name="Marks">商标数. How many registered marks are concerned.</param>
/// <param name="Circumstances">情节. What was found beside the figures.</param>
[GenerateSerializer, Immutable, Alias("case.record-figures"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage>]
public sealed record RecordCaseFigures(
    Yuan GoodsValue,
    [Optional] Yuan SalesAmount,
    [Optional] Yuan UnsoldValue,
    [Optional] Yuan IllegalGains,
    [Optional] Yuan BusinessAmount,
    [Optional] Yuan Loss,
    [Optional] int LabelPieces,
    [Optional] int? Marks,
    [Optional, Most(50)] ImmutableArray<GraveCircumstance> Circumstances) : CaseCommand;

/// <summary>确定为大案要案. Makes it a major case by decision (R1.2).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.mark-major"), AllowedTo(Decisions)]
[Refuses<CaseNotInStage>]
public sealed record MarkMajorCase(Grounds Grounds) : CaseCommand;

/// <summary>涉案数额已登记. What was found of amounts and circumstances.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Figures">涉案数额. What was found, in 分.</param>
[Alias("case.figures-recorded")]
public sealed record CaseFiguresRecorded(DateOnly On, CaseFigures Figures) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记货值金额{CaseTexts.Yuan(Figures.GoodsValue)}元", $"Goods worth {CaseTexts.Yuan(Figures.GoodsValue)} yuan");
}

/// <summary>已确定为大案要案. It is a major case, by decision or by criteria.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Because">原因. Why.</param>
/// <param name="DocumentNumber">文书编号. The document of the decision, or null.</param>
[Alias("case.marked-major")]
public sealed record CaseMarkedMajor(DateOnly On, string Because, string? DocumentNumber) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"大案要案：{Because}", $"Major case: {Because}");

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}
