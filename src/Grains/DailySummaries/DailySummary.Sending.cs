using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailySummaries;

// How it goes up to the city bureau, and what comes back.
public static partial class DailySummary
{
    private static Decision<DailySummaryEvent>? DecideInSending(
        DailySummaryState summary, DailySummaryCommand command, Circumstances now) => command switch
        {
            RecordDailySummarySending c when !CanGoUp(summary, c.Way) => new DailySummaryNotOpen(summary.Status),
            RecordDailySummarySending { Way: SummaryWay.Https } when !now.Actor.IsAnyOf(Roles.System) => new InvalidInput(
                "way", "经市局接口报送由系统办理，请选择纸质或者政务外网", "The system itself sends over the interface; choose paper or the extranet"),
            RecordDailySummarySending c => ActDay.Problem("sentOn", c.SentOn, summary.Day, now.Today) is { } problem ? problem
                : new DailySummarySent(new SummarySending(c.Way, c.SentOn, now.Actor.User)),
            RecordDailySummaryReceipt or RecordDailySummaryRejection when summary.Status is not DailySummaryStatus.Sent =>
                new DailySummaryNotOpen(summary.Status),
            RecordDailySummaryReceipt c =>
                (FreeText.Missing("receiptNumber", c.ReceiptNumber)
                    ?? ActDay.Problem("receivedOn", c.ReceivedOn, summary.Sendings[^1].On, now.Today)) is { } problem ? problem
                : new DailySummaryReceipted(c.ReceivedOn, now.Actor.User, c.ReceiptNumber.Trim()),
            RecordDailySummaryRejection c =>
                (FreeText.Missing("reason", c.Reason)
                    ?? ActDay.Problem("rejectedOn", c.RejectedOn, summary.Sendings[^1].On, now.Today)) is { } problem ? problem
                : new DailySummaryRejected(c.RejectedOn, now.Actor.User, c.Reason.Trim()),
            NoteCityReceipt or NoteCityRejection or NoteSendingStuck when !summary.IsWithCityBureau =>
                new DailySummaryNotOpen(summary.Status),
            NoteCityReceipt c => FreeText.Missing("receiptNumber", c.ReceiptNumber) is { } problem ? problem
                : !Awaits(summary, c.Turn) ? Decision<DailySummaryEvent>.AlreadySo
                : new DailySummaryReceipted(
                    now.Today, now.Actor.User, Cut(c.ReceiptNumber.Trim(), Grounds.LongestDocumentNumber), c.Turn),
            NoteCityRejection c => FreeText.Missing("reason", c.Reason) is { } problem ? problem
                : !Awaits(summary, c.Turn) ? Decision<DailySummaryEvent>.AlreadySo
                : new DailySummaryRejected(now.Today, now.Actor.User, Cut(c.Reason.Trim(), Grounds.LongestReason), c.Turn),
            NoteSendingStuck c when c.Turn != summary.Sendings.Length || !summary.IsUnderWayByHttps
                || summary.Sendings[^1].StuckSince is not null => Decision<DailySummaryEvent>.AlreadySo,
            NoteSendingStuck c => new DailySummarySendingStuck(c.Turn, now.Now),
            _ => Decision<DailySummaryEvent>.NotOfThisStage,
        };

    // An answer is that to the turn that was posted, whatever was done since: one that comes late is no answer to the paper. A receipt says
    // that the city bureau has it, however it got there; a rejection of what was handed over again says nothing of that.
    private static bool Awaits(DailySummaryState summary, int turn) =>
        summary.Sendings.ElementAtOrDefault(turn - 1) is { Way: SummaryWay.Https, Answer: null };

    // What others write has no length of ours; it is an answer all the same. No character is cut in two.
    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)] + "…";

    // What the interface does not take for long is handed over otherwise.
    private static bool CanGoUp(DailySummaryState summary, SummaryWay way) =>
        summary.Status is DailySummaryStatus.Approved || (summary.IsUnderWayByHttps && way is not SummaryWay.Https);

    private static DailySummaryState? ApplyInSending(DailySummaryState summary, DailySummaryEvent happened) => happened switch
    {
        DailySummarySent e => summary with { Status = DailySummaryStatus.Sent, Sendings = summary.Sendings.Add(e.Sending) },
        DailySummaryReceipted e => Answered(summary, e.Turn, new SummaryAnswer(e.On, e.By, e.ReceiptNumber, null)) with
        {
            Status = DailySummaryStatus.Receipted,
        },
        DailySummaryRejected e => Answered(summary, e.Turn, new SummaryAnswer(e.On, e.By, null, e.Reason)) with
        {
            Status = e.Turn is { } turn && turn < summary.Sendings.Length ? summary.Status : DailySummaryStatus.Rejected,
        },
        DailySummarySendingStuck e => Sent(summary, e.Turn, sending => sending with { StuckSince = e.Since }),
        _ => null,
    };

    private static DailySummaryState Answered(DailySummaryState summary, int? turn, SummaryAnswer answer) =>
        Sent(summary, turn ?? summary.Sendings.Length, sending => sending with { Answer = answer });

    private static DailySummaryState Sent(DailySummaryState summary, int turn, Func<SummarySending, SummarySending> change) =>
        summary with { Sendings = summary.Sendings.SetItem(turn - 1, change(summary.Sendings[turn - 1])) };
}

/// <summary>登记日报汇总报送. It was handed over to the city bureau, on paper or over the extranet.</summary>
/// <param name="Way">报送方式. How.</param>
/// <param name="SentOn">报送日. The day (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("daily-summary.record-sending")]
[AllowedTo(DailyReport.Collectors | Roles.System)]
[Refuses<DailySummaryNotOpen>]
public sealed record RecordDailySummarySending(SummaryWay Way, [IsDayOfAct] DateOnly SentOn) : DailySummaryCommand;

/// <summary>登记日报汇总回执. The city bureau confirmed that it has it.</summary>
/// <param name="ReceiptNumber">回执编号. The number of the receipt.</param>
/// <param name="ReceivedOn">回执日. The day (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("daily-summary.record-receipt")]
[AllowedTo(DailyReport.Collectors)]
[Refuses<DailySummaryNotOpen>]
public sealed record RecordDailySummaryReceipt(
    [Longest(Grounds.LongestDocumentNumber)] string ReceiptNumber, [IsDayOfAct] DateOnly ReceivedOn) : DailySummaryCommand;

/// <summary>登记日报汇总退件. The city bureau did not take it: it is put together and sent again.</summary>
/// <param name="Reason">退件理由. Why.</param>
/// <param name="RejectedOn">退件日. The day (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("daily-summary.record-rejection")]
[AllowedTo(DailyReport.Collectors)]
[Refuses<DailySummaryNotOpen>]
public sealed record RecordDailySummaryRejection(
    [Longest(Grounds.LongestReason)] string Reason, [IsDayOfAct] DateOnly RejectedOn) : DailySummaryCommand;

/// <summary>记录市局接口回执. The city bureau's interface took what was posted to it.</summary>
/// <param name="Turn">报送次序. Which sending, from 1: it may have been handed over otherwise meanwhile.</param>
/// <param name="ReceiptNumber">回执编号. The number of the receipt; as long as it is.</param>
[GenerateSerializer, Immutable, Alias("daily-summary.note-city-receipt"), AllowedTo(Roles.System)]
[Refuses<DailySummaryNotOpen>]
public sealed record NoteCityReceipt(int Turn, [Longest(NoteCityReceipt.LongestAnswer)] string ReceiptNumber) : DailySummaryCommand
{
    /// <summary>最长答复. The most characters of an answer that are looked at.</summary>
    public const int LongestAnswer = 64 * 1024;
}

/// <summary>记录市局接口退件. The city bureau's interface did not take what was posted to it.</summary>
/// <param name="Turn">报送次序. Which sending, from 1.</param>
/// <param name="Reason">退件理由. Why; as long as it is.</param>
[GenerateSerializer, Immutable, Alias("daily-summary.note-city-rejection"), AllowedTo(Roles.System)]
[Refuses<DailySummaryNotOpen>]
public sealed record NoteCityRejection(int Turn, [Longest(NoteCityReceipt.LongestAnswer)] string Reason) : DailySummaryCommand;

/// <summary>记录报送受阻. The city bureau's interface has not answered for several attempts.</summary>
/// <param name="Turn">报送次序. Which sending, from 1.</param>
[GenerateSerializer, Immutable, Alias("daily-summary.note-sending-stuck"), AllowedTo(Roles.System)]
[Refuses<DailySummaryNotOpen>]
public sealed record NoteSendingStuck(int Turn) : DailySummaryCommand;

/// <summary>汇总状态不符. The step needs a summary that stands elsewhere.</summary>
/// <param name="Status">状态. Where it stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.daily-summary-not-open")]
public sealed record DailySummaryNotOpen(DailySummaryStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"日报汇总现为“{Terms.Of(Status).Chinese}”，不能如此办理", $"This cannot be done to a summary whose status is '{Terms.Of(Status).English}'");
}

/// <summary>日报汇总已报送. It was handed over to the city bureau.</summary>
/// <param name="Sending">报送. How and when.</param>
[Alias("daily-summary.sent")]
public sealed record DailySummarySent(SummarySending Sending) : DailySummaryEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"报送市局（{Terms.Of(Sending.Way).Chinese}）", $"Sent to the city bureau ({Terms.Of(Sending.Way).English})");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Sending.On;
}

/// <summary>日报汇总已有回执. The city bureau has it.</summary>
/// <param name="On">回执日. The day (Asia/Shanghai).</param>
/// <param name="By">登记人. User name.</param>
/// <param name="ReceiptNumber">回执编号. The number of the receipt.</param>
/// <param name="Turn">报送次序. To which sending, from 1; null for the last.</param>
[Alias("daily-summary.receipted")]
public sealed record DailySummaryReceipted(DateOnly On, string By, string ReceiptNumber, int? Turn = null) : DailySummaryEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"市局回执{ReceiptNumber}", $"Receipt {ReceiptNumber} of the city bureau");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;

    /// <inheritdoc/>
    public override string? Document => ReceiptNumber;
}

/// <summary>日报汇总被退件. The city bureau did not take it.</summary>
/// <param name="On">退件日. The day (Asia/Shanghai).</param>
/// <param name="By">登记人. User name.</param>
/// <param name="Reason">退件理由. Why.</param>
/// <param name="Turn">报送次序. To which sending, from 1; null for the last.</param>
[Alias("daily-summary.rejected")]
public sealed record DailySummaryRejected(DateOnly On, string By, string Reason, int? Turn = null) : DailySummaryEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"市局退件：{Reason}", $"Not taken by the city bureau: {Reason}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;
}

/// <summary>市局接口报送受阻. The city bureau's interface has not answered for several attempts; it is tried further.</summary>
/// <param name="Turn">报送次序. Which sending, from 1.</param>
/// <param name="Since">时刻. When that was noted (UTC).</param>
[Alias("daily-summary.sending-stuck")]
public sealed record DailySummarySendingStuck(int Turn, DateTimeOffset Since) : DailySummaryEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        "市局接口多次没有答复，系统继续报送；也可以改用纸质或者政务外网报送",
        "The city bureau's interface has not answered several times; it is tried further, and can be handed over otherwise");
}
