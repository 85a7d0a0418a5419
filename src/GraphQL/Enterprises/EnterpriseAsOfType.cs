using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Enterprises;

/// <summary>往日的企业. What the bureau knew of an enterprise at the end of a day: the enterprise, its licences, the orders against it and its cases, folded from their journals. What was entered later is left out, whatever day it speaks of.</summary>
[Name("EnterpriseAsOf")]
public sealed class EnterpriseAsOfType
{
    private readonly PastState _past;
    private readonly EnterpriseState _state;

    private EnterpriseAsOfType(DateOnly on, PastState past)
    {
        On = on;
        _past = past;
        _state = (EnterpriseState)past.State;
    }

    /// <summary>日期. The day (Asia/Shanghai), taken to its end.</summary>
    public DateOnly On { get; }

    /// <summary>版本. The version that was known.</summary>
    public int Version => _past.Version;

    /// <summary>名称.</summary>
    public string Name => Row.Name;

    /// <summary>状态. Whether it existed still.</summary>
    public EnterpriseStatus Status => WireName.Find<EnterpriseStatus>(Row.Status)!.Value;

    /// <summary>地区.</summary>
    public string? District => Row.District;

    /// <summary>注册地址.</summary>
    public string? Address => Row.Address;

    /// <summary>风险等级. How closely it was watched.</summary>
    public RiskLevel RiskLevel => WireName.Find<RiskLevel>(Row.RiskLevel)!.Value;

    /// <summary>质量信用等级.</summary>
    public CreditStanding Standing => WireName.Find<CreditStanding>(Row.Standing)!.Value;

    /// <summary>产品类别. What it made, the main class first.</summary>
    public IReadOnlyList<ProductClassType> ProductClasses => ProductClassType.Of(_state.ProductClasses);

    /// <summary>许可证. Its licences as they were known.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [Price(PriceAttribute.Read)]
    public async Task<IReadOnlyList<LicenceAsOfType>> Licences(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var code = _state.CreditCode;
        return [.. (await PastAsync<LicenceRow>(database, Licence.Concept, rows => rows.Where(row => row.Enterprise == code), field.CancellationToken).ConfigureAwait(false)).Select(row => new LicenceAsOfType(row))];
    }

    /// <summary>整改通知. The rectification orders against it as they were known.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [Price(PriceAttribute.Read)]
    public async Task<IReadOnlyList<RectificationAsOfType>> Rectifications(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var code = _state.CreditCode;
        return [.. (await PastAsync<RectificationRow>(database, Rectification.Concept, rows => rows.Where(row => row.Enterprise == code), field.CancellationToken).ConfigureAwait(false)).Select(row => new RectificationAsOfType(row))];
    }

    /// <summary>案件. The cases of which it is the first party, as they were known.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [Price(PriceAttribute.Read)]
    public async Task<IReadOnlyList<CaseAsOfType>> Cases(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var code = _state.CreditCode;
        return [.. (await PastAsync<CaseRow>(database, Case.Concept, rows => rows.Where(row => row.Enterprise == code), field.CancellationToken).ConfigureAwait(false)).Select(row => new CaseAsOfType(row))];
    }

    private EnterpriseRow Row => field ??= (EnterpriseRow)Enterprise.Concept.RowsOf(_past.Subject, _past.State, _past.Version)[0];

    /// <summary>What was known of an enterprise at the end of a day; null when nothing was.</summary>
    internal static async Task<EnterpriseAsOfType?> ReadAsync(Database database, string subject, DateOnly on, CancellationToken cancellationToken)
    {
        var known = await PastStates.ReadAsync(database, Enterprise.Concept, [subject], ShanghaiTime.EndOf(on), cancellationToken).ConfigureAwait(false);
        return known.Count == 0 ? null : new EnterpriseAsOfType(on, known[0]);
    }

    // To whom a licence, an order or a case belongs never changes, so today's rows say which journals to fold.
    private async Task<IEnumerable<TRow>> PastAsync<TRow>(Database database, Concept concept, Func<IQueryable<TRow>, IQueryable<TRow>> ofThis, CancellationToken cancellationToken) where TRow : Row
    {
        var subjects = await database.QueryAsync(
            (data, token) => ofThis(data.GetTable<TRow>()).Select(row => row.Subject).ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        var past = await PastStates.ReadAsync(database, concept, subjects, ShanghaiTime.EndOf(On), cancellationToken).ConfigureAwait(false);
        return past.Select(one => concept.RowsOf(one.Subject, one.State, one.Version).OfType<TRow>().First());
    }
}

/// <summary>往日的许可证. A licence as it was known at the end of a day.</summary>
/// <param name="row">Its row of that day.</param>
[Name("LicenceAsOf")]
public sealed class LicenceAsOfType(LicenceRow row)
{
    /// <summary>证书编号.</summary>
    public string Number => row.Number;

    /// <summary>版本. The version that was known.</summary>
    public int Version => row.Version;

    /// <summary>状态.</summary>
    public LicenceStatus Status => WireName.Find<LicenceStatus>(row.Status)!.Value;

    /// <summary>有效期自.</summary>
    public DateOnly ValidFrom => IsoDate.Parse(row.ValidFrom);

    /// <summary>有效期至. The last valid day.</summary>
    public DateOnly ValidTo => IsoDate.Parse(row.ValidTo);
}

/// <summary>往日的整改通知. A rectification order as it was known at the end of a day.</summary>
/// <param name="row">Its row of that day.</param>
[Name("RectificationAsOf")]
public sealed class RectificationAsOfType(RectificationRow row)
{
    /// <summary>编号.</summary>
    public string Number => row.Number;

    /// <summary>版本. The version that was known.</summary>
    public int Version => row.Version;

    /// <summary>状态.</summary>
    public RectificationStatus Status => WireName.Find<RectificationStatus>(row.Status)!.Value;

    /// <summary>整改期限. The last day to comply.</summary>
    public DateOnly DueOn => IsoDate.Parse(row.DueOn);
}

/// <summary>往日的案件. A case as it was known at the end of a day.</summary>
/// <param name="row">Its row of that day.</param>
[Name("CaseAsOf")]
public sealed class CaseAsOfType(CaseRow row)
{
    /// <summary>案件编号.</summary>
    public string Number => row.Number;

    /// <summary>版本. The version that was known.</summary>
    public int Version => row.Version;

    /// <summary>案件名称.</summary>
    public string Title => row.Title;

    /// <summary>阶段. Where it stood.</summary>
    public CaseStage Stage => WireName.Find<CaseStage>(row.Stage)!.Value;

    /// <summary>违法行为.</summary>
    public ViolationKind Violation => WireName.Find<ViolationKind>(row.Violation)!.Value;

    /// <summary>责任科室. The section that answered for it.</summary>
    public string? Section => row.Section;

    /// <summary>承办人. The user name of who answered for it.</summary>
    public string Responsible => row.Responsible;

    /// <summary>立案日期. Null before it was filed.</summary>
    public DateOnly? FiledOn => row.FiledOn is { } day ? IsoDate.Parse(day) : null;

    /// <summary>货值金额（元）. As it was recorded by then.</summary>
    public decimal GoodsValueCny => Money.Yuan(row.GoodsValue);

    /// <summary>大案要案. Whether it was a major case.</summary>
    public bool IsMajor => row.IsMajor;

    /// <summary>应当移送. Whether the duty to transfer stood unanswered.</summary>
    public bool MustTransfer => row.MustTransfer;
}
