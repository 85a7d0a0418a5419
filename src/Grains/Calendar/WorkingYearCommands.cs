using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

/// <summary>年度安排命令. What may be asked of a working year.</summary>
[GenerateSerializer, Immutable, Alias("working-year.command")]
public abstract record WorkingYearCommand : Command;

/// <summary>载入年度安排. Loads a year's arrangement, or loads it anew when it was changed.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="RestDays">Days of rest; whole ranges with their Saturdays and Sundays are welcome.</param>
/// <param name="WorkedDays">Saturdays and Sundays that are worked.</param>
/// <param name="Source">The notice that says so.</param>
/// <param name="DocumentNumber">The notice's number, or null.</param>
[GenerateSerializer, Immutable, Alias("working-year.load"), AllowedTo(Roles.Administrator)]
public sealed record LoadWorkingYear(int Year, ImmutableArray<DateOnly> RestDays, ImmutableArray<DateOnly> WorkedDays, string Source, string? DocumentNumber = null) : WorkingYearCommand;
