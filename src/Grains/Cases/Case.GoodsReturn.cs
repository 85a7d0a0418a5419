using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// What was confiscated by a decision that does not stand any more is given back, or paid for where it is there no more, and so is what was
// destroyed early and in the end not confiscated (国家赔偿法 第三十六条; 行政强制法 第二十八条).
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInGoodsReturn(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        RecordGoodsReturn c => DecideRecordGoodsReturn(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInGoodsReturn(CaseState state, CaseEvent happened) => happened switch
    {
        GoodsReturnOwed e => ToReturn(state, e),
        GoodsReturned e => Returned(state, e),
        _ => null,
    };

    private static CaseState ToReturn(CaseState state, GoodsReturnOwed e) => state with
    {
        Seizures =
        [
            .. state.Seizures.Select(one => e.Seizures.Contains(one.Number) ? one with { ReturnOwedOn = ShanghaiTime.DayOf(e.At) } : one),
        ],
        Clocks = state.Clocks.Find(CaseDeadlines.GoodsReturn) is not null ? state.Clocks
            : Restarted(state, state.Clocks, CaseDeadlines.GoodsReturn, StatutoryRules.PenaltyGoodsReturn, e.At),
    };

    // What a new decision confiscates is owed no more, and is owed again should that one fall too.
    private static CaseState Returned(CaseState state, GoodsReturned e)
    {
        var known = state with
        {
            Seizures =
            [
                .. state.Seizures.Select(one => one.Number != e.Seizure ? one
                    : e.Return.Way is GoodsReturnWay.ConfiscatedAnew ? one with { ReturnOwedOn = null }
                    : one with { ReturnOwedOn = one.ReturnOwedOn ?? e.Return.On, Return = e.Return }),
            ],
        };
        return known.Seizures.Any(one => one.IsReturnOwed) ? known
            : known with { Clocks = known.Clocks.Stop(CaseDeadlines.GoodsReturn) };
    }

    /// <summary>
    /// The measures whose goods the bureau may not keep, or has destroyed, and that are not yet known to be owed: confiscated or destroyed
    /// by a decision that was annulled since, or changed so that nothing is confiscated, also where that was before it was kept; or
    /// destroyed early where in the end nothing is confiscated.
    /// </summary>
    internal static ImmutableArray<int> NotToKeep(CaseState state) =>
    [
        .. state.Seizures.Where(one => one is { Return: null, ReturnOwedOn: null } && NotToKeepSince(state, one) is not null)
            .Select(one => one.Number),
    ];

    /// <summary>Since when the goods of a measure are owed: the day on which it was settled, whenever that was entered; null where they are
    /// not.</summary>
    /// <param name="state">The case.</param>
    /// <param name="measure">One of its measures.</param>
    public static DateOnly? NotToKeepSince(CaseState state, Seizure measure) =>
        measure.Outcome is not (SeizureOutcome.Confiscated or SeizureOutcome.Destroyed)
            || state.IsJudged || state is { Decision.Penalty.ConfiscatedGoods: > 0, Execution.AnnulledOn: null }
            ? null
            : FellOn(state) ?? (measure.Early is null ? null : NothingConfiscatedOn(state));

    // The day on which it became known that what confiscated goods stands no more.
    private static DateOnly? FellOn(CaseState state) => state.Challenges.LastOrDefault(one => one.Decision is { Penalty.ConfiscatedGoods: > 0 }
        && one.Outcome is ChallengeOutcome.Changed or ChallengeOutcome.Annulled or ChallengeOutcome.AnnulledAnew)?.EndedOn;

    // The day on which the bureau decided what it had to decide and confiscated nothing. What another authority has is not decided here.
    private static DateOnly? NothingConfiscatedOn(CaseState state) => state switch
    {
        { NoPenalty.DecidedOn: var decidedOn } => decidedOn,
        { Decision: { DecidedOn: var decidedOn, Penalty.ConfiscatedGoods: 0 } } => decidedOn,
        { End: { On: var endedOn, Outcome: CaseOutcome.NotFiled or CaseOutcome.Withdrawn or CaseOutcome.Terminated } } => endedOn,
        _ => null,
    };

    // An earlier version took the day of the entry; the goods may have been given back between the two.
    private static Decision<CaseEvent> DecideRecordGoodsReturn(CaseState state, RecordGoodsReturn c, Circumstances now) =>
        state.Seizures.FirstOrDefault(one => one.Number == c.Seizure) is not { } measure ? new NoSuchItem("seizure", c.Seizure)
        : !measure.IsReturnOwed && !NotToKeep(state).Contains(c.Seizure) ? new GoodsReturnNotOwed(c.Seizure)
        : (ActDay.Problem("returnedOn", c.ReturnedOn, Earliest(NotToKeepSince(state, measure), measure.ReturnOwedOn), now.Today)
            ?? FreeText.Missing("documentNumber", c.DocumentNumber)
            ?? WayProblem(state, measure, c)) is { } problem ? problem
        : new GoodsReturned(c.Seizure, new GoodsReturn(c.ReturnedOn, c.Way, c.Amount.Fen, c.DocumentNumber.Trim()));

    private static InvalidInput? WayProblem(CaseState state, Seizure measure, RecordGoodsReturn c) => c.Way switch
    {
        GoodsReturnWay.Returned when measure.Outcome is SeizureOutcome.Destroyed => new InvalidInput(
            "way", "该物品已经销毁，不能退还，应当折价赔偿（国家赔偿法第三十六条）", "These goods were destroyed; they are paid for"),
        GoodsReturnWay.PaidFor => c.Amount.Fen > 0 ? null : NotAboveZero(),
        _ when c.Amount.Fen != 0 => new InvalidInput(
            "amountCny", "只有折价赔偿的才填写金额", "Only of what is paid for is it said how much"),
        GoodsReturnWay.ConfiscatedAnew => NotConfiscated(state, "way", c.DocumentNumber, c.ReturnedOn),
        _ => null,
    };
}

/// <summary>退还没收物品的方式. How it is settled that goods were confiscated by a decision that fell.</summary>
[JsonConverter(typeof(WireNameConverter<GoodsReturnWay>))]
public enum GoodsReturnWay
{
    /// <summary>Given back.</summary>
    [Term("退还原物", "given back")]
    Returned,

    /// <summary>Paid for, because they are there no more.</summary>
    [Term("物品已不存在，折价赔偿", "paid for, being there no more")]
    PaidFor,

    /// <summary>Confiscated by the decision that was made anew and stands.</summary>
    [Term("由重新作出的决定没收", "confiscated by the decision made anew")]
    ConfiscatedAnew,
}

/// <summary>没收物品的退还. How goods were given back or paid for. Money in 分.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Way">方式. How.</param>
/// <param name="Amount">赔偿金额. What was paid for them, in 分; 0 where they were given back.</param>
/// <param name="Document">凭证编号. The number of the receipt.</param>
[GenerateSerializer, Immutable, Alias("goods-return")]
public sealed record GoodsReturn(DateOnly On, GoodsReturnWay Way, long Amount, string Document);

/// <summary>退还没收物品. Records that goods were given back, or paid for where they are there no more, because the decision that had confiscated
/// them was annulled, or changed so that nothing is confiscated, or because they were destroyed early and nothing was confiscated in the
/// end (国家赔偿法 第三十六条; 行政强制法 第二十八条).</summary>
/// <param name="Seizure">措施序号. Its number in the case.</param>
/// <param name="Way">退还方式. How.</param>
/// <param name="ReturnedOn">退还日期. The day; not after today.</param>
/// <param name="DocumentNumber">凭证编号. The number of the receipt, or of the decision made anew.</param>
/// <param name="Amount">赔偿金额. What was paid for them, where they are there no more.</param>
[GenerateSerializer, Immutable, Alias("case.record-goods-return"), AllowedTo(Investigators)]
[Refuses<NoSuchItem, GoodsReturnNotOwed>]
public sealed record RecordGoodsReturn(
    int Seizure, GoodsReturnWay Way, [IsDayOfAct] DateOnly ReturnedOn, [Longest(200)] string DocumentNumber, [Optional] Yuan Amount)
    : CaseCommand;

/// <summary>应当退还没收物品. What had confiscated goods stands no more, or what was destroyed early is not confiscated: they are to be given
/// back or paid for.</summary>
/// <param name="At">时刻. Since when (UTC).</param>
/// <param name="Seizures">措施序号. The measures whose goods they are.</param>
[Alias("case.goods-return-owed")]
public sealed record GoodsReturnOwed(DateTimeOffset At, ImmutableArray<int> Seizures) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"第{string.Join('、', Seizures)}号措施的物品没有没收的有效决定，应当退还或者折价赔偿",
        $"No decision confiscates the goods of measure {string.Join(", ", Seizures)}: they are to be given back or paid for");
}

/// <summary>没收物品已退还. Goods were given back, paid for, or confiscated by the decision that was made anew.</summary>
/// <param name="Seizure">措施序号. Which measure's.</param>
/// <param name="Return">退还. How and when.</param>
[Alias("case.goods-returned")]
public sealed record GoodsReturned(int Seizure, GoodsReturn Return) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"第{Seizure}号措施没收的物品：{Terms.Of(Return.Way).Chinese}{(Return.Amount > 0 ? $"{CaseTexts.Yuan(Return.Amount)}元" : "")}",
        $"Goods of measure {Seizure} {Terms.Of(Return.Way).English}"
            + (Return.Amount > 0 ? $", {CaseTexts.Yuan(Return.Amount)} yuan" : ""));

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Return.On;

    /// <inheritdoc/>
    public override string? Document => Return.Document;
}

/// <summary>没有应退还的没收物品. Goods are given back by this step only where the decision that had confiscated them stands no more.</summary>
/// <param name="Seizure">措施序号. Which measure.</param>
[GenerateSerializer, Immutable, Alias("refusal.goods-return-not-owed")]
public sealed record GoodsReturnNotOwed(int Seizure) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"第{Seizure}号措施的物品没有应当退还的情形：没有据以没收、现已被撤销或者变更的处罚决定，也没有提前处置后未予没收，或者已经退还",
        $"The goods of measure {Seizure} are not to be given back: no decision that confiscated them has fallen, they were not destroyed "
        + "early without being confiscated in the end, or that is done");
}
