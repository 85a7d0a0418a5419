namespace ShuangDa.Grains.Journal;

/// <summary>计量. What the bureau's forms count (requirements, Forms). Stored by name.</summary>
public enum Measure
{
    /// <summary>登记企业（家）. Enterprises registered.</summary>
    EnterprisesRegistered,

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
