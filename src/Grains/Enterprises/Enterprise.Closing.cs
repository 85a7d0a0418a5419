using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

// The end of an enterprise.
public static partial class Enterprise
{
    private static Decision<EnterpriseEvent>? DecideInClosing(EnterpriseState enterprise, EnterpriseCommand command, Circumstances now) => command switch
    {
        CloseEnterprise c => c.Grounds.Problem() is { } problem ? problem : new EnterpriseClosed(now.Today, c.Grounds.Trimmed()),
        _ => Decision<EnterpriseEvent>.NotOfThisStage,
    };

    private static EnterpriseState? ApplyInClosing(EnterpriseState enterprise, EnterpriseEvent happened) => happened switch
    {
        EnterpriseClosed e => enterprise with { Status = EnterpriseStatus.Closed, ClosedOn = e.ClosedOn },
        _ => null,
    };
}

/// <summary>终止企业. Records that an enterprise has ended; its record stays and is not changed any more. A section head decides that, or the administrator who keeps the register.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("enterprise.close"), AllowedTo(Roles.Administrator | Roles.SectionHead)]
public sealed record CloseEnterprise(Grounds Grounds) : EnterpriseCommand;

/// <summary>企业已终止. The enterprise ended.</summary>
/// <param name="ClosedOn">终止日期. The day it was recorded as closed (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("enterprise.closed")]
public sealed record EnterpriseClosed(DateOnly ClosedOn, Grounds Grounds) : EnterpriseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"企业终止：{Grounds.Reason}", $"Closed: {Grounds.Reason}");

    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}

/// <summary>企业已终止. The enterprise has ended; its record is not changed any more.</summary>
/// <param name="ClosedOn">终止日期. The day it was closed.</param>
[GenerateSerializer, Immutable, Alias("refusal.enterprise-not-active")]
public sealed record EnterpriseNotActive(DateOnly ClosedOn) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"该企业已于{ClosedOn:yyyy-MM-dd}终止，不能再变更", $"The enterprise was closed on {ClosedOn:yyyy-MM-dd} and is not changed any more");
}
