using System.Collections.Immutable;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailySummaries;

// What the sections said is put together, looked at by the head, and put together again where it does not do.
public static partial class DailySummary
{
    private static Decision<DailySummaryEvent>? DecideInCollection(
        DailySummaryState summary, DailySummaryCommand command, Circumstances now) => command switch
        {
            CollectDailyReportsAgain when summary.IsWithCityBureau || summary.Status is DailySummaryStatus.Approved =>
                new DailySummaryNotOpen(summary.Status),
            CollectDailyReportsAgain c => DecideCollectDailyReportsAgain(summary, c, now),
            ApproveDailySummary or ReturnDailySummary when summary.Status is not DailySummaryStatus.Collected =>
                new DailySummaryNotOpen(summary.Status),
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

    // Of each column what the sections say of their day adds up; who has said nothing adds nothing, and is named.
    private static CollectedDay Collected(ReportsOfDayFound found, string? narrative, Circumstances now) => new(
        now.Now,
        now.Actor.User,
        FreeText.Given(narrative),
        [
            .. found.Reports.OrderBy(report => report.Section, StringComparer.Ordinal).Select(report => new CollectedReport(
                report.Section, report.Number, report.Status, report.Versions.Length, report.Versions.LastOrDefault()?.Hash)),
        ],
        [
            .. found.Reports.SelectMany(report => report.Statement?.Figures ?? []).Where(figure => figure.IsTotal)
                .GroupBy(figure => figure.Column)
                .Select(same => new SummedFigure(same.Key, same.Sum(figure => figure.Value), same.Any(figure => figure.IsManual))),
        ]);

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

/// <summary>重新汇总日报. Puts them together as they stand now: a section was late or put its report right, or the summary came back.</summary>
/// <param name="Narrative">综合情况. What the bureau says of it, in words, as it should read.</param>
[GenerateSerializer, Immutable, Alias("daily-summary.collect-again"), AllowedTo(DailyReport.Collectors)]
[Refuses<DailySummaryNotOpen>]
public sealed record CollectDailyReportsAgain([Longest(4000)] string? Narrative = null) : DailySummaryCommand;

/// <summary>批准日报汇总. The head of the bureau approves what is sent up.</summary>
[GenerateSerializer, Immutable, Alias("daily-summary.approve"), AllowedTo(Roles.Leader)]
[Refuses<DailySummaryNotOpen>]
public sealed record ApproveDailySummary : DailySummaryCommand;

/// <summary>退回日报汇总. It is put together again.</summary>
/// <param name="Reason">理由. What is wrong.</param>
[GenerateSerializer, Immutable, Alias("daily-summary.return"), AllowedTo(Roles.Leader)]
[Refuses<DailySummaryNotOpen>]
public sealed record ReturnDailySummary([Longest(Grounds.LongestReason)] string Reason) : DailySummaryCommand;

/// <summary>当日各科室日报. What the shell found of the sections' reports of a day.</summary>
/// <param name="Reports">日报. Each section's, but for those that no longer reported.</param>
/// <param name="OfDay">当日的汇总. The number of the summary that there is, or null.</param>
public sealed record ReportsOfDayFound(ImmutableArray<DailyReportState> Reports, string? OfDay)
{
    /// <summary>Why nothing can be collected of a day, or null.</summary>
    /// <param name="day">The day.</param>
    internal InvalidInput? Problem(DateOnly day) =>
        Reports.IsEmpty ? new("day", $"没有{IsoDate.Of(day)}的日报", $"There are no reports of {IsoDate.Of(day)}")
        : Reports.Any(report => report.IsOpen) ? new(
            "day", $"{IsoDate.Of(day)}的日报14:00截止后才能汇总", $"The reports of {IsoDate.Of(day)} are collected after 14:00")
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
