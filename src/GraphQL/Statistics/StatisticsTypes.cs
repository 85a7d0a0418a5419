using GraphQL;
using GraphQL.DataLoader;
using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Statistics;

/// <summary>分组依据. By what facts are told apart.</summary>
public enum Dimension
{
    /// <summary>The day they count for.</summary>
    [Term("日", "day")]
    Day,

    /// <summary>The month they count for.</summary>
    [Term("月", "month")]
    Month,

    /// <summary>The section they count for.</summary>
    [Term("责任科室", "section")]
    Section,

    /// <summary>The agency they count for.</summary>
    [Term("部门", "agency")]
    Agency,

    /// <summary>The product class.</summary>
    [Term("产品类别", "product class")]
    ProductClass,

    /// <summary>The kind of violation.</summary>
    [Term("违法行为", "violation")]
    Violation,
}

/// <summary>统计行. What the facts come to that agree in all that was asked for; what was not asked for is null.</summary>
/// <param name="Period">期间. The day or month they count for, as <c>2026-12-01</c> or <c>2026-12</c>.</param>
/// <param name="Section">责任科室. The code of the section they count for.</param>
/// <param name="Agency">部门. The code of the agency they count for.</param>
/// <param name="ProductClass">产品类别. Their product class.</param>
/// <param name="Violation">违法行为. Their kind of violation.</param>
/// <param name="Figures">数字. What they come to, in the order of the measures; what comes to nothing is left out.</param>
[ReadableBy(Readers.Bureau)]
public sealed record StatisticsRow(
    string? Period,
    string? Section,
    string? Agency,
    ProductClassType? ProductClass,
    ViolationKind? Violation,
    IReadOnlyList<StatisticsFigure> Figures);

/// <summary>统计数字. What facts of one measure come to.</summary>
/// <param name="Measure">计量. What is counted.</param>
/// <param name="Amount">数量. How much; of money, in yuan.</param>
/// <param name="FactCount">事实数. How many facts it is the sum of; those that take back are among them.</param>
/// <param name="PartyCount">当事人数（家）. How many parties it is about, each once however often it was counted; null where that was not asked
/// for.</param>
[ReadableBy(Readers.Bureau)]
public sealed record StatisticsFigure(Measure Measure, decimal Amount, int FactCount, int? PartyCount);

/// <summary>事实条件. Which facts are meant.</summary>
/// <param name="Section">责任科室.</param>
/// <param name="Agency">部门.</param>
/// <param name="ProductClass">产品类别. The class's code.</param>
/// <param name="Violation">违法行为.</param>
[Name("FactFilterInput")]
public sealed record FactFilter(
    StringFilter? Section = null,
    StringFilter? Agency = null,
    StringFilter? ProductClass = null,
    EnumFilter<ViolationKind>? Violation = null);

/// <summary>计量事实. Something countable that an entry of the journal says; what takes back an earlier one is negative.</summary>
[Name("Fact"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class FactType : IPartNode<FactType>
{
    private const string PartKind = "fact";

    private readonly TallyRow _row;

    /// <summary>A fact.</summary>
    /// <param name="row">Its row.</param>
    public FactType(TallyRow row) => _row = row;

    /// <inheritdoc/>
    static string IPartNode<FactType>.Kind => PartKind;

    /// <inheritdoc/>
    PartName IPartNode.Name => new(_row.Subject, PartKind, string.Create(CultureInfo.InvariantCulture, $"{_row.Number}:{_row.Place}"));

    /// <summary>全局编号. Opaque and stable.</summary>
    [Id]
    public string Id => NodeIds.Of(((INode)this).Subject);

    /// <summary>日期. The day it counts for (Asia/Shanghai).</summary>
    public DateOnly Day => DateOnly.ParseExact(_row.Day, "O", CultureInfo.InvariantCulture);

    /// <summary>登记时刻. When it was recorded.</summary>
    public DateTimeOffset RecordedAt => DateTimeOffset.FromUnixTimeMilliseconds(_row.RecordedAt);

    /// <summary>计量. What is counted.</summary>
    public Measure Measure => Enum.Parse<Measure>(_row.Measure);

    /// <summary>数量. How much; of money, in yuan.</summary>
    public decimal Amount => Figures.AmountOf(Measure, _row.Amount);

    /// <summary>责任科室. The code of the section it counts for.</summary>
    public string? Section => _row.Section;

    /// <summary>部门. The code of the agency it counts for.</summary>
    public string? Agency => _row.Agency;

    /// <summary>产品类别. The product class.</summary>
    public ProductClassType? ProductClass => ProductClassType.Of(_row.ProductClass);

    /// <summary>违法行为. The kind of violation.</summary>
    public ViolationKind? Violation => _row.Violation is { } violation ? WireName.Find<ViolationKind>(violation) : null;

    /// <summary>
    /// 当事人. Whom it is about: a unified social credit code, or the name of who has none; null where that was not kept yet.
    /// </summary>
    public string? Party => _row.Party;

    /// <summary>获证. Whether it is about a holder of a licence; null where that is not asked, and where it was not kept yet.</summary>
    public bool? IsLicensed => _row.IsLicensed;

    /// <summary>日志条目序号. The number of the entry behind it in its subject's chain.</summary>
    public int EntryNumber => _row.Number;

    /// <summary>主体. What it was recorded in.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<INode> Subject(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return nodes.Load(field, _row.Subject)!;
    }

    /// <inheritdoc/>
    static async Task<IEnumerable<FactType>> IPartNode<FactType>.FindAsync(
        DataConnection data, IReadOnlyCollection<PartName> wanted, CancellationToken cancellationToken)
    {
        var subjects = wanted.Select(name => name.Subject).ToArray();
        var rows = await data.GetTable<TallyRow>().Where(row => subjects.Contains(row.Subject))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.Select(row => new FactType(row));
    }
}
