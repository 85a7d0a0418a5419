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
            _ => Decision<DailySummaryEvent>.NotOfThisStage,
        };

    // What the interface does not take for long is handed over otherwise.
    private static bool CanGoUp(DailySummaryState summary, SummaryWay way) =>
        summary.Status is DailySummaryStatus.Approved || (summary.IsUnderWayByHttps && way is not SummaryWay.Https);

    private static DailySummaryState? ApplyInSending(DailySummaryState summary, DailySummaryEvent happened) => happened switch
    {
        DailySummarySent e => summary with { Status = DailySummaryStatus.Sent, Sendings = summary.Sendings.Add(e.Sending) },
        DailySummaryReceipted e => Answered(summary, DailySummaryStatus.Receipted, new SummaryAnswer(e.On, e.By, e.ReceiptNumber, null)),
        DailySummaryRejected e => Answered(summary, DailySummaryStatus.Rejected, new SummaryAnswer(e.On, e.By, null, e.Reason)),
        _ => null,
    };

    private static DailySummaryState Answered(DailySummaryState summary, DailySummaryStatus status, SummaryAnswer answer) => summary with
    {
        Status = status,
        Sendings = summary.Sendings.SetItem(summary.Sendings.Length - 1, summary.Sendings[^1] with { Answer = answer }),
    };
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
[AllowedTo(DailyReport.Collectors | Roles.System)]
[Refuses<DailySummaryNotOpen>]
public sealed record RecordDailySummaryReceipt(
    [Longest(Grounds.LongestDocumentNumber)] string ReceiptNumber, [IsDayOfAct] DateOnly ReceivedOn) : DailySummaryCommand;

/// <summary>登记日报汇总退件. The city bureau did not take it: it is put together and sent again.</summary>
/// <param name="Reason">退件理由. Why.</param>
/// <param name="RejectedOn">退件日. The day (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("daily-summary.record-rejection")]
[AllowedTo(DailyReport.Collectors | Roles.System)]
[Refuses<DailySummaryNotOpen>]
public sealed record RecordDailySummaryRejection(
    [Longest(Grounds.LongestReason)] string Reason, [IsDayOfAct] DateOnly RejectedOn) : DailySummaryCommand;

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
[Alias("daily-summary.receipted")]
public sealed record DailySummaryReceipted(DateOnly On, string By, string ReceiptNumber) : DailySummaryEvent
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
[Alias("daily-summary.rejected")]
public sealed record DailySummaryRejected(DateOnly On, string By, string Reason) : DailySummaryEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"市局退件：{Reason}", $"Not taken by the city bureau: {Reason}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => On;
}
