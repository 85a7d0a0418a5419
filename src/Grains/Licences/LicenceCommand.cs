using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证命令. What may be asked of a licence.</summary>
[GenerateSerializer, Immutable, Alias("licence.command"), InCharge]
public abstract record LicenceCommand : Command
{
    /// <summary>经办. Who keeps the register: records what others have issued.</summary>
    protected const Roles RegisterKeepers = Roles.SectionHead | Roles.Officer;

    /// <summary>导入. Who may import a register: whoever keeps it, and the administrator who looks after imports.</summary>
    protected const Roles Importers = RegisterKeepers | Roles.Administrator;

    /// <summary>措施. Who may record measures that can be lifted again: officers carry them out, section heads, the legal section and the
    /// leading group decide them.</summary>
    protected const Roles Measures = Roles.Officer | Decisions;

    /// <summary>决定. Who may record what ends a licence: not the officer alone (行政处罚法 第五十七条: the head decides).</summary>
    protected const Roles Decisions = Roles.SectionHead | Roles.Leader | Roles.Legal;

    /// <summary>Why measures are not bound to the section that takes in what concerns licences.</summary>
    protected const string OfDecisions = "it records what a case, an order or the issuing authority decided";
}
