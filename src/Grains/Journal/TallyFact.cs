using System.Collections.Frozen;
using System.Reflection;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>金额. Says that a measure is an amount of money, which the tally has in 分 and people read in yuan.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class MoneyAttribute : Attribute;

/// <summary>计量. What the bureau's forms count (requirements, Forms). Stored by name.</summary>
public enum Measure
{
    /// <summary>Enterprises registered.</summary>
    [Term("登记企业（家）", "enterprises registered")]
    EnterprisesRegistered,

    /// <summary>Cases filed.</summary>
    [Term("立案（起）", "cases filed")]
    CasesFiled,

    /// <summary>Cases closed.</summary>
    [Term("结案（起）", "cases closed")]
    CasesClosed,

    /// <summary>Goods value found, in 分; a correction is negative.</summary>
    [Money, Term("查获货值（元）", "goods value found")]
    GoodsValue,

    /// <summary>Fines and confiscated gains collected, in 分.</summary>
    [Money, Term("罚没款（元）", "fines and confiscated gains collected")]
    Penalties,

    /// <summary>Dens closed.</summary>
    [Term("端掉窝点（个）", "dens closed")]
    DensClosed,

    /// <summary>Major cases.</summary>
    [Term("大案要案（起）", "major cases")]
    MajorCases,

    /// <summary>Cases sent to the police.</summary>
    [Term("移送公安（起）", "cases sent to the police")]
    CrimeTransfers,

    /// <summary>Goods value of the cases sent to the police, in 分.</summary>
    [Money, Term("移送货值（元）", "goods value of cases sent to the police")]
    CrimeTransferGoodsValue,

    /// <summary>Transfers that the head refused, told to the leading group.</summary>
    [Term("不批准移送（起）", "transfers refused by the head")]
    CrimeTransfersRefused,

    /// <summary>Licences registered.</summary>
    [Term("登记许可证（张）", "licences registered")]
    LicencesRegistered,

    /// <summary>Licences suspended.</summary>
    [Term("暂扣（张）", "licences suspended")]
    LicencesSuspended,

    /// <summary>Withdrawals of licences requested.</summary>
    [Term("提请撤销（张）", "withdrawals of licences requested")]
    WithdrawalsRequested,

    /// <summary>Licences withdrawn.</summary>
    [Term("撤销（张）", "licences withdrawn")]
    LicencesWithdrawn,

    /// <summary>Licences revoked.</summary>
    [Term("吊销（张）", "licences revoked")]
    LicencesRevoked,

    /// <summary>Licences deregistered.</summary>
    [Term("注销（张）", "licences deregistered")]
    LicencesDeregistered,

    /// <summary>Licences expired.</summary>
    [Term("届满失效（张）", "licences expired")]
    LicencesExpired,

    /// <summary>Licences renewed.</summary>
    [Term("延续（张）", "licences renewed")]
    LicencesRenewed,

    /// <summary>Rectifications ordered.</summary>
    [Term("责令整改（家）", "rectifications ordered")]
    RectificationsOrdered,

    /// <summary>Rectifications that passed re-inspection.</summary>
    [Term("复查合格（家）", "rectifications passed")]
    RectificationsPassed,

    /// <summary>Producers banned by the district government.</summary>
    [Term("取缔（家）", "producers banned")]
    ProducersBanned,

    /// <summary>Officers sent, each once an inspection.</summary>
    [Term("出动执法人员（人次）", "officers sent")]
    OfficersSent,

    /// <summary>Enterprises inspected.</summary>
    [Term("检查生产企业（家次）", "enterprises inspected")]
    EnterprisesInspected,

    /// <summary>Of these, holders of a licence.</summary>
    [Term("其中：检查获证企业（家次）", "holders of a licence inspected")]
    LicensedInspected,

    /// <summary>Of these, producers without one.</summary>
    [Term("其中：检查无证生产者（家次）", "producers without a licence inspected")]
    UnlicensedInspected,

    /// <summary>Enterprises found in violation.</summary>
    [Term("发现违法企业（家）", "enterprises found in violation")]
    ViolatorsFound,

    /// <summary>Holders of a licence that do not meet its conditions.</summary>
    [Term("获证企业不符合（家）", "holders of a licence that do not meet its conditions")]
    LicensedNonconforming,

    /// <summary>Producers guided to apply for a licence.</summary>
    [Term("引导办证（家）", "producers guided to apply for a licence")]
    ProducersGuided,
}

/// <summary>计量的单位. In what measures are kept.</summary>
public static class Measures
{
    private static readonly FrozenSet<Measure> OfMoney =
    [
        .. typeof(Measure).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(member => member.IsDefined(typeof(MoneyAttribute)))
            .Select(member => Enum.Parse<Measure>(member.Name)),
    ];

    /// <summary>Whether a measure is an amount of money, in 分.</summary>
    /// <param name="measure">The measure.</param>
    public static bool IsMoney(this Measure measure) => OfMoney.Contains(measure);
}

/// <summary>计量事实. An additive fact of an event. Every figure of a form is a sum of these; a correction is a negative fact.</summary>
/// <param name="Day">The day it counts for (Asia/Shanghai).</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Amount">How much: pieces, persons, or money in 分.</param>
/// <param name="Section">The section it counts for, or null.</param>
/// <param name="Agency">The agency it counts for, or null.</param>
/// <param name="ProductClass">The product class's code, or null.</param>
/// <param name="Violation">The kind of violation, or null.</param>
/// <param name="Party">Whom it is about, so that parties can be counted once (家): a unified social credit code, or the name of who has
/// none. Null where the concept says it for all its facts (<see cref="Concept{TState, TCommand, TEvent}.Party"/>).</param>
/// <param name="IsLicensed">Whether it is about a holder of a licence; null where that is not asked of what is counted.</param>
public sealed record TallyFact(
    DateOnly Day,
    Measure Measure,
    long Amount,
    string? Section = null,
    string? Agency = null,
    string? ProductClass = null,
    string? Violation = null,
    string? Party = null,
    bool? IsLicensed = null);
