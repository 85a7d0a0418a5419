using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.DailyReports;

// What the section says, and puts right after it is frozen.
public static partial class DailyReport
{
    /// <summary>手工数上限. The most that a figure by hand can be.</summary>
    private const decimal Highest = 10_000_000m;

    private static Decision<DailyReportEvent>? DecideInSubmission(
        DailyReportState report, DailyReportCommand command, Circumstances now) => command switch
        {
            SubmitDailyReport when !report.IsOwed && !IsReplaceable(report, now) => new DailyReportNotOpen(report.Status),
            SubmitDailyReport when now.Now <= report.RecordedAfter => new DailyReportNotBegun(ShanghaiTime.DayOf(report.RecordedAfter)),
            SubmitDailyReport c => DecideSubmitDailyReport(report, c, now),
            CorrectDailyReport when report.Versions.IsEmpty => new DailyReportNotOpen(report.Status),
            CorrectDailyReport c => DecideCorrectDailyReport(report, c, now),
            _ => Decision<DailyReportEvent>.NotOfThisStage,
        };

    private static DailyReportState? ApplyInSubmission(DailyReportState report, DailyReportEvent happened) => happened switch
    {
        // Within the minute after 14:00 it is late already and not frozen yet.
        DailyReportSubmitted e => report with
        {
            Status = report.Status is DailyReportStatus.Missing ? DailyReportStatus.Late : DailyReportStatus.Submitted,
            Submission = e.Statement,
        },
        DailyReportSubmittedLate e => report with
        {
            Status = DailyReportStatus.Late,
            Submission = e.Version.Statement,
            Versions = [e.Version],
        },
        DailyReportCorrected e => report with { Versions = report.Versions.Add(e.Version) },
        _ => null,
    };

    // Whoever submitted it may say it otherwise while it is not due.
    private static bool IsReplaceable(DailyReportState report, Circumstances now) =>
        report is { Status: DailyReportStatus.Submitted, Submission.By: var by } && by == now.Actor.User && now.Now < report.RecordedUntil;

    private static Decision<DailyReportEvent> DecideSubmitDailyReport(DailyReportState report, SubmitDailyReport c, Circumstances now)
    {
        if (ManualProblem(c.Figures) is { } problem)
        {
            return problem;
        }

        var statement = Stated(now, c.Narrative, c.IsNil, Given(c.Figures));
        return NilProblem(statement) is { } wrong ? wrong
            : report.Submission is { } said && said.SaysTheSameAs(statement) ? Decision<DailyReportEvent>.AlreadySo
            : report.IsOpen || IsSettling(report, now) ? new DailyReportSubmitted(statement)
            : new DailyReportSubmittedLate(Version(report, statement, null));
    }

    // What was decided before 14:00 may still be on its way: what is said now is frozen with the rest.
    private static bool IsSettling(DailyReportState report, Circumstances now) =>
        now.Now >= report.RecordedUntil && now.Now < report.FreezesAt;

    private static Decision<DailyReportEvent> DecideCorrectDailyReport(DailyReportState report, CorrectDailyReport c, Circumstances now)
    {
        if ((ManualProblem(c.Figures) ?? c.Grounds.Problem()) is { } problem)
        {
            return problem;
        }

        var before = report.Versions[^1].Statement;
        var statement = Stated(now, c.Narrative, c.IsNil, Given(c.Figures));
        return NilProblem(statement) is { } wrong ? wrong
            : before.SaysTheSameAs(statement) ? Decision<DailyReportEvent>.AlreadySo
            : new DailyReportCorrected(Version(report, statement, c.Grounds.Trimmed()));
    }

    private static DailyStatement Stated(
        Circumstances now, string? narrative, bool isNil, ImmutableArray<DailyManualFigure> manual)
    {
        var found = now.Required<DailyFactsFound>();
        return new DailyStatement(
            now.Now, now.Actor.User, FreeText.Given(narrative), isNil, manual, DailyFigures.Of(found, manual), found.Cases);
    }

    private static DailyReportVersion Version(DailyReportState report, DailyStatement statement, Grounds? grounds) =>
        new(report.Versions.Length + 1, statement, DailyFigures.HashOf(report, report.Versions.Length + 1, statement), grounds);

    private static ImmutableArray<DailyManualFigure> Given(ImmutableArray<DailyManualFigure>? figures) =>
        [.. (figures is { IsDefault: false } given ? given : []).Select(one => one with { Note = one.Note.Trim() })];

    // That there was nothing is said by a person; a report without a word and without a figure could be a forgotten one.
    private static InvalidInput? NilProblem(DailyStatement statement) => (statement.IsNil, statement.IsEmpty) switch
    {
        (true, false) => new("isNil", "统计时段内有数，不能作零报告", "There are figures; it is no nil report"),
        (false, true) => new("isNil", "统计时段内没有数，请勾选“零报告”确认", "There is nothing to report; say so by a nil report"),
        _ => null,
    };

    private static InvalidInput? ManualProblem(ImmutableArray<DailyManualFigure>? figures) =>
        figures is not { IsDefault: false } given ? null
        : given.GroupBy(one => one.Column).FirstOrDefault(same => same.Count() > 1) is { } twice ? new InvalidInput(
            "figures", $"栏目“{twice.Key}”填报了两次", $"The column '{twice.Key}' is given twice")
        : ListParts.Problem("figures", given, FigureProblem);

    private static InvalidInput? FigureProblem(DailyManualFigure figure)
    {
        if (FormColumn.Of(DailyFigures.Form).FirstOrDefault(column => column.Id == figure.Column) is not { } column)
        {
            return new InvalidInput("column", $"日报没有栏目“{figure.Column}”", $"A daily report has no column '{figure.Column}'");
        }

        var decimals = column.IsMoney ? 2 : 0;
        return figure.Value is < 0 or > Highest ? new InvalidInput(
                "value", $"手工数应在0到{Highest:0}之间", $"A figure by hand lies between 0 and {Highest:0}")
            : Math.Round(figure.Value, decimals) != figure.Value ? new InvalidInput(
                "value",
                decimals == 0 ? "该栏目应填整数" : "该栏目最多两位小数",
                decimals == 0 ? "This column has whole numbers" : "This column has two decimals at most")
            : FreeText.Missing("note", figure.Note);
    }
}

/// <summary>报送日报. A section says what was done: the figures as they are recorded, with those that it fills in by hand. Whoever said it may
/// say it otherwise until 14:00; after 14:00 it is late.</summary>
/// <param name="IsNil">零报告. That there was nothing, said by a person.</param>
/// <param name="Narrative">综合情况. What was done, in words.</param>
/// <param name="Figures">手工填报. Figures that the section fills in itself: what nothing recorded tells, or otherwise than recorded.</param>
[GenerateSerializer, Immutable, Alias("daily-report.submit"), AllowedTo(Roles.Officer | Roles.SectionHead)]
[Refuses<DailyReportNotOpen, DailyReportNotBegun>]
public sealed record SubmitDailyReport(
    bool IsNil,
    [Longest(4000)] string? Narrative = null,
    [Most(DailyFigures.MostByHand)] ImmutableArray<DailyManualFigure>? Figures = null) : DailyReportCommand;

/// <summary>更正日报. Puts right what a section said after it was frozen: a further version with its reason. The earlier ones
/// stay.</summary>
/// <param name="IsNil">零报告. That there was nothing.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Narrative">综合情况. What was done, in words, as it should read.</param>
/// <param name="Figures">手工填报. All the figures that the section fills in itself, as they should read.</param>
[GenerateSerializer, Immutable, Alias("daily-report.correct"), AllowedTo(Roles.SectionHead), ByHeadOfSection]
[Refuses<DailyReportNotOpen>]
public sealed record CorrectDailyReport(
    bool IsNil,
    Grounds Grounds,
    [Longest(4000)] string? Narrative = null,
    [Most(DailyFigures.MostByHand)] ImmutableArray<DailyManualFigure>? Figures = null) : DailyReportCommand;

/// <summary>日报状态不符. The step needs a report that stands elsewhere.</summary>
/// <param name="Status">状态. Where it stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.daily-report-not-open")]
public sealed record DailyReportNotOpen(DailyReportStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"日报现为“{Terms.Of(Status).Chinese}”，不能如此办理", $"This cannot be done to a report whose status is '{Terms.Of(Status).English}'");
}

/// <summary>统计时段未开始. What the report covers is still to come.</summary>
/// <param name="Day">开始日. The day at whose 14:00 it begins (Asia/Shanghai).</param>
[GenerateSerializer, Immutable, Alias("refusal.daily-report-not-begun")]
public sealed record DailyReportNotBegun(DateOnly Day) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"该日报统计{IsoDate.Of(Day)} 14:00以后登记的情况，时段尚未开始，不能报送",
        $"The report covers what is recorded after 14:00 of {IsoDate.Of(Day)}; that time is still to come");
}

/// <summary>日报已报送. The section said what was done.</summary>
/// <param name="Statement">报送内容. What it said, with the figures of that moment.</param>
[Alias("daily-report.submitted")]
public sealed record DailyReportSubmitted(DailyStatement Statement) : DailyReportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Statement.IsNil ? new("报送日报：零报告", "Submitted: nothing to report") : new("报送日报", "Submitted");
}

/// <summary>日报已补交. The section said what was done after 14:00; it is frozen at once.</summary>
/// <param name="Version">版本. What it said.</param>
[Alias("daily-report.submitted-late")]
public sealed record DailyReportSubmittedLate(DailyReportVersion Version) : DailyReportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Version.Statement.IsNil
        ? new("逾期报送日报：零报告", "Submitted late: nothing to report")
        : new("逾期报送日报", "Submitted late");
}

/// <summary>日报已更正. The section put right what it had said.</summary>
/// <param name="Version">版本. The further version.</param>
[Alias("daily-report.corrected")]
public sealed record DailyReportCorrected(DailyReportVersion Version) : DailyReportEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"更正日报（第{Version.Number}版）：{Version.Grounds!.Reason}", $"Corrected (version {Version.Number}): {Version.Grounds!.Reason}");

    /// <inheritdoc/>
    public override string? LegalBasis => Version.Grounds!.Basis;

    /// <inheritdoc/>
    public override string? Document => Version.Grounds!.DocumentNumber;
}
