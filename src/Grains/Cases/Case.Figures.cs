using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The amounts of a case, and which cases are major.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInFigures(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        RecordCaseFigures or MarkMajorCase when !state.IsOpen || state.NoPenalty is not null => new CaseNotInStage(state.Stage),
        RecordCaseFigures c => DecideRecordCaseFigures(state, c, now),
        MarkMajorCase c => c.Grounds.Problem() is { } problem ? problem
            : state.MajorBecause is { } major
                ? major == c.Grounds.Trimmed().Reason ? Decision<CaseEvent>.AlreadySo : new AlreadyRecorded(null, null, major)
            : new CaseMarkedMajor(now.Day, c.Grounds.Trimmed().Reason, c.Grounds.Trimmed().DocumentNumber),
        UnmarkMajorCase c => c.Grounds.Problem() is { } problem ? problem
            : state.MajorBecause is not { } because ? Decision<CaseEvent>.AlreadySo
            // What is major by its figures is so while they stand; they are corrected where they are mistaken (R1.2).
            : now.Required<MajorCaseCriteria>().MetBy(state.Figures.By(LawDay(state, now.Day))) is { } criterion
                ? new MajorByCriteria(criterion)
            : new CaseUnmarkedMajor(now.Today, because, MajorCounted(now), c.Grounds.Trimmed()),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInFigures(CaseState state, CaseEvent happened) => happened switch
    {
        CaseFiguresRecorded e => state with { Figures = e.Figures, HasNoAmounts = e.AreNone },
        CaseMarkedMajor e => state with { MajorBecause = e.Because },
        CaseNoLongerMajor or CaseUnmarkedMajor => state with { MajorBecause = null },
        _ => null,
    };

    private static Decision<CaseEvent> DecideRecordCaseFigures(CaseState state, RecordCaseFigures c, Circumstances now)
    {
        if ((Figures(c, out var figures) ?? (Refusal?)NotOfItsLines(state, figures)) is { } problem)
        {
            return problem;
        }

        var areNone = AreNone(figures);
        return figures.SaysTheSameAs(state.Figures) && areNone == state.HasNoAmounts
            ? Decision<CaseEvent>.AlreadySo
            : Found(state, [new CaseFiguresRecorded(now.Day, figures) { AreNone = areNone }], figures, now);
    }

    // That there are no amounts is known by their having been looked for.
    private static bool? AreNone(CaseFigures figures) => figures.SaysTheSameAs(CaseFigures.None) ? true : null;

    private static InvalidInput? Figures(IGivesFigures given, out CaseFigures figures)
    {
        figures = new CaseFigures(
            given.GoodsValue.Fen, given.SalesAmount.Fen, given.UnsoldValue.Fen, given.IllegalGains.Fen, given.BusinessAmount.Fen,
            given.Loss.Fen, given.LabelPieces, given.Marks ?? 0, [.. given.Circumstances.Distinct().Order()], given.Patents,
            given.LawfulCosts.Fen is 0 ? null : given.LawfulCosts.Fen);
        long[] each =
        [
            figures.GoodsValue, figures.SalesAmount, figures.UnsoldValue, figures.IllegalGains, figures.BusinessAmount, figures.Loss,
            figures.LabelPieces, figures.Marks, figures.Patents ?? 0, figures.LawfulCosts ?? 0,
        ];
        return each.Any(figure => figure is < 0 or > 1_000_000_000_000_00)
            ? new InvalidInput("goodsValueCny", "数额不能为负，也不能超过一万亿元", "A figure must not be negative, nor above a million millions of yuan")
            : figures.LawfulCosts > figures.IllegalGains
            ? new InvalidInput("lawfulCostsCny", "合法必要支出不能超过违法所得款项", "Lawful costs cannot be more than what was taken")
            : null;
    }

    // What was found, however it was recorded, is compared with the thresholds of crime and with what makes a case major.
    private static Decision<CaseEvent> Found(
        CaseState state, IEnumerable<CaseEvent> found, CaseFigures figures, Circumstances now, string? correctedBecause = null)
    {
        var events = found.ToList();
        if (!figures.SaysTheSameAs(state.Figures))
        {
            events.AddRange(ProposedAnew(state, OtherFacts, now));
        }

        // While the police have the case, what is found goes to them; it is compared again should they give the case back.
        if (state.Stage is not CaseStage.Transferred)
        {
            events.AddRange(NewDuty(state, figures, now, correctedBecause));
        }

        var (criteria, because, law) = (now.Required<MajorCaseCriteria>(), state.MajorBecause, LawDay(state, now.Day));
        if (because is null && criteria.MetBy(figures.By(law)) is { } criterion)
        {
            events.Add(new CaseMarkedMajor(now.Day, criterion, null));
        }

        // What mistaken figures alone made major is not when they are right; what was decided to be stays so (R1.2).
        else if (correctedBecause is not null && because is not null
            && criteria.MetBy(state.Figures.By(law)) == because && criteria.MetBy(figures.By(law)) is null)
        {
            events.Add(new CaseNoLongerMajor(now.Today, because, MajorCounted(now), correctedBecause));
        }

        return events;
    }
}

/// <summary>登记涉案数额. Records what was found of amounts and circumstances; it replaces what was recorded before and is compared with the thresholds of crime at once.</summary>
/// <param name="GoodsValue">货值金额. What the goods are worth, sold or not.</param>
/// <param name="SalesAmount">销售金额. What was taken for those that were sold.</param>
/// <param name="UnsoldValue">未销售货值. What the unsold ones are worth.</param>
/// <param name="IllegalGains">违法所得. What was taken by the act, costs not deducted.</param>
/// <param name="BusinessAmount">非法经营数额. The business done with infringing goods.</param>
/// <param name="Loss">直接经济损失. The loss of the right holder or of whoever was harmed.</param>
/// <param name="LabelPieces">标识件数. Counterfeit labels, in pieces.</param>
/// <param name="Marks">商标数. How many registered marks are concerned.</param>
/// <param name="Circumstances">情节. What was found beside the figures.</param>
/// <param name="Patents">专利数. How many patents of others are concerned.</param>
/// <param name="LawfulCosts">合法必要支出. The lawful costs of the act that the party has proven; the law of the act says whether they are
/// deducted.</param>
[GenerateSerializer, Immutable, Alias("case.record-figures"), AllowedTo(Investigators), Dated]
[Refuses<CaseNotInStage, GoodsValueIsOfLines, BeyondGoodsLines>]
public sealed record RecordCaseFigures(
    Yuan GoodsValue,
    [Optional] Yuan SalesAmount,
    [Optional] Yuan UnsoldValue,
    [Optional] Yuan IllegalGains,
    [Optional] Yuan BusinessAmount,
    [Optional] Yuan Loss,
    [Optional] int LabelPieces,
    [Optional] int? Marks,
    [Optional, Most(50)] ImmutableArray<GraveCircumstance> Circumstances,
    int? Patents = null,
    Yuan LawfulCosts = default) : CaseCommand, IGivesFigures;

/// <summary>更正涉案数额. Puts right what was recorded of amounts and circumstances, where it was mistaken: all of it as it should read. What
/// was counted is taken back as it was counted. The head of a section decides that, or the leading group.</summary>
/// <param name="GoodsValue">货值金额. What the goods are worth, sold or not.</param>
/// <param name="SalesAmount">销售金额. What was taken for those that were sold.</param>
/// <param name="UnsoldValue">未销售货值. What the unsold ones are worth.</param>
/// <param name="IllegalGains">违法所得. What was taken by the act, costs not deducted.</param>
/// <param name="BusinessAmount">非法经营数额. The business done with infringing goods.</param>
/// <param name="Loss">权利人损失. The right holder's loss.</param>
/// <param name="LabelPieces">标识件数. Counterfeit labels, in pieces.</param>
/// <param name="Marks">商标数. How many registered marks are concerned.</param>
/// <param name="Circumstances">情节. What was found beside the figures.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Patents">专利数. How many patents of others are concerned.</param>
/// <param name="LawfulCosts">合法必要支出. The lawful costs of the act that the party has proven; the law of the act says whether they are
/// deducted.</param>
[GenerateSerializer, Immutable, Alias("case.correct-figures"), AllowedTo(Roles.SectionHead | Roles.Leader), ByHeadOfSection]
[Refuses<GoodsValueIsOfLines, BeyondGoodsLines, DutyLiftedByInvolved>]
public sealed record CorrectCaseFigures(
    Yuan GoodsValue,
    [Optional] Yuan SalesAmount,
    [Optional] Yuan UnsoldValue,
    [Optional] Yuan IllegalGains,
    [Optional] Yuan BusinessAmount,
    [Optional] Yuan Loss,
    [Optional] int LabelPieces,
    [Optional] int? Marks,
    [Optional, Most(50)] ImmutableArray<GraveCircumstance> Circumstances,
    Grounds Grounds,
    int? Patents = null,
    Yuan LawfulCosts = default) : CaseCommand, IGivesFigures;

/// <summary>所报数额. What a command gives of amounts and circumstances.</summary>
internal interface IGivesFigures
{
    Yuan GoodsValue { get; }

    Yuan SalesAmount { get; }

    Yuan UnsoldValue { get; }

    Yuan IllegalGains { get; }

    Yuan BusinessAmount { get; }

    Yuan Loss { get; }

    int LabelPieces { get; }

    int? Marks { get; }

    ImmutableArray<GraveCircumstance> Circumstances { get; }

    int? Patents { get; }

    Yuan LawfulCosts { get; }
}

/// <summary>确定为大案要案. Makes it a major case by decision (R1.2).</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.mark-major"), AllowedTo(Decisions), Dated]
[Refuses<CaseNotInStage, AlreadyRecorded>]
public sealed record MarkMajorCase(Grounds Grounds) : CaseCommand;

/// <summary>
/// 撤销大案要案的确定. Undoes by decision what was decided: it is no major case any more, or was none. What its figures make major stays so.
/// </summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.unmark-major"), AllowedTo(Decisions)]
[Refuses<MajorByCriteria>]
public sealed record UnmarkMajorCase(Grounds Grounds) : CaseCommand;

/// <summary>涉案数额已登记. What was found of amounts and circumstances.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Figures">涉案数额. What was found, in 分.</param>
[Alias("case.figures-recorded")]
public sealed record CaseFiguresRecorded(DateOnly On, CaseFigures Figures) : CaseEvent
{
    /// <summary>没有数额. Whether it was recorded that there are no amounts; null where there are, and from before that was kept.</summary>
    public bool? AreNone { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记货值金额{CaseTexts.Yuan(Figures.GoodsValue)}元", $"Goods worth {CaseTexts.Yuan(Figures.GoodsValue)} yuan");
}

/// <summary>涉案数额已更正. What was recorded of amounts and circumstances was put right.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="From">原数额. As it was before, in 分.</param>
/// <param name="To">现数额. As it is from then on, in 分.</param>
/// <param name="Counted">已计事实. What had been counted of the case by then.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.figures-corrected")]
public sealed record CaseFiguresCorrected(
    DateOnly On, CaseFigures From, CaseFigures To, ImmutableArray<CountedFact> Counted, Grounds Grounds)
    : CaseStep(Grounds), ICorrection
{
    /// <summary>没有数额. Whether it was corrected to there being no amounts; null where there are, and from before that was kept.</summary>
    public bool? AreNone { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"货值金额由{CaseTexts.Yuan(From.GoodsValue)}元更正为{CaseTexts.Yuan(To.GoodsValue)}元：{Grounds.Reason}",
        $"Goods' value corrected from {CaseTexts.Yuan(From.GoodsValue)} to {CaseTexts.Yuan(To.GoodsValue)} yuan: {Grounds.Reason}");
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

/// <summary>不再列为大案要案. The figures that made it a major case were mistaken.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Because">原因. Why it had been one.</param>
/// <param name="Counted">已计事实. What had been counted of that, under the days and classes it was counted under.</param>
/// <param name="Reason">理由. Why the figures were put right.</param>
[Alias("case.no-longer-major")]
public sealed record CaseNoLongerMajor(DateOnly On, string Because, ImmutableArray<CountedFact> Counted, string Reason)
    : CaseEvent, ICorrection
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"涉案数额更正后，不再列为大案要案（原因“{Because}”已不成立）：{Reason}",
        $"By the corrected figures no major case any more, as it was for {Because}: {Reason}");
}

/// <summary>已撤销大案要案的确定. What had been decided to be a major case is none any more.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Because">原确定理由. Why it had been one.</param>
/// <param name="Counted">已计事实. What had been counted of that, under the days and classes it was counted under.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.unmarked-major")]
public sealed record CaseUnmarkedMajor(DateOnly On, string Because, ImmutableArray<CountedFact> Counted, Grounds Grounds)
    : CaseStep(Grounds), ICorrection
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"撤销大案要案的确定（原确定理由“{Because}”）：{Grounds.Reason}",
        $"No major case any more, as it was for {Because}: {Grounds.Reason}");
}

/// <summary>数额已达大案要案标准. What its figures make a major case is one while they stand.</summary>
/// <param name="Criterion">标准. Which criterion they meet.</param>
[GenerateSerializer, Immutable, Alias("refusal.major-by-criteria")]
public sealed record MajorByCriteria(string Criterion) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"登记的数额已达到大案要案标准（{Criterion}），不能撤销；数额登记有误的，请更正数额",
        $"The recorded figures make it a major case ({Criterion}); correct them where they are mistaken");
}
