using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件命令. What may be asked of a case. Money in 分.</summary>
[GenerateSerializer, Immutable, Alias("case.command")]
public abstract record CaseCommand : Command
{
    /// <summary>登记线索. Who may record a lead: whoever receives one.</summary>
    protected const Roles Recorders = Roles.Officer | Roles.Hotline | Decisions;

    /// <summary>办案. Who investigates and records what is found and done.</summary>
    protected const Roles Investigators = Roles.Officer | Roles.SectionHead | Roles.Leader | Roles.Administrator;

    /// <summary>法制审核. Who reviews: the legal section (行政处罚法 第五十八条).</summary>
    protected const Roles Reviewers = Roles.Legal;

    /// <summary>决定. Who decides: not the officer alone (行政处罚法 第五十七条).</summary>
    protected const Roles Decisions = Roles.SectionHead | Roles.Leader | Roles.Legal | Roles.Administrator;
}
