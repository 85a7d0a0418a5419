using System.Text.Json.Serialization;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Campaigns;

// The plan: phases and what is owed in them, goals (notice 一, 四).
public static partial class Campaign
{
    /// <summary>计划事项最多. The most phases, the most goals, the most seats, the most that is owed in a phase.</summary>
    internal const int Most = 100;

    /// <summary>目标值最大. The most that a goal can ask for.</summary>
    private const int MostTarget = 1_000_000_000;

    private static Decision<CampaignEvent>? DecideInPlan(
        CampaignState campaign, CampaignCommand command, Circumstances now) => command switch
        {
            AddCampaignPhase or AddCampaignDeliverable or AddCampaignGoal or RemoveFromCampaignPlan when !campaign.IsOpen =>
                new CampaignNotOpen(campaign.Status),
            AddCampaignPhase c => DecideAddCampaignPhase(campaign, c),
            AddCampaignDeliverable c => DecideAddCampaignDeliverable(campaign, c, now),
            AddCampaignGoal c => DecideAddCampaignGoal(campaign, c, now),
            RemoveFromCampaignPlan c => DecideRemoveFromCampaignPlan(campaign, c),
            _ => Decision<CampaignEvent>.NotOfThisStage,
        };

    private static CampaignState? ApplyInPlan(CampaignState campaign, CampaignEvent happened) => happened switch
    {
        CampaignPhaseAdded { Phase: var phase } => campaign with
        {
            Phases = [.. campaign.Phases.Append(phase).OrderBy(one => one.From)],
            LastItem = phase.Number,
        },
        CampaignDeliverableAdded { Deliverable: var owed } e => campaign with
        {
            Phases =
            [
                .. campaign.Phases.Select(phase => phase.Number == e.Phase
                    ? phase with { Deliverables = phase.Deliverables.Add(owed) }
                    : phase),
            ],
            LastItem = owed.Number,
        },
        CampaignGoalAdded { Goal: var goal } => campaign with { Goals = campaign.Goals.Add(goal), LastItem = goal.Number },
        CampaignPlanItemRemoved e => campaign with
        {
            Phases =
            [
                .. campaign.Phases.Where(phase => phase.Number != e.Item)
                    .Select(phase => phase with { Deliverables = phase.Deliverables.RemoveAll(owed => owed.Number == e.Item) }),
            ],
            Goals = campaign.Goals.RemoveAll(goal => goal.Number == e.Item),
            Seats = campaign.Seats.RemoveAll(seat => seat.Number == e.Item),
        },
        _ => null,
    };

    private static Decision<CampaignEvent> DecideAddCampaignPhase(CampaignState campaign, AddCampaignPhase c) =>
        (FreeText.Missing("name", c.Name) ?? SpanProblem(c.From, c.Until)
            ?? OutsideProblem("from", c.From, campaign.From, campaign.Until)
            ?? OutsideProblem("until", c.Until, campaign.From, campaign.Until)
            ?? Full(campaign.Phases.Length, "name")) is { } problem ? problem
        : campaign.Phases.FirstOrDefault(phase => phase.From <= c.Until && c.From <= phase.Until) is { } other ? new InvalidInput(
            "from",
            $"与“{other.Name}”（{IsoDate.Of(other.From)}至{IsoDate.Of(other.Until)}）重叠，各阶段应当先后相接",
            $"It overlaps with '{other.Name}' ({IsoDate.Of(other.From)} to {IsoDate.Of(other.Until)}); phases follow one another")
        : new CampaignPhaseAdded(new CampaignPhase(campaign.LastItem + 1, c.Name.Trim(), c.From, c.Until));

    private static Decision<CampaignEvent> DecideAddCampaignDeliverable(
        CampaignState campaign, AddCampaignDeliverable c, Circumstances now) =>
        campaign.Phases.FirstOrDefault(phase => phase.Number == c.Phase) is not { } phase
            ? new InvalidInput("phase", $"没有序号为{c.Phase}的阶段", $"There is no phase {c.Phase}")
        : (FreeText.Missing("text", c.Text) ?? now.NotOpen<Section>("section", c.Section)
            ?? OutsideProblem("dueOn", c.DueOn, phase.From, phase.Until)
            ?? Full(phase.Deliverables.Length, "text")) is { } problem ? problem
        : new CampaignDeliverableAdded(
            phase.Number, new CampaignDeliverable(campaign.LastItem + 1, c.Text.Trim(), FreeText.Given(c.Section), c.DueOn));

    private static Decision<CampaignEvent> DecideAddCampaignGoal(CampaignState campaign, AddCampaignGoal c, Circumstances now) =>
        (FreeText.Missing("text", c.Text) ?? now.NotOpen<ProductClass>("productClass", c.ProductClass)
            ?? Full(campaign.Goals.Length, "text")) is { } problem ? problem
        : c.Measure is null != c.Target is null ? new InvalidInput(
            c.Measure is null ? "measure" : "target", "指标和目标值应当一并填写", "A figure and what it is to be go together")
        : c.Target is < 1 or > MostTarget ? new InvalidInput(
            "target", $"目标值应为1至{MostTarget}的整数", $"It must be a whole number from 1 to {MostTarget}")
        : new CampaignGoalAdded(new CampaignGoal(
            campaign.LastItem + 1, c.Text.Trim(), now.Open<ProductClass>(c.ProductClass)?.Code, c.Violation, c.Measure, c.Target));

    private static Decision<CampaignEvent> DecideRemoveFromCampaignPlan(CampaignState campaign, RemoveFromCampaignPlan c) =>
        NameOf(campaign, c.Item) is not { } name
            ? new InvalidInput("item", $"计划中没有序号为{c.Item}的事项", $"The plan has no item {c.Item}")
        : FreeText.Missing("reason", c.Reason) is { } problem ? problem
        : campaign.Seats.FirstOrDefault(seat => seat.Number == c.Item)?.Terms.IsEmpty == false ? new InvalidInput(
            "item", "该席位已有人担任过，不能撤去；请终止其任期", "Somebody has held this seat; end the term instead")
        : new CampaignPlanItemRemoved(c.Item, name, c.Reason.Trim());

    private static string? NameOf(CampaignState campaign, int item) =>
        campaign.Phases.FirstOrDefault(phase => phase.Number == item)?.Name
        ?? campaign.Phases.SelectMany(phase => phase.Deliverables).FirstOrDefault(owed => owed.Number == item)?.Text
        ?? campaign.Goals.FirstOrDefault(goal => goal.Number == item)?.Text
        ?? campaign.Seats.FirstOrDefault(seat => seat.Number == item)?.Office;

    private static InvalidInput? OutsideProblem(string field, DateOnly day, DateOnly from, DateOnly until) => day >= from && day <= until
        ? null
        : new InvalidInput(
            field,
            $"日期{IsoDate.Of(day)}不在{IsoDate.Of(from)}至{IsoDate.Of(until)}之间",
            $"{IsoDate.Of(day)} does not lie between {IsoDate.Of(from)} and {IsoDate.Of(until)}");

    private static InvalidInput? Full(int count, string field) => count < Most
        ? null
        : new InvalidInput(field, $"最多{Most}项，已经满额", $"There may be {Most}, and there are");
}

/// <summary>增加阶段. Adds a phase to a campaign's plan.</summary>
/// <param name="Name">名称. What it is called.</param>
/// <param name="From">起始日期. Its first day (Asia/Shanghai), within the campaign's.</param>
/// <param name="Until">截止日期. Its last day.</param>
[GenerateSerializer, Immutable, Alias("campaign.add-phase"), AllowedTo(Campaign.Keepers)]
[Refuses<CampaignNotOpen>]
public sealed record AddCampaignPhase([Longest(Campaign.LongestName)] string Name, DateOnly From, DateOnly Until) : CampaignCommand;

/// <summary>增加应交材料. Adds what sections owe in a phase.</summary>
/// <param name="Phase">阶段序号. Which phase.</param>
/// <param name="Text">内容. What is owed.</param>
/// <param name="DueOn">期限. The last day (Asia/Shanghai), within the phase's.</param>
/// <param name="Section">责任科室. The section that owes it; left out, each of them.</param>
[GenerateSerializer, Immutable, Alias("campaign.add-deliverable"), AllowedTo(Campaign.Keepers)]
[Refuses<CampaignNotOpen>]
public sealed record AddCampaignDeliverable(
    int Phase,
    [Longest(300)] string Text,
    DateOnly DueOn,
    [Longest(ListedName.CodeLength), Listed<Section>] string? Section = null) : CampaignCommand;

/// <summary>增加目标. Adds what a campaign is to reach.</summary>
/// <param name="Text">内容. What is to be reached, in words.</param>
/// <param name="ProductClass">产品类别. The class that it is about; left out, all.</param>
/// <param name="Violation">违法行为. The kind of illegal act that it is about; left out, all.</param>
/// <param name="Measure">指标. The figure by which it is measured, with its target; left out, words alone say it.</param>
/// <param name="Target">目标值. What the figure is to be, in the figure's unit, of money in yuan.</param>
[GenerateSerializer, Immutable, Alias("campaign.add-goal"), AllowedTo(Campaign.Keepers)]
[Refuses<CampaignNotOpen>]
public sealed record AddCampaignGoal(
    [Longest(300)] string Text,
    [Longest(ListedName.NameLength), Listed<ProductClass>] string? ProductClass = null,
    ViolationKind? Violation = null,
    [property: JsonConverter(typeof(WireNameConverter<Measure>))] Measure? Measure = null,
    int? Target = null) : CampaignCommand;

/// <summary>撤去计划事项. Takes a phase, what is owed, a goal or a seat that nobody has held out of the plan.</summary>
/// <param name="Item">事项序号. Its number in the plan.</param>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("campaign.remove-item"), AllowedTo(Campaign.Keepers)]
[Refuses<CampaignNotOpen>]
public sealed record RemoveFromCampaignPlan(int Item, [Longest(Grounds.LongestReason)] string Reason) : CampaignCommand;

/// <summary>阶段已增加. The plan has a further phase.</summary>
/// <param name="Phase">阶段. Which.</param>
[Alias("campaign.phase-added")]
public sealed record CampaignPhaseAdded(CampaignPhase Phase) : CampaignEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"增加阶段：{Phase.Name}，{Phase.From:yyyy-MM-dd}至{Phase.Until:yyyy-MM-dd}",
        $"Phase added: {Phase.Name}, from {Phase.From:yyyy-MM-dd} to {Phase.Until:yyyy-MM-dd}");
}

/// <summary>应交材料已增加. More is owed in a phase.</summary>
/// <param name="Phase">阶段序号. In which phase.</param>
/// <param name="Deliverable">应交材料. What.</param>
[Alias("campaign.deliverable-added")]
public sealed record CampaignDeliverableAdded(int Phase, CampaignDeliverable Deliverable) : CampaignEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"增加应交材料：{Deliverable.Text}，{Deliverable.DueOn:yyyy-MM-dd}前交",
        $"To be handed in by {Deliverable.DueOn:yyyy-MM-dd}: {Deliverable.Text}");
}

/// <summary>目标已增加. The campaign has a further goal.</summary>
/// <param name="Goal">目标. What is to be reached.</param>
[Alias("campaign.goal-added")]
public sealed record CampaignGoalAdded(CampaignGoal Goal) : CampaignEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"增加目标：{Goal.Text}", $"Goal added: {Goal.Text}");
}

/// <summary>计划事项已撤去. Something was taken out of the plan.</summary>
/// <param name="Item">事项序号. Its number.</param>
/// <param name="Name">事项. What it was called.</param>
/// <param name="Reason">理由. Why.</param>
[Alias("campaign.item-removed")]
public sealed record CampaignPlanItemRemoved(int Item, string Name, string Reason) : CampaignEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤去计划事项：{Name}（{Reason}）", $"Taken out of the plan: {Name} ({Reason})");
}
