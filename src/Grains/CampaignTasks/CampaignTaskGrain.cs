using LinqToDB;
using LinqToDB.Async;
using Orleans.Runtime;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CampaignTasks;

/// <summary>重点任务. The actor of one task of a campaign; its key is its number.</summary>
[Alias("campaign-task")]
public interface ICampaignTaskGrain : ISubjectGrain<CampaignTaskState, CampaignTaskCommand>;

/// <summary>重点任务. The shell of one task. It asks for the last place in the campaign's table, for the campaign's
/// days, and whether files are kept.</summary>
[GrainType("campaign-task")]
internal sealed class CampaignTaskGrain(
    [PersistentState("campaign-task")] IPersistentState<Subject<CampaignTaskState>> stored,
    SubjectShell shell,
    AttachmentFolder attachments)
    : SubjectGrain<CampaignTaskState, CampaignTaskCommand, CampaignTaskEvent>(stored, CampaignTask.Concept, shell), ICampaignTaskGrain
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(CampaignTaskCommand command) => command switch
    {
        AssignCampaignTask c => new LastSerialFound(await LastSerialAsync(c.Campaign.Trim())),
        ReturnCampaignTask when await Read() is { State.Campaign: var campaign } => await CampaignSource.OfAsync(Shell.Database, campaign),
        HandInCampaignTask c => new TaskEvidenceFound(attachments.KeptOf(c.Attachments)),
        _ => null,
    };

    // Of two that are assigned at the same moment one finds its place taken, and is decided again.
    private async Task<int> LastSerialAsync(string campaign)
    {
        await using var data = await Shell.Database.ReadAsync();
        return await data.GetTable<CampaignTaskRow>().Where(row => row.Campaign == campaign).MaxAsync(row => (int?)row.Serial) ?? 0;
    }
}
