using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

/// <summary>年度安排命令. What may be asked of a working year.</summary>
[GenerateSerializer, Immutable, Alias("working-year.command")]
public abstract record WorkingYearCommand : Command;

/// <summary>载入年度工作日安排. Loads a year's arrangement as published, or loads it anew when it was changed. What has been counted before stays as it was counted.</summary>
/// <param name="Year">年份. The calendar year.</param>
/// <param name="RestDays">放假日. Days of rest; whole ranges with their Saturdays and Sundays are welcome.</param>
/// <param name="WorkedDays">调休上班日. Saturdays and Sundays that are worked.</param>
/// <param name="Source">来源. The notice that says so.</param>
/// <param name="DocumentNumber">文号. The notice's number.</param>
[GenerateSerializer, Immutable, Alias("working-year.load"), AllowedTo(Roles.Administrator), Creates]
public sealed record LoadWorkingYear(
    int Year,
    ImmutableArray<DateOnly> RestDays,
    [Optional] ImmutableArray<DateOnly> WorkedDays,
    [Longest(WorkingYearRow.SourceLength)] string Source,
    [Longest(WorkingYearRow.SourceLength)] string? DocumentNumber = null) : WorkingYearCommand;
