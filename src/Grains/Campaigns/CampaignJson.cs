using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Campaigns;

/// <summary>JSON metadata of everything of a campaign that is stored or hashed.</summary>
[
    JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)
]
[JsonSerializable(typeof(Subject<CampaignState>))]
[JsonSerializable(typeof(CampaignState))]
[JsonSerializable(typeof(PrepareCampaign))]
[JsonSerializable(typeof(AddCampaignPhase))]
[JsonSerializable(typeof(AddCampaignDeliverable))]
[JsonSerializable(typeof(AddCampaignGoal))]
[JsonSerializable(typeof(RemoveFromCampaignPlan))]
[JsonSerializable(typeof(AddCampaignSeat))]
[JsonSerializable(typeof(FillCampaignSeat))]
[JsonSerializable(typeof(EndCampaignSeatTerm))]
[JsonSerializable(typeof(StartCampaign))]
[JsonSerializable(typeof(SumUpCampaign))]
[JsonSerializable(typeof(CloseCampaign))]
[JsonSerializable(typeof(CampaignPrepared))]
[JsonSerializable(typeof(CampaignPhaseAdded))]
[JsonSerializable(typeof(CampaignDeliverableAdded))]
[JsonSerializable(typeof(CampaignGoalAdded))]
[JsonSerializable(typeof(CampaignPlanItemRemoved))]
[JsonSerializable(typeof(CampaignSeatAdded))]
[JsonSerializable(typeof(CampaignSeatFilled))]
[JsonSerializable(typeof(CampaignSeatTermEnded))]
[JsonSerializable(typeof(CampaignStarted))]
[JsonSerializable(typeof(CampaignSummedUp))]
[JsonSerializable(typeof(CampaignClosed))]
public sealed partial class CampaignJson : JsonSerializerContext;
