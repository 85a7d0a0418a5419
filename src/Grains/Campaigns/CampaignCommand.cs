using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Campaigns;

/// <summary>专项行动命令. What may be asked of a campaign.</summary>
[GenerateSerializer, Immutable, Alias("campaign.command")]
public abstract record CampaignCommand : Command;
