using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Campaigns;

/// <summary>专项行动命令的入口.</summary>
public sealed class CampaignDoor() : SubjectDoor<ICampaignGrain, CampaignState, CampaignCommand, CampaignRow, CampaignType>(
    Campaign.Concept, "code", "代码. Which campaign.", "campaign", "专项行动")
{
    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        key = FreeText.Given(given) ?? "";
        return ListedName.ProblemWithCode(key);
    }
}
