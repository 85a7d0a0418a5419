using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailyReports;

// That a section reports: from which day, the report of each working day after the other, and no longer.
public static partial class DailyReport
{
    /// <summary>最早可提前. How many days ahead the first report can be set.</summary>
    private const int LongestAhead = 60;

    private static Decision<DailyReportEvent>? DecideInDuty(DailyReportState report, DailyReportCommand command, Circumstances now) =>
        command switch
        {
            EndDailyReports when report.Status is DailyReportStatus.Ended || report is { IsLast: true, IsOpen: true } =>
                Decision<DailyReportEvent>.AlreadySo,
            EndDailyReports when !report.IsOpen => new DailyReportNotOpen(report.Status),
            EndDailyReports c when FreeText.Missing("reason", c.Reason) is { } problem => problem,
            EndDailyReports c => new DailyReportsEnded(now.Today, now.Actor.User, c.Reason.Trim()),
            _ => Decision<DailyReportEvent>.NotOfThisStage,
        };

    private static DailyReportState? ApplyInDuty(DailyReportState report, DailyReportEvent happened) => happened switch
    {
        // What the section has said of the day stays, and is frozen as ever; nothing is opened after it.
        DailyReportsEnded when report.Status is DailyReportStatus.Submitted => report with { IsLast = true },
        DailyReportsEnded => report with { Status = DailyReportStatus.Ended, RemindsAt = null },
        NextDailyReportOpened => report with { NextDay = null },
        _ => null,
    };

    private static Decision<DailyReportEvent> DecideStartDailyReports(StartDailyReports c, Circumstances now)
    {
        if (DrawnNumber.Parse(Prefix, now.Key, out var number) is { } wrongNumber)
        {
            return wrongNumber;
        }

        var (section, others) = (c.Section.Trim(), now.Required<SectionsReportsFound>());
        return (FreeText.Missing("section", c.Section) ?? now.NotOpen<Section>("section", section)
                ?? FirstDayProblem(c.From, now)
                ?? others.Problem(section, c.From)) is { } problem
            ? problem
            : Opened(number, section, c.From, Begins(), now) with { IsFirstOfDay = others.IsFirstOfDay };

        // Where a day has become a free one since, what its report covered is not covered again.
        DateTimeOffset? Begins() =>
            others.LastOn is { } last && At(last, CutOffHour) is var covered && covered > BeginsByCalendar(c.From, now) ? covered : null;
    }

    // Where the section was closed meanwhile, it reports no more.
    private static Decision<DailyReportEvent> DecideOpenDailyReport(OpenDailyReport c, Circumstances now) =>
        (DrawnNumber.Parse(Prefix, now.Key, out var number) ?? FreeText.Missing("section", c.Section)
            ?? now.NotOpen<Section>("section", c.Section)
            ?? now.Required<SectionsReportsFound>().Problem(c.Section.Trim(), c.Day)) is { } problem
            ? problem
            : Opened(number, c.Section.Trim(), c.Day, c.RecordedAfter, now) with
            {
                IsFirstOfDay = now.Required<SectionsReportsFound>().IsFirstOfDay,
            };

    private static DailyReportOpened Opened(string number, string section, DateOnly day, DateTimeOffset? after, Circumstances now) => new(
        number,
        section,
        day,
        after ?? BeginsByCalendar(day, now),
        At(day, CutOffHour),
        At(day, ReminderHour),
        now.Actor.User);

    private static InvalidInput? FirstDayProblem(DateOnly from, Circumstances now) =>
        from > now.Today.PlusDays(LongestAhead) ? new(
            "from", $"首个报送日最多提前{LongestAhead}天安排", $"The first day is set {LongestAhead} days ahead at most")
        : !now.Calendar.IsWorkingDay(from) ? new(
            "from", $"{IsoDate.Of(from)}不是工作日，日报按工作日报送", $"{IsoDate.Of(from)} is not a working day; sections report on working days")
        : At(from, CutOffHour) <= now.Now ? new(
            "from",
            $"{IsoDate.Of(from)}的报送截止时刻（{CutOffHour}:00）已过，请从下一个工作日开始",
            $"The reports of {IsoDate.Of(from)} were due by {CutOffHour}:00; begin on the next working day")
        : null;

    private static DateTimeOffset BeginsByCalendar(DateOnly day, Circumstances now) =>
        At(now.Calendar.SubtractWorkingDays(day, 1).Day, CutOffHour);

    private static DateTimeOffset At(DateOnly day, int hour) => ShanghaiTime.StartOf(day).Plus(TimeSpan.FromHours(hour));

    private static DailyReportState Begun(DailyReportOpened e) => new()
    {
        Number = e.Number,
        Section = e.Section,
        Day = e.Day,
        RecordedAfter = e.RecordedAfter,
        RecordedUntil = e.RecordedUntil,
        RemindsAt = e.RemindsAt,
        Status = DailyReportStatus.Open,
        IsFirstOfDay = e.IsFirstOfDay,
        AnnouncesAt = e.IsFirstOfDay ? e.RecordedUntil.Plus(Settling + Settling) : null,
        CollectionDueAt = e.IsFirstOfDay ? At(e.Day, CollectionHour) : null,
    };

    /// <summary>
    /// The next working day's report, which this one has opened when its own time is over. It begins where this one ends, whatever the
    /// calendar says since; or where this one began, which is of a day that is no longer worked.
    /// </summary>
    private static Owed? Owes(DailyReportState report) => report.NextDay is { } next
        ? new Owed(
            DailyReportDeadlines.Next,
            SubjectKeys.Of(Concept.Name, NumberOf(report.Section, next)),
            new OpenDailyReport(
                report.Section, next, report.Status is DailyReportStatus.Excused ? report.RecordedAfter : report.RecordedUntil),
            Actor.System,
            IsoDate.Of(next),
            report.RecordedUntil)
        : null;

    /// <summary>日报编号. The number under which the report of a day is opened: opened again after a crash, it is the same report.</summary>
    /// <param name="section">The section's code.</param>
    /// <param name="day">The working day (Asia/Shanghai).</param>
    public static string NumberOf(string section, DateOnly day) =>
        DrawnNumber.For(Prefix, Actor.System(SubjectKeys.CommandIdFor($"{Concept.Name}\n{section}\n{IsoDate.Of(day)}")));
}

/// <summary>布置日报. Has a section report every working day, from a day on until it is ended or the section is closed.</summary>
/// <param name="Section">责任科室. Which section.</param>
/// <param name="From">首个报送日. The first day (Asia/Shanghai): a working day whose 14:00 is not over.</param>
[GenerateSerializer, Immutable, Alias("daily-report.start"), AllowedTo(DailyReport.Collectors), Creates]
[Refuses<AlreadyExists>]
public sealed record StartDailyReports(
    [Longest(ListedName.CodeLength), Listed<Section>] string Section,
    DateOnly From) : DailyReportCommand;

/// <summary>开启日报. Opens the report of a section's next working day, when the one before is over.</summary>
/// <param name="Section">责任科室. Which section.</param>
/// <param name="Day">报送日. The working day (Asia/Shanghai).</param>
/// <param name="RecordedAfter">统计起. The end of the one before (UTC); null where that is not said, and the calendar tells.</param>
[GenerateSerializer, Immutable, Alias("daily-report.open"), AllowedTo(Roles.System), Creates]
public sealed record OpenDailyReport([Listed<Section>] string Section, DateOnly Day, DateTimeOffset? RecordedAfter = null)
    : DailyReportCommand;

/// <summary>停止报送日报. The section reports no longer, from the report on that is open; one that was submitted stays and is the last.</summary>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("daily-report.end"), AllowedTo(DailyReport.Collectors)]
[Refuses<DailyReportNotOpen>]
public sealed record EndDailyReports([Longest(Grounds.LongestReason)] string Reason) : DailyReportCommand;

/// <summary>科室日报情况. What the shell found of the section's reports.</summary>
/// <param name="Open">未截止的日报. The number of the one that is open, or null.</param>
/// <param name="OfDay">当日的日报. The number of the one of the day in question, or null.</param>
public sealed record SectionsReportsFound(string? Open, string? OfDay)
{
    /// <summary>There are none.</summary>
    public static SectionsReportsFound None { get; } = new(null, null);

    /// <summary>当日首份. Whether no section has a report of the day yet.</summary>
    public bool IsFirstOfDay { get; init; }

    /// <summary>最近报送日. The last day of which the section has a report that covers its time; null where there is none.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>Why no report of a section and a day can be opened, or null.</summary>
    /// <param name="section">The section's code.</param>
    /// <param name="day">The day.</param>
    internal InvalidInput? Problem(string section, DateOnly day) =>
        Open is { } open ? new(
            "section", $"{Named.Section(section)}已在报送日报（{open}）", $"{Named.Section(section)} reports already ({open})")
        : OfDay is { } other ? new(
            "from",
            $"{Named.Section(section)}已有{IsoDate.Of(day)}的日报（{other}），请从下一个工作日开始",
            $"{Named.Section(section)} has a report of {IsoDate.Of(day)} ({other}); begin on the next working day")
        : null;
}

/// <summary>日报已开启. A section has the report of a working day to hand in.</summary>
/// <param name="Number">日报编号. Its number.</param>
/// <param name="Section">责任科室. The section.</param>
/// <param name="Day">报送日. The working day (Asia/Shanghai).</param>
/// <param name="RecordedAfter">统计起. It covers what was recorded after this moment (UTC): 14:00 of the working day before.</param>
/// <param name="RecordedUntil">统计止. The last moment that it covers, at which it is due (UTC): 14:00 of its day.</param>
/// <param name="RemindsAt">提醒时刻. When the head of the section is reminded (UTC).</param>
/// <param name="By">经办人. Who had the section report, or the system.</param>
[Alias("daily-report.opened")]
public sealed record DailyReportOpened(
    string Number,
    string Section,
    DateOnly Day,
    DateTimeOffset RecordedAfter,
    DateTimeOffset RecordedUntil,
    DateTimeOffset RemindsAt,
    string By)
    : DailyReportEvent
{
    /// <summary>当日首份. Whether it is the first of its day.</summary>
    public bool IsFirstOfDay { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"{Named.Section(Section)}{IsoDate.Of(Day)}日报开启，14:00前报送",
        $"Report of {IsoDate.Of(Day)} opened for {Named.Section(Section)}, due by 14:00");
}

/// <summary>下一日报已开启. The section's next report was opened, or it has none.</summary>
/// <param name="Day">报送日. Of which day (Asia/Shanghai).</param>
/// <param name="RefusedChinese">未开启的原因. Why there is none, in Chinese, or null.</param>
/// <param name="RefusedEnglish">未开启的原因（英文）. The same in English.</param>
[Alias("daily-report.next-opened")]
public sealed record NextDailyReportOpened(DateOnly Day, string? RefusedChinese = null, string? RefusedEnglish = null) : DailyReportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => RefusedChinese is null
        ? new($"{IsoDate.Of(Day)}的日报已开启", $"The report of {IsoDate.Of(Day)} was opened")
        : new($"未开启{IsoDate.Of(Day)}的日报：{RefusedChinese}", $"No report of {IsoDate.Of(Day)} was opened: {RefusedEnglish}");
}

/// <summary>日报已停止报送. The section reports no longer.</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="By">经办人. User name.</param>
/// <param name="Reason">理由. Why.</param>
[Alias("daily-report.ended")]
public sealed record DailyReportsEnded(DateOnly On, string By, string Reason) : DailyReportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"停止报送日报：{Reason}", $"The section reports no longer: {Reason}");
}
