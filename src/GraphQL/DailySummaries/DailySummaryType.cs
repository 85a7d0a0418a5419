using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Approvals;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.DailyReports;
using ShuangDa.GraphQL.ReportForms;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.DailySummaries;

/// <summary>日报汇总. The bureau's report of a day: what the sections reported, approved and sent up to the city bureau.</summary>
[Name("DailySummary"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class DailySummaryType : SteppedNode<DailySummaryRow, DailySummaryState>
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
            state.Collection.Figures.Where(figure => !figure.IsOfClass),
            column => column.Id,
            figure => figure.Column,
            (column, figure) => new SummedFigureType(column, figure)),
    ];

    /// <summary>执法检查情况统计表. The form that the sections' figures fill, by product class, the total last.</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public static IDataLoaderResult<ReportFormType> Statistics(
        DailySummaryState state, IResolveFieldContext field, [FromServices] Database database) =>
        BatchLoader<DailySummaryState, ReportFormType>.Of(
            field,
            async (summaries, ending) =>
            {
                var classes = await ProductClass.List.ReadAsync(database, ending).ConfigureAwait(false);
                (string, string)[] named = [.. classes.Select(row => (row.Code, row.Name))];
                return summaries.ToDictionary(one => one, one => new ReportFormType(SummedFigures.FormOf(one, named)));
            }).LoadKnown(state);

    /// <summary>查处违法案件一览表. The cases that the sections reported as filed, as they stand now (notice, annex 3).</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="forms">Given by the engine.</param>
    [Price(PriceAttribute.Sum)]
    public static IDataLoaderResult<ReportFormType> CaseList(
        DailySummaryState state, IResolveFieldContext field, [FromServices] FormReader forms) =>
        BatchLoader<DailySummaryState, ReportFormType>.Of(
            field,
            async (summaries, ending) =>
            {
                var lists = new Dictionary<DailySummaryState, ReportFormType>();
                foreach (var one in summaries)
                {
                    lists[one] = new ReportFormType(
                        await forms.ReadCasesAsync(one.Collection.Cases, SummedFigures.ScopeOf(one), ending).ConfigureAwait(false));
                }

                return lists;
            }).LoadKnown(state);

    /// <summary>版本. How the reports were put together, and again, in order; the last one stands.</summary>
    public static IReadOnlyList<DailySummaryVersionType> Versions(DailySummaryState state) =>
        [.. state.Versions.Select((one, at) => new DailySummaryVersionType(at + 1, one, at == 0 ? null : state.Versions[at - 1]))];

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

    /// <summary>综合情况. What the section said in words, or null.</summary>
    public string? Narrative => report.Narrative;

    /// <summary>科室负责人. The heads of the section, who answer for its report.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<UserType>> Heads(IResolveFieldContext field, [FromServices] Database database) =>
        UserType.LoadHolders(field, database, Roles.SectionHead, row => row.Section, report.Section);

    /// <summary>汇总后有变化. Whether the section reported, or put its report right, after the reports were put together.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<bool> IsChanged(IResolveFieldContext field, [FromServices] Database database) => Ready.From(
        BatchLoader<string, DailyReportRow>.Of(
            field,
            async (numbers, ending) =>
            {
                string[] asked = [.. numbers];
                var rows = await database.RowsAsync(
                    data => data.GetTable<DailyReportRow>().Where(row => asked.Contains(row.Number)), ending).ConfigureAwait(false);
                return rows.ToDictionary(row => row.Number);
            }).Load(report.Number),
        row => row is not null && (row.Versions != report.Version || row.Status != WireName.Of(report.Status)));
}

/// <summary>汇总版本. The sections' reports as they were put together at one time.</summary>
/// <param name="number">Which, from 1.</param>
/// <param name="collection">What it is made of.</param>
/// <param name="before">The version before, or null.</param>
[Name("DailySummaryVersion"), ReadableBy(Readers.Bureau)]
public sealed class DailySummaryVersionType(int number, CollectedDay collection, CollectedDay? before)
{
    /// <summary>版本号. Which, from 1.</summary>
    public int Number => number;

    /// <summary>汇总时刻. When it was put together.</summary>
    public DateTimeOffset CollectedAt => collection.At;

    /// <summary>汇总人. Who put it together.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<UserType?> CollectedBy(IResolveFieldContext field, [FromServices] Database database) =>
        UserType.Load(field, database, collection.By);

    /// <summary>综合情况. What the bureau said of the day, in words, or null.</summary>
    public string? Narrative => collection.Narrative;

    /// <summary>各科室日报. Each section's report as it was then.</summary>
    public IReadOnlyList<CollectedReportType> Reports => [.. collection.Reports.Select(report => new CollectedReportType(report))];

    /// <summary>变化的科室. The codes of the sections whose reports are others than in the version before; none in the first.</summary>
    public IReadOnlyList<string> ChangedSections => before is null ? [] : [.. before.SectionsOtherThan(collection)];

    /// <summary>差异. The figures that it says otherwise than the version before; none in the first.</summary>
    public IReadOnlyList<DailyFigureChangeType> Changes => before is null
        ? []
        : [.. SummedFigures.ChangesOf(before, collection).Select(change => new DailyFigureChangeType(change))];
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

    /// <summary>报送受阻. When the system noted that the city bureau's interface does not answer; null where it did not.</summary>
    public DateTimeOffset? StuckSince => sending.StuckSince;

    /// <summary>答复日. The day of the city bureau's answer (Asia/Shanghai), or null.</summary>
    public DateOnly? AnsweredOn => sending.Answer?.On;

    /// <summary>回执编号. The number of the receipt; null where there is none.</summary>
    public string? ReceiptNumber => sending.Answer?.ReceiptNumber;

    /// <summary>退件理由. Why it was not taken; null where it was.</summary>
    public string? Reason => sending.Answer?.Reason;
}
