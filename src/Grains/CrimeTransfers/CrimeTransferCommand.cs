using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送命令. What may be asked of a crime transfer.</summary>
[GenerateSerializer, Immutable, Alias("crime-transfer.command")]
public abstract record CrimeTransferCommand : Command
{
    /// <summary>办理. Who works on a transfer in the bureau.</summary>
    protected const Roles Bureau = Roles.Officer | Roles.SectionHead | Roles.Legal | Roles.Leader | Roles.Administrator;

    /// <summary>负责人. Who decides on it: the head (移送规定 第五条).</summary>
    protected const Roles Heads = Roles.Leader | Roles.SectionHead | Roles.Administrator;

    /// <summary>公安机关. The police's own steps: by a liaison officer of the agency it is sent to.</summary>
    protected const Roles Police = Roles.Liaison;
}
