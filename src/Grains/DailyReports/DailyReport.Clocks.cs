using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailyReports;

// The clocks of a report: the reminder at 13:00, the end at 14:00, the freeze a minute later, and the next working day's report.
public static partial class DailyReport
{
    private static DailyReportState? ApplyInClocks(DailyReportState report, DailyReportEvent happened) => happened switch
    {
        DailyReportReminded => report with { RemindsAt = null },
        DailyReportFrozen e => report with
        {
            Status = report.Status is DailyReportStatus.Late ? DailyReportStatus.Late : DailyReportStatus.Frozen,
            Versions = [e.Version],
            RemindsAt = null,
            NextDay = e.NextDay ?? report.NextDay,
        },
        DailyReportMissed e => report with { Status = DailyReportStatus.Missing, RemindsAt = null, NextDay = e.NextDay },
        DailyReportExcused e => report with
        {
            Status = DailyReportStatus.Excused,
            RemindsAt = null,
            NextDay = e.NextDay,
            AnnouncesAt = null,
            CollectionDueAt = null,
        },
        DailyReportsIn => report with { AnnouncesAt = null },
        DailyReportsCollectionDue => report with { CollectionDueAt = null },
        _ => null,
    };

    private static Decision<DailyReportEvent> DecideDailyReportDeadlineReached(
        DailyReportState report, DailyReportDeadlineReached due, Circumstances now) =>
        due.DueAt > now.Now || !DailyReportDeadlines.Of(report).Any(open => open.Kind == due.Kind && open.DueAt == due.DueAt)
            ? Decision<DailyReportEvent>.AlreadySo
            : due.Kind switch
            {
                DailyReportDeadlines.Reminder or DailyReportDeadlines.Due when !now.Calendar.IsWorkingDay(report.Day) =>
                    new DailyReportExcused(report.Day, NextDayOf(report, now)),
                DailyReportDeadlines.Reminder => new DailyReportReminded(report.Day),
                DailyReportDeadlines.Due => new DailyReportMissed(report.Day, NextDayOf(report, now)),
                DailyReportDeadlines.Freeze => DecideAtFreeze(report, now),
                DailyReportDeadlines.In => new DailyReportsIn(report.Day, now.Required<DayOfReportsFound>().Missing),
                DailyReportDeadlines.Collection => new DailyReportsCollectionDue(report.Day, now.Required<DayOfReportsFound>().Summary),
                _ => ToldNext(report, now.AnswerTo(Owes(report))),
            };

    private static DateOnly NextDayOf(DailyReportState report, Circumstances now) => now.Calendar.AddWorkingDays(report.Day, 1).Day;

    // What was recorded between the report and 14:00 is in no other report: it is frozen with what stands at 14:00. Who came after 14:00
    // has had the next day's report opened when 14:00 passed.
    private static DailyReportFrozen DecideAtFreeze(DailyReportState report, Circumstances now) => new(
        Version(report, WithFactsOf(report.Submission!, now), null),
        report.IsLast || report.Status is DailyReportStatus.Late ? null : NextDayOf(report, now));

    // That there was nothing is no longer so where something was recorded after it was said.
    private static DailyStatement WithFactsOf(DailyStatement said, Circumstances now)
    {
        var found = now.Required<DailyFactsFound>();
        var stands = said with { Figures = DailyFigures.Of(found, said.Manual, said), Cases = found.Cases };
        return stands with { IsNil = stands is { IsNil: true, IsEmpty: true } };
    }

    private static Decision<DailyReportEvent> ToldNext(DailyReportState report, Answered? told) => told switch
    {
        null => Decision<DailyReportEvent>.AlreadySo,
        { Refusal: var refusal } =>
            new NextDailyReportOpened(report.NextDay!.Value, refusal?.Message.Chinese, refusal?.Message.English),
    };
}

/// <summary>日报的期限. What a report owes to the clock.</summary>
public static class DailyReportDeadlines
{
    /// <summary>14:00 of its day; due at that moment, until it is submitted.</summary>
    [Deadline, Term("14:00前报送", "submitted by 14:00")]
    public const string Due = "daily-report.due";

    /// <summary>What was submitted is frozen, when all that was decided before 14:00 is recorded.</summary>
    [Deadline, Term("日报冻结", "frozen as of 14:00")]
    public const string Freeze = "daily-report.freeze";

    /// <summary>13:00 of its day: the head of the section is reminded.</summary>
    [Deadline(IsWarning = true), Term("报送提醒", "reminder")]
    public const string Reminder = "daily-report.warning";

    /// <summary>The report of the next working day is opened.</summary>
    [Deadline, Term("开启下一工作日的日报", "next one opened")]
    public const string Next = "daily-report.next-notice";

    /// <summary>All sections' reports of the day are in or missing: those who collect them are told.</summary>
    [Deadline(IsWarning = true), Term("各科室日报截止", "reports of the day in")]
    public const string In = "daily-report.day-warning";

    /// <summary>15:00 of the day: its reports are collected.</summary>
    [Deadline, Term("汇总各科室日报", "reports of the day collected")]
    public const string Collection = "daily-report.collection";

    [RuleText("Daily reports of sections by 14:00 (notice, part 3, 5)")]
    private const string Rule = "信息日报送制度（三〔五〕）";

    /// <summary>The deadlines that stand.</summary>
    /// <param name="report">A state.</param>
    public static IReadOnlyList<OpenDeadline> Of(DailyReportState report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var open = new List<OpenDeadline>();
        if (report.Status is DailyReportStatus.Open)
        {
            open.Add(new OpenDeadline(Due, report.RecordedUntil, Rule, report.Section));
        }

        // It is nobody's work, as the next report is not: the clock does it.
        if (report.IsToBeFrozen)
        {
            open.Add(new OpenDeadline(Freeze, report.FreezesAt, Rule));
        }

        if (report is { Status: DailyReportStatus.Open, RemindsAt: { } remindsAt })
        {
            open.Add(new OpenDeadline(Reminder, remindsAt, Rule, report.Section));
        }

        if (report.AnnouncesAt is { } announcesAt)
        {
            open.Add(new OpenDeadline(In, announcesAt, Rule));
        }

        if (report.CollectionDueAt is { } collectionDueAt)
        {
            open.Add(new OpenDeadline(Collection, collectionDueAt, Rule));
        }

        if (report.NextDay is not null)
        {
            open.Add(new OpenDeadline(Next, report.RecordedUntil, Rule));
        }

        return open;
    }
}

/// <summary>日报期限到期. A deadline of the report has come.</summary>
/// <param name="Kind">期限种类. One of <see cref="DailyReportDeadlines"/>.</param>
/// <param name="DueAt">到期时刻. When it was due (UTC).</param>
[GenerateSerializer, Immutable, Alias("daily-report.deadline-reached"), AllowedTo(Roles.System)]
public sealed record DailyReportDeadlineReached(string Kind, DateTimeOffset DueAt) : DailyReportCommand, IDeadlineCommand;

/// <summary>已提醒. The head of the section was reminded at 13:00.</summary>
/// <param name="Day">报送日. Of which day's report (Asia/Shanghai).</param>
[Alias("daily-report.reminded")]
public sealed record DailyReportReminded(DateOnly Day) : DailyReportEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"提醒：{IsoDate.Of(Day)}日报14:00前报送", $"Reminder: the report of {IsoDate.Of(Day)} is due by 14:00");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Day;
}

/// <summary>日报已冻结. What the section said stands since 14:00.</summary>
/// <param name="Version">版本. The first version, with the figures of 14:00.</param>
/// <param name="NextDay">下一报送日. The next working day (Asia/Shanghai); null where no report is to be opened any more.</param>
[Alias("daily-report.frozen")]
public sealed record DailyReportFrozen(DailyReportVersion Version, DateOnly? NextDay) : DailyReportEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"14:00冻结，校验值{Version.Hash[..12]}", $"Frozen at 14:00, check value {Version.Hash[..12]}");
}

/// <summary>日报免报. Its day is no longer a working day, and the section has said nothing: the next report covers its time too.</summary>
/// <param name="Day">报送日. Of which day's report (Asia/Shanghai).</param>
/// <param name="NextDay">下一报送日. The next working day.</param>
[Alias("daily-report.excused")]
public sealed record DailyReportExcused(DateOnly Day, DateOnly NextDay) : DailyReportEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"{IsoDate.Of(Day)}已调整为非工作日，免报，并入{IsoDate.Of(NextDay)}的日报",
        $"{IsoDate.Of(Day)} is no longer a working day: its report is part of that of {IsoDate.Of(NextDay)}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Day;
}

/// <summary>日报缺报. 14:00 passed, and the section had said nothing.</summary>
/// <param name="Day">报送日. Of which day's report (Asia/Shanghai).</param>
/// <param name="NextDay">下一报送日. The next working day.</param>
[Alias("daily-report.missed")]
public sealed record DailyReportMissed(DateOnly Day, DateOnly NextDay) : DailyReportEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"{IsoDate.Of(Day)}日报14:00前未报送", $"The report of {IsoDate.Of(Day)} was due by 14:00 and was not submitted");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Day;
}

/// <summary>各科室日报已截止. Every section's report of the day is in, or missing.</summary>
/// <param name="Day">报送日. Of which day (Asia/Shanghai).</param>
/// <param name="Missing">缺报科室. The codes of the sections that have said nothing.</param>
[Alias("daily-report.day-over")]
public sealed record DailyReportsIn(DateOnly Day, ImmutableArray<string> Missing) : DailyReportEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => Missing.IsEmpty
        ? new($"{IsoDate.Of(Day)}各科室日报已报齐，请汇总", $"All reports of {IsoDate.Of(Day)} are in and can be collected")
        : new(
            $"{IsoDate.Of(Day)}日报已截止，缺报：{string.Join('、', Missing.Select(Named.Section))}，请汇总",
            $"The reports of {IsoDate.Of(Day)} can be collected; missing: {string.Join(", ", Missing.Select(Named.Section))}");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Day;
}

/// <summary>日报汇总时限届满. It is 15:00: the reports of the day are collected, or they are not.</summary>
/// <param name="Day">报送日. Of which day (Asia/Shanghai).</param>
/// <param name="Collected">汇总编号. The number of the summary; null where there is none.</param>
[Alias("daily-report.collection-due")]
public sealed record DailyReportsCollectionDue(DateOnly Day, string? Collected) : DailyReportEvent, IMadeByClock
{
    /// <inheritdoc/>
    public override BilingualText Summary => Collected is null
        ? new($"{IsoDate.Of(Day)}各科室日报15:00前未汇总", $"The reports of {IsoDate.Of(Day)} were not collected by 15:00")
        : new($"{IsoDate.Of(Day)}各科室日报已汇总（{Collected}）", $"The reports of {IsoDate.Of(Day)} are collected ({Collected})");

    /// <inheritdoc/>
    public override DateOnly? EffectiveOn => Day;
}

/// <summary>当日日报情况. What the shell found of all sections' reports of a day.</summary>
/// <param name="Missing">缺报科室. The codes of the sections that have said nothing, in their order.</param>
/// <param name="Summary">汇总编号. The number of the day's summary; null where there is none.</param>
public sealed record DayOfReportsFound(ImmutableArray<string> Missing, string? Summary);
