using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CampaignTasks;

/// <summary>JSON metadata of everything of a task of a campaign that is stored or hashed.</summary>
[
    JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)
]
[JsonSerializable(typeof(Subject<CampaignTaskState>))]
[JsonSerializable(typeof(CampaignTaskState))]
[JsonSerializable(typeof(AssignCampaignTask))]
[JsonSerializable(typeof(AcceptCampaignTask))]
[JsonSerializable(typeof(HandInCampaignTask))]
[JsonSerializable(typeof(ReturnCampaignTask))]
[JsonSerializable(typeof(ConfirmCampaignTask))]
[JsonSerializable(typeof(WithdrawCampaignTask))]
[JsonSerializable(typeof(CampaignTaskDeadlineReached))]
[JsonSerializable(typeof(CampaignTaskAssigned))]
[JsonSerializable(typeof(CampaignTaskAccepted))]
[JsonSerializable(typeof(CampaignTaskHandedIn))]
[JsonSerializable(typeof(CampaignTaskReturned))]
[JsonSerializable(typeof(CampaignTaskDone))]
[JsonSerializable(typeof(CampaignTaskWithdrawn))]
[JsonSerializable(typeof(CampaignTaskWarned))]
[JsonSerializable(typeof(CampaignTaskFellLate))]
[JsonSerializable(typeof(CampaignTaskReviewLapsed))]
public sealed partial class CampaignTaskJson : JsonSerializerContext;
