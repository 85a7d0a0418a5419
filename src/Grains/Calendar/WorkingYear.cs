using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

/// <summary>年度工作日安排. How one year departs from Monday to Friday, as the State Council's office publishes it towards the end of the year before. A subject of its own, which an administrator loads; its key is the year.</summary>
[GenerateSerializer, Immutable, Alias("working-year.state")]
public sealed record WorkingYear
{
    /// <summary>The concept's name.</summary>
    public const string Name = "working-year";

    /// <summary>The first year that can be loaded: before it there are no arrangements of this form.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year that can be loaded.</summary>
    public const int LastYear = 2099;

    /// <summary>概念. The law, rows and stored forms of a working year tied together.</summary>
    public static Concept<WorkingYear, WorkingYearCommand, WorkingYearEvent> Concept { get; } = new()
    {
        Name = Name,
        Title = new("年度工作日安排", "Working year"),
        Json = WorkingYearJson.Default,
        RowTypes = [typeof(WorkingYearRow), typeof(WorkingYearDayRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = WorkingYearRows.Of,
        Deadlines = static _ => [],
        WhenDue = static (kind, _) => throw new InvalidOperationException($"A working year has no deadline of the kind '{kind}'."),
    };

    /// <summary>年份. The calendar year.</summary>
    [Id(0)] public required int Year { get; init; }

    /// <summary>放假日. Days of rest, in order. Saturdays and Sundays within a holiday may be among them, as the notices name whole ranges; they change nothing.</summary>
    [Id(1)] public required ImmutableArray<DateOnly> RestDays { get; init; }

    /// <summary>调休上班日. Saturdays and Sundays that are worked, in order.</summary>
    [Id(2)] public required ImmutableArray<DateOnly> WorkedDays { get; init; }

    /// <summary>来源. The notice that says so, such as 国务院办公厅关于2026年部分节假日安排的通知.</summary>
    [Id(3)] public required string Source { get; init; }

    /// <summary>文号. The notice's number, or null.</summary>
    [Id(4)] public string? DocumentNumber { get; init; }

    /// <summary>
    /// 上年十二月. Whether a day of the December before is worked, as the holiday of New Year's Day says that reaches into it; null of a day
    /// that the notice does not name.
    /// </summary>
    /// <param name="day">A day of the December before <see cref="Year"/>.</param>
    public bool? IsWorkedBefore(DateOnly day) => WorkedDays.Contains(day) ? true : RestDays.Contains(day) ? false : null;

    /// <summary>Whether a day of this year is worked.</summary>
    /// <param name="day">A day of <see cref="Year"/>.</param>
    public bool IsWorked(DateOnly day) => WorkedDays.Contains(day) || (IsWeekday(day) && !RestDays.Contains(day));

    /// <summary>Whether a day is one of Monday to Friday.</summary>
    /// <param name="day">Any day.</param>
    public static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The key of a year's subject.</summary>
    /// <param name="year">The calendar year.</param>
    public static string KeyOf(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The law of a working year. It may be loaded again, because the State Council's office has changed arrangements within a year.</summary>
    /// <param name="year">The year as it stands, or null.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">The circumstances.</param>
    public static Decision<WorkingYearEvent> Decide(WorkingYear? year, WorkingYearCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return command switch
        {
            LoadWorkingYear c => DecideLoadWorkingYear(year, c, now),
            _ => throw new InvalidOperationException($"{command?.GetType().Name} has no arm in the law of a working year."),
        };
    }

    /// <summary>An event folded into the year.</summary>
    /// <param name="year">The year before, or null.</param>
    /// <param name="happened">The event.</param>
    public static WorkingYear Apply(WorkingYear? year, WorkingYearEvent happened) => happened switch
    {
        WorkingYearLoaded e => new WorkingYear { Year = e.Year, RestDays = e.RestDays, WorkedDays = e.WorkedDays, Source = e.Source, DocumentNumber = e.DocumentNumber },
        _ => throw new InvalidOperationException($"{happened?.GetType().Name} is not folded into a working year."),
    };

    /// <summary>What does not hold though it must.</summary>
    /// <param name="year">The year.</param>
    public static IReadOnlyList<string> Check(WorkingYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return ProblemWith(year.Year, year.RestDays, year.WorkedDays, year.Source) is { } problem ? [problem.ProblemInEnglish] : [];
    }

    private static Decision<WorkingYearEvent> DecideLoadWorkingYear(WorkingYear? year, LoadWorkingYear command, Circumstances now)
    {
        var rest = InOrder(command.RestDays);
        var worked = InOrder(command.WorkedDays);
        if (ProblemWith(command.Year, rest, worked, command.Source) is { } problem)
        {
            return problem;
        }

        if (now.Key != KeyOf(command.Year))
        {
            return new InvalidInput("year", $"这不是{command.Year}年的安排", $"This subject is not the year {command.Year}");
        }

        var (source, document) = (command.Source.Trim(), FreeText.Given(command.DocumentNumber));
        return year is not null && year.RestDays.SequenceEqual(rest) && year.WorkedDays.SequenceEqual(worked) && year.Source == source && year.DocumentNumber == document
            ? Decision<WorkingYearEvent>.AlreadySo
            : new WorkingYearLoaded(command.Year, rest, worked, source, document);
    }

    private static InvalidInput? ProblemWith(int year, ImmutableArray<DateOnly> rest, ImmutableArray<DateOnly> worked, string? source)
    {
        if (year is < FirstYear or > LastYear)
        {
            return new InvalidInput("year", $"年份应在{FirstYear}至{LastYear}之间", $"The year must lie between {FirstYear} and {LastYear}");
        }

        if (string.IsNullOrWhiteSpace(source))
        {
            return new InvalidInput("source", "请注明来源通知", "Name the notice it comes from");
        }

        // Every year has statutory holidays (全国年节及纪念日放假办法 第二条): a list without a free weekday is a slip.
        if (!rest.Any(IsWeekday))
        {
            return new InvalidInput("restDays", "放假日中没有周一至周五的日期", "There is no weekday among the days of rest");
        }

        foreach (var day in rest.Concat(worked))
        {
            // The holiday of New Year's Day begins in the December before where the weekend lies so: 2022-12-31 is in the notice for 2023.
            if (day.Year != year && !IsInDecemberBefore(day, year))
            {
                var field = rest.Contains(day) ? "restDays" : "workedDays";
                return new InvalidInput(
                    field, $"{Iso(day)}不在{year}年内，也不在上年12月", $"{Iso(day)} lies neither in {year} nor in the December before");
            }
        }

        foreach (var day in worked)
        {
            if (IsWeekday(day))
            {
                return new InvalidInput("workedDays", $"{Iso(day)}不是周六或周日，本来就是工作日", $"{Iso(day)} is no Saturday or Sunday and is worked anyway");
            }

            if (rest.Contains(day))
            {
                return new InvalidInput("workedDays", $"{Iso(day)}不能既放假又上班", $"{Iso(day)} cannot be both free and worked");
            }
        }

        return null;
    }

    private static bool IsInDecemberBefore(DateOnly day, int year) => day.Year == year - 1 && day.Month == 12;

    private static ImmutableArray<DateOnly> InOrder(ImmutableArray<DateOnly> days) => days.IsDefault ? [] : [.. days.Distinct().Order()];

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

/// <summary>年度安排命令. What may be asked of a working year.</summary>
[GenerateSerializer, Immutable, Alias("working-year.command")]
public abstract record WorkingYearCommand : Command;

/// <summary>载入年度工作日安排. Loads a year's arrangement as published, or loads it anew when it was changed. What has been counted before stays as it was counted.</summary>
/// <param name="Year">年份. The calendar year.</param>
/// <param name="RestDays">
/// 放假日. Days of rest; whole ranges with their Saturdays and Sundays are welcome, and days of the December before that belong to New
/// Year's Day.
/// </param>
/// <param name="WorkedDays">调休上班日. Saturdays and Sundays that are worked.</param>
/// <param name="Source">来源. The notice that says so.</param>
/// <param name="DocumentNumber">文号. The notice's number.</param>
[GenerateSerializer, Immutable, Alias("working-year.load"), AllowedTo(Roles.Administrator), Creates]
public sealed record LoadWorkingYear(
    int Year,
    [Most(366)] ImmutableArray<DateOnly> RestDays,
    [Optional, Most(366)] ImmutableArray<DateOnly> WorkedDays,
    [Longest(WorkingYearRow.SourceLength)] string Source,
    [Longest(WorkingYearRow.SourceLength)] string? DocumentNumber = null) : WorkingYearCommand;

/// <summary>年度安排事件. What can have happened to a working year. Names and fields are storage format.</summary>
public abstract record WorkingYearEvent : Event;

/// <summary>年度安排已载入. A year's arrangement was loaded, for the first time or anew.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="RestDays">Days of rest, in order.</param>
/// <param name="WorkedDays">Saturdays and Sundays that are worked, in order.</param>
/// <param name="Source">The notice that says so.</param>
/// <param name="DocumentNumber">The notice's number, or null.</param>
[Alias("working-year.loaded")]
public sealed record WorkingYearLoaded(int Year, ImmutableArray<DateOnly> RestDays, ImmutableArray<DateOnly> WorkedDays, string Source, string? DocumentNumber = null) : WorkingYearEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"载入{Year}年工作日安排：放假{RestDays.Length}天，调休上班{WorkedDays.Length}天",
        $"Working days of {Year} loaded: {RestDays.Length} days of rest, {WorkedDays.Length} weekend days worked");

    /// <inheritdoc/>
    public override string? LegalBasis => Source;

    /// <inheritdoc/>
    public override string? Document => DocumentNumber;
}

/// <summary>JSON metadata of everything of a working year that is stored or hashed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<WorkingYear>))]
[JsonSerializable(typeof(WorkingYear))]
[JsonSerializable(typeof(LoadWorkingYear))]
[JsonSerializable(typeof(WorkingYearLoaded))]
public sealed partial class WorkingYearJson : JsonSerializerContext;
