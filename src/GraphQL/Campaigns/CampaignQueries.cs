using GraphQL;
using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Campaigns;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>专项行动. One campaign by its code; null when there is none.</summary>
    /// <param name="code">代码. As acts name it.</param>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<CampaignType?> Campaign(string code, IResolveFieldContext field) => new CampaignDoor().ReadAsync(field, code);

    /// <summary>专项行动列表. Campaigns by filter and order; without an order by code.</summary>
    /// <param name="campaigns">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<Connection<CampaignType>> Campaigns(Listing<CampaignRow, CampaignType> campaigns)
    {
        ArgumentNullException.ThrowIfNull(campaigns);
        return campaigns.ReadAsync();
    }
}
