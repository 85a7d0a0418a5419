using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Mapping;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

/// <summary>年度安排行. A year whose working days are known.</summary>
[Table("working_year")]
public sealed record WorkingYearRow : Row
{
    /// <summary>The most characters of a source, and of a notice's number.</summary>
    public const int SourceLength = 200;

    /// <summary>年份. The calendar year.</summary>
    [Column("year")] public required int Year { get; init; }

    /// <summary>来源. The notice that says so.</summary>
    [Column("source"), NotNull] public required string Source { get; init; }

    /// <summary>文号. The notice's number.</summary>
    [Column("document_number")] public string? DocumentNumber { get; init; }

    /// <summary>版本. The version of the state it shows.</summary>
    [Column("version")] public required int Version { get; init; }
}

/// <summary>年度安排日期行. A day that is named in a year's arrangement.</summary>
[Table("working_year_day")]
public sealed record WorkingYearDayRow : Row
{
    /// <summary>日期. The day, ISO.</summary>
    [Column("day"), PrimaryKey(1), NotNull] public required string Day { get; init; }

    /// <summary>是否上班. Worked though it is a Saturday or Sunday, or else free.</summary>
    [Column("is_working")] public required bool IsWorking { get; init; }
}

/// <summary>The rows of working years.</summary>
public static class WorkingYearRows
{
    /// <summary>The rows that show a state.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="year">The state.</param>
    /// <param name="version">Its version.</param>
    public static IReadOnlyList<Row> Of(string subject, WorkingYear year, int version)
    {
        ArgumentNullException.ThrowIfNull(year);
        return
        [
            new WorkingYearRow { Subject = subject, Year = year.Year, Source = year.Source, DocumentNumber = year.DocumentNumber, Version = version },
            .. year.RestDays.Select(day => DayRow(day, isWorking: false)),
            .. year.WorkedDays.Select(day => DayRow(day, isWorking: true)),
        ];

        WorkingYearDayRow DayRow(DateOnly day, bool isWorking) => new() { Subject = subject, Day = day.ToString("O", CultureInfo.InvariantCulture), IsWorking = isWorking };
    }

    /// <summary>Every year that was loaded, from the tables.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async Task<IReadOnlyList<WorkingYear>> ReadAsync(Database database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var data = await database.ReadAsync(cancellationToken);
        // One statement, so that a commit between two reads cannot show a year with another year's days.
        var named = await (
            from year in data.GetTable<WorkingYearRow>()
            join day in data.GetTable<WorkingYearDayRow>() on year.Subject equals day.Subject
            orderby year.Year, day.Day
            select new { year.Year, year.Source, year.DocumentNumber, day.Day, day.IsWorking }).ToListAsync(cancellationToken);
        return
        [
            .. named.GroupBy(row => (row.Year, row.Source, row.DocumentNumber)).Select(days => new WorkingYear
            {
                Year = days.Key.Year,
                RestDays = [.. days.Where(row => !row.IsWorking).Select(row => Day(row.Day))],
                WorkedDays = [.. days.Where(row => row.IsWorking).Select(row => Day(row.Day))],
                Source = days.Key.Source,
                DocumentNumber = days.Key.DocumentNumber,
            }),
        ];

        static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "O", CultureInfo.InvariantCulture);
    }
}
