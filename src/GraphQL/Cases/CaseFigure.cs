using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Cases;

/// <summary>分组依据. By what cases are told apart in figures.</summary>
public enum CaseFigureBy
{
    /// <summary>The section that answers for them; the key is its code.</summary>
    [Term("责任科室", "section")]
    Section,

    /// <summary>The officer who answers for them; the key is the user name.</summary>
    [Term("承办人", "officer in charge")]
    Responsible,

    /// <summary>The area of the first party's address, where that is a registered enterprise; the key is its code.</summary>
    [Term("所在区域", "area")]
    Area,

    /// <summary>Their main product class; the key is its code.</summary>
    [Term("产品类别", "product class")]
    ProductClass,

    /// <summary>Their main kind of violation; the key is the enum value.</summary>
    [Term("违法行为", "violation")]
    Violation,
}

/// <summary>
/// 办案情况. What happened in a period to the cases that have the same keys: each figure counts by its own date, so a case that was filed
/// before the period and ended in it is among the ended ones only.
/// </summary>
/// <param name="Key">分组. The code, user name or enum value of what was asked for first; null where the cases have none.</param>
/// <param name="SecondKey">次级分组. That of what was asked for second; null where nothing was or the cases have none.</param>
/// <param name="Received">收到线索. Leads received in the period.</param>
/// <param name="Filed">立案. Cases filed in the period.</param>
/// <param name="Decided">作出处罚决定. Cases with a penalty decided in the period.</param>
/// <param name="PenaltyCny">罚没款（元）. What stands of the penalties that were decided in the period.</param>
/// <param name="Ended">终结. Cases that ended in the period, in whatever way.</param>
/// <param name="EndedInTime">按期终结. Those of them in which the bureau never missed a term.</param>
/// <param name="MedianDays">
/// 办案天数（中位数）. Days from filing to the end of those that were filed and ended in the period; null where there are none.
/// </param>
[ReadableBy(Readers.Bureau)]
public sealed record CaseFigure(
    string? Key,
    string? SecondKey,
    int Received,
    int Filed,
    int Decided,
    decimal PenaltyCny,
    int Ended,
    int EndedInTime,
    int? MedianDays);
