using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CampaignTasks;

/// <summary>重点任务事件. What can have happened to a task of a campaign. Names and fields are storage format.</summary>
public abstract record CampaignTaskEvent : Event;
