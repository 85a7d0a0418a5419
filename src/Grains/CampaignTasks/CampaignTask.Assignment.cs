using System.Collections.Immutable;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CampaignTasks;

// How a task comes into the table of a campaign.
public static partial class CampaignTask
{
    /// <summary>配合单位最多. The most sections, and the most agencies, that help.</summary>
    internal const int MostPartners = 30;

    private static Decision<CampaignTaskEvent> DecideAssignCampaignTask(AssignCampaignTask c, Circumstances now)
    {
        if (DrawnNumber.Parse(Prefix, now.Key, out var number) is { } wrongNumber)
        {
            return wrongNumber;
        }

        var lead = c.LeadSection.Trim();
        return (FreeText.Missing("campaign", c.Campaign) ?? FreeText.Missing("text", c.Text) ?? FreeText.Missing("basis", c.Basis)
                ?? FreeText.Missing("leadSection", c.LeadSection)
                ?? now.NotOpenCampaign("campaign", c.Campaign)
                ?? now.NotOpen<Section>("leadSection", lead)
                ?? PartnerProblem(c, lead, now)
                ?? DueProblem(c.DueOn, now)) is { } problem ? problem
            : now.Required<CampaignFound>().Beyond("dueOn", c.DueOn) is { } beyond ? beyond
            : new CampaignTaskAssigned(
                number,
                c.Campaign.Trim(),
                now.Required<LastSerialFound>().Serial + 1,
                c.Text.Trim(),
                c.Basis.Trim(),
                lead,
                Codes(c.PartnerSections),
                Codes(c.PartnerAgencies),
                FreeText.Given(c.Target),
                c.DueOn,
                now.Warning.DayOf(now.Today, c.DueOn),
                now.Today,
                now.Actor.User);
    }

    private static CampaignTaskState Begun(CampaignTaskAssigned e) => new()
    {
        Number = e.Number,
        Campaign = e.Campaign,
        Serial = e.Serial,
        Text = e.Text,
        Basis = e.Basis,
        LeadSection = e.LeadSection,
        PartnerSections = e.PartnerSections,
        PartnerAgencies = e.PartnerAgencies,
        Target = e.Target,
        DueOn = e.DueOn,
        WarnOn = e.WarnOn,
        Status = CampaignTaskStatus.Assigned,
        AssignedBy = e.AssignedBy,
        AssignedOn = e.AssignedOn,
    };

    private static InvalidInput? PartnerProblem(AssignCampaignTask c, string lead, Circumstances now) =>
        Codes(c.PartnerSections).Contains(lead)
            ? new InvalidInput("partnerSections", "牵头科室不能同时为配合科室", "The section that leads does not help itself")
            : Codes(c.PartnerSections).Select(one => now.NotOpen<Section>("partnerSections", one))
                .Concat(Codes(c.PartnerAgencies).Select(one => now.NotOpen<Agency>("partnerAgencies", one)))
                .FirstOrDefault(wrong => wrong is not null);

    private static ImmutableArray<string> Codes(ImmutableArray<string>? given) =>
        [.. (given is { IsDefault: false } named ? named : []).Select(FreeText.Given).OfType<string>().Distinct()];

    private static InvalidInput? DueProblem(DateOnly dueOn, Circumstances now) => PlausibleDays.Problem("dueOn", dueOn)
        ?? (dueOn < now.Today
            ? new InvalidInput(
                "dueOn",
                $"期限{IsoDate.Of(dueOn)}已过，不能早于今天{IsoDate.Of(now.Today)}",
                $"{IsoDate.Of(dueOn)} has passed; it is due today, {IsoDate.Of(now.Today)}, at the earliest")
            : null);
}

/// <summary>交办重点任务. Enters a task into a campaign's table and gives it to a section.</summary>
/// <param name="Campaign">专项行动. The code of the campaign.</param>
/// <param name="Text">任务. What is to be done.</param>
/// <param name="Basis">任务依据. Where the notice says so.</param>
/// <param name="LeadSection">牵头科室. The section that leads.</param>
/// <param name="DueOn">完成期限. The last day to hand it in (Asia/Shanghai), within the campaign's.</param>
/// <param name="PartnerSections">配合科室. The sections that help.</param>
/// <param name="PartnerAgencies">协作部门. The agencies that help.</param>
/// <param name="Target">工作目标. What is to be reached.</param>
[GenerateSerializer, Immutable, Alias("campaign-task.assign"), AllowedTo(CampaignTask.Office), Creates]
[Refuses<AlreadyExists>]
public sealed record AssignCampaignTask(
    [Longest(ListedName.CodeLength)] string Campaign,
    [Longest(500)] string Text,
    [Longest(300)] string Basis,
    [Longest(ListedName.CodeLength), Listed<Section>] string LeadSection,
    DateOnly DueOn,
    [Most(CampaignTask.MostPartners), Longest(ListedName.CodeLength), Listed<Section>] ImmutableArray<string>? PartnerSections = null,
    [Most(CampaignTask.MostPartners), Longest(ListedName.CodeLength), Listed<Agency>] ImmutableArray<string>? PartnerAgencies = null,
    [Longest(300)] string? Target = null) : CampaignTaskCommand, INamesCampaign;

/// <summary>任务表情况. What the shell found of the campaign's table.</summary>
/// <param name="Serial">最近序号. The place of its last task; 0 where there is none.</param>
public sealed record LastSerialFound(int Serial);

/// <summary>重点任务已交办. A section has a task.</summary>
/// <param name="Number">任务编号. Its number.</param>
/// <param name="Campaign">专项行动. The code of the campaign.</param>
/// <param name="Serial">序号. Its place in the table.</param>
/// <param name="Text">任务. What is to be done.</param>
/// <param name="Basis">任务依据. Where the notice says so.</param>
/// <param name="LeadSection">牵头科室. The section that leads.</param>
/// <param name="PartnerSections">配合科室. The sections that help.</param>
/// <param name="PartnerAgencies">协作部门. The agencies that help.</param>
/// <param name="Target">工作目标. What is to be reached, or null.</param>
/// <param name="DueOn">完成期限. The last day (Asia/Shanghai).</param>
/// <param name="WarnOn">提醒日. The day of the warning, or null.</param>
/// <param name="AssignedOn">交办日. The day it was assigned (Asia/Shanghai).</param>
/// <param name="AssignedBy">交办人. User name.</param>
[Alias("campaign-task.assigned")]
public sealed record CampaignTaskAssigned(
    string Number,
    string Campaign,
    int Serial,
    string Text,
    string Basis,
    string LeadSection,
    ImmutableArray<string> PartnerSections,
    ImmutableArray<string> PartnerAgencies,
    string? Target,
    DateOnly DueOn,
    DateOnly? WarnOn,
    DateOnly AssignedOn,
    string AssignedBy)
    : CampaignTaskEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"交办{Named.Section(LeadSection)}：{Text}，{DueOn:yyyy-MM-dd}前完成",
        $"Assigned to {Named.Section(LeadSection)}, due on {DueOn:yyyy-MM-dd}: {Text}");

    /// <inheritdoc/>
    public override string? LegalBasis => Basis;
}
