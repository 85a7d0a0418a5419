using System.Linq.Expressions;
using LinqToDB;
using ShuangDa.Grains.Cases;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Cases;

/// <summary>案件阶段条件. Conditions on a case's stage.</summary>
public sealed record CaseStageFilter : EnumFilter<CaseStage>;

/// <summary>待办步骤条件. Conditions on what a case waits for.</summary>
public sealed record AwaitedStepFilter : EnumFilter<AwaitedStep>;

/// <summary>违法行为条件. Conditions on a kind of violation.</summary>
public sealed record ViolationKindFilter : EnumFilter<ViolationKind>;

/// <summary>案件条件. Which cases are wanted; all that is given must hold.</summary>
/// <param name="And">并且. All of these hold.</param>
/// <param name="Or">或者. One of these holds.</param>
/// <param name="Number">案件编号.</param>
/// <param name="Title">案件名称.</param>
/// <param name="Stage">阶段.</param>
/// <param name="Violation">违法行为.</param>
/// <param name="EnterpriseCreditCode">当事企业. The first party's credit code.</param>
/// <param name="PartyName">当事人名称.</param>
/// <param name="Section">责任科室.</param>
/// <param name="OfficerNames">办案人员. Cases with an officer whose user name meets this.</param>
/// <param name="ProductClasses">产品类别. Cases with a class whose code meets this.</param>
/// <param name="ReceivedOn">线索收到日期.</param>
/// <param name="OpenedOn">立案日期.</param>
/// <param name="DecidedOn">决定日期.</param>
/// <param name="EndedOn">终结日期.</param>
/// <param name="GoodsValueCny">货值金额.</param>
/// <param name="PenaltyCny">罚没款.</param>
/// <param name="IsMajor">大案要案.</param>
/// <param name="Overdue">已逾期.</param>
/// <param name="WasPaused">曾中止.</param>
/// <param name="MustTransfer">应当移送.</param>
/// <param name="Awaits">待办步骤.</param>
public sealed record CaseFilter(
    IReadOnlyList<CaseFilter>? And = null,
    IReadOnlyList<CaseFilter>? Or = null,
    StringFilter? Number = null,
    StringFilter? Title = null,
    CaseStageFilter? Stage = null,
    ViolationKindFilter? Violation = null,
    StringFilter? EnterpriseCreditCode = null,
    StringFilter? PartyName = null,
    StringFilter? Section = null,
    StringFilter? OfficerNames = null,
    StringFilter? ProductClasses = null,
    DateFilter? ReceivedOn = null,
    DateFilter? OpenedOn = null,
    DateFilter? DecidedOn = null,
    DateFilter? EndedOn = null,
    MoneyFilter? GoodsValueCny = null,
    MoneyFilter? PenaltyCny = null,
    BooleanFilter? IsMajor = null,
    BooleanFilter? Overdue = null,
    BooleanFilter? WasPaused = null,
    BooleanFilter? MustTransfer = null,
    AwaitedStepFilter? Awaits = null)
{
    /// <summary>The filter as a condition on rows.</summary>
    /// <param name="classes">The table of product classes.</param>
    /// <param name="officers">The table of officers.</param>
    internal Expression<Func<CaseRow, bool>> Condition(IQueryable<CaseProductClassRow> classes, IQueryable<CaseOfficerRow> officers) => new Conditions<CaseRow>()
        .Text(row => row.Number, Number)
        .Text(row => row.Title, Title)
        .Enum(row => row.Stage, Stage)
        .Enum(row => row.Violation, Violation)
        .Text(row => row.Enterprise, EnterpriseCreditCode)
        .Text(row => row.PartyName, PartyName)
        .Text(row => row.Section, Section)
        .And(OfOfficer(officers))
        .And(OfClass(classes))
        .Date(row => row.ReceivedOn, ReceivedOn)
        .Date(row => row.FiledOn, OpenedOn)
        .Date(row => row.DecidedOn, DecidedOn)
        .Date(row => row.EndedOn, EndedOn)
        .Amount(row => row.GoodsValue, GoodsValueCny)
        .Amount(row => row.Penalty, PenaltyCny)
        .Boolean(row => row.IsMajor, IsMajor)
        .Boolean(row => row.IsOverdue, Overdue)
        .Boolean(row => row.WasPaused, WasPaused)
        .Boolean(row => row.MustTransfer, MustTransfer)
        .Enum(row => row.Awaits, Awaits)
        .Groups(And?.Select(one => one.Condition(classes, officers)), Or?.Select(one => one.Condition(classes, officers)))
        .ToExpression();

    private Expression<Func<CaseRow, bool>>? OfClass(IQueryable<CaseProductClassRow> classes)
    {
        if (ProductClasses is null)
        {
            return null;
        }

        var some = classes.Where(new Conditions<CaseProductClassRow>().Text(row => row.Code, ProductClasses).ToExpression());
        return found => some.Any(row => row.Subject == found.Subject);
    }

    private Expression<Func<CaseRow, bool>>? OfOfficer(IQueryable<CaseOfficerRow> officers)
    {
        if (OfficerNames is null)
        {
            return null;
        }

        var some = officers.Where(new Conditions<CaseOfficerRow>().Text(row => row.UserName, OfficerNames).ToExpression());
        return found => some.Any(row => row.Subject == found.Subject);
    }
}

/// <summary>案件排序. One column to order by.</summary>
/// <param name="Number">案件编号.</param>
/// <param name="ReceivedOn">线索收到日期.</param>
/// <param name="Stage">阶段.</param>
/// <param name="GoodsValueCny">货值金额.</param>
/// <param name="PenaltyCny">罚没款.</param>
/// <param name="AwaitedBy">待办期限. Cases whose awaited step has no term come last.</param>
public sealed record CaseSort(
    SortDirection? Number = null, SortDirection? ReceivedOn = null, SortDirection? Stage = null, SortDirection? GoodsValueCny = null, SortDirection? PenaltyCny = null, SortDirection? AwaitedBy = null)
{
    /// <summary>The columns of an order.</summary>
    /// <param name="order">What was asked for, or null.</param>
    internal static IEnumerable<SortColumn<CaseRow>> Columns(IReadOnlyList<CaseSort>? order) => (order ?? []).SelectMany(sort => new[]
    {
        sort.Number is { } number ? SortColumn<CaseRow>.Text("number", row => row.Number, number) : null,
        sort.ReceivedOn is { } receivedOn ? SortColumn<CaseRow>.Text("receivedOn", row => row.ReceivedOn, receivedOn) : null,
        sort.Stage is { } stage ? SortColumn<CaseRow>.Text("stage", row => row.Stage, stage) : null,
        sort.GoodsValueCny is { } goods ? SortColumn<CaseRow>.Number("goodsValue", row => row.GoodsValue, goods) : null,
        sort.PenaltyCny is { } penalty ? SortColumn<CaseRow>.Number("penalty", row => row.Penalty, penalty) : null,
        sort.AwaitedBy is { } awaitedBy ? SortColumn<CaseRow>.Number("awaitedBy", row => row.AwaitedBy, awaitedBy) : null,
    }).OfType<SortColumn<CaseRow>>();
}
