using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

/// <summary>年度工作日安排. The actor of a working year; its key is the year, such as <c>2027</c>.</summary>
[Alias("working-year")]
public interface IWorkingYearGrain : ISubjectGrain<WorkingYear, WorkingYearCommand>;
