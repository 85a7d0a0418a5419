using GraphQL;
using LinqToDB;
using ShuangDa.Grains.CampaignTasks;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.CampaignTasks;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>重点任务. One task of a campaign by its number; null when there is none.</summary>
    /// <param name="number">任务编号. In any case, full-width or half-width.</param>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<CampaignTaskType?> CampaignTask(string number, IResolveFieldContext field) =>
        new CampaignTaskDoor().ReadAsync(field, number);

    /// <summary>重点任务列表. Tasks of campaigns by filter and order; without an order by number.</summary>
    /// <param name="campaignTasks">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static Task<Connection<CampaignTaskType>> CampaignTasks(Listing<CampaignTaskRow, CampaignTaskType> campaignTasks)
    {
        ArgumentNullException.ThrowIfNull(campaignTasks);
        return campaignTasks.ReadAsync();
    }

    /// <summary>任务进度. How far the tasks of a campaign have come, section by section.</summary>
    /// <param name="campaign">专项行动. The code of the campaign.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    [Price(PriceAttribute.Sum)]
    public static async Task<IReadOnlyList<CampaignProgress>> CampaignProgress(
        string campaign, IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(database);
        var cells = await database.SumsAsync(
            data => data.GetTable<CampaignTaskCountRow>().Where(cell => cell.Campaign == campaign),
            [
                nameof(CampaignTaskCountRow.Campaign), nameof(CampaignTaskCountRow.LeadSection), nameof(CampaignTaskCountRow.Status),
                nameof(CampaignTaskCountRow.IsLate),
            ],
            field.CancellationToken).ConfigureAwait(false);
        return
        [
            .. cells.GroupBy(cell => cell.LeadSection)
                .OrderBy(section => section.Key, StringComparer.Ordinal)
                .Select(section => GraphQL.CampaignTasks.CampaignProgress.Of(section.Key, section))
                .Where(section => section.Total + section.Withdrawn > 0),
        ];
    }
}
