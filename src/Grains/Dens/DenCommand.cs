using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

/// <summary>窝点命令. What may be asked of a den.</summary>
[GenerateSerializer, Immutable, Alias("den.command"), InCharge]
public abstract record DenCommand : Command
{
    /// <summary>登记. Who records a den: whoever meets one, or is told of one.</summary>
    protected const Roles Recorders = Roles.Officer | Roles.SectionHead | Roles.Hotline;

    /// <summary>办理. Who proposes what is done about a den.</summary>
    protected const Roles Handling = Roles.Officer | Roles.SectionHead | Roles.Legal | Roles.Leader;

    /// <summary>Why what decides a ban is not bound to those in charge.</summary>
    protected const string ByThoseWhoDecide = "the head or an authorised deputy decides a ban; whoever proposed it takes it back";

    /// <summary>Why a proposal is not bound to those in charge.</summary>
    protected const string ByThoseOfTheBasis = "whoever handles the case or the order that a ban rests on proposes it";

    /// <summary>Why what is learnt of a den is not bound to those in charge.</summary>
    protected const string ByWhoeverMeetsIt = "whoever inspects a den or has a case about it records what is learnt there";
}
