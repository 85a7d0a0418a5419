using ShuangDa.Grains.CampaignTasks;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.CampaignTasks;

/// <summary>重点任务命令的入口.</summary>
public sealed class CampaignTaskDoor()
    : NumberedDoor<ICampaignTaskGrain, CampaignTaskState, CampaignTaskCommand, CampaignTaskRow, CampaignTaskType>(
        CampaignTask.Concept, CampaignTask.Prefix, "任务编号. Which task.", "campaignTask", "重点任务");
