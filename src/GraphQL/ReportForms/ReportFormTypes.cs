using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.FormEntries;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.ReportForms;

/// <summary>报表. One of the notice's forms, filled with what is recorded.</summary>
/// <param name="form">The form.</param>
[Name("ReportForm"), ReadableBy(Readers.Bureau)]
public sealed class ReportFormType(ReportForm form)
{
    /// <summary>报表种类. Which form.</summary>
    public ReportFormKind Kind => form.Kind;

    /// <summary>各行的种类. Of what its rows are.</summary>
    public ReportFormRows RowsOf => form.Kind.RowsOf();

    /// <summary>统计口径. Which day decides whether something is in the period.</summary>
    public ReportBasis Basis => form.Scope.Basis;

    /// <summary>自. The first day (Asia/Shanghai).</summary>
    public DateOnly From => form.Scope.From;

    /// <summary>至. The day after the last.</summary>
    public DateOnly To => form.Scope.Before;

    /// <summary>登记起. The moment after which it was recorded; null where the day it happened decides.</summary>
    public DateTimeOffset? RecordedAfter => form.Scope.RecordedAfter;

    /// <summary>登记止. The last moment at which it was recorded; null where the day it happened decides.</summary>
    public DateTimeOffset? RecordedUntil => form.Scope.RecordedUntil;

    /// <summary>责任科室. The code of the section whose work it tells; null for the whole bureau.</summary>
    public string? Section => form.Scope.Section;

    /// <summary>栏目. The columns, in their order.</summary>
    public IReadOnlyList<FormColumnType> Columns => [.. FormColumn.Of(form.Kind).Select(column => new FormColumnType(column))];

    /// <summary>各行. The total last.</summary>
    public IReadOnlyList<FormRowType> Rows => [.. form.Rows.Select(row => new FormRowType(form.Kind, row))];
}

/// <summary>报表栏目. A column of a form.</summary>
/// <param name="column">The column.</param>
[Name("ReportFormColumn"), ReadableBy(Readers.Bureau)]
public sealed class FormColumnType(FormColumn column)
{
    /// <summary>栏目代码. Its code within the form.</summary>
    public string Code => column.Id;

    /// <summary>栏目名称. What stands above it.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<string> Heading(IResolveFieldContext field) => Sentences.Read(field, column.Heading);

    /// <summary>表头分组. What stands above it and its neighbours; empty where nothing does.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<string> Group(IResolveFieldContext field) => Sentences.Read(field, column.Group ?? new BilingualText("", ""));

    /// <summary>计量单位. In what it counts.</summary>
    public FormUnit Unit => column.Unit;

    /// <summary>金额. Whether it adds up money, so that its figures have two decimals.</summary>
    public bool IsMoney => column.IsMoney;

    /// <summary>手工填报. Whether it is filled by hand, because nothing that is recorded tells it.</summary>
    public bool IsManual => column.IsManual;

    /// <summary>填报项目. What sections fill in here by hand; null where it is not filled by hand.</summary>
    public ManualFigure? ByHand => column.ByHand;

    /// <summary>
    /// 计量. What it adds up, under which <c>facts</c> lists what a cell is made of; null where it has words or is filled by hand.
    /// </summary>
    public Measure? Counts => column.Unit is FormUnit.Words ? null : column.Counts;

    /// <summary>违法行为. The kind of violation that alone counts, or null for all.</summary>
    public ViolationKind? Violation => column.Violation;

    /// <summary>获证. Whether only what is about holders of a licence counts, or only what is about others; null for all.</summary>
    public bool? IsLicensed => column.IsLicensed;
}

/// <summary>报表行. A row of a form.</summary>
/// <param name="kind">Which form.</param>
/// <param name="row">The row.</param>
[Name("ReportFormRow"), ReadableBy(Readers.Bureau)]
public sealed class FormRowType(ReportFormKind kind, FormRow row)
{
    /// <summary>行标识. A product class's code, a case's number, or a party's credit code or name; empty for the total and for what has no
    /// class.</summary>
    public string Key => row.Key;

    /// <summary>行名. The product class's or the party's name, or the number of the case that people say.</summary>
    /// <param name="field">Given by the engine.</param>
    public string Title(IResolveFieldContext field) => row.Title.In(GraphQLRequestContext.Of(field).English);

    /// <summary>合计. Whether it is the total.</summary>
    public bool IsTotal => row.IsTotal;

    /// <summary>产品类别. The class that it is of; null in the total, for what has no class, and in forms of cases and parties.</summary>
    public ProductClassType? ProductClass => kind.RowsOf() is ReportFormRows.ProductClasses && row.Key.Length > 0
        ? ProductClassType.Of([row.Key])[0]
        : null;

    /// <summary>案件. The cases that it is made of, in the order of their filing; none in forms by product class, and in the total.</summary>
    /// <param name="field">Given by the engine.</param>
    public IEnumerable<IDataLoaderResult<CaseType?>> Cases(IResolveFieldContext field) =>
        row.Cases.Select(number => NodeReader.Load<CaseType>(field, number));

    /// <summary>各格. In the order of the columns.</summary>
    public IReadOnlyList<FormCellType> Cells => [.. row.Cells.Select(cell => new FormCellType(cell))];
}

/// <summary>报表格. A cell of a form.</summary>
/// <param name="cell">The cell.</param>
[Name("ReportFormCell"), ReadableBy(Readers.Bureau)]
public sealed class FormCellType(FormCell cell)
{
    /// <summary>栏目代码. The column's code.</summary>
    public string Column => cell.Column;

    /// <summary>数值. The figure in the column's unit, rounded once from what was added up; null where it has words, is filled by hand, or is
    /// not known.</summary>
    public decimal? Value => cell.Value;

    /// <summary>文字. The words; null where it has a figure.</summary>
    /// <param name="field">Given by the engine.</param>
    public string? Text(IResolveFieldContext field) => cell.Text?.In(GraphQLRequestContext.Of(field).English);

    /// <summary>条目数. How many facts it is made of; <c>facts</c> under the column's measure lists exactly as many.</summary>
    public int EntryCount => cell.EntryCount;

    /// <summary>
    /// 待核条目数. How many facts may belong to it and are not in it, because they were recorded before it was kept of which section, or about a
    /// holder of a licence or another, they are.
    /// </summary>
    public int UncertainCount => cell.UncertainCount;

    /// <summary>填报条目数. How many entries by hand it adds up; <c>formEntries</c> lists them.</summary>
    public int ManualCount => cell.ManualCount;
}
