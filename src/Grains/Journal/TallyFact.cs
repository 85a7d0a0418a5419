namespace ShuangDa.Grains.Journal;

/// <summary>计量. What the bureau's forms count (requirements, Forms). Stored by name.</summary>
public enum Measure
{
    /// <summary>登记企业（家）. Enterprises registered.</summary>
    EnterprisesRegistered,

    /// <summary>立案（起）. Cases filed.</summary>
    CasesFiled,

    /// <summary>结案（起）. Cases closed.</summary>
    CasesClosed,

    /// <summary>查获货值（分）. Goods value found, in 分; a correction is negative.</summary>
    GoodsValue,

    /// <summary>罚没款（分）. Fines and confiscated gains collected, in 分.</summary>
    Penalties,

    /// <summary>端掉窝点（个）. Dens closed.</summary>
    DensClosed,

    /// <summary>大案要案（起）. Major cases.</summary>
    MajorCases,

    /// <summary>移送公安（起）. Cases sent to the police.</summary>
    CrimeTransfers,

    /// <summary>移送货值（分）. Goods value of the cases sent to the police, in 分.</summary>
    CrimeTransferGoodsValue,

    /// <summary>登记许可证（张）. Licences registered.</summary>
    LicencesRegistered,

    /// <summary>暂扣（张）. Licences suspended.</summary>
    LicencesSuspended,

    /// <summary>提请撤销（张）. Withdrawals of licences requested.</summary>
    WithdrawalsRequested,

    /// <summary>撤销（张）. Licences withdrawn.</summary>
    LicencesWithdrawn,

    /// <summary>吊销（张）. Licences revoked.</summary>
    LicencesRevoked,

    /// <summary>注销（张）. Licences deregistered.</summary>
    LicencesDeregistered,

    /// <summary>届满失效（张）. Licences expired.</summary>
    LicencesExpired,

    /// <summary>延续（张）. Licences renewed.</summary>
    LicencesRenewed,

    /// <summary>责令整改（家）. Rectifications ordered.</summary>
    RectificationsOrdered,

    /// <summary>复查合格（家）. Rectifications that passed re-inspection.</summary>
    RectificationsPassed,

    /// <summary>取缔（家）. Producers banned by the district government.</summary>
    ProducersBanned,

    /// <summary>出动执法人员（人次）. Officers sent, each once an inspection.</summary>
    OfficersSent,

    /// <summary>检查生产企业（家次）. Enterprises inspected.</summary>
    EnterprisesInspected,

    /// <summary>其中：检查获证企业（家次）. Of these, holders of a licence.</summary>
    LicensedInspected,

    /// <summary>其中：检查无证生产者（家次）. Of these, producers without one.</summary>
    UnlicensedInspected,

    /// <summary>发现违法企业（家）. Enterprises found in violation.</summary>
    ViolatorsFound,

    /// <summary>获证企业不符合（家）. Holders of a licence that do not meet its conditions.</summary>
    LicensedNonconforming,

    /// <summary>引导办证（家）. Producers guided to apply for a licence.</summary>
    ProducersGuided,
}

/// <summary>计量事实. An additive fact of an event. Every figure of a form is a sum of these; a correction is a negative fact.</summary>
/// <param name="Day">The day it counts for (Asia/Shanghai).</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Amount">How much: pieces, persons, or money in 分.</param>
/// <param name="Section">The section it counts for, or null.</param>
/// <param name="Agency">The agency it counts for, or null.</param>
/// <param name="ProductClass">The product class's code, or null.</param>
/// <param name="Violation">The kind of violation, or null.</param>
public sealed record TallyFact(DateOnly Day, Measure Measure, long Amount, string? Section = null, string? Agency = null, string? ProductClass = null, string? Violation = null);
