using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Campaigns;

/// <summary>专项行动事件. What can have happened to a campaign. Names and fields are storage format.</summary>
public abstract record CampaignEvent : Event;
