using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Campaigns;

/// <summary>
/// 专项行动的规则. The law of a campaign: it is prepared, started, summed up and closed; its plan has phases, goals and seats
/// (notice 一, 三〔一〕, 四). The legal section keeps it, the head of the bureau starts and closes it.
/// </summary>
public static partial class Campaign
{
    /// <summary>开展专项行动的角色. Who keeps the plan of a campaign.</summary>
    public const Roles Keepers = Roles.Legal | Roles.Leader;

    /// <summary>名称最长. The most characters of a campaign's name.</summary>
    public const int LongestName = 100;

    /// <summary>专项行动. The concept.</summary>
    public static Concept<CampaignState, CampaignCommand, CampaignEvent> Concept { get; } = new()
    {
        Name = "campaign",
        Title = new BilingualText("专项行动", "Campaign"),
        Json = CampaignJson.Default,
        RowTypes = [typeof(CampaignRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = CampaignRow.Of,
        Deadlines = static _ => [],
        Follows = static campaign => campaign.LastStepOn,
        WaitsFor = ["account"],
        WhenDue = static (kind, _) => throw new InvalidOperationException($"A campaign has no deadline of the kind '{kind}'."),
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="campaign">The state, or null while there is no such campaign.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<CampaignEvent> Decide(CampaignState? campaign, CampaignCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return (campaign, command) switch
        {
            (null, PrepareCampaign c) => DecidePrepareCampaign(c, now),
            (null, _) => new NotFound(Concept.Name, now.Key),
            ({ } known, PrepareCampaign) => new AlreadyExists(Concept.Name, known.Code),
            ({ } known, _) => DecideByStage(known, command, now),
        };
    }

    private static Decision<CampaignEvent> DecideByStage(CampaignState campaign, CampaignCommand command, Circumstances now) =>
        DecideInPlan(campaign, command, now)
        ?? DecideInSeats(campaign, command, now)
        ?? DecideInCourse(campaign, command, now)
        ?? throw new ArgumentOutOfRangeException(nameof(command), command, "The law of a campaign does not know this command.");

    /// <summary>The state after an event.</summary>
    /// <param name="campaign">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static CampaignState Apply(CampaignState? campaign, CampaignEvent happened) =>
        happened is CampaignPrepared prepared ? Begun(prepared)
        : campaign is null ? throw new InvalidOperationException($"{happened.GetType().Name} came before the campaign was prepared.")
        : ApplyInPlan(campaign, happened)
        ?? ApplyInSeats(campaign, happened)
        ?? ApplyInCourse(campaign, happened)
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of a campaign does not know this event.");

    /// <summary>What does not hold though it must.</summary>
    /// <param name="campaign">A state.</param>
    public static IReadOnlyList<string> Check(CampaignState campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return
        [
            .. When(ListedName.ProblemWithCode(campaign.Code) is not null, $"its code '{campaign.Code}' is none"),
            .. When(campaign.Until < campaign.From, "it ends before it begins"),
            .. When(campaign.Parent == campaign.Code, "it is a part of itself"),
            .. When(campaign.Phases.Any(phase => phase.Until < phase.From), "a phase ends before it begins"),
            .. When(
                campaign.Phases.SelectMany(phase => phase.Deliverables.Select(owed => (phase, owed)))
                    .Any(one => one.owed.DueOn < one.phase.From || one.owed.DueOn > one.phase.Until),
                "what is owed in a phase is due outside of it"),
            .. When(
                campaign.Seats.Any(seat => seat.Terms.Zip(seat.Terms.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second))),
                "a seat is held twice at a time"),
            .. When(
                campaign.Seats.Where(seat => IsSingle(seat.Kind)).CountBy(seat => seat.Kind).Any(kind => kind.Value > 1),
                "there are two seats of a kind of which there is one"),
            .. When(campaign is { Status: CampaignStatus.Prepared, StartedOn: not null }, "it was started and is still prepared"),
            .. When(campaign.Status is CampaignStatus.Closed != campaign.ClosedOn is not null, "closed goes with a day"),
        ];
    }
}

/// <summary>专项行动状态不符. The step needs a campaign that stands elsewhere.</summary>
/// <param name="Status">状态. Where it stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.campaign-not-open")]
public sealed record CampaignNotOpen(CampaignStatus Status) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"专项行动现为“{Terms.Of(Status).Chinese}”，不能如此办理", $"The campaign is {Terms.Of(Status).English}; this step is not open to it");
}
