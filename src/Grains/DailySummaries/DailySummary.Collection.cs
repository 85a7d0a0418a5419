using System.Collections.Immutable;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailySummaries;

// What the sections said is put together, looked at by the head, and put together again where it does not do.
public static partial class DailySummary
{
    private static Decision<DailySummaryEvent>? DecideInCollection(
        DailySummaryState summary, DailySummaryCommand command, Circumstances now) => command switch
        {
            CollectDailyReportsAgain when summary.Status is DailySummaryStatus.Sent => new DailySummaryNotOpen(summary.Status),

            // What was approved or received is made anew only for what a section has reported since: a further version goes up then.
            CollectDailyReportsAgain when summary.Status is DailySummaryStatus.Approved or DailySummaryStatus.Receipted
                && ChangedSection(summary, now) is null => new DailySummaryNotOpen(summary.Status),
            CollectDailyReportsAgain c => DecideCollectDailyReportsAgain(summary, c, now),
            ApproveDailySummary or ReturnDailySummary when summary.Status is not DailySummaryStatus.Collected =>
                new DailySummaryNotOpen(summary.Status),
            ApproveDailySummary or ReturnDailySummary when !now.Required<DeciderFound>().May(ApprovalStep.DailySummary) =>
                new NotAuthorisedToDecide(ApprovalStep.DailySummary),
            ApproveDailySummary when ChangedSection(summary, now) is { } changed => new DailyReportsChanged(changed),
            ApproveDailySummary => new DailySummaryApproved(now.Today, now.Actor.User),
            ReturnDailySummary c => FreeText.Missing("reason", c.Reason) is { } problem ? problem
                : new DailySummaryReturned(now.Today, now.Actor.User, c.Reason.Trim()),
            _ => Decision<DailySummaryEvent>.NotOfThisStage,
        };

    private static DailySummaryState? ApplyInCollection(DailySummaryState summary, DailySummaryEvent happened) => happened switch
    {
        DailyReportsCollectedAgain e => summary with
        {
            Status = DailySummaryStatus.Collected,
            Collection = e.Collection,
            Earlier = summary.Versions,
            ApprovedBy = null,
            ApprovedOn = null,
            Remark = null,
        },
        DailySummaryApproved e => summary with { Status = DailySummaryStatus.Approved, ApprovedBy = e.By, ApprovedOn = e.On },
        DailySummaryReturned e => summary with { Status = DailySummaryStatus.Returned, Remark = e.Reason },
        _ => null,
    };

    private static Decision<DailySummaryEvent> DecideCollectDailyReports(CollectDailyReports c, Circumstances now)
    {
        if (DrawnNumber.Parse(Prefix, now.Key, out var number) is { } wrongNumber)
        {
            return wrongNumber;
        }

        var found = now.Required<ReportsOfDayFound>();
        return found.OfDay is { } other ? new InvalidInput(
                "day", $"{IsoDate.Of(c.Day)}的日报已经汇总（{other}）", $"The reports of {IsoDate.Of(c.Day)} were collected already ({other})")
            : found.Problem(c.Day) is { } problem ? problem
            : new DailyReportsCollected(number, c.Day, Collected(found, c.Narrative, now));
    }

    private static Decision<DailySummaryEvent> DecideCollectDailyReportsAgain(
        DailySummaryState summary, CollectDailyReportsAgain c, Circumstances now)
    {
        var found = now.Required<ReportsOfDayFound>();
        if (found.Problem(summary.Day) is { } problem)
        {
            return problem;
        }

        var collection = Collected(found, c.Narrative, now);
        return summary.Status is DailySummaryStatus.Collected && collection.SaysTheSameAs(summary.Collection)
            ? Decision<DailySummaryEvent>.AlreadySo
            : new DailyReportsCollectedAgain(collection);
    }

    // A section whose report stands otherwise than when it was put together, or that has one since; null where there is none.
    private static string? ChangedSection(DailySummaryState summary, Circumstances now) =>
        summary.Collection.SectionsOtherThan([.. now.Required<ReportsOfDayFound>().Reports.Select(CollectedReport.Of)]).FirstOrDefault();

    // Who has said nothing adds nothing, and is named.
    private static CollectedDay Collected(ReportsOfDayFound found, string? narrative, Circumstances now) => new(
        now.Now,
        now.Actor.User,
        FreeText.Given(narrative),
        [.. found.Reports.OrderBy(report => report.Section, StringComparer.Ordinal).Select(CollectedReport.Of)],
        SummedFigures.Of(found))
    {
        Cases = [.. found.Said.SelectMany(report => report.Statement!.Cases).Distinct().Order(StringComparer.Ordinal)],
        RecordedAfter = found.Reports.Min(report => report.RecordedAfter),
        RecordedUntil = found.Reports.Max(report => report.RecordedUntil),
    };

    private static DailySummaryState Begun(DailyReportsCollected e) => new()
    {
        Number = e.Number,
        Day = e.Day,
        Status = DailySummaryStatus.Collected,
        Collection = e.Collection,
    };
}

/// <summary>汇总日报. Puts together what the sections reported of a day whose 14:00 is over; who has not reported is named.</summary>
/// <param name="Day">报送日. Of which day (Asia/Shanghai).</param>
/// <param name="Narrative">综合情况. What the bureau says of it, in words.</param>
[GenerateSerializer, Immutable, Alias("daily-summary.collect"), AllowedTo(DailyReport.Collectors), Creates]
[Refuses<AlreadyExists>]
public sealed record CollectDailyReports(DateOnly Day, [Longest(4000)] string? Narrative = null) : DailySummaryCommand;

/// <summary>重新汇总日报. Puts them together as they stand now, as a further version: a section was late or put its report right, also after the
/// summary was approved or received, or the summary came back.</summary>
/// <param name="Narrative">综合情况. What the bureau says of it, in words, as it should read.</param>
[GenerateSerializer, Immutable, Alias("daily-summary.collect-again"), AllowedTo(DailyReport.Collectors)]
[Refuses<DailySummaryNotOpen>]
public sealed record CollectDailyReportsAgain([Longest(4000)] string? Narrative = null) : DailySummaryCommand;

/// <summary>批准日报汇总. The head of the bureau, or a deputy authorised for it, approves what is sent up: the sections' reports as they were put
/// together.</summary>
[GenerateSerializer, Immutable, Alias("daily-summary.approve"), AllowedTo(DailySummary.Deciders)]
[Decides(ApprovalStep.DailySummary)]
[Refuses<DailySummaryNotOpen, NotAuthorisedToDecide, DailyReportsChanged>]
public sealed record ApproveDailySummary : DailySummaryCommand, IDecidesProposals;

/// <summary>退回日报汇总. It is put together again.</summary>
/// <param name="Reason">理由. What is wrong.</param>
[GenerateSerializer, Immutable, Alias("daily-summary.return"), AllowedTo(DailySummary.Deciders)]
[Decides(ApprovalStep.DailySummary)]
[Refuses<DailySummaryNotOpen, NotAuthorisedToDecide>]
public sealed record ReturnDailySummary([Longest(Grounds.LongestReason)] string Reason) : DailySummaryCommand, IDecidesProposals;

/// <summary>科室日报已有变化. A section reported, or put its report right, after the reports were put together.</summary>
/// <param name="Section">责任科室. The first such section's code.</param>
[GenerateSerializer, Immutable, Alias("refusal.daily-reports-changed")]
public sealed record DailyReportsChanged(string Section) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Named.Section(Section)}的日报在汇总后又有变化，请由监督与法制科重新汇总后再批准",
        $"The report of {Named.Section(Section)} has changed since the reports were collected; "
            + "they are collected again before this is approved");
}

/// <summary>当日各科室日报. What the shell found of the sections' reports of a day.</summary>
/// <param name="Reports">日报. Each section's, but for those that no longer reported.</param>
/// <param name="OfDay">当日的汇总. The number of the summary that there is, or null.</param>
public sealed record ReportsOfDayFound(ImmutableArray<DailyReportState> Reports, string? OfDay)
{
    /// <summary>登记小计. What the facts come to that were recorded in the time of a report, by its number: what the columns of parties and of
    /// money are added up from.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FormSum>> Sums { get; init; } = new Dictionary<string, IReadOnlyList<FormSum>>();

    /// <summary>已报送. Those that say something.</summary>
    internal IEnumerable<DailyReportState> Said => Reports.Where(report => report.Statement is not null);

    /// <summary>Why nothing can be collected of a day, or null.</summary>
    /// <param name="day">The day.</param>
    internal InvalidInput? Problem(DateOnly day) =>
        Reports.IsEmpty ? new("day", $"没有{IsoDate.Of(day)}的日报", $"There are no reports of {IsoDate.Of(day)}")
        : Reports.Any(report => report.IsOpen || report.IsToBeFrozen) ? new(
            "day",
            $"{IsoDate.Of(day)}的日报14:00截止、冻结后（约一分钟）才能汇总",
            $"The reports of {IsoDate.Of(day)} are collected when they are frozen, a minute after 14:00")
        : null;
}

/// <summary>日报已汇总. The bureau's report of a day was put together.</summary>
/// <param name="Number">汇总编号. Its number.</param>
/// <param name="Day">报送日. Of which day (Asia/Shanghai).</param>
/// <param name="Collection">汇总内容. What it is made of.</param>
[Alias("daily-summary.collected")]
public sealed record DailyReportsCollected(string Number, DateOnly Day, CollectedDay Collection) : DailySummaryEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"汇总{IsoDate.Of(Day)}日报", $"Reports of {IsoDate.Of(Day)} collected");
}

/// <summary>日报已重新汇总. It was put together again.</summary>
/// <param name="Collection">汇总内容. What it is made of now.</param>
[Alias("daily-summary.collected-again")]
public sealed record DailyReportsCollectedAgain(CollectedDay Collection) : DailySummaryEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("重新汇总日报", "Reports collected again");
}

/// <summary>日报汇总已批准. The head of the bureau approved it.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="By">批准人. User name.</param>
[Alias("daily-summary.approved")]
public sealed record DailySummaryApproved(DateOnly On, string By) : DailySummaryEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("批准报送市局", "Approved for the city bureau");
}

/// <summary>日报汇总已退回. The head of the bureau sent it back.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="By">退回人. User name.</param>
/// <param name="Reason">理由. What is wrong.</param>
[Alias("daily-summary.returned")]
public sealed record DailySummaryReturned(DateOnly On, string By, string Reason) : DailySummaryEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"退回：{Reason}", $"Sent back: {Reason}");
}
