using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.ProductClasses;

namespace ShuangDa.GraphQL.Campaigns;

/// <summary>专项行动. A special action that a notice calls for: its days, phases, goals, and who leads it.</summary>
[Name("Campaign"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class CampaignType : SubjectNode<CampaignRow, CampaignState>
{
    /// <summary>阶段. Its phases, in the order of their days.</summary>
    public static IReadOnlyList<CampaignPhaseType> Phases(CampaignState state) =>
        [.. state.Phases.Select(one => new CampaignPhaseType(one))];

    /// <summary>目标. What it is to reach.</summary>
    public static IReadOnlyList<CampaignGoalType> Goals(CampaignState state) => [.. state.Goals.Select(one => new CampaignGoalType(one))];

    /// <summary>席位. The seats of its leading group and of the group's office.</summary>
    public static IReadOnlyList<CampaignSeatType> Seats(CampaignState state) => [.. state.Seats.Select(one => new CampaignSeatType(one))];

    /// <summary>启动日. The day it was started (Asia/Shanghai), or null.</summary>
    public static DateOnly? StartedOn(CampaignState state) => state.StartedOn;

    /// <summary>总结. The bureau's summary, or null.</summary>
    public static string? Summary(CampaignState state) => state.Summary;

    /// <summary>总结日. The day it was summed up (Asia/Shanghai), or null.</summary>
    public static DateOnly? SummedUpOn(CampaignState state) => state.SummedUpOn;

    /// <summary>验收意见. What the leading group concluded, or null.</summary>
    public static string? Conclusion(CampaignState state) => state.Conclusion;

    /// <summary>结束日. The day it was closed (Asia/Shanghai), or null.</summary>
    public static DateOnly? ClosedOn(CampaignState state) => state.ClosedOn;
}

/// <summary>阶段. A phase of a campaign.</summary>
/// <param name="phase">As it is planned.</param>
[Name("CampaignPhase"), ReadableBy(Readers.Bureau)]
public sealed class CampaignPhaseType(CampaignPhase phase)
{
    /// <summary>序号. Its number in the plan.</summary>
    public int Number => phase.Number;

    /// <summary>名称. What it is called.</summary>
    public string Name => phase.Name;

    /// <summary>起始日期. Its first day (Asia/Shanghai).</summary>
    public DateOnly From => phase.From;

    /// <summary>截止日期. Its last day.</summary>
    public DateOnly Until => phase.Until;

    /// <summary>应交材料. What sections owe in it.</summary>
    public IReadOnlyList<CampaignDeliverableType> Deliverables => [.. phase.Deliverables.Select(one => new CampaignDeliverableType(one))];
}

/// <summary>应交材料. What is owed in a phase by a day.</summary>
/// <param name="owed">As it is planned.</param>
[Name("CampaignDeliverable"), ReadableBy(Readers.Bureau)]
public sealed class CampaignDeliverableType(CampaignDeliverable owed)
{
    /// <summary>序号. Its number in the plan.</summary>
    public int Number => owed.Number;

    /// <summary>内容. What it is.</summary>
    public string Text => owed.Text;

    /// <summary>责任科室. The section that owes it; null for each of them.</summary>
    public string? Section => owed.Section;

    /// <summary>期限. The last day (Asia/Shanghai).</summary>
    public DateOnly DueOn => owed.DueOn;
}

/// <summary>目标. What a campaign is to reach.</summary>
/// <param name="goal">As it is planned.</param>
[Name("CampaignGoal"), ReadableBy(Readers.Bureau)]
public sealed class CampaignGoalType(CampaignGoal goal)
{
    /// <summary>序号. Its number in the plan.</summary>
    public int Number => goal.Number;

    /// <summary>内容. What is to be reached, in words.</summary>
    public string Text => goal.Text;

    /// <summary>产品类别. The class that it is about; null for all.</summary>
    public ProductClassType? ProductClass => ProductClassType.Of(goal.ProductClass);

    /// <summary>违法行为. The kind of illegal act that it is about; null for all.</summary>
    public ViolationKind? Violation => goal.Violation;

    /// <summary>指标. The figure by which it is measured; null where words alone say it.</summary>
    public Measure? Measure => goal.Measure;

    /// <summary>目标值. What the figure is to be, in the figure's unit, of money in yuan; null where there is none.</summary>
    public int? Target => goal.Target;
}

/// <summary>席位. A seat of the leading group or of its office.</summary>
/// <param name="seat">As it is planned.</param>
[Name("CampaignSeat"), ReadableBy(Readers.Bureau)]
public sealed class CampaignSeatType(CampaignSeat seat)
{
    /// <summary>序号. Its number in the plan.</summary>
    public int Number => seat.Number;

    /// <summary>席位. What it is.</summary>
    public CampaignSeatKind Kind => seat.Kind;

    /// <summary>由何职务担任. The office that it goes with.</summary>
    public string Office => seat.Office;

    /// <summary>所在科室. The section whose office that is, or null.</summary>
    public string? Section => seat.Section;

    /// <summary>任期. Who has held it, in the order of the days.</summary>
    public IReadOnlyList<CampaignSeatTermType> Terms => [.. seat.Terms.Select(one => new CampaignSeatTermType(one))];
}

/// <summary>任期. Who holds a seat from a day to a day.</summary>
/// <param name="term">As it was recorded.</param>
[Name("CampaignSeatTerm"), ReadableBy(Readers.Bureau)]
public sealed class CampaignSeatTermType(CampaignSeatTerm term)
{
    /// <summary>起始日期. The first day (Asia/Shanghai).</summary>
    public DateOnly From => term.From;

    /// <summary>截止日期. The last day; null while none is set.</summary>
    public DateOnly? Until => term.Until;

    /// <summary>担任人用户名. The user name of who holds it.</summary>
    public string HolderName => term.Holder;

    /// <summary>担任人. Who holds it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<UserType?> Holder(IResolveFieldContext field, [FromServices] Database database) =>
        UserType.Load(field, database, term.Holder);
}
