using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Rectifications;

/// <summary>整改命令. What may be asked of an order.</summary>
[GenerateSerializer, Immutable, Alias("rectification.command"), InCharge]
public abstract record RectificationCommand : Command
{
    /// <summary>办理. Who orders, receives reports and re-inspects.</summary>
    protected const Roles Handling = Roles.Officer | Deciding;

    /// <summary>决定. Who decides measures: not the officer alone (行政处罚法 第五十七条: the head decides).</summary>
    protected const Roles Deciding = Roles.SectionHead | Roles.Leader | Roles.Legal;
}
