using System.Linq.Expressions;
using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Areas;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Enterprises;

/// <summary>往日的企业. What the bureau knew of an enterprise at the end of a day: the enterprise, its licences, the orders against it and its cases, folded from their journals. What was entered later is left out, whatever day it speaks of.</summary>
[Name("EnterpriseAsOf"), ReadableBy(Readers.Bureau)]
public sealed class EnterpriseAsOfType : AsOf<EnterpriseRow>
{
    private readonly EnterpriseState _state;

    private EnterpriseAsOfType(DateOnly on, PastState past) : base(RowOf(Enterprise.Concept, past)) => (On, _state) = (on, (EnterpriseState)past.State);

    /// <summary>日期. The day (Asia/Shanghai), taken to its end.</summary>
    public DateOnly On { get; }

    /// <summary>产品类别. What it made, the main class first.</summary>
    public IReadOnlyList<ProductClassType> ProductClasses => ProductClassType.Of(_state.ProductClasses);

    /// <summary>所在区域. The area in which its address lay, or null.</summary>
    public AreaType? Area => _state.Area is { } code ? new AreaType(code) : null;

    /// <summary>许可证. Its licences as they were known.</summary>
    /// <param name="field">Given by the engine.</param>
    [Price(PriceAttribute.Read)]
    public Task<IReadOnlyList<AsOf<LicenceRow>>> Licences(IResolveFieldContext field) => PastAsync<LicenceRow>(field, Licence.Concept, row => row.Enterprise == _state.CreditCode);

    /// <summary>整改通知. The rectification orders against it as they were known.</summary>
    /// <param name="field">Given by the engine.</param>
    [Price(PriceAttribute.Read)]
    public Task<IReadOnlyList<AsOf<RectificationRow>>> Rectifications(IResolveFieldContext field) => PastAsync<RectificationRow>(field, Rectification.Concept, row => row.Enterprise == _state.CreditCode);

    /// <summary>案件. The cases of which it is the first party, as they were known.</summary>
    /// <param name="field">Given by the engine.</param>
    [Price(PriceAttribute.Read)]
    public Task<IReadOnlyList<AsOf<CaseRow>>> Cases(IResolveFieldContext field) => PastAsync<CaseRow>(field, Case.Concept, row => row.Enterprise == _state.CreditCode);

    /// <summary>What was known of an enterprise at the end of a day; null when nothing was.</summary>
    internal static async Task<EnterpriseAsOfType?> ReadAsync(Database database, string subject, DateOnly on, CancellationToken cancellationToken)
    {
        var known = await PastStates.ReadAsync(database, Enterprise.Concept, [subject], ShanghaiTime.EndOf(on), cancellationToken).ConfigureAwait(false);
        return known.Count == 0 ? null : new EnterpriseAsOfType(on, known[0]);
    }

    // To whom a licence, an order or a case belongs never changes, so today's rows say which journals to fold.
    private async Task<IReadOnlyList<AsOf<TRow>>> PastAsync<TRow>(IResolveFieldContext field, Concept concept, Expression<Func<TRow, bool>> ofThis) where TRow : Row
    {
        ArgumentNullException.ThrowIfNull(field);
        var database = field.RequestServices!.GetRequiredService<Database>();
        var subjects = await database.QueryAsync(
            (data, token) => data.GetTable<TRow>().Where(ofThis).Select(row => row.Subject).ToListAsync(token),
            field.CancellationToken).ConfigureAwait(false);
        var past = await PastStates.ReadAsync(database, concept, subjects, ShanghaiTime.EndOf(On), field.CancellationToken).ConfigureAwait(false);
        return [.. past.Select(one => new AsOf<TRow>(AsOf<TRow>.RowOf(concept, one)))];
    }
}
