using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Calendar;

/// <summary>工作日历. Which days are worked, as the State Council's office publishes it year by year. In a year that is not loaded Saturdays and Sundays count as free and nothing else.</summary>
[Name("WorkingCalendar"), ReadableBy(Readers.Everyone)]
public sealed class WorkingCalendarType
{
    // Longer than any statutory period, short enough to answer at once.
    private const int MostDays = 1_000;

    private readonly WorkingCalendar _calendar;

    /// <summary>A calendar.</summary>
    /// <param name="calendar">The calendar in force.</param>
    public WorkingCalendarType(WorkingCalendar calendar) => _calendar = calendar;

    /// <summary>已载入年份. The years whose arrangements are known, in order.</summary>
    public IReadOnlyList<WorkingYearType> Years => [.. _calendar.Years.Select(year => new WorkingYearType(year))];

    /// <summary>
    /// 读取放假通知. What the text of a notice of the State Council's office says, to be looked at before <c>loadWorkingYear</c> is given.
    /// </summary>
    /// <param name="text">通知全文. As copied from where it is published, at most 20,000 characters.</param>
    public static HolidayNoticeType ReadNotice(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > HolidayNotice.LongestText
            ? throw new BadUserInput($"通知最多{HolidayNotice.LongestText}字", $"A notice has at most {HolidayNotice.LongestText} characters")
            : new HolidayNoticeType(HolidayNotice.Read(text));
    }

    /// <summary>某日. Whether a day is worked.</summary>
    /// <param name="on">日期. The day (Asia/Shanghai).</param>
    public CalendarDay Day(DateOnly on) => PlausibleDays.Problem("on", on) is { } problem
        ? throw new BadUserInput(problem.Problem, problem.ProblemInEnglish)
        : new(on, _calendar.IsWorkingDay(on), !_calendar.IsLoaded(on.Year));

    /// <summary>推算. The last day of a period of working days; counting begins on the day after (行政处罚法 第八十五条).</summary>
    /// <param name="from">起算日. The day of the event that starts the period.</param>
    /// <param name="workingDays">工作日数. How many, 0 to 1,000.</param>
    public CalendarPeriod AddWorkingDays(DateOnly from, int workingDays)
    {
        if (workingDays is < 0 or > MostDays || from.Year is < WorkingYear.FirstYear or > WorkingYear.LastYear)
        {
            throw new BadUserInput($"工作日数须在0到{MostDays}之间，年份须在{WorkingYear.FirstYear}到{WorkingYear.LastYear}之间", $"Count 0 to {MostDays} working days, from a day in {WorkingYear.FirstYear} to {WorkingYear.LastYear}");
        }

        var (last, assumed) = _calendar.AddWorkingDays(from, workingDays);
        return new CalendarPeriod(last, [.. assumed]);
    }
}

/// <summary>放假通知. What the text of a notice says; nothing is loaded by that.</summary>
/// <param name="notice">What was read.</param>
[Name("HolidayNotice"), ReadableBy(Readers.Everyone)]
public sealed class HolidayNoticeType(HolidayNotice notice)
{
    /// <summary>年份. The year that it arranges; null where it does not say.</summary>
    public int? Year => notice.Year;

    /// <summary>来源. Its title, or null.</summary>
    public string? Source => notice.Source;

    /// <summary>文号. Its number, or null.</summary>
    public string? DocumentNumber => notice.DocumentNumber;

    /// <summary>放假日. All days of rest, in order; those of the December before too.</summary>
    public IReadOnlyList<DateOnly> RestDays => [.. notice.RestDays];

    /// <summary>调休上班日. All Saturdays and Sundays that are worked, in order.</summary>
    public IReadOnlyList<DateOnly> WorkedDays => [.. notice.WorkedDays];

    /// <summary>节日. The holidays, in the order of the text.</summary>
    public IReadOnlyList<HolidayType> Holidays =>
        [.. notice.Holidays.Select(one => new HolidayType(one.Name, [.. one.RestDays], [.. one.WorkedDays]))];

    /// <summary>问题. What was not understood or does not agree with itself, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public IReadOnlyList<string> Problems(IResolveFieldContext field)
    {
        var english = GraphQLRequestContext.Of(field).English;
        return [.. notice.Problems.Select(problem => problem.In(english))];
    }
}

/// <summary>节日. A holiday of a notice.</summary>
/// <param name="Name">名称. As the notice calls it.</param>
/// <param name="RestDays">放假日. The days that are free.</param>
/// <param name="WorkedDays">调休上班日. The Saturdays and Sundays that are worked for them.</param>
[Name("Holiday"), ReadableBy(Readers.Everyone)]
public sealed record HolidayType(string Name, IReadOnlyList<DateOnly> RestDays, IReadOnlyList<DateOnly> WorkedDays);

/// <summary>日历日. A day of the working-day calendar.</summary>
/// <param name="Date">日期. The day (Asia/Shanghai).</param>
/// <param name="IsWorkingDay">是否工作日. Whether it is worked.</param>
/// <param name="IsAssumed">是否推定. Whether its year is not loaded, so that only Saturdays and Sundays were taken as free.</param>
[ReadableBy(Readers.Everyone)]
public sealed record CalendarDay(DateOnly Date, bool IsWorkingDay, bool IsAssumed);

/// <summary>推算结果. Where a period of working days ends.</summary>
/// <param name="LastDay">末日. Its last day (Asia/Shanghai).</param>
/// <param name="AssumedYears">推定年份. Years that were counted through without being loaded; empty when the answer is certain.</param>
[ReadableBy(Readers.Everyone)]
public sealed record CalendarPeriod(DateOnly LastDay, IReadOnlyList<int> AssumedYears);

/// <summary>年度工作日安排. How one year departs from Monday to Friday.</summary>
[Name("WorkingYear"), Implements(typeof(INode)), ReadableBy(Readers.Everyone)]
public sealed class WorkingYearType : INode
{
    private readonly WorkingYear _year;
    private readonly int? _version;

    /// <summary>A year of the calendar in force.</summary>
    /// <param name="year">The year.</param>
    public WorkingYearType(WorkingYear year) => _year = year;

    /// <summary>A year as its grain knows it.</summary>
    /// <param name="snapshot">Its state.</param>
    public WorkingYearType(Snapshot<WorkingYear> snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        (_year, _version) = (snapshot.State, snapshot.Version);
    }

    /// <inheritdoc/>
    [Ignore]
    public string Subject => SubjectKeys.Of(WorkingYear.Name, WorkingYear.KeyOf(_year.Year));

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(Subject);

    /// <summary>年份. The calendar year.</summary>
    public int Year => _year.Year;

    /// <summary>版本. Rises with every change; 0 for a year that comes with the program and was never loaded.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<int> Version(IResolveFieldContext field, [FromServices] Database database) => _version is { } version
        ? Ready.With(version)
        : BatchLoader<string, int>.Of(field, async (subjects, ending) =>
        {
            return await database.QueryAsync(
                (data, token) => data.GetTable<WorkingYearRow>()
                    .Where(row => subjects.Contains(row.Subject))
                    .ToDictionaryAsync(row => row.Subject, row => row.Version, token),
                ending).ConfigureAwait(false);
        }).LoadKnown(Subject);

    /// <summary>放假日. Days of rest; Saturdays and Sundays within a holiday may be among them.</summary>
    public IReadOnlyList<DateOnly> RestDays => [.. _year.RestDays];

    /// <summary>调休上班日. Saturdays and Sundays that are worked.</summary>
    public IReadOnlyList<DateOnly> WorkedDays => [.. _year.WorkedDays];

    /// <summary>来源. The notice that says so.</summary>
    public string Source => _year.Source;

    /// <summary>文号. The notice's number.</summary>
    public string? DocumentNumber => _year.DocumentNumber;
}
