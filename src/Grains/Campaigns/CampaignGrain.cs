using LinqToDB;
using LinqToDB.Async;
using Orleans.Runtime;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.CampaignTasks;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Campaigns;

/// <summary>专项行动. The actor of one campaign; its key is its code.</summary>
[Alias("campaign")]
public interface ICampaignGrain : ISubjectGrain<CampaignState, CampaignCommand>;

/// <summary>专项行动. The shell of one campaign. It asks who is to hold a seat, and how many tasks are open.</summary>
[GrainType("campaign")]
internal sealed class CampaignGrain([PersistentState("campaign")] IPersistentState<Subject<CampaignState>> stored, SubjectShell shell)
    : SubjectGrain<CampaignState, CampaignCommand, CampaignEvent>(stored, Campaign.Concept, shell), ICampaignGrain
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(CampaignCommand command) => command switch
    {
        FillCampaignSeat c => new SeatHolderFound(
            await GrainFactory.FindAccountAsync(AccountName.Normalise(c.Holder)) is { Disabled: false, Agency: null }),
        SumUpCampaign or CloseCampaign when await Read() is { State.Code: var code } => new OpenTasksFound(await OpenTasksAsync(code)),
        _ => null,
    };

    private async Task<int> OpenTasksAsync(string code)
    {
        await using var data = await Shell.Database.ReadAsync();
        return await data.GetTable<CampaignTaskRow>().CountAsync(row => row.Campaign == code && row.IsOpen);
    }
}
