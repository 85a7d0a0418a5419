using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CampaignTasks;

/// <summary>重点任务命令. What may be asked of a task of a campaign. What the lead section does is its head's.</summary>
[GenerateSerializer, Immutable, Alias("campaign-task.command"), InCharge]
public abstract record CampaignTaskCommand : Command;
