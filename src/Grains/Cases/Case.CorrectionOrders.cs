using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The orders to correct that are given within a case.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInCorrectionOrders(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        OrderCorrection or RecordCorrection when !state.IsOpen || state.NoPenalty is not null => new CaseNotInStage(state.Stage),
        OrderCorrection c => DecideOrderCorrection(state, c, now),
        RecordCorrection c when !state.CorrectionOrders.Any(order => order.Number == c.Order && order.IsDone is null) =>
            new NoSuchItem("order", c.Order),
        RecordCorrection c => FreeText.Missing("finding", c.Finding) is { } problem ? problem
            : new CorrectionRecorded(c.Order, c.IsDone, now.Day, c.Finding.Trim()),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInCorrectionOrders(CaseState state, CaseEvent happened) => happened switch
    {
        CorrectionOrdered e => state with
        {
            CorrectionOrders = state.CorrectionOrders.Add(e.Order),
            Clocks = state.Clocks
                .Start(CaseDeadlines.Correction, StatutoryRules.PenaltyCorrection, ShanghaiTime.StartOf(e.Order.OrderedOn), e.Order.Number)
                .Extend(CaseDeadlines.Correction, e.Order.Number, e.Term),
        },
        CorrectionFellDue e => state with { Clocks = state.Clocks.Stop(CaseDeadlines.Correction, e.Order) },
        CorrectionRecorded e => state with
        {
            CorrectionOrders =
            [
                .. state.CorrectionOrders.Select(order =>
                    order.Number == e.Order ? order with { IsDone = e.IsDone, CheckedOn = e.On, Finding = e.Finding } : order),
            ],
            Clocks = state.Clocks.Stop(CaseDeadlines.Correction, e.Order),
        },
        _ => null,
    };

    private static Decision<CaseEvent> DecideOrderCorrection(CaseState state, OrderCorrection c, Circumstances now)
    {
        if ((FreeText.Missing("what", c.What) ?? c.Grounds.Problem()) is { } problem)
        {
            return problem;
        }

        var days = c.Until.DayNumber - now.Day.DayNumber;
        var grounds = c.Grounds.Trimmed();
        return days is < 0 or > 3650
            ? new InvalidInput("until", "改正期限不合理，应在责令改正之日以后", "The term is not plausible; it ends on or after the day of the order")
            : new CorrectionOrdered(
                new CorrectionOrder(state.CorrectionOrders.Length + 1, c.What.Trim(), now.Day, c.Until, grounds.DocumentNumber),
                new ClockExtension(days, "责令改正决定", grounds.DocumentNumber ?? ""),
                grounds);
    }
}

/// <summary>责令改正. An order within a case to put something right (行政处罚法 第二十八条).</summary>
/// <param name="Number">序号. Its number in the case, from 1.</param>
/// <param name="What">改正内容. What is to be put right.</param>
/// <param name="OrderedOn">责令日期. The day (Asia/Shanghai).</param>
/// <param name="Until">改正期限. The last day (Asia/Shanghai).</param>
/// <param name="Document">文书编号. Or null.</param>
/// <param name="IsDone">已改正. Whether it was put right; null before that was looked at.</param>
/// <param name="CheckedOn">核实日期. The day it was looked at (Asia/Shanghai), or null.</param>
/// <param name="Finding">核实情况. What was found, or null.</param>
[GenerateSerializer, Immutable, Alias("correction-order")]
public sealed record CorrectionOrder(
    int Number,
    string What,
    DateOnly OrderedOn,
    DateOnly Until,
    string? Document,
    bool? IsDone = null,
    DateOnly? CheckedOn = null,
    string? Finding = null);

/// <summary>责令改正. Orders the party within a case to put something right by a day (行政处罚法 第二十八条).</summary>
/// <param name="What">改正内容. What is to be put right.</param>
/// <param name="Until">改正期限. The last day.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("case.order-correction"), AllowedTo(Investigators), Dated]
[Refuses<CaseNotInStage>]
public sealed record OrderCorrection([Longest(1000)] string What, DateOnly Until, Grounds Grounds) : CaseCommand;

/// <summary>核实改正情况. Records whether an order to correct was followed; without it the case is not closed.</summary>
/// <param name="Order">责令改正序号. Its number in the case.</param>
/// <param name="IsDone">已改正. Whether it was put right.</param>
/// <param name="Finding">核实情况. What was found.</param>
[GenerateSerializer, Immutable, Alias("case.record-correction"), AllowedTo(Investigators), Dated]
[Refuses<CaseNotInStage, NoSuchItem>]
public sealed record RecordCorrection(int Order, bool IsDone, [Longest(1000)] string Finding) : CaseCommand;

/// <summary>已责令改正. The party is to put something right by a day.</summary>
/// <param name="Order">责令改正. What, by when.</param>
/// <param name="Term">期限. The term that the order sets.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("case.correction-ordered")]
public sealed record CorrectionOrdered(CorrectionOrder Order, ClockExtension Term, Grounds Grounds) : CaseStep(Grounds)
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"责令于{IsoDate.Of(Order.Until)}前改正", $"Ordered to put right by {IsoDate.Of(Order.Until)}");
}

/// <summary>改正期限届满. The term of an order to correct is over.</summary>
/// <param name="Order">责令改正序号. Which.</param>
/// <param name="On">最后一日. The last day (Asia/Shanghai).</param>
[Alias("case.correction-fell-due")]
public sealed record CorrectionFellDue(int Order, DateOnly On) : CaseEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"第{Order}项责令改正期限届满，应当核实", $"The term of order {Order} is over; it is to be looked at");
}

/// <summary>改正情况已核实. Whether an order to correct was followed is recorded.</summary>
/// <param name="Order">责令改正序号. Which.</param>
/// <param name="IsDone">已改正. Whether it was put right.</param>
/// <param name="On">核实日期. The day (Asia/Shanghai).</param>
/// <param name="Finding">核实情况. What was found.</param>
[Alias("case.correction-recorded")]
public sealed record CorrectionRecorded(int Order, bool IsDone, DateOnly On, string Finding) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => IsDone
        ? new($"第{Order}项责令改正：已改正", $"Order {Order}: put right")
        : new($"第{Order}项责令改正：未改正", $"Order {Order}: not put right");
}
