using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送命令. What may be asked of a crime transfer.</summary>
[GenerateSerializer, Immutable, Alias("crime-transfer.command"), InCharge]
public abstract record CrimeTransferCommand : Command
{
    /// <summary>办理. Who works on a transfer in the bureau.</summary>
    protected const Roles Bureau = Roles.Officer | Roles.SectionHead | Roles.Legal | Roles.Leader;

    /// <summary>正职负责人. Who decides on it: the head of the bureau or who presides over its work, and no deputy (移送规定 第五条).</summary>
    protected const Roles Head = Roles.Leader;

    /// <summary>
    /// 公安机关、检察机关. Their own steps: by a liaison officer of the agency it is sent to, or from paper by the bureau's legal section.
    /// </summary>
    protected const Roles Theirs = Roles.Liaison | Roles.Legal;
}
