using System.Globalization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Calendar;

/// <summary>年度工作日安排命令的入口.</summary>
public sealed class WorkingYearDoor() : CommandDoor<IWorkingYearGrain, WorkingYear, WorkingYearCommand, WorkingYearType>(
    WorkingYear.Name, "year", "年份. The calendar year.", "workingYear", "年度工作日安排", subject => new(subject))
{
    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        key = given;
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= WorkingYear.FirstYear and <= WorkingYear.LastYear
            ? null
            : new InvalidInput("year", $"年份应在{WorkingYear.FirstYear}至{WorkingYear.LastYear}之间", $"The year must lie between {WorkingYear.FirstYear} and {WorkingYear.LastYear}");
    }
}
