using GraphQL;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Calendar;

/// <summary>载入年度工作日安排的输入. A year's arrangement as the State Council's office published it.</summary>
/// <param name="Year">年份. The calendar year.</param>
/// <param name="RestDays">放假日. Days of rest; whole ranges with their Saturdays and Sundays are welcome.</param>
/// <param name="Source">来源. The notice that says so; at most 200 characters.</param>
/// <param name="WorkedDays">调休上班日. Saturdays and Sundays that are worked.</param>
/// <param name="DocumentNumber">文号. The notice's number; at most 200 characters.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record LoadWorkingYearInput(
    int Year, IReadOnlyList<DateOnly> RestDays, string Source, IReadOnlyList<DateOnly>? WorkedDays = null, string? DocumentNumber = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>载入年度工作日安排的结果. The year as it stands afterwards, or why not.</summary>
/// <param name="WorkingYear">年度工作日安排. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record LoadWorkingYearPayload(
    WorkingYearType? WorkingYear,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<LoadWorkingYear>>>))] IReadOnlyList<Refusal>? Errors);
