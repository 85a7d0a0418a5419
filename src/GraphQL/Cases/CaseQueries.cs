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
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<CaseType?> Case(string number, IResolveFieldContext field) => new CaseDoor().ReadAsync(field, number);

    /// <summary>案件列表. Cases by filter and order; without an order by number.</summary>
    /// <param name="cases">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<Connection<CaseType>> Cases(Listing<CaseRow, CaseType> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return cases.ReadAsync();
    }

    /// <summary>追诉标准. The thresholds of crime that apply on a day.</summary>
    /// <param name="time">Given by the engine.</param>
    /// <param name="on">日期. The day (Asia/Shanghai); today when left out.</param>
    [ReadableBy(Readers.Bureau)]
    public static IReadOnlyList<CrimeThresholdType> CrimeThresholds([FromServices] TimeProvider time, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        var day = on ?? ShanghaiTime.DayOf(time.GetUtcNow());
        return [.. Grains.Cases.CrimeThresholds.All.Where(row => row.IsInForceOn(day)).Select(row => new CrimeThresholdType(row))];
    }

    /// <summary>违法行为依据. The articles by which each kind of violation is penalised, for acts of a day.</summary>
    /// <param name="time">Given by the engine.</param>
    /// <param name="on">行为日期. The day of the act (Asia/Shanghai); today when left out.</param>
    [ReadableBy(Readers.Bureau)]
    public static IReadOnlyList<ViolationBasisType> ViolationBases([FromServices] TimeProvider time, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        var day = on ?? ShanghaiTime.DayOf(time.GetUtcNow());
        return [.. Grains.Cases.ViolationBases.All.Where(row => row.IsInForceOn(day)).Select(row => new ViolationBasisType(row))];
    }
}
