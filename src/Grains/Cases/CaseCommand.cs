using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件命令. What may be asked of a case. Money in 分.</summary>
[GenerateSerializer, Immutable, Alias("case.command")]
[Refuses<PersonRecused>, InCharge]
public abstract record CaseCommand : Command
{
    /// <summary>
    /// 审批. Who may decide what is proposed: the head, or whom an authorisation names, which the law asks; and whoever proposed takes it
    /// back.
    /// </summary>
    protected const Roles Deciders = Roles.Leader | Roles.SectionHead | Roles.Legal | Roles.Officer;

    /// <summary>Why approvals are not bound to those in charge.</summary>
    protected const string ByThoseWhoDecide = "the rule of the step that waits says who approves it; whoever proposed it takes it back";

    /// <summary>登记线索. Who may record a lead: whoever receives one.</summary>
    protected const Roles Recorders = Roles.Officer | Roles.Hotline | Decisions;

    /// <summary>办案. Who investigates and records what is found and done.</summary>
    protected const Roles Investigators = Roles.Officer | Roles.SectionHead | Roles.Leader;

    /// <summary>法制审核. Who reviews: the legal section (行政处罚法 第五十八条).</summary>
    protected const Roles Reviewers = Roles.Legal;

    /// <summary>提请. Who proposes what the head decides: the officers and their section, and the legal section (程序规定 第十八条、第六十条).</summary>
    protected internal const Roles Proposers = Roles.Officer | Roles.SectionHead | Roles.Legal | Roles.Leader;

    /// <summary>科室负责人的决定. What the head of a section decides of how the work is done: assignments, corrections, hearings.</summary>
    protected const Roles Decisions = Roles.SectionHead | Roles.Leader | Roles.Legal;
}
