using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.ReportForms;
using ShuangDa.GraphQL.Sections;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.DailyReports;

/// <summary>日报. What a section reports of a working day: what was recorded from 14:00 of the working day before to 14:00 of its
/// own.</summary>
[Name("DailyReport"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class DailyReportType : HandledNode<DailyReportRow, DailyReportState>
{
    /// <summary>统计起. It covers what was recorded after this moment.</summary>
    public static DateTimeOffset RecordedAfter(DailyReportState state) => state.RecordedAfter;

    /// <summary>统计止. The last moment that it covers, and at which it is due.</summary>
    public static DateTimeOffset RecordedUntil(DailyReportState state) => state.RecordedUntil;

    /// <summary>栏目. The columns of its figures, in their order.</summary>
    public static IReadOnlyList<FormColumnType> Columns() =>
        [.. FormColumn.Of(DailyFigures.Form).Select(column => new FormColumnType(column))];

    /// <summary>登记数. What is recorded now of the time that it covers: what it is filled with while nothing is said, and what it can be
    /// compared with later.</summary>
    /// <param name="state">Given by the engine.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [Price(PriceAttribute.Sum)]
    public static IDataLoaderResult<IReadOnlyList<DailyFigureType>> Recorded(
        DailyReportState state, IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        return BatchLoader<FormScope, IReadOnlyList<DailyFigureType>>.Of(
            field,
            async (scopes, ending) =>
            {
                var figures = new Dictionary<FormScope, IReadOnlyList<DailyFigureType>>();
                foreach (var scope in scopes)
                {
                    var found = await database.QueryAsync((data, token) => DailyFacts.ReadAsync(data, scope, token), ending)
                        .ConfigureAwait(false);
                    figures[scope] = DailyFigureType.Of(DailyFigures.Of(found, []));
                }

                return figures;
            }).LoadKnown(DailyFacts.ScopeOf(state));
    }

    /// <summary>报送内容. What the section says as it stands: the last version, or what it said before it was frozen; null while it has said
    /// nothing.</summary>
    public static DailyStatementType? Statement(DailyReportState state) => DailyStatementType.Of(state.Statement);

    /// <summary>首次报送. What the section said before it was frozen, with the figures of that moment; null while it has said
    /// nothing.</summary>
    public static DailyStatementType? Submission(DailyReportState state) => DailyStatementType.Of(state.Submission);

    /// <summary>版本. What was frozen, and how it was put right, in order.</summary>
    public static IReadOnlyList<DailyReportVersionType> Versions(DailyReportState state) =>
        [.. state.Versions.Select((one, at) => new DailyReportVersionType(one, at == 0 ? null : state.Versions[at - 1]))];
}

/// <summary>报送内容. What a section says of a day.</summary>
/// <param name="statement">As it was said.</param>
[Name("DailyStatement"), ReadableBy(Readers.Bureau)]
public sealed class DailyStatementType(DailyStatement statement)
{
    /// <summary>报送时刻. When.</summary>
    public DateTimeOffset SubmittedAt => statement.At;

    /// <summary>报送人. Who said it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<UserType?> SubmittedBy(IResolveFieldContext field, [FromServices] Database database) =>
        UserType.Load(field, database, statement.By);

    /// <summary>综合情况. What was done, in words, or null.</summary>
    public string? Narrative => statement.Narrative;

    /// <summary>零报告. That there was nothing, said by a person.</summary>
    public bool IsNil => statement.IsNil;

    /// <summary>数. The figures that are not 0 or are filled in by hand, by class and column, the total last.</summary>
    public IReadOnlyList<DailyFigureType> Figures => DailyFigureType.Of(statement.Figures);

    /// <summary>核对结果. What the figures of the whole day and what is recorded do not agree in, in the order of the form.</summary>
    public IReadOnlyList<DailyFindingType> Findings => [.. statement.Findings.Select(finding => new DailyFindingType(finding))];

    /// <summary>立案的案件. The cases whose filing was recorded in the time.</summary>
    /// <param name="field">Given by the engine.</param>
    public IEnumerable<IDataLoaderResult<CaseType?>> Cases(IResolveFieldContext field) =>
        statement.Cases.Select(number => NodeReader.Load<CaseType>(field, number));

    /// <summary>What was said, or null.</summary>
    /// <param name="statement">As it was said, or null.</param>
    internal static DailyStatementType? Of(DailyStatement? statement) => statement is null ? null : new DailyStatementType(statement);
}

/// <summary>版本. What a section says of a day, as it was frozen.</summary>
/// <param name="version">As it was frozen.</param>
/// <param name="before">The version before, or null.</param>
[Name("DailyReportVersion"), ReadableBy(Readers.Bureau)]
public sealed class DailyReportVersionType(DailyReportVersion version, DailyReportVersion? before)
{
    /// <summary>版本号. Which, from 1.</summary>
    public int Number => version.Number;

    /// <summary>校验值. SHA-256 over the day, the section, the version and what it says, in hexadecimal.</summary>
    public string Hash => version.Hash;

    /// <summary>更正理由. Why it was put right; null in the first.</summary>
    public string? Reason => version.Grounds?.Reason;

    /// <summary>更正依据. By what rule; null in the first.</summary>
    public string? Basis => version.Grounds?.Basis;

    /// <summary>报送内容. What it says.</summary>
    public DailyStatementType Statement => DailyStatementType.Of(version.Statement)!;

    /// <summary>差异. The figures that it says otherwise than the version before; none in the first.</summary>
    public IReadOnlyList<DailyFigureChangeType> Changes => before is null
        ? []
        : [.. DailyFigures.ChangesOf(before.Statement, version.Statement).Select(change => new DailyFigureChangeType(change))];
}

/// <summary>日报的数. A figure of a daily report.</summary>
/// <param name="figure">The figure.</param>
[Name("DailyFigure"), ReadableBy(Readers.Bureau)]
public sealed class DailyFigureType(DailyFigure figure)
{
    /// <summary>栏目代码. The column's code.</summary>
    public string Column => figure.Column;

    /// <summary>产品类别. The class that it is of; null in the total, and for what has no class.</summary>
    public ProductClassType? ProductClass => ProductClassType.Of(figure.ProductClass);

    /// <summary>合计. Whether it is of the total.</summary>
    public bool IsTotal => figure.IsTotal;

    /// <summary>数值. In the column's unit.</summary>
    public decimal Value => figure.Value;

    /// <summary>条目数. How many facts are behind it: <c>facts</c> lists as many.</summary>
    public int EntryCount => figure.EntryCount;

    /// <summary>补报数. How much of it happened before the time that the report covers, and was entered late.</summary>
    public decimal LateValue => figure.LateValue;

    /// <summary>手工填报. Whether the section filled it in itself.</summary>
    public bool IsManual => figure.IsManual;

    /// <summary>登记数. What was recorded when the section filled it in itself; null where it did not, and where nothing recorded tells
    /// it.</summary>
    public decimal? Recorded => figure.Recorded;

    /// <summary>截止登记数. What was recorded at the end, where that is another than when the section filled the figure in; else
    /// null.</summary>
    public decimal? RecordedSince => figure.RecordedSince;

    /// <summary>手工填报说明. Why it is filled in by hand; null where it is not.</summary>
    public string? Note => figure.Note;

    /// <summary>The figures of a report.</summary>
    /// <param name="figures">As they are kept.</param>
    internal static IReadOnlyList<DailyFigureType> Of(IEnumerable<DailyFigure> figures) =>
        [.. figures.Select(figure => new DailyFigureType(figure))];
}

/// <summary>核对结果. What a section says and what is recorded do not agree in.</summary>
/// <param name="finding">What was found.</param>
[Name("DailyFinding"), ReadableBy(Readers.Bureau)]
public sealed class DailyFindingType(DailyFinding finding)
{
    /// <summary>种类. How they differ.</summary>
    public DailyFindingKind Kind => finding.Kind;

    /// <summary>数. The figure of the whole day, with what is recorded and what of it was entered late.</summary>
    public DailyFigureType Figure => new(finding.Figure);
}

/// <summary>数的差异. A figure that a version says otherwise than the one before.</summary>
/// <param name="change">The difference.</param>
[Name("DailyFigureChange"), ReadableBy(Readers.Bureau)]
public sealed class DailyFigureChangeType(DailyFigureChange change)
{
    /// <summary>栏目代码. The column's code.</summary>
    public string Column => change.Column;

    /// <summary>产品类别. The class that it is of; null in the total, and for what has no class.</summary>
    public ProductClassType? ProductClass => ProductClassType.Of(change.ProductClass);

    /// <summary>合计. Whether it is of the total.</summary>
    public bool IsTotal => change.IsTotal;

    /// <summary>更正前. What the version before says.</summary>
    public decimal Before => change.Before;

    /// <summary>更正后. What it says.</summary>
    public decimal After => change.After;
}

/// <summary>手工填报的输入. A figure of the whole day that a section fills in itself.</summary>
/// <param name="Column">栏目代码. The column's code.</param>
/// <param name="Value">数值. In the column's unit; not below 0.</param>
/// <param name="Note">说明. Where it comes from.</param>
public sealed record DailyManualFigureInput(string Column, decimal Value, string Note) : IInputOf<DailyManualFigure>
{
    DailyManualFigure IInputOf<DailyManualFigure>.ToPart() => new(Column, Value, Note);
}
