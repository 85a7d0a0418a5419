using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.DailyReports;

/// <summary>
/// 日报的规则. Each section that answers for the campaign reports by 14:00 of every working day what was recorded since 14:00 of the working
/// day before (notice 三〔五〕). What was reported is frozen then; what is put right later is a further version, and the earlier ones stay.
/// </summary>
public static partial class DailyReport
{
    /// <summary>日报编号前缀. The letters before a report's number.</summary>
    public const string Prefix = "RB";

    /// <summary>汇总的角色. Who has sections report and collects what they report: the supervision and legal section.</summary>
    public const Roles Collectors = Roles.Legal;

    /// <summary>截止时刻. The hour at which a report is due (Asia/Shanghai).</summary>
    private const int CutOffHour = 14;

    /// <summary>提醒时刻. The hour at which the head of the section is reminded.</summary>
    private const int ReminderHour = 13;

    /// <summary>汇总时限. The hour by which the reports of a day are collected: the notice says 按时 and no hour.</summary>
    private const int CollectionHour = 15;

    /// <summary>
    /// 冻结延后. How long after its end a report is frozen. What was decided before 14:00 bears a time before 14:00, and is to be found
    /// when the facts are read. A request has 30 seconds (<c>GraphQL:Limits:Timeout</c>, and Orleans' own for a call), and within them 5
    /// for a place in the queue of commits (<c>Commits:QueueWait</c>) and 10 for the lock of SQLite: twice the longest is enough.
    /// </summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    /// <summary>日报. The concept.</summary>
    public static Concept<DailyReportState, DailyReportCommand, DailyReportEvent> Concept { get; } = new()
    {
        Name = "daily-report",
        Title = new BilingualText("日报", "Daily report"),
        Json = DailyReportJson.Default,
        RowTypes = [typeof(DailyReportRow)],
        WaitsFor = ["daily-report"], // of the section's those of later days only
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = DailyReportRow.Of,
        Deadlines = DailyReportDeadlines.Of,
        Owes = Owes,
        Charge = static (report, _) => new Charge(report.Section, []),
        // A section has one report of a day, and one that is open; one report of a day is the first.
        UniqueNames = static report =>
        [
            PlaceOf(report),
            .. report.IsOpen ? [report.Section] : Array.Empty<string>(),
            .. report.IsFirstOfDay ? [IsoDate.Of(report.Day)] : Array.Empty<string>(),
        ],
        WhenDue = static (kind, dueAt) => new DailyReportDeadlineReached(kind, dueAt),
        Notices = DailyReportNotices.Of,
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="report">The state, or null while there is no such report.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<DailyReportEvent> Decide(DailyReportState? report, DailyReportCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (report, command) switch
        {
            (null, StartDailyReports c) => DecideStartDailyReports(c, now),
            (null, OpenDailyReport c) => DecideOpenDailyReport(c, now),
            (null, DailyReportDeadlineReached) => Decision<DailyReportEvent>.AlreadySo,
            (null, _) => new NotFound(Concept.Name, now.Key),
            ({ } known, StartDailyReports) => new AlreadyExists(Concept.Name, known.Number),
            (_, OpenDailyReport) => Decision<DailyReportEvent>.AlreadySo,
            ({ } known, DailyReportDeadlineReached c) => DecideDailyReportDeadlineReached(known, c, now),
            ({ } known, _) => DecideByStage(known, command, now),
        };
    }

    private static Decision<DailyReportEvent> DecideByStage(DailyReportState report, DailyReportCommand command, Circumstances now) =>
        DecideInDuty(report, command, now)
        ?? DecideInSubmission(report, command, now)
        ?? throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a daily report does not know this command.");

    /// <summary>The state after an event.</summary>
    /// <param name="report">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static DailyReportState Apply(DailyReportState? report, DailyReportEvent happened) =>
        happened is DailyReportOpened opened ? Begun(opened)
        : report is null ? throw new InvalidOperationException($"{happened.GetType().Name} came before the report was opened.")
        : ApplyInDuty(report, happened)
        ?? ApplyInSubmission(report, happened)
        ?? ApplyInClocks(report, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a daily report does not know this event.");

    private static string PlaceOf(DailyReportState report) => $"{report.Section}\n{IsoDate.Of(report.Day)}";

    /// <summary>What does not hold though it must.</summary>
    /// <param name="report">A state.</param>
    public static IReadOnlyList<string> Check(DailyReportState report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            .. When(DrawnNumber.Parse(Prefix, report.Number, out _) is not null, $"its number '{report.Number}' is not one in normal form"),
            .. When(report.RecordedUntil <= report.RecordedAfter, "what it covers ends before it begins"),
            .. When(
                report.Status is DailyReportStatus.Submitted or DailyReportStatus.Late && report.Submission is null,
                "submitted goes with what was submitted"),
            .. When(report.Status is DailyReportStatus.Frozen && report.Versions.IsEmpty, "what is frozen has a version"),
            .. When(
                report.Status is not (DailyReportStatus.Frozen or DailyReportStatus.Late) && !report.Versions.IsEmpty,
                "nothing has a version but what is frozen"),
            .. report.Versions.Where((version, at) => version.Number != at + 1)
                .Select(version => $"version {version.Number} is out of order"),
            .. report.Versions.Where(version => version.Hash != DailyFigures.HashOf(report, version.Number, version.Statement))
                .Select(version => $"version {version.Number} is not what was frozen"),
        ];
    }
}
