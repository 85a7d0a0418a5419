using GraphQL;
using LinqToDB;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>案件. One case by its number, as its grain knows it; null when there is none.</summary>
    /// <param name="number">案件编号. In any case, full-width or half-width.</param>
    /// <param name="grains">Given by the engine.</param>
    /// <param name="directory">Given by the engine.</param>
    public static async Task<CaseType?> Case(string number, [FromServices] IGrainFactory grains, [FromServices] SubjectDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (DrawnNumber.Parse(Grains.Cases.Case.Prefix, number, out var key) is not null || !await directory.ExistsAsync(Grains.Cases.Case.Concept.Name, key).ConfigureAwait(false))
        {
            return null;
        }

        return await grains.GetGrain<ICaseGrain>(key).Read().ConfigureAwait(false) is { } snapshot ? new CaseType(snapshot) : null;
    }

    /// <summary>案件列表. Cases by filter and order; without an order by number.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="first">How many from the front, at most 200; 20 by default.</param>
    /// <param name="after">After this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Before this cursor.</param>
    /// <param name="where">条件. Which.</param>
    /// <param name="order">排序. In which order.</param>
    public static Task<CaseConnection> Cases(IResolveFieldContext field, [FromServices] Database database, int? first = null, string? after = null, int? last = null, string? before = null, CaseFilter? where = null, IReadOnlyList<CaseSort>? order = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        return CaseLists.ReadAsync(field, database, null, where, order, PageRequest.Of(first, after, last, before));
    }

    /// <summary>追诉标准. The thresholds of crime that apply on a day.</summary>
    /// <param name="time">Given by the engine.</param>
    /// <param name="on">日期. The day (Asia/Shanghai); today when left out.</param>
    public static IReadOnlyList<CrimeThresholdType> CrimeThresholds([FromServices] TimeProvider time, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        var day = on ?? ShanghaiTime.DayOf(time.GetUtcNow());
        return [.. Grains.Cases.CrimeThresholds.All.Where(row => row.IsInForceOn(day)).Select(row => new CrimeThresholdType(row))];
    }
}

/// <summary>案件列表. How lists of cases are read.</summary>
internal static class CaseLists
{
    public static async Task<CaseConnection> ReadAsync(IResolveFieldContext field, Database database, string? enterprise, CaseFilter? where, IReadOnlyList<CaseSort>? order, PageRequest page)
    {
        var only = enterprise is null ? where : new CaseFilter(And: where is null ? null : [where], EnterpriseCreditCode: new StringFilter(Eq: enterprise));
        var rows = await Lists.ReadAsync(
            database,
            data => (only ?? new CaseFilter()).Condition(data.GetTable<CaseProductClassRow>(), data.GetTable<CaseOfficerRow>()),
            CaseSort.Columns(order),
            SortColumn<CaseRow>.Text("subject", row => row.Subject, SortDirection.Asc),
            page,
            field.CancellationToken).ConfigureAwait(false);
        return new CaseConnection(rows.Select(row => new CaseType(row)));
    }
}
