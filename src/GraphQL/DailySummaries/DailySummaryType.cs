using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.ReportForms;

namespace ShuangDa.GraphQL.DailySummaries;

/// <summary>日报汇总. The bureau's report of a day: what the sections reported, approved and sent up to the city bureau.</summary>
[Name("DailySummary"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class DailySummaryType : SubjectNode<DailySummaryRow, DailySummaryState>
{
    /// <summary>汇总时刻. When it was put together.</summary>
    public static DateTimeOffset CollectedAt(DailySummaryState state) => state.Collection.At;

    /// <summary>综合情况. What the bureau says of the day, in words, or null.</summary>
    public static string? Narrative(DailySummaryState state) => state.Collection.Narrative;

    /// <summary>各科室日报. Each section's report, also of those who said nothing.</summary>
    public static IReadOnlyList<CollectedReportType> Reports(DailySummaryState state) =>
        [.. state.Collection.Reports.Select(report => new CollectedReportType(report))];

    /// <summary>合计. What the sections' figures come to, in the order of the form.</summary>
    public static IReadOnlyList<SummedFigureType> Figures(DailySummaryState state) =>
    [
        .. FormColumn.Of(DailyFigures.Form).Join(
            state.Collection.Figures,
            column => column.Id,
            figure => figure.Column,
            (column, figure) => new SummedFigureType(column, figure)),
    ];

    /// <summary>批准日. The day it was approved (Asia/Shanghai), or null.</summary>
    public static DateOnly? ApprovedOn(DailySummaryState state) => state.ApprovedOn;

    /// <summary>批准人. Who approved it, or null.</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public static IDataLoaderResult<UserType?>? ApprovedBy(
        DailySummaryState state, IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.ApprovedBy is { } by ? UserType.Load(field, database, by) : null;
    }

    /// <summary>退回意见. Why the head of the bureau sent it back, or null.</summary>
    public static string? Remark(DailySummaryState state) => state.Remark;

    /// <summary>报送. How it went up to the city bureau, in order.</summary>
    public static IReadOnlyList<SummarySendingType> Sendings(DailySummaryState state) =>
        [.. state.Sendings.Select(sending => new SummarySendingType(sending))];
}

/// <summary>已汇总的日报. A section's report as it was when it was put together with the others.</summary>
/// <param name="report">As it was.</param>
[Name("CollectedReport"), ReadableBy(Readers.Bureau)]
public sealed class CollectedReportType(CollectedReport report)
{
    /// <summary>责任科室. The section's code.</summary>
    public string Section => report.Section;

    /// <summary>日报编号. Its number.</summary>
    public string Number => report.Number;

    /// <summary>状态. Where it stood: frozen, late, or missing.</summary>
    public DailyReportStatus Status => report.Status;

    /// <summary>版本号. Which version; 0 where the section had said nothing.</summary>
    public int VersionNumber => report.Version;

    /// <summary>校验值. Of the version; null where the section had said nothing.</summary>
    public string? Hash => report.Hash;
}

/// <summary>合计数. What the sections' figures of a column come to.</summary>
/// <param name="column">The column.</param>
/// <param name="figure">The figure.</param>
[Name("SummedFigure"), ReadableBy(Readers.Bureau)]
public sealed class SummedFigureType(FormColumn column, SummedFigure figure)
{
    /// <summary>栏目. The column.</summary>
    public FormColumnType Column => new(column);

    /// <summary>数值. In the column's unit.</summary>
    public decimal Value => figure.Value;

    /// <summary>含手工数. Whether a section filled its figure in itself.</summary>
    public bool HasManual => figure.HasManual;
}

/// <summary>报送. How a summary went up to the city bureau.</summary>
/// <param name="sending">As it was recorded.</param>
[Name("SummarySending"), ReadableBy(Readers.Bureau)]
public sealed class SummarySendingType(SummarySending sending)
{
    /// <summary>报送方式. How.</summary>
    public SummaryWay Way => sending.Way;

    /// <summary>报送日. The day (Asia/Shanghai).</summary>
    public DateOnly SentOn => sending.On;

    /// <summary>答复日. The day of the city bureau's answer (Asia/Shanghai), or null.</summary>
    public DateOnly? AnsweredOn => sending.Answer?.On;

    /// <summary>回执编号. The number of the receipt; null where there is none.</summary>
    public string? ReceiptNumber => sending.Answer?.ReceiptNumber;

    /// <summary>退件理由. Why it was not taken; null where it was.</summary>
    public string? Reason => sending.Answer?.Reason;
}
